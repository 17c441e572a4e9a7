import type { RuleFix } from '../rules/rule';
import { LineIndex } from '../text/lines';
import { moveBy } from '../text/moveBy';

/** Something wrong in a file that the user owns, in words that say what to do about it. */
export interface Problem {
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** Offsets in the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** What may have been meant. */
  readonly fixes?: readonly RuleFix[];
}

/** A problem whose line and column have still to be counted. */
export interface Objection {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fixes?: readonly RuleFix[];
}

/** Writes what is meant in place of what stands in a range. */
export function changeTo(meant: string, { start, end }: Pick<Objection, 'start' | 'end'>, text = meant): RuleFix {
  return { title: `Change to ${meant}`, edits: [{ start, end, text }], safe: false };
}

/** Places an objection to a part of a text in the whole of it. */
export function movedBy(by: number): (objection: Objection) => Objection {
  const move = moveBy(by);
  return ({ fixes, ...objection }) => ({
    ...move(objection),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) })) }),
  });
}

/** How many problems of one file are told; more would help nobody. */
const MOST = 20;

/** Puts objections in the order of the text, counts their lines and keeps them within the text. */
export function toProblems(text: string, objections: readonly Objection[]): Problem[] {
  if (objections.length === 0) return [];
  const lines = new LineIndex(text);
  return [...objections]
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST)
    .map(({ message, fixes, ...range }) => {
      const start = Math.min(Math.max(range.start, 0), text.length);
      const end = Math.min(Math.max(range.end, start), text.length);
      const { line, column } = lines.position(start);
      return { message, line, column, start, end, ...(fixes && { fixes }) };
    });
}
