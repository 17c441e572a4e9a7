import { LineIndex } from '../text/lines';

/** A text with `\n` alone for line breaks, whose offsets lead back to the source. */
export class SourceMap {
  readonly text: string;
  readonly #from: number;
  readonly #lines: LineIndex;
  /** Where, in `text`, the breaks stand that were two characters. */
  readonly #pairs: readonly number[];

  /** What of the source stands before `from` is left out. */
  constructor(source: string, from: number) {
    const rest = source.slice(from);
    const pairs = [...rest.matchAll(/\r\n/g)].map(({ index }, count) => index - count);
    this.text = rest.replace(/\r\n?/g, '\n');
    this.#from = from;
    this.#lines = new LineIndex(source);
    this.#pairs = pairs;
  }

  /** The offset in the source; a line's end is before its break. */
  offset(at: number): number {
    return this.#from + at + this.#pairsBefore(at);
  }

  /** The line of the source, from 1. */
  line(at: number): number {
    return this.#lines.position(this.offset(at)).line;
  }

  #pairsBefore(at: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
