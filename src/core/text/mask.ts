/** Stands for code, images and addresses: a word of its own that means nothing. */
export const FILLER = '\uFFFC';

/** A stretch of source in which markup is covered without moving anything. */
export class Mask {
  readonly start: number;
  readonly end: number;
  readonly #source: string;
  readonly #covers: { start: number; end: number; by: string; hides: boolean }[] = [];

  constructor(source: string, start: number, end: number) {
    this.#source = source;
    this.start = start;
    this.end = end;
  }

  /** The same mask, ending earlier. */
  until(end: number): Mask {
    const mask = new Mask(this.#source, this.start, end);
    for (const cover of this.#covers) mask.#covers.push(cover);
    return mask;
  }

  /** Covers marks by spaces. */
  blank(start: number, end: number): void {
    this.#covers.push({ start, end, by: ' ', hides: false });
  }

  /** Covers by spaces what says something of its own, as an address or a comment does. */
  hide(start: number, end: number): void {
    this.#covers.push({ start, end, by: ' ', hides: true });
  }

  /** Covers a stretch by fillers, so that it still counts as a word. */
  fill(start: number, end: number): void {
    this.#covers.push({ start, end, by: FILLER, hides: true });
  }

  /** Where something is covered that is more than marks; offsets relative to the stretch. */
  hidden(): (readonly [number, number])[] {
    return this.#covers.flatMap(({ start, end, hides }) => (hides ? [[start - this.start, end - this.start]] : []));
  }

  /** The stretch with everything covered; exactly as long as the source. */
  read(): string {
    let text = '';
    let at = this.start;
    for (const { start, end, by } of this.#covers.sort((a, b) => a.start - b.start)) {
      if (start < at || start >= this.end) continue;
      const to = Math.min(end, this.end);
      text += this.#source.slice(at, start) + by.repeat(to - start);
      at = to;
    }
    return text + this.#source.slice(at, this.end);
  }
}
