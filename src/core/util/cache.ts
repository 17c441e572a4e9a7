/** A cache of at most `limit` values (at least 2), half of them those used last; one that is not used for as long gives way. */
export class BoundedCache<Value> {
  readonly #half: number;
  /** What was used since the last time that it was full. */
  #recent = new Map<string, Value>();
  #before = new Map<string, Value>();

  constructor(limit: number) {
    this.#half = Math.floor(limit / 2);
  }

  /** The value kept for the key, or a new one made by `make`. */
  get(key: string, make: (key: string) => Value): Value {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const value = this.#before.get(key) ?? make(key);
    if (this.#recent.size >= this.#half) {
      this.#before = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
    return value;
  }
}
