import { addDays, byDate, type CalendarDate, daysBetween } from '../calendar/calendarDate';
import type { Outcome } from '../checklist/edits';
import { counted } from '../text/counted';
import type { Edit } from '../types';
import { type PlanItem, planOn, readPlan } from './readPlan';

/** What became of a plan; `words` say what was moved, for people, where anything was. */
export type Reflow = Outcome & { readonly words?: string };

/** An item, and the day that it comes to stand on. */
interface Move {
  readonly item: PlanItem;
  readonly to: CalendarDate;
}

/**
 * Moves what was missed to the first days from today to the eve of the interview, in the order in which it was meant, and what
 * follows behind it, as far as that is needed. What is done, or planned for the interview and later, stays as it is.
 */
export function reflowPlan(text: string, today: CalendarDate, interview: CalendarDate | undefined): Reflow {
  const { plan, unreadable } = readPlan(text);
  if (!plan) return { refusal: `${unreadable.cause} in line ${unreadable.line}` };
  if (interview !== undefined && interview < today) return { refusal: `the interview was on ${interview}` };
  const { missed } = planOn(plan.items, today);
  if (missed.length === 0) return { edit: undefined };
  const left = interview === undefined ? undefined : Math.max(1, daysBetween(today, interview));
  const last = left === undefined ? undefined : addDays(today, left - 1);
  const planned = plan.items
    .filter(({ date, done }) => !done && date >= today && (last === undefined || date <= last))
    .sort(byDate);
  const moved = moves([...missed, ...planned], today, last, paceOf(missed, planned, left)).filter(
    ({ item, to }) => to !== item.date,
  );
  const edits = moved.map(({ item: { date, dateStart }, to }) => ({
    start: dateStart,
    end: dateStart + date.length,
    text: to,
  }));
  const edit = joined(
    text,
    edits.sort((a, b) => a.start - b.start),
  );
  return { edit, words: wordsOf(moved, missed.length) };
}

/** How many items a day is to take: as many as the planned days have now, and as many as the days left demand. */
function paceOf(missed: readonly PlanItem[], planned: readonly PlanItem[], left = Number.POSITIVE_INFINITY): number {
  const days = new Set(planned.map(({ date }) => date)).size;
  return Math.max(1, Math.ceil(planned.length / Math.max(1, days)), Math.ceil((missed.length + planned.length) / left));
}

/** Where each item goes, none of them before the one ahead of it. Days take more where they would not be enough otherwise. */
function moves(
  items: readonly PlanItem[],
  today: CalendarDate,
  last: CalendarDate | undefined,
  pace: number,
): readonly Move[] {
  const moved: Move[] = [];
  let day = today;
  let load = 0;
  let isPushed = false;
  for (const item of items) {
    if (item.date > day) {
      [day, load, isPushed] = [item.date, 0, false];
    } else if (load >= pace && (isPushed || item.date < day)) {
      [day, load] = [addDays(day, 1), 0];
    }
    isPushed ||= item.date < day;
    load++;
    moved.push({ item, to: day });
  }
  return last !== undefined && day > last ? moves(items, today, last, pace + 1) : moved;
}

/** Says how many items stand on another day now, and where those stand that were missed. */
function wordsOf(moved: readonly Move[], missed: number): string {
  const days = [...new Set(moved.slice(0, missed).map(({ to }) => to))];
  const pushed = moved.length - missed;
  const rest =
    pushed > 0 ? `, and ${counted(pushed, 'item')} behind ${missed === 1 ? 'it' : 'them'} to later days` : '';
  return `${counted(missed, 'missed item')} moved to ${daysInWords(days)}${rest}.`;
}

function daysInWords(days: readonly CalendarDate[]): string {
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => day && inWords(day));
  if (days.length === 1) return first;
  const together = days[0]?.slice(0, 7) === days.at(-1)?.slice(0, 7) ? first.split(' ', 1).join('') : first;
  return days.length === 2 ? `${together} and ${last}` : `${counted(days.length, 'day')} from ${together} to ${last}`;
}

/** As people say it: "22 November". */
function inWords(day: CalendarDate): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
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
