import { closest, distance } from 'fastest-levenshtein';

/** The fewest letters by which a longer name is known. */
const SHORT = 3;
/** A shorter name is one of its own, even a letter away from another; so is a longer one, two letters away. */
const LEAST = { forOne: 5, forTwo: 8 };
/** A longer word is nobody's slip of the pen. */
const LONGEST = 100;

/** So many known words are all named, and of more than that so few. */
const [MOST_LISTED, FEW] = [20, 3];

/** The known word that someone most likely meant, if one is near enough: by its beginning, its letters or one of its words. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > LONGEST) return undefined;
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

/** "Did you mean …?" where a known word is near, else the known words themselves; of many, those that come nearest. */
export function suggest(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  if (known.length <= MOST_LISTED) return `Known here: ${known.join(', ')}.`;
  const written = word.slice(0, LONGEST).toLowerCase();
  const near = known.map((one) => ({ one, changes: distance(written, one.toLowerCase()) }));
  const named = near.sort((a, b) => a.changes - b.changes).slice(0, FEW);
  return `Of the ${known.length} known here, ${named.map(({ one }) => one).join(', ')} come nearest.`;
}

/**
 * The known names of which a free name is all but a letter or two, the nearest first; none where it is known. Names that
 * differ in their figures alone ("Panel 1", "Panel 2") stand for different things.
 */
export function misspelt(name: string, known: readonly string[]): string[] {
  const written = name.toLowerCase();
  if (written.length < LEAST.forOne || written.length > LONGEST) return [];
  const most = written.length < LEAST.forTwo ? 1 : 2;
  const near = known.map((one) => ({ one, changes: slips(written, one.toLowerCase()) }));
  if (near.some(({ changes }) => changes === 0)) return [];
  return near
    .filter(({ changes }) => changes <= most)
    .sort((a, b) => a.changes - b.changes)
    .map(({ one }) => one);
}

/** How many slips of the pen lead from one word to another; two letters swapped are one. */
function slips(word: string, other: string): number {
  if (word !== other && withoutFigures(word) === withoutFigures(other)) return Number.POSITIVE_INFINITY;
  const changes = distance(word, other);
  return changes === 2 && sortedLetters(word) === sortedLetters(other) ? 1 : changes;
}

function withoutFigures(word: string): string {
  return word.replace(/\d+/g, '0');
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}
