import { lineBreak, lineStart } from '../text/lineBreaks';
import type { Edit } from '../types';
import { type Item, itemsWithin, type Section, sectionsWithin, type UnreadableFile } from './checklist';
import { itemText } from './itemText';
import { readChecklist } from './readChecklist';

/** An edit to make (none where all is as wanted already), or why there can be none. */
export type Outcome =
  | { readonly edit: Edit | undefined; readonly refusal?: undefined }
  | { readonly refusal: string; readonly edit?: undefined };

/** Ticks or unticks an item, named by its id: one character. */
export function tickItem(text: string, id: string, done: boolean): Outcome {
  const { checklist, problem } = readChecklist(text);
  if (problem) return refuse(problem);
  for (const item of itemsWithin(checklist)) {
    if (item.id !== id) continue;
    const { mark } = item;
    return { edit: item.done === done ? undefined : { start: mark, end: mark + 1, text: done ? 'x' : ' ' } };
  }
  return { refusal: 'the item is no longer there' };
}

/**
 * Adds an open item at the end of a section (named by its id; the file itself where there is none), or behind the first of
 * some items (by their texts) that stands there; written like the items that are there, with a comment as `mark` behind it
 * and `notes` below.
 */
export function addItem(
  text: string,
  sectionId: string | undefined,
  label: string,
  {
    mark = '',
    notes = [],
    behind: before = [],
  }: { readonly mark?: string; readonly notes?: readonly string[]; readonly behind?: readonly string[] } = {},
): Outcome {
  const { checklist, problem } = readChecklist(text);
  if (problem) return refuse(problem);
  const section = sectionId === undefined ? checklist : findSection(checklist, sectionId);
  if (!section) return { refusal: 'the group is no longer there' };
  const written = itemText(label);
  if (written === '') return { refusal: 'an item needs a text' };
  const line = written + mark;
  const isEmpty = checklist.count.total === 0;
  const edit =
    section.items.length > 0
      ? behindItems(text, checklist, upTo(section, before), [line, ...notes])
      : behind(text, isEmpty ? text.length : section.end, [line, ...notes]);
  if (addsOne(text, checklist, edit, `- [ ] ${line}`)) return { edit };
  return { refusal: 'an item would not be one there; a code block or a comment may be left open' };
}

/** Why nothing may be written to a file, for the end of a sentence. */
function refuse({ line, cause }: UnreadableFile): Outcome {
  return { refusal: `${cause} in line ${line}` };
}

function findSection(checklist: Section, id: string): Section | undefined {
  if (checklist.id === id) return checklist;
  for (const section of sectionsWithin(checklist)) if (section.id === id) return section;
  return undefined;
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

function state({ done, label, evidence }: Item): string {
  return `${done}\t${label}\t${evidence?.text ?? ''}`;
}

/** The items of a section up to the first of some that it holds; all of them where it holds none. */
function upTo({ items }: Section, labels: readonly string[]): Pick<Section, 'items'> {
  const label = labels.find((one) => items.some((item) => item.label === one));
  const index = items.findIndex((item) => item.label === label);
  return { items: index < 0 ? items : items.slice(0, index + 1) };
}

/** Behind the last of some items, with its indentation, marker and distances. */
function behindItems(
  text: string,
  checklist: Section,
  { items }: Pick<Section, 'items'>,
  lines: readonly string[],
): Edit {
  const [before, last] = [items.at(-2), items.at(-1)];
  const { start, end, apart } = last ?? { start: 0, end: 0, apart: undefined };
  const eol = lineBreak(text, start);
  const indent = text.slice(lineStart(text, start), start).replace('\uFEFF', '').replace(/\S/g, ' ');
  const marker = nextMarker(last && markerOf(text, last), before && markerOf(text, before));
  const loose = apart ?? isLoose(checklist);
  const added = writeItem(lines, indent, marker, eol);
  return { start: end, end, text: `${loose ? eol : ''}${eol}${added}` };
}

/** An open item, and below it what it says besides. */
function writeItem([line, ...notes]: readonly string[], indent: string, marker: string, eol: string): string {
  const below = notes.map((note) => `${eol}${indent}${' '.repeat(marker.length)}- ${itemText(note)}`);
  return `${indent}${marker}[ ] ${line}${below.join('')}`;
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
function behind(text: string, offset: number, lines: readonly string[]): Edit {
  const eol = lineBreak(text, offset);
  let start = offset;
  while (/[ \t\r\n]/.test(text.charAt(start - 1))) start--;
  while (/[ \t]/.test(text.charAt(start))) start++;
  const opening = text.slice(0, start).trim() === '' ? '' : eol + eol;
  const rest = text.slice(start);
  const breaks = /^\s*/.exec(rest)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0;
  const wanted = rest.trim() === '' ? 1 : 2;
  return {
    start,
    end: start,
    text: `${opening}${writeItem(lines, '', '- ', eol)}${eol.repeat(Math.max(0, wanted - breaks))}`,
  };
}

/** Whether the items of the file stand apart, going by the first two neighbours. */
function isLoose(checklist: Section): boolean {
  for (const { apart } of itemsWithin(checklist)) if (apart !== undefined) return apart;
  return false;
}
