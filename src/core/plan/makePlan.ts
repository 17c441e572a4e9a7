import { addDays, type CalendarDate, daysBetween } from '../calendar/calendarDate';
import { itemText } from '../checklist/itemText';
import { CHECKLIST_NAME } from '../fileNames';
import type { Pack } from '../packs/packSchema';
import { counted } from '../text/counted';
import type { PlanTask } from './planTasks';

/** What is expected at the level that is aimed at. */
export type AimedLevel = Pick<Pack['levels'][number], 'name' | 'title' | 'scope' | 'step'>;

/** As many items as a day has room for beside one's work. */
const MOST_A_DAY = 3;

/**
 * Writes a plan that ends on the eve of the interview. Where fewer days are left than the tasks ask for, each day takes
 * more of them, in their order; what is optional is left out as far as the days would be too full, and the plan says so. A
 * blank line parts the items, so that git merges two branches that tick neighbours.
 */
export function makePlan(
  tasks: readonly PlanTask[],
  today: CalendarDate,
  interview: CalendarDate,
  level?: AimedLevel,
): string {
  const left = Math.max(1, daysBetween(today, interview));
  const asked = Math.max(1, ...tasks.map(({ day }) => day));
  const days = Math.min(left, asked);
  const start = addDays(today, left - days);
  const out = left < asked ? leftOut(tasks, days) : new Set<PlanTask>();
  const kept = tasks.filter((task) => !out.has(task)).sort((a, b) => a.day - b.day);
  const isFull = left < asked && kept.length >= days;
  const items = kept.map(({ day, text }, index) => {
    const at = isFull ? (index * days) / kept.length : ((day - 1) * days) / asked;
    return `- [ ] ${addDays(start, Math.floor(at))} ${itemText(text)}`;
  });
  const intro = `For the interview on ${interview}. ${CHECKLIST_NAME} says what is to be reached, this plan on which day to work on it. Change dates and items as you like: the file is yours. "Starl: Re-flow Plan" moves what was missed to the days that are left.`;
  const aim = level ? [itemText(`You aim at ${level.name}, ${level.title}. ${level.scope}. ${level.step}.`)] : [];
  const blocks = ['# Plan', intro, ...aim, ...(isFull ? [howFull(asked, days, kept.length, out.size)] : []), ...items];
  if (out.size > 0) {
    const rest = tasks.filter((task) => out.has(task)).map(({ text }) => `- [ ] ${itemText(text)}`);
    blocks.push('## Left out', 'To do one of them, put a date in front of it.', ...rest);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Optional tasks, the last ones first, until no day has too many or none is left. */
function leftOut(tasks: readonly PlanTask[], days: number): Set<PlanTask> {
  const over = Math.max(0, tasks.length - days * MOST_A_DAY);
  const optional = tasks.filter((task) => task.optional).sort((a, b) => b.day - a.day);
  return new Set(optional.slice(0, over));
}

/** What the plan has to say where the days are fewer than it was made for. */
function howFull(asked: number, days: number, kept: number, out: number): string {
  const [least, most] = [Math.floor(kept / days), Math.ceil(kept / days)];
  const aDay = `${least === most ? most : `${least} or ${most}`} a day`;
  const verdict = most > MOST_A_DAY ? ' It does not fit: choose what matters most to you, or ask for a later day.' : '';
  const all = counted(kept + out, 'item');
  const share =
    out > 0
      ? `${kept} of them stand on these, ${aDay}; the other ${out} are left out, and stand at the end without a date.`
      : `All of them stand on these, ${aDay}.`;
  return `This plan has ${all} for ${counted(asked, 'day')}, of which ${days} ${days === 1 ? 'is' : 'are'} left. ${share}${verdict}`;
}
