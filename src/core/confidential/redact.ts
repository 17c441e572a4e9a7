import { findFrontMatter } from '../text/frontMatter';
import { readMarkdown } from '../text/markdown';
import { lastAtOrBefore } from '../text/regions';
import { plainSnippet } from '../text/snippet';
import type { Span } from '../text/span';
import type { Edit } from '../types';
import { Surroundings } from './surroundings';
import { keepMarks, swapTerm, wholeName } from './swap';
import type { TermFinder, TermMatch } from './termFinder';

/** Stands for a term for which there is nothing to say instead. No term can match it. */
const BAR = '■■■';

const HEADING = '# ';

/** A text without confidential terms. */
export interface Redacted {
  readonly text: string;
  /** Tells what has become of a span of the text as it was; a term that it cuts counts as a whole. */
  readonly part: (span: Span) => string;
}

/** Takes confidential terms out of Markdown texts, by the user's own stand-ins where there are any. */
export class Redactor {
  readonly #finder: TermFinder;

  constructor(finder: TermFinder) {
    this.#finder = finder;
  }

  /** A title without them, as it would stand in a heading. */
  redactTitle(title: string): string {
    return this.redact(`${HEADING}${title}`).text.slice(HEADING.length);
  }

  /** A text without them. */
  redact(text: string): Redacted {
    const matches = this.#finder.find(text);
    if (matches.length === 0) return { text, part: ({ start, end }) => text.slice(start, end) };
    const body = findFrontMatter(text)?.end ?? 0;
    const surroundings = new Surroundings(text, body, readMarkdown(text, body).blocks);
    const swaps = withoutOverlap(matches.map((match) => swap(match, surroundings, this.#finder)));
    const swapped = applyInOrder(text, swaps);
    // What stands around a stand-in may make a term with it.
    const bars = this.#finder.find(swapped).map((match) => bar(match, swapped));
    const barred = applyInOrder(swapped, bars);
    const [swapMoves, barMoves] = [movesBy(swaps), movesBy(bars)];
    const part = (span: Span): string => {
      const { start, end } = barMoves(swapMoves(span));
      return barred.slice(start, end);
    };
    return { text: barred, part };
  }
}

function swap(match: TermMatch, surroundings: Surroundings, finder: TermFinder): Edit {
  const { say } = match.term;
  const isLeak = say === undefined || finder.find(say).length > 0;
  const [fix] = isLeak ? [] : swapTerm(match, surroundings);
  const [edit] = fix?.edits ?? [];
  return edit
    ? { ...edit, text: fix?.snippet ? plainSnippet(edit.text) : edit.text }
    : bar(wholeName(match, surroundings), surroundings.text);
}

function bar({ start, end }: Span, text: string): Edit {
  return { start, end, text: keepMarks(text.slice(start, end), BAR) };
}

/** The same edits, none of which begins before the one in front of it has ended. */
function withoutOverlap(edits: readonly Edit[]): Edit[] {
  let at = 0;
  return edits.map((edit) => {
    const start = Math.max(at, edit.start);
    at = edit.end;
    return { ...edit, start };
  });
}

function applyInOrder(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let written = '';
  for (const { start, end, text: replacement } of edits) {
    written += text.slice(at, start) + replacement;
    at = end;
  }
  return written + text.slice(at);
}

/** Tells where a span stands once edits, in order, have been made, with all of what has been written at its ends. */
function movesBy(edits: readonly Edit[]): (span: Span) => Span {
  const starts = edits.map(({ start }) => start);
  const ends = edits.map(({ end }) => end);
  /** How much longer the text is behind the first, the first two and so on. */
  const shifts = [0];
  for (const { start, end, text } of edits) shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start));
  return ({ start, end }) => {
    const before = countUpTo(ends, start);
    const touched = Math.max(before, countUpTo(starts, end - 1));
    const isTouched = touched > before;
    const from = isTouched ? Math.min(start, starts[before] ?? start) : start;
    const to = isTouched ? Math.max(end, ends[touched - 1] ?? end) : end;
    return { start: from + (shifts[before] ?? 0), end: to + (shifts[touched] ?? 0) };
  };
}

/** How many of numbers in order are at most `value`. */
function countUpTo(sorted: readonly number[], value: number): number {
  const last = lastAtOrBefore(sorted, value);
  return (sorted[last] ?? Number.POSITIVE_INFINITY) <= value ? last + 1 : 0;
}
