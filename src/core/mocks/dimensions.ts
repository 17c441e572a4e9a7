import { foldName } from './mockNames';
import type { Mock } from './mocks';
import { progressOf } from './progress';

/** A dimension by which a profile scores. */
export interface RubricDimension {
  readonly id: string;
  readonly title: string;
}

/** What may be scored: what the log scores already, in its own spelling, and then what else the profile scores. */
export function dimensionsOf(mocks: readonly Mock[], rubric: readonly RubricDimension[]): string[] {
  const own = progressOf(mocks).map(({ dimension }) => dimension);
  const isOwn = (name: string): boolean => own.some((one) => foldName(one) === foldName(name));
  const more = rubric.filter(({ id, title }) => !isOwn(id) && !isOwn(title));
  return [...own, ...more.map(({ title }) => title.toLowerCase())];
}

/** How to write scores: an example made of the first of the dimensions. */
export function scoresExample([first = 'clarity', second]: readonly string[]): string {
  return second === undefined ? `${first} 3` : `${first} 3, ${second} 4`;
}
