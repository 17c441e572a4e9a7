import { addDays, type CalendarDate, daysBetween } from '../calendar/calendarDate';
import { itemText } from '../checklist/itemText';

/** Something to do on a day, counted from 1. */
export interface PlanTask {
  readonly day: number;
  readonly text: string;
}

/**
 * Writes a plan that ends on the eve of the interview. Where fewer days are left than the tasks ask for, each day takes
 * more of them, in their order. A blank line parts the items, so that git merges two branches that tick neighbours.
 */
export function makePlan(tasks: readonly PlanTask[], today: CalendarDate, interview: CalendarDate): string {
  const left = Math.max(1, daysBetween(today, interview));
  const asked = Math.max(1, ...tasks.map(({ day }) => day));
  const days = Math.min(left, asked);
  const start = addDays(today, left - days);
  const items = [...tasks]
    .sort((a, b) => a.day - b.day)
    .map(({ day, text }) => `- [ ] ${addDays(start, Math.floor(((day - 1) * days) / asked))} ${itemText(text)}`);
  const intro = `For the interview on ${interview}. Change dates and items as you like: the file is yours. "Starl: Re-flow Plan" moves what was missed to the days that are left.`;
  return `${['# Plan', intro, ...items].join('\n\n')}\n`;
}
