import type { Position } from '../types';
import { endRunStart } from './endRun';
import type { Span } from './span';

const BREAK = /[\r\n]/;

/** Turns offsets into lines and columns; `\n`, `\r\n` and a lone `\r` end a line. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    this.#text = text;
  }

  /** How many lines end in the text. */
  get breaks(): number {
    return this.#starts.length - 1;
  }

  /** Where a line, counted from 1, starts, and where it ends before its break. */
  line(line: number): Span {
    const start = this.#starts[line - 1] ?? this.#text.length;
    const end = endRunStart(this.#text, BREAK, this.#starts[line]);
    return { start, end: Math.max(start, end) };
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }
}
