import type { Edit } from '../types';
import { lineEnd, lineStart } from './lineBreaks';
import type { Span } from './span';

/** Removes a comment and, where it has its line to itself, the line; the paragraphs around it stay apart, by one blank line. */
export function removeComment(text: string, { start, end }: Span): Edit {
  const line = lineAround(text, start, end);
  const before = text.slice(line.start, start);
  const after = text.slice(end, line.end);
  if (before.trim() === '' && after.trim() === '') {
    const next = behindBreak(text, line.end);
    const below = lineAround(text, next, next);
    const [hasAbove, hasBelow] = [hasText(text, lineBefore(text, line.start)), hasText(text, below)];
    if (hasAbove && hasBelow) return { start: line.start, end: line.end, text: '' };
    // Of two blank lines one is enough.
    const isBetweenBlanks = line.start > 0 && !hasAbove && !hasBelow;
    return { start: line.start, end: isBetweenBlanks ? behindBreak(text, below.end) : next, text: '' };
  }
  if (before.trim() === '') return { start, end: end + after.length - after.trimStart().length, text: '' };
  // A space on one side is enough, and none is wanted at the end of a line.
  const spaces = /^\S/.test(after) ? 0 : before.length - before.trimEnd().length;
  return { start: start - spaces, end, text: '' };
}

/** Where the next line begins, given where one ends before its break. */
function behindBreak(text: string, end: number): number {
  return end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

function hasText(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() !== '';
}

function lineBefore(text: string, lineStart: number): Span {
  const end = Math.max(0, text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1);
  return lineStart === 0 ? { start: 0, end: 0 } : lineAround(text, end, end);
}

function lineAround(text: string, start: number, end: number): Span {
  return { start: lineStart(text, start), end: lineEnd(text, end) };
}
