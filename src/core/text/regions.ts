import type { Edit } from '../types';
import { hasClosing } from './frontMatter';
import { findLongLines, LONGEST_TEXT } from './limits';
import { LineIndex } from './lines';
import { type Markdown, readMarkdown } from './markdown';

/**
 * A stretch of Markdown that means the same whatever stands around it: it begins where a block begins, and its last block
 * has ended with it. Everything in it is relative to its own start.
 */
export class Region implements Markdown {
  readonly text: string;
  readonly blocks: Markdown['blocks'];
  readonly comments: Markdown['comments'];
  readonly isEnded: boolean;
  /** Whether lines end in `\r\n`. */
  readonly hasCarriageReturns: boolean;
  /** Where lines stand that are too long to be read. */
  readonly longLines: readonly number[];
  readonly tooDeep: Markdown['tooDeep'];
  #lines: LineIndex | undefined;
  #hasFence: boolean | undefined;

  constructor(text: string) {
    this.text = text;
    this.hasCarriageReturns = text.includes('\r\n');
    const long = findLongLines(text);
    this.longLines = long.map(({ start }) => start);
    let read = text.length > LONGEST_TEXT ? '' : text;
    for (const { start, end } of long) read = read.slice(0, start) + ' '.repeat(end - start) + read.slice(end);
    const markdown = readMarkdown(read);
    this.blocks = markdown.blocks;
    this.comments = markdown.comments;
    this.isEnded = markdown.isEnded;
    this.tooDeep = markdown.tooDeep;
  }

  /** Whether a line of it closes front matter that is open above it, or at its first line. */
  get hasFence(): boolean {
    this.#hasFence ??= hasClosing(this.text);
    return this.#hasFence;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** Text as long as this is cut at blank lines as well as at headings, in UTF-16 code units. */
const LONG = 4000;
/** A line that begins a block in whatever comes before, unless that is code or HTML that goes on. */
const HEADING = /^#{1,6}[ \t]/;
const AT_HEADING = /(?<=[\n\r])(?=#{1,6}[ \t])/;
/** A letter at the start of a line behind a blank one is in no list and no quotation. */
const PARAGRAPH = /^[A-Za-z]/;
const BEFORE_PARAGRAPH = /\n[ \t]*\r?\n(?=[A-Za-z])/g;
const BLANK_END = /\n[ \t]*\r?\n$/;

/** Splits Markdown into regions, at least one; those that are known by their text are not read again. */
export function splitRegions(text: string, known: ReadonlyMap<string, Region> = new Map()): Region[] {
  if (text.length > LONGEST_TEXT) return [new Region(text)];
  const pieces = text.split(AT_HEADING).flatMap((piece) => (piece.length > LONG ? cutAtParagraphs(piece) : [piece]));
  const regions: Region[] = [];
  const read = (piece: string): Region => known.get(piece) ?? new Region(piece);
  for (let at = 0; at < pieces.length; ) {
    let region = read(pieces[at++] ?? '');
    // Twice as much each time, so that code without an end is read in linear time.
    for (let more = 1; !region.isEnded && at < pieces.length; more *= 2) {
      region = read(region.text + pieces.slice(at, at + more).join(''));
      at += more;
    }
    regions.push(region);
  }
  return regions;
}

function cutAtParagraphs(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(BEFORE_PARAGRAPH)) {
    const end = index + gap.length;
    if (end - start < LONG) continue;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return [...pieces, text.slice(start)];
}

/** The regions after a change of their text, whose starts are given; what the change does not touch stays as it is. */
export function editRegions(
  regions: readonly Region[],
  starts: readonly number[],
  { start, end, text }: Edit,
): Region[] {
  // What stands before a change may go on in it, and a region that begins at its end may begin no more.
  let first = lastAtOrBefore(starts, Math.max(0, start - 1));
  let last = lastAtOrBefore(starts, end);
  const touched = regions.slice(first, last + 1);
  const known = new Map(touched.map((region) => [region.text, region]));
  const base = starts[first] ?? 0;
  const before = touched.map((region) => region.text).join('');
  let edited = before.slice(0, start - base) + text + before.slice(end - base);
  while (first > 0 && !begins(edited, regions[first - 1]?.text ?? '')) edited = (regions[--first]?.text ?? '') + edited;
  const fresh = splitRegions(edited, known);
  for (let more = 1; fresh.at(-1)?.isEnded === false && last + 1 < regions.length; more *= 2) {
    const next = regions.slice(last + 1, last + 1 + more).map((region) => region.text);
    last += next.length;
    fresh.push(...splitRegions((fresh.pop()?.text ?? '') + next.join('')));
  }
  return [...regions.slice(0, first), ...fresh, ...regions.slice(last + 1)];
}

/** Whether a region may begin here. */
function begins(text: string, before: string): boolean {
  return HEADING.test(text) || (PARAGRAPH.test(text) && BLANK_END.test(before));
}

/** The index of the last number that is at most `value`; the first where there is none. */
export function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
