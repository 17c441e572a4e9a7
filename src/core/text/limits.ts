import type { Span } from './span';

/** A longer text is not judged: 2 MB of plain English, in UTF-16 code units. */
export const LONGEST_TEXT = 2 * 1024 * 1024;
/** A line that is longer is left out of what is judged, in UTF-16 code units. */
export const LONGEST_LINE = 20_000;
/** How many findings of a document are shown; an editor's list takes about 1000. */
export const MOST_SHOWN = 500;

/** Where the lines that are too long to be judged start and end. */
export function findLongLines(text: string): Span[] {
  if (text.length <= LONGEST_LINE) return [];
  const lines = [...text.matchAll(/[^\r\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  return lines.filter(({ start, end }) => end - start > LONGEST_LINE);
}
