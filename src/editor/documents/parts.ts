import type { PartName, PartOutline, Report, StoryOutline } from '../../core';
import { capital, clockTime, counted, percent } from '../ui/format';

/** `Situation` for `situation`. */
export function partTitle(part: PartName): string {
  return capital(part);
}

/** `118 words · 46% · 0:52`; a part that nothing marks in the text is named. */
export function describePart({ part, words, share, seconds, marked }: PartOutline): string {
  const figures = `${counted(words, 'word')} · ${percent(share)} · ${clockTime(seconds)} spoken`;
  return marked ? figures : `${partTitle(part)}, as it reads · ${figures}`;
}

/**
 * The stories of a document with the parts whose figures say something: a design sheet is not told, and a speech has only
 * the parts that it marks; what is told in passing has no figures.
 */
export function toldIn({ kind, outline }: Report): readonly StoryOutline[] {
  if (kind === 'design') return [];
  const says = ({ marked, words }: PartOutline): boolean => marked || (kind !== 'speech' && words > 0);
  return outline.map((story) => ({ ...story, parts: story.parts.filter(says) }));
}

/** Which story of the document an offset stands in: its place in `outline` and `stories`. */
export function storyAt({ outline }: Report, offset: number): number {
  const index = outline.findLastIndex(({ start }) => start <= offset);
  return Math.max(0, index);
}
