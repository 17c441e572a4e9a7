import { byDate } from '../calendar/calendarDate';
import { foldName } from './mockNames';
import type { Mock } from './mocks';

/** How the scores of one dimension went. */
export interface Progress {
  readonly dimension: string;
  /** In the order of the days on which they were given. */
  readonly scores: readonly number[];
  /** The same in words and figures: "from 2 to 4, up". */
  readonly words: string;
}

/** The scores over time, a dimension each, those first that were scored first. Those are one that differ in no more than case, spaces and hyphens. */
export function progressOf(mocks: readonly Mock[]): Progress[] {
  const all = new Map<string, { dimension: string; scores: number[] }>();
  for (const { scores = {} } of inOrder(mocks)) {
    for (const [dimension, score] of Object.entries(scores)) {
      const key = foldName(dimension);
      const known = all.get(key) ?? { dimension, scores: [] };
      known.scores.push(score);
      all.set(key, known);
    }
  }
  return [...all.values()].map(({ dimension, scores }) => ({ dimension, scores, words: describe(scores) }));
}

/** The mean of all scores of a mock; undefined where it was given none. */
export function meanScore({ scores = {} }: Mock): number | undefined {
  const all = Object.values(scores);
  return all.length > 0 ? Math.round((all.reduce((sum, score) => sum + score, 0) / all.length) * 10) / 10 : undefined;
}

/** By day; those of one day as they stand in the log. */
export function inOrder<T extends Mock>(mocks: readonly T[]): T[] {
  return [...mocks].sort(byDate);
}

function describe(scores: readonly number[]): string {
  const [first = 0, ...later] = scores;
  const last = later.at(-1);
  if (last === undefined) return `${first}, scored once`;
  if (scores.every((score) => score === first)) return `${first} each time`;
  const trend = last > first ? 'up' : last < first ? 'down' : 'level';
  return `from ${first} to ${last}, ${trend}`;
}
