import { byDate, type CalendarDate, isDate, WRITE_DATE } from '../calendar/calendarDate';
import { itemsWithin, type UnreadableFile } from '../checklist/checklist';
import { unreadableAt } from '../checklist/problems';
import { readChecklist } from '../checklist/readChecklist';
import { type Objection, type Problem, toProblems } from '../yaml/problem';

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
  /** In the order of the file. Items without a date are no part of it. */
  readonly items: readonly PlanItem[];
  /** Dates that there are not. */
  readonly problems: readonly Problem[];
}

export type PlanReading =
  | { readonly plan: Plan; readonly unreadable?: undefined }
  | { readonly unreadable: UnreadableFile; readonly plan?: undefined };

const DATED = /^([ \t]+)(\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}-])/u;

/** Reads the dated items of a Markdown text. Never throws. */
export function readPlan(text: string): PlanReading {
  const { checklist, problem } = readChecklist(text);
  if (problem) return { unreadable: problem };
  const items: PlanItem[] = [];
  const objections: Objection[] = [];
  for (const { id, label, done, line, mark } of itemsWithin(checklist)) {
    const behindBox = mark + 2;
    const [, gap = '', date = ''] = DATED.exec(text.slice(behindBox, behindBox + 100)) ?? [];
    if (!date || !label.startsWith(date)) continue;
    const dateStart = behindBox + gap.length;
    if (isDate(date)) {
      items.push({ id, date, text: label.slice(date.length).replace(/^[\s:.,–—-]+/, ''), done, line, dateStart });
    } else {
      objections.push({
        message: `There is no day ${date}. ${WRITE_DATE}.`,
        start: dateStart,
        end: dateStart + date.length,
      });
    }
  }
  return { plan: { items, problems: toProblems(text, objections) } };
}

/** What is wrong in a plan, or why it cannot be read, at its place in the file. */
export function planProblems(text: string): readonly Problem[] {
  const { plan, unreadable } = readPlan(text);
  return plan ? plan.problems : unreadableAt(text, unreadable);
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
