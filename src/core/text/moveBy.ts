import type { Span } from './span';

/** Moves what has a place in a text, by UTF-16 code units. */
export const moveBy =
  (by: number) =>
  <Placed extends Span>(placed: Placed): Placed =>
    by === 0 ? placed : { ...placed, start: placed.start + by, end: placed.end + by };
