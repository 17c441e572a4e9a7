import { endRunStart, withoutEnd } from '../text/endRun';
import type { Block } from '../text/markdown';
import { PARTS, type PartName } from '../types';
import data from './labels.yaml';

/** A mark that names a part; offsets relative to its block. */
export interface Label {
  readonly part: PartName;
  readonly start: number;
  /** Behind the mark and its colon or dash. */
  readonly end: number;
  /** Stands behind what it names ("… users. (Situation)"). */
  readonly trailing: boolean;
}

const EXACT: ReadonlyMap<string, PartName> = new Map(
  Object.entries(data.exact).flatMap(([part, list]) =>
    list.split(', ').map((phrase) => [phrase, part as PartName] as const),
  ),
);
const HEADINGS = data.heading.map(({ part, pattern }) => ({ part, pattern: new RegExp(pattern) }));
const MAX_HEADING_WORDS = 8;

const normalise = (label: string): string => {
  const plain = label
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\([^()]*\)/g, ' ');
  return withoutEnd(plain, /[\s:.?!–—-]/)
    .replace(/^[\s\d.)#]+/, '')
    .replace(/\s+/g, ' ');
};

/** The parts that a label names in so many words, as the catalogue lists them ("Situation and task" names two). */
export function exactParts(label: string): readonly PartName[] {
  const text = normalise(label);
  const whole = EXACT.get(text);
  if (whole) return [whole];
  const parts = text.split(/ and | & | ?\/ ?|, /).map((phrase) => EXACT.get(phrase));
  return parts.length > 1
    ? parts.filter((part) => part !== undefined && parts.every(Boolean)).map((part) => part as PartName)
    : [];
}

/** Whether a label is a letter that stands for a part. */
export function isLetter(label: string): boolean {
  const text = normalise(label);
  return text.length === 1 && EXACT.has(text);
}

/** The parts that a heading names, in whatever words. */
export function headingParts(heading: string): readonly PartName[] {
  const exact = exactParts(heading);
  if (exact.length > 0) return exact;
  const text = normalise(heading);
  if (text.split(' ').length > MAX_HEADING_WORDS) return [];
  return HEADINGS.filter(({ pattern }) => pattern.test(text))
    .slice(0, 1)
    .map(({ part }) => part);
}

const TIME = String.raw`(?:[ \t]{0,40}\([^)\n]{0,40}\))?`;
/** Before a label at the start of a line: "(1)", "2.", "⭐". */
const BULLET = String.raw`^[ \t]{0,40}(?:(?:\(?\d{1,2}[.)]|[^\p{L}\p{N}\s]{1,3})[ \t]{1,3})?`;
/** "Situation:", "S -", "TASK (0:20) ", "Goal—" at the start of a line. */
const LINE = new RegExp(
  String.raw`${BULLET}([A-Za-z][A-Za-z'’ /&,]{0,30}?)${TIME}[ \t]{0,40}(?::|[ \t][–—-](?=\s)|—(?=[\p{Lu}\p{N}]))`,
  'gmu',
);
/** "S - Situation:" */
const DOUBLED = new RegExp(
  String.raw`${BULLET}[A-Z][ \t]{1,3}[–—=-][ \t]{1,3}([A-Z][a-z]{2,20})(?::|[ \t][–—-](?=\s))`,
  'gmu',
);
/** "Situation" on a line of its own, with what it names on the next. */
const OWN_LINE =
  /(?:^|(?<=[.!?…)"'”’][ \t]{0,3}\r?\n))[ \t]{0,40}([A-Z][A-Za-z'’ ]{2,30})(?=[ \t]{0,3}\r?\n[ \t]{0,40}[\p{Lu}\p{N}"“])/gu;
const CAPITALS = new RegExp(
  String.raw`^[ \t]{0,40}([A-Z][A-Z'’ ]{2,30})(?:${TIME}(?=[ \t]{0,40}$)|[ \t]{0,40}\([^)\n]{0,40}\)|\.(?=\s))`,
  'gm',
);
const BEHIND = new RegExp(`^${TIME}[ \\t]{0,40}(?::|[–—-])?`);
const CAPITAL_COLON = /^[ \t]*([A-Z][A-Z'’, ]{2,30}):/gm;
/** "S: … T: …", "Situation: … Task: …" and "(S) … (T) …" in running text; marks of emphasis are blanks here. */
const RUNNING_COLON = /(?<=[.!?…)"'”’]\s{1,3})([STARL]|Situation|Task|Actions?|Results?|Learnings?):(?=\s)/g;
/** The next part in running text, in whatever words: "… My role: …", "… Result – …". */
const RUNNING_NEXT = new RegExp(
  String.raw`(?<=[.!?…)"'”’]\s{1,3})([A-Z][A-Za-z'’ ]{0,30}?)${TIME}(?::|[ \t][–—-])(?=\s)`,
  'g',
);
const COLON_OR_DASH_INSIDE = /[:–—-]\s*$/;
const COLON_OR_DASH_BEHIND = new RegExp(`^${TIME}(?:[ \\t]{0,40}:|[ \\t]{1,40}[–—-](?=\\s))`);
const REST_OF_WORD = /^[a-z]{1,20}/;
const BEGINS_WITH_CAPITAL = /^\s*\p{Lu}/u;
const BEGINS_SENTENCE = /^\s*["“]?[\p{Lu}\p{N}\p{Sc}]/u;
const DASH = /[–—-]/;
/** "(S)", "(Result)"; what "(a)" and "(b)" tell apart are no parts. */
const BRACKETS = /(?:^|(?<=\s))\(([A-Z]|[A-Za-z]{2,30})\)/g;

/** Whether nothing but marks of lists, quotations and emphasis stands between an offset and the start of its line. */
function beginsLine(text: string, offset: number): boolean {
  const start = endRunStart(text, /[\s>*-]/, offset);
  return start === 0 || text.slice(start, offset).includes('\n');
}

/**
 * Whether text in bold in the midst of a line names a part, rather than stress a word ("the **result** was …"). Without a colon or a
 * dash only the next part can begin, where a sentence does; in the midst of a sentence, a letter alone does for it, or a colon.
 */
function isRunningLabel(
  text: string,
  { label, start, end }: { readonly label: string; readonly start: number; readonly end: number },
  previous: Label | undefined,
): boolean {
  const behind = text.slice(end);
  const hasMark = COLON_OR_DASH_INSIDE.test(label) || COLON_OR_DASH_BEHIND.test(behind);
  const isFirst = endsSentence(text, start);
  if (hasMark && isFirst) return true;
  if (!previous || !BEGINS_WITH_CAPITAL.test(label)) return false;
  if (!follows(exactParts(label)[0], previous)) return false;
  if (isFirst) return BEGINS_SENTENCE.test(behind);
  return (
    BEGINS_WITH_CAPITAL.test(behind.replace(COLON_OR_DASH_BEHIND, '')) &&
    (hasMark || (isLetter(label) && isLetter(text.slice(previous.start, previous.end))))
  );
}

/** Whether a part comes behind that of another label. */
const follows = (part: PartName | undefined, { part: previous }: Label): boolean =>
  part !== undefined && PARTS.indexOf(part) > PARTS.indexOf(previous);

/** Whether what stands before an offset ends a sentence. */
function endsSentence(text: string, offset: number): boolean {
  const last = text.charAt(endRunStart(text, /\s/, offset) - 1);
  return last !== '' && '.!?…)"\'”’'.includes(last);
}

/** The labels inside a paragraph or list item, in order. */
export function findLabels({ kind, text, bold }: Block): Label[] {
  if (kind === 'heading') return [];
  const labels: Label[] = [];
  const add = (part: PartName | undefined, start: number, end: number, trailing = false): void => {
    if (part && !labels.some((label) => start < label.end && end > label.start))
      labels.push({ part, start, end, trailing });
  };
  for (const [start, stop] of bold) {
    // "**S**ituation" is one word.
    const rest = REST_OF_WORD.exec(text.slice(stop))?.[0] ?? '';
    const end = stop + rest.length;
    const label = rest ? text.slice(start, stop).trim() + rest : text.slice(start, stop);
    const exact = exactParts(label)[0];
    const isFirst = beginsLine(text, start);
    if (!isFirst && (!exact || !isRunningLabel(text, { label, start, end }, labels.at(-1)))) continue;
    const tail = BEHIND.exec(text.slice(end))?.[0].trimEnd().length ?? 0;
    const marked = /[:.?–—-]\s*$/.test(label) || tail > 0 || /^[ \t]*(?:\n|$)/.test(text.slice(end));
    add(exact ?? (marked ? headingParts(label)[0] : undefined), start, end + tail);
  }
  const find = (pattern: RegExp, partsOf: (label: string) => readonly PartName[]): void => {
    for (const match of text.matchAll(pattern))
      add(partsOf(match[1] ?? '')[0], match.index, match.index + match[0].length);
  };
  // Most paragraphs hold no colon, dash or bracket, and then no pattern that asks for one needs to look.
  const hasColon = text.includes(':');
  const hasMark = hasColon || DASH.test(text);
  if (hasMark) find(DOUBLED, exactParts);
  if (hasMark) find(LINE, exactParts);
  if (text.includes('\n')) find(OWN_LINE, exactParts);
  if (hasColon) find(CAPITAL_COLON, headingParts);
  find(CAPITALS, headingParts);
  if (hasColon) find(RUNNING_COLON, exactParts);
  const brackets = text.includes('(') ? [...text.matchAll(BRACKETS)] : [];
  const lastEnd = brackets.reduce((_, { 0: label, index }) => index + label.length, 0);
  // Behind what they name, where nothing comes behind the last.
  const trailing = text.slice(lastEnd).trim() === '' && text.slice(0, brackets[0]?.index).trim() !== '';
  for (const { 0: label, 1: name = '', index } of brackets)
    add(exactParts(name)[0], index, index + label.length, trailing);
  for (const { 0: label, 1: name = '', index } of hasMark && labels.length > 0 ? text.matchAll(RUNNING_NEXT) : []) {
    const previous = labels.reduce<Label | undefined>(
      (last, one) => (one.start < index && one.start > (last?.start ?? -1) ? one : last),
      undefined,
    );
    const [part] = exactParts(name);
    if (previous && follows(part, previous)) add(part, index, index + label.length);
  }
  labels.sort((a, b) => a.start - b.start);
  const allTrail = labels.every(({ trailing }) => trailing);
  return labels.filter(({ trailing }) => allTrail || !trailing);
}
