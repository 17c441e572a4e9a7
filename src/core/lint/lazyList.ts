/** A stretch of a list: how long it is, and what makes its values. */
export interface Stretch<Value> {
  readonly length: number;
  make(): readonly Value[];
}

/** A list that is counted without making any of its values; whoever goes through it makes a stretch when the first of it is reached. */
export class LazyList<Value> implements Iterable<Value> {
  readonly length: number;
  readonly #stretches: readonly Stretch<Value>[];

  constructor(stretches: readonly Stretch<Value>[]) {
    this.#stretches = stretches;
    this.length = stretches.reduce((count, { length }) => count + length, 0);
  }

  *[Symbol.iterator](): Generator<Value> {
    for (const stretch of this.#stretches) if (stretch.length > 0) yield* stretch.make();
  }
}
