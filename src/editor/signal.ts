import type { Disposable } from 'vscode';

/** Registers a listener; dispose of the result to remove it. Fits `vscode.Event`. */
export type Listen<T> = (listener: (event: T) => unknown) => Disposable;

/** A source of events that needs no editor, for modules that are tested without one. */
export class Signal<T> {
  readonly #listeners = new Set<(event: T) => unknown>();
  readonly #failed: ((error: unknown) => void) | undefined;

  /** What a listener that goes on for a while fails with is given to `failed`. */
  constructor(failed?: (error: unknown) => void) {
    this.#failed = failed;
  }

  readonly event: Listen<T> = (listener) => {
    const own = (event: T) => listener(event);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) {
      const outcome = listener(event);
      if (outcome instanceof Promise && this.#failed) outcome.catch(this.#failed);
    }
  }
}
