import type { PartName, PartOutline, Report } from '../core';
import { clockTime, counted, percent } from './format';

/** `Situation` for `situation`. */
export function partTitle(part: PartName): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}

/** `118 words · 46% · 0:52`; a part that nothing marks in the text is named. */
export function describePart({ part, words, share, seconds, marked }: PartOutline): string {
  const figures = `${counted(words, 'word')} · ${percent(share)} · ${clockTime(seconds)} spoken`;
  return marked ? figures : `${partTitle(part)}, as it reads · ${figures}`;
}

/** Which story of the document an offset stands in: its place in `outline` and `stories`. */
export function storyAt({ outline }: Report, offset: number): number {
  const index = outline.findLastIndex(({ start }) => start <= offset);
  return Math.max(0, index);
}
