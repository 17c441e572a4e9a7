import type { Edit } from '../types';
import { type Item, itemsWithin, type Section, sectionsWithin } from './checklist';
import { itemText } from './itemText';
import { readChecklist } from './readChecklist';

/** The edit that ticks or unticks an item of the text: one character. Undefined where nothing is to be done. */
export function tickEdit(item: Item, done: boolean): Edit | undefined {
  return item.done === done ? undefined : { start: item.mark, end: item.mark + 1, text: done ? 'x' : ' ' };
}

/** An item of a checklist by its id. */
export function findItem(checklist: Section, id: string): Item | undefined {
  for (const item of itemsWithin(checklist)) if (item.id === id) return item;
  return undefined;
}

/**
 * The edit that adds an open item at the end of a section (named by its id; the file itself where there is none), written
 * like the items that are there. Undefined where the section is gone or where no item can stand.
 */
export function addEdit(text: string, sectionId: string | undefined, label: string): Edit | undefined {
  const { checklist } = readChecklist(text);
  const line = itemText(label);
  if (!checklist || line === '') return undefined;
  const section = sectionId === undefined ? checklist : findSection(checklist, sectionId);
  if (!section) return undefined;
  const isEmpty = checklist.count.total === 0;
  const edit =
    section.items.length > 0
      ? behindItems(text, checklist, section, line)
      : behind(text, isEmpty ? text.length : section.end, line);
  return addsOne(text, checklist, edit, `- [ ] ${line}`) ? edit : undefined;
}

/** Whether an edit leaves all items what they are but for a new one, which reads as if it stood alone. */
function addsOne(text: string, before: Section, { start, end, text: added }: Edit, alone: string): boolean {
  const { checklist: after } = readChecklist(text.slice(0, start) + added + text.slice(end));
  if (!after) return false;
  const all = [...itemsWithin(after)];
  const isNew = ({ mark }: Item): boolean => mark >= start && mark < start + added.length;
  const kept = all.filter((item) => !isNew(item)).map(state);
  return (
    kept.join('\n') === [...itemsWithin(before)].map(state).join('\n') &&
    all.filter(isNew).map(state).join('\n') === readChecklist(alone).checklist?.items.map(state).join('\n')
  );
}

function state({ done, label, evidence = '' }: Item): string {
  return `${done}\t${label}\t${evidence}`;
}

function findSection(checklist: Section, id: string): Section | undefined {
  if (checklist.id === id) return checklist;
  for (const section of sectionsWithin(checklist)) if (section.id === id) return section;
  return undefined;
}

/** Behind the last item of a section, with its indentation, marker and distances. */
function behindItems(text: string, checklist: Section, { items }: Section, line: string): Edit {
  const [before, last] = [items.at(-2), items.at(-1)];
  const { start, end, apart } = last ?? { start: 0, end: 0, apart: undefined };
  const eol = lineBreak(text, start);
  const indent = text.slice(lineStart(text, start), start).replace('\uFEFF', '').replace(/\S/g, ' ');
  const marker = nextMarker(last && markerOf(text, last), before && markerOf(text, before));
  const loose = apart ?? isLoose(checklist);
  return { start: end, end, text: `${loose ? eol : ''}${eol}${indent}${marker}[ ] ${line}` };
}

const MARKER = /^(?<sign>[-+*]|(?<number>\d+)(?<point>[.)]))(?<gap>[ \t]+)/;

function markerOf(text: string, { start, mark }: Item): Record<string, string | undefined> | undefined {
  return MARKER.exec(text.slice(start, mark - 1))?.groups;
}

/** Bullets are repeated; numbers go on, unless the list repeats its number. */
function nextMarker(
  last: Record<string, string | undefined> = {},
  before: Record<string, string | undefined> = {},
): string {
  const { sign = '-', number, point = '', gap = ' ' } = last;
  if (number === undefined || number === before.number) return sign + gap;
  return `${Number(number) + 1}${point}${gap}`;
}

/** Behind whatever stands before an offset, as a list of its own. */
function behind(text: string, offset: number, line: string): Edit {
  const eol = lineBreak(text, offset);
  let start = offset;
  while (/[ \t\r\n]/.test(text.charAt(start - 1))) start--;
  while (/[ \t]/.test(text.charAt(start))) start++;
  const opening = text.slice(0, start).trim() === '' ? '' : eol + eol;
  const rest = text.slice(start);
  const breaks = /^\s*/.exec(rest)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0;
  const wanted = rest.trim() === '' ? 1 : 2;
  return { start, end: start, text: `${opening}- [ ] ${line}${eol.repeat(Math.max(0, wanted - breaks))}` };
}

/** Whether the items of the file stand apart, going by the first two neighbours. */
function isLoose(checklist: Section): boolean {
  for (const { apart } of itemsWithin(checklist)) if (apart !== undefined) return apart;
  return false;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The line break in use around an offset. */
function lineBreak(text: string, offset: number): string {
  return /\r\n|\n|\r/.exec(text.slice(offset))?.[0] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
