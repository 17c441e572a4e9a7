import type { Disposable } from 'vscode';

/** Registers a listener; dispose of the result to remove it. Fits `vscode.Event`. */
export type Listen<T> = (listener: (event: T) => unknown) => Disposable;

/** A source of events that needs no editor, for modules that are tested without one. */
export class Signal<T> {
  readonly #listeners = new Set<(event: T) => unknown>();

  readonly event: Listen<T> = (listener) => {
    const own = (event: T) => listener(event);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
