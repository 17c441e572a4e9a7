/** Lets those who want to write to the same files do so one after the other, in the order in which they come. */
export class WriteQueue {
  readonly #ends = new Map<string, Promise<void>>();

  /** Does a task when everything before it on any of these files has ended, well or badly. */
  run<T>(uris: readonly { toString(): string }[], task: () => Promise<T>): Promise<T> {
    const keys = new Set(uris.map(String));
    const turn = Promise.all([...keys].map((key) => this.#ends.get(key))).then(task);
    const end: Promise<void> = turn.then(
      () => this.#leave(keys, end),
      () => this.#leave(keys, end),
    );
    for (const key of keys) this.#ends.set(key, end);
    return turn;
  }

  #leave(keys: ReadonlySet<string>, end: Promise<void>): void {
    for (const key of keys) if (this.#ends.get(key) === end) this.#ends.delete(key);
  }
}
