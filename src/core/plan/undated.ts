import { type CalendarDate, WRITE_DATE } from '../calendar/calendarDate';
import type { Item } from '../checklist/checklist';
import { changeTo, type Objection } from '../yaml/problem';
import { brokenBoxes } from './brokenBoxes';
import { daySlip } from './daySlip';

/** An item of the plan that stands on no day. */
export interface UndatedItem {
  /** As a checklist names it; undefined where its box is amiss, so that it cannot be ticked. */
  readonly id: string | undefined;
  readonly text: string;
  readonly done: boolean;
  /** Counts from 1. */
  readonly line: number;
  /** What is amiss in it, where it was most likely meant for a day. */
  readonly slip?: string;
}

/** What stands behind a box in its line, as far as a date may reach. */
const BEHIND_BOX = /^([ \t]+)(.{0,100})/;
const GLUED = /^\d{4}-\d{2}-\d{2}(?=\p{L})/u;

/** Tells what is amiss in the day of an item that has none that can be read; undefined where it was not meant for one. */
export function slipOf(text: string, { mark }: Item, planned: readonly CalendarDate[]): Objection | undefined {
  const [, gap = '', behind = ''] = BEHIND_BOX.exec(text.slice(mark + 2)) ?? [];
  const slip = daySlip(behind, planned);
  if (!slip) return undefined;
  const start = mark + 2 + gap.length;
  const range = { start, end: start + slip.length };
  const written = behind.slice(0, slip.length);
  const { meant } = slip;
  const space = /^\s|^$/.test(behind.slice(slip.length)) ? '' : ' ';
  const fixes = meant === undefined ? undefined : [changeTo(meant, range, `${meant}${space}`)];
  if (GLUED.test(behind) && meant)
    return {
      ...range,
      message: `There is no space behind ${meant}, so it is not read as the day of this item.`,
      fixes: [{ ...changeTo(meant, range, `${meant} `), title: 'Put a space behind the day' }],
    };
  if (meant === written) return undefined;
  return { ...range, message: `"${written}" is not read as a day. ${WRITE_DATE}.`, ...(fixes && { fixes }) };
}

/** The items whose box is amiss, and what to say of each. */
export function unboxed(text: string): {
  readonly items: readonly UndatedItem[];
  readonly slips: readonly Objection[];
} {
  const items: UndatedItem[] = [];
  const slips: Objection[] = [];
  for (const { item, edit } of brokenBoxes(text)) {
    const box = edit.text.trim();
    const message = `This box is not read as one, so the item is left out. Write "- ${box} " in front of it.`;
    const fix = { title: `Change to - ${box}`, edits: [edit], safe: false };
    items.push({ id: undefined, text: item.label, done: item.done, line: item.line, slip: message });
    slips.push({ start: edit.start, end: edit.end, message, fixes: [fix] });
  }
  return { items, slips };
}
