import type { CueStory } from './cueSheet';

/** How a page is set: in how many columns, how many lines these have for stories, and how many letters fit into a line. */
interface Setting {
  readonly columns: number;
  readonly lines: number;
  readonly width: number;
}

/** Measured on A4 and Letter with the longest of words, at the sizes that `formats.ts` prints in. */
const ROOMY: Setting = { columns: 1, lines: 44, width: 90 };
/** Smaller, in two columns. */
const DENSE: Setting = { columns: 2, lines: 56, width: 46 };

/** Stories as they stand on one page. */
export interface FittedPage<T> {
  readonly isDense: boolean;
  readonly stories: readonly T[];
  /** Those for which there is no room. */
  readonly leftOut: readonly T[];
}

/** Chooses the larger print where all stories fit in it, and leaves out the last ones where not even the smaller one holds them. */
export function fitPage<T extends Pick<CueStory, 'title' | 'notes' | 'lines'>>(stories: readonly T[]): FittedPage<T> {
  if (take(stories, ROOMY) === stories.length) return { isDense: false, stories, leftOut: [] };
  // A story by itself is never left out.
  const count = Math.max(1, take(stories, DENSE));
  return { isDense: true, stories: stories.slice(0, count), leftOut: stories.slice(count) };
}

/** How many of the first stories fit; none stands in two columns. */
function take(
  stories: readonly Pick<CueStory, 'title' | 'notes' | 'lines'>[],
  { columns, lines, width }: Setting,
): number {
  const rows = (text: string): number => Math.max(1, Math.ceil(text.length / width));
  let [column, room] = [1, lines];
  const next = stories.findIndex(({ title, notes, lines: parts }) => {
    const own = [title, ...notes, ...parts.map(({ text }) => text)].reduce((sum, text) => sum + rows(text), 1);
    if (own > room && column < columns) [column, room] = [column + 1, lines];
    room -= own;
    return room < 0;
  });
  return next < 0 ? stories.length : next;
}
