import { addDays, type CalendarDate, daysBetween } from '../calendar/calendarDate';
import type { Outcome } from '../checklist/edits';
import type { Edit } from '../types';
import { type PlanItem, planOn, readPlan } from './readPlan';

/**
 * Moves what was missed to the days from today to the eve of the interview, to those first on which the fewest open items
 * stand, in the order in which it was meant. Every other line stays as it is.
 */
export function reflowPlan(text: string, today: CalendarDate, interview: CalendarDate | undefined): Outcome {
  const { plan, unreadable } = readPlan(text);
  if (!plan) return { refusal: `${unreadable.cause} in line ${unreadable.line}` };
  if (interview !== undefined && interview < today) return { refusal: `the interview was on ${interview}` };
  const { missed, ...rest } = planOn(plan.items, today);
  const planned = [...rest.today, ...rest.coming].filter(({ done }) => !done);
  // Among so many days there is a free one for each that was missed.
  const enough = planned.length + missed.length;
  const left = interview === undefined ? enough : Math.max(1, Math.min(enough, daysBetween(today, interview)));
  const days = freestDays(
    Array.from({ length: left }, (_, index) => addDays(today, index)),
    missed.length,
    planned,
  );
  const edits = missed.map(({ date, dateStart }, index) => ({
    start: dateStart,
    end: dateStart + date.length,
    text: days[index] ?? today,
  }));
  return {
    edit: joined(
      text,
      edits.sort((a, b) => a.start - b.start),
    ),
  };
}

/** So many of the days, in their order, as leave the items spread most evenly; a day may come several times. */
function freestDays(days: readonly CalendarDate[], count: number, planned: readonly PlanItem[]): CalendarDate[] {
  const loads = days.map((day) => ({ day, load: planned.filter(({ date }) => date === day).length }));
  const chosen = Array.from({ length: count }, () => {
    const freest = loads.reduce((least, one) => (one.load < least.load ? one : least));
    freest.load++;
    return freest.day;
  });
  return chosen.sort();
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
