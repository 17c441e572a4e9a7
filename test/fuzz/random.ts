/** Numbers from 0 up to (and without) `below`, the same for the same seed. */
export type Random = (below: number) => number;

/** A generator of 32 bits (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A seed that stands for a text (FNV-1a), so that the text alone decides what a target does with it. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** One of a list that is not empty. */
export function pick<T>(random: Random, [first, ...rest]: readonly [T, ...T[]]): T {
  const at = random(rest.length + 1);
  return at === 0 ? first : (rest[at - 1] ?? first);
}
