import { byDate, type CalendarDate, isDate, WRITE_DATE } from '../calendar/calendarDate';
import { type Item, itemsWithin, type UnreadableFile } from '../checklist/checklist';
import { unreadableAt } from '../checklist/problems';
import { readChecklist } from '../checklist/readChecklist';
import { type Objection, type Problem, toProblems } from '../yaml/problem';
import { slipOf, type UndatedItem, unboxed } from './undated';

/** A `- [ ] 2026-12-31 …` of the plan. */
export interface PlanItem {
  /** As a checklist names its items: by the text, date included, and the headings above it. */
  readonly id: string;
  readonly date: CalendarDate;
  /** What to do, without the date. */
  readonly text: string;
  readonly done: boolean;
  /** Counts from 1. */
  readonly line: number;
  /** Offset of the date. */
  readonly dateStart: number;
}

export interface Plan {
  /** In the order of the file. */
  readonly items: readonly PlanItem[];
  /** Items on no day, in the order of the file; the steps of an item that has a day go with it. */
  readonly undated: readonly UndatedItem[];
  /** Dates that there are not. */
  readonly problems: readonly Problem[];
  /** Dates and boxes that are not written so that they could be read. */
  readonly slips: readonly Problem[];
}

export type PlanReading =
  | { readonly plan: Plan; readonly unreadable?: undefined }
  | { readonly unreadable: UnreadableFile; readonly plan?: undefined };

const DATED = /^([ \t]+)(\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}-])/u;

/** Reads the items of a Markdown text, with and without a day. Never throws. */
export function readPlan(text: string): PlanReading {
  const { checklist, problem } = readChecklist(text);
  if (problem) return { unreadable: problem };
  const items: PlanItem[] = [];
  const others: Item[] = [];
  const impossible = new Map<Item, Objection>();
  const steps = new Set<Item>();
  for (const item of itemsWithin(checklist)) {
    const { id, label, done, line, mark } = item;
    const behindBox = mark + 2;
    const [, gap = '', date = ''] = DATED.exec(text.slice(behindBox, behindBox + 100)) ?? [];
    const start = behindBox + gap.length;
    if (date && label.startsWith(date) && isDate(date)) {
      const what = label.slice(date.length).replace(/^[\s:.,–—-]+/, '');
      items.push({ id, date, text: what, done, line, dateStart: start });
      for (const step of itemsWithin(item)) steps.add(step);
      continue;
    }
    others.push(item);
    if (!date || isDate(date)) continue;
    impossible.set(item, { message: `There is no day ${date}. ${WRITE_DATE}.`, start, end: start + date.length });
  }
  const dates = items.map(({ date }) => date);
  const { items: unread, slips } = unboxed(text);
  const all = [...slips];
  const undated = others.flatMap((item): UndatedItem[] => {
    const { id, label, done, line } = item;
    const slip = impossible.has(item) ? undefined : slipOf(text, item, dates);
    if (slip) all.push(slip);
    const amiss = slip ?? impossible.get(item);
    if (!amiss && steps.has(item)) return [];
    return [{ id, text: label, done, line, ...(amiss && { slip: amiss.message }) }];
  });
  return {
    plan: {
      items,
      undated: [...undated, ...unread].sort((a, b) => a.line - b.line),
      problems: toProblems(text, [...impossible.values()]),
      slips: toProblems(text, all),
    },
  };
}

/** What is wrong in a plan, or why it cannot be read, at its place in the file. */
export function planProblems(text: string): readonly Problem[] {
  const { plan, unreadable } = readPlan(text);
  return plan ? plan.problems : unreadableAt(text, unreadable);
}

/** The dates and boxes of a plan that are not written so that they could be read, at their places. */
export function planSlips(text: string): readonly Problem[] {
  return readPlan(text).plan?.slips ?? [];
}

/** The plan as it concerns one day. */
export interface PlanDay {
  /** What is meant for the day, done or not. */
  readonly today: readonly PlanItem[];
  /** What was meant for an earlier day and is not done. */
  readonly missed: readonly PlanItem[];
  /** What is meant for later, by day. */
  readonly coming: readonly PlanItem[];
}

/** Sorts a plan by what it asks for on a day. */
export function planOn(items: readonly PlanItem[], day: CalendarDate): PlanDay {
  const sorted = [...items].sort(byDate);
  return {
    today: items.filter(({ date }) => date === day),
    missed: sorted.filter(({ date, done }) => date < day && !done),
    coming: sorted.filter(({ date }) => date > day),
  };
}
