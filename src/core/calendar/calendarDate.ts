const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

/** A day of the calendar without a time or a zone, as `2026-12-31`; such texts sort by time. */
export type CalendarDate = string;

/** What to say where something else stands in place of a date. */
export const WRITE_DATE = 'Write the day as year, month and day, like 2030-01-31';

/** Whether a text is a day that there is. */
export function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(time) && written(time) === text;
}

/** What keeps a text from being a day that is yet to come, or today. */
export function objectionToComing(text: string, today: CalendarDate): string | undefined {
  if (!isDate(text)) return WRITE_DATE;
  return text < today ? `${text} has passed` : undefined;
}

/** What keeps a text from being a day that there has been, or today. */
export function objectionToPast(text: string, today: CalendarDate): string | undefined {
  if (!isDate(text)) return WRITE_DATE;
  return text > today ? `${text} is still to come` : undefined;
}

/** The day on which a moment (milliseconds since 1970) falls for the people at this machine. */
export function dateOf(milliseconds: number): CalendarDate {
  const local = new Date(milliseconds);
  return written(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()));
}

/** Milliseconds until the next day begins at this machine. */
export function untilTomorrow(milliseconds: number): number {
  const local = new Date(milliseconds);
  return new Date(local.getFullYear(), local.getMonth(), local.getDate() + 1).getTime() - milliseconds;
}

/** The day so many days later; earlier where negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return written(Date.parse(`${date}T00:00:00Z`) + days * DAY);
}

/** How many days lie from one day to another; negative where the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** For sorting, the earlier first; those of one day stay as they stand. */
export function byDate(a: { readonly date: CalendarDate }, b: { readonly date: CalendarDate }): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}

/** How far away a day is: "today", "in 12 days", "3 days ago". */
export function fromToday(today: CalendarDate, date: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function written(time: number): CalendarDate {
  return new Date(time).toISOString().slice(0, 10);
}
