import type { Uri } from 'vscode';

/**
 * The files that are still to be read. One that nothing is known of is surveyed before any is judged, so that there is
 * soon something to show of each.
 */
export class ReadingQueue {
  readonly #unknown = new Map<string, Uri>();
  #known = new Map<string, Uri>();

  /** How many files nothing is known of. */
  get unknown(): number {
    return this.#unknown.size;
  }

  /** How many files are still to be read to the end. */
  get size(): number {
    return this.#unknown.size + this.#known.size;
  }

  /** Adds a file; one of which something is shown already need not be surveyed. */
  add(uri: Uri, isKnown: boolean): void {
    (isKnown ? this.#known : this.#unknown).set(uri.toString(), uri);
  }

  /** Puts files before the others, in this order. */
  prefer(files: Iterable<string>): void {
    const first = [...files].flatMap((file): [string, Uri][] => {
      const uri = this.#known.get(file);
      return uri ? [[file, uri]] : [];
    });
    if (first.length > 0) this.#known = new Map([...first, ...this.#known]);
  }

  /** Takes out what is next to be surveyed. */
  takeUnknown(count: number): Uri[] {
    return take(this.#unknown, count);
  }

  /** Takes out what is next to be judged. */
  takeKnown(count: number): Uri[] {
    return take(this.#known, count);
  }
}

function take(from: Map<string, Uri>, count: number): Uri[] {
  const taken = [...from].slice(0, count);
  for (const [key] of taken) from.delete(key);
  return taken.map(([, uri]) => uri);
}
