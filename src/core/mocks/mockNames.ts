import { misspelt } from '../yaml/nearest';

/** A kind of mock, or what it is scored by, without what tells no two apart: case, spaces, hyphens, the British spelling. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace('behaviour', 'behavior');
}

/** The name of some that one is a slip of the pen away from; undefined where it is one of them, or like none. */
export function meantName(name: string, known: readonly string[]): string | undefined {
  const folded = foldName(name);
  return known.some((one) => foldName(one) === folded) ? undefined : misspelt(name, known)[0];
}
