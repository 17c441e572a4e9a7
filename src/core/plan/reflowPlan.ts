import { addDays, type CalendarDate, daysBetween } from '../calendar/calendarDate';
import type { Outcome } from '../checklist/edits';
import type { Edit } from '../types';
import { type PlanItem, readPlan } from './readPlan';

/**
 * Moves what was missed to today and the days that follow, up to the eve of the interview; what comes later makes room where
 * it has to, and is packed closer where the days do not suffice, as it is where the interview has moved nearer. What is done
 * stays as it is, and so does the order. What was meant for one day stays together.
 */
export function reflowPlan(text: string, today: CalendarDate, interview: CalendarDate | undefined): Outcome {
  const { plan, unreadable } = readPlan(text);
  if (!plan) return { refusal: `${unreadable.cause} in line ${unreadable.line}` };
  const [problem] = plan.problems;
  if (problem) return { refusal: `there is no such day in line ${problem.line}` };
  if (interview !== undefined && interview < today) return { refusal: `the interview was on ${interview}` };
  const open = plan.items.filter(({ done }) => !done);
  const last = lastDay(open, today, interview);
  if (!open.some(({ date }) => date < today || date > last)) return { edit: undefined };
  const moved = newDates([...new Set(open.map(({ date }) => date))].sort(), today, last);
  return {
    edit: joined(
      text,
      open.flatMap(({ date, dateStart }) => dateEdit(dateStart, date, moved.get(date) ?? date)),
    ),
  };
}

function lastDay(open: readonly PlanItem[], today: CalendarDate, interview: CalendarDate | undefined): CalendarDate {
  const eve = interview === undefined ? undefined : addDays(interview, -1);
  // Without an interview there is always another day.
  if (eve === undefined) return addDays([today, ...open.map(({ date }) => date)].sort().at(-1) ?? today, open.length);
  return eve < today ? today : eve;
}

/** A new day for each of the days, which are in order; none before today, none behind the last, each as late as it was if it can be. */
function newDates(
  dates: readonly CalendarDate[],
  today: CalendarDate,
  last: CalendarDate,
): Map<CalendarDate, CalendarDate> {
  const room = daysBetween(today, last) + 1;
  const count = dates.length;
  if (count > room) {
    return new Map(dates.map((date, index) => [date, addDays(today, Math.floor((index * room) / count))]));
  }
  let free = 0;
  const pushed = dates.map((date) => {
    const day = Math.max(daysBetween(today, date), free);
    free = day + 1;
    return day;
  });
  return new Map(
    dates.map((date, index) => [date, addDays(today, Math.min(pushed[index] ?? 0, room - count + index))]),
  );
}

function dateEdit(start: number, before: CalendarDate, after: CalendarDate): Edit[] {
  return before === after ? [] : [{ start, end: start + before.length, text: after }];
}

/** Several edits, in order, as one that writes again what stands between them. */
function joined(text: string, edits: readonly Edit[]): Edit | undefined {
  const [first] = edits;
  const last = edits.at(-1);
  if (!first || !last) return undefined;
  let at = first.start;
  let written = '';
  for (const { start, end, text: replacement } of edits) {
    written += text.slice(at, start) + replacement;
    at = end;
  }
  return { start: first.start, end: last.end, text: written };
}
