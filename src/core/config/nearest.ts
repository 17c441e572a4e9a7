import { closest, distance } from 'fastest-levenshtein';

/** The fewest letters by which a longer name is known. */
const SHORT = 3;

/** The known word that someone most likely meant, if one is near enough: by its beginning, its letters or one of its words. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 100) return undefined;
  const written = word.toLowerCase();
  const candidate = closest(written, known);
  // Two letters swapped count as two changes.
  const most = Math.min(candidate.length / 2, Math.max(2, candidate.length / 3));
  const changes = distance(written, candidate);
  if (changes <= 1) return candidate;
  const isNear = changes <= most ? candidate : undefined;
  if (written.length < SHORT) return isNear;
  const among = (fits: (name: string) => boolean) => shortest(known.filter((name) => fits(name.toLowerCase())));
  return (
    among((name) => name.startsWith(written)) ??
    isNear ??
    among((name) => name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(written)))
  );
}

function shortest([first, ...others]: readonly string[]): string | undefined {
  return first === undefined ? undefined : others.reduce((best, one) => (one.length < best.length ? one : best), first);
}

/** "Did you mean …?" where a known word is near, else the known words themselves. */
export function suggest(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
}
