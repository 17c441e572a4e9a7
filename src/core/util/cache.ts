/**
 * A cache of values that weigh `limit` together at most (at least 2), half of them those used last; one that is not used for as
 * long gives way, and one that weighs more than half of all is not kept.
 */
export class BoundedCache<Value> {
  readonly #half: number;
  readonly #weigh: (key: string) => number;
  /** What was used since the last time that it was full. */
  #recent = new Map<string, Value>();
  #before = new Map<string, Value>();
  /** What is recent weighs so much. */
  #weight = 0;

  /** A value weighs 1 where `weigh` does not tell otherwise. */
  constructor(limit: number, weigh: (key: string) => number = () => 1) {
    this.#half = Math.floor(limit / 2);
    this.#weigh = weigh;
  }

  /** The value kept for the key, or a new one made by `make`. */
  get(key: string, make: (key: string) => Value): Value {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const value = this.#before.get(key) ?? make(key);
    const weight = this.#weigh(key);
    if (weight > this.#half) return value;
    if (this.#weight + weight > this.#half) {
      this.#before = this.#recent;
      this.#recent = new Map();
      this.#weight = 0;
    }
    this.#recent.set(key, value);
    this.#weight += weight;
    return value;
  }
}
