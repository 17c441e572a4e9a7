import { closest, distance } from 'fastest-levenshtein';

/** The known word that someone most likely meant, if one is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 100) return undefined;
  const candidate = closest(word.toLowerCase(), known);
  // Two letters swapped count as two changes.
  const most = Math.min(candidate.length / 2, Math.max(2, candidate.length / 3));
  return distance(word.toLowerCase(), candidate) <= most ? candidate : undefined;
}

/** "Did you mean …?" where a known word is near, else the known words themselves. */
export function suggest(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
}
