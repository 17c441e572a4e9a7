import type { Edit, Position } from '../types';
import { bodyStart, openingEnd } from './frontMatter';
import { LineIndex } from './lines';
import { editRegions, lastAtOrBefore, type Region, splitRegions } from './regions';

/** A document in pieces: its front matter, and the regions of its Markdown. An edited one shares what was not touched. */
export class DocumentText {
  /** The front matter with its fences, or the byte order mark; empty where there is neither. */
  readonly head: string;
  readonly regions: readonly Region[];
  /** Where each region starts in the document. */
  readonly starts: readonly number[];
  readonly length: number;
  readonly hasCarriageReturns: boolean;
  /** Whether any text is left unread, as it is too long or too deep. */
  readonly #isPartly: boolean;
  #text: string | undefined;
  /** How many lines end before each region. */
  #linesBefore: readonly number[] | undefined;
  #headLines: LineIndex | undefined;

  private constructor(head: string, regions: readonly Region[]) {
    this.head = head;
    this.regions = regions;
    let at = head.length;
    let returns = head.includes('\r\n');
    let partly = false;
    this.starts = regions.map((region) => {
      returns ||= region.hasCarriageReturns;
      partly ||= region.longLines.length > 0 || region.tooDeep.length > 0;
      at += region.text.length;
      return at - region.text.length;
    });
    this.length = at;
    this.hasCarriageReturns = returns;
    this.#isPartly = partly;
  }

  static read(text: string): DocumentText {
    const end = bodyStart(text);
    return new DocumentText(text.slice(0, end), splitRegions(text.slice(end)));
  }

  /** The whole text; put together when first asked for. */
  get text(): string {
    this.#text ??= this.head + this.regions.map(({ text }) => text).join('');
    return this.#text;
  }

  /** Where lines stand that are too long to be read. */
  get longLines(): number[] {
    return this.#places(({ longLines }) => longLines);
  }

  /** Where text starts that is nested too deeply to be read. */
  get tooDeep(): number[] {
    return this.#places(({ tooDeep }) => tooDeep);
  }

  /** The text from the region that starts at an offset to the end of the one that starts at another. */
  slice(from: number, last: number): string {
    const regions = this.regions.slice(lastAtOrBefore(this.starts, from), lastAtOrBefore(this.starts, last) + 1);
    return regions.map(({ text }) => text).join('');
  }

  /** The document after a change. A change that does not fit is a RangeError. */
  with(change: Edit): DocumentText {
    const { start, end, text } = change;
    if (!(0 <= start && start <= end && end <= this.length))
      throw new RangeError(`a change from ${start} to ${end} does not fit a text of ${this.length} code units`);
    const isBelow = start === this.head.length ? /^\uFEFF?$|\n$/.test(this.head) : start > this.head.length;
    if (isBelow) return this.#withRegions(editRegions(this.regions, this.starts, change));
    // Within front matter that is closed by its last line as before, the Markdown stays as it is.
    const head = this.head.slice(0, start) + text + this.head.slice(end);
    const isClosed = end <= this.head.length && head.endsWith('\n') && bodyStart(head) === head.length;
    if (isClosed) return new DocumentText(head, this.regions);
    return DocumentText.read(this.text.slice(0, start) + text + this.text.slice(end));
  }

  /** Line and column of an offset. */
  position(offset: number): Position {
    this.#headLines ??= new LineIndex(this.head);
    this.#linesBefore ??= this.#countLines(this.#headLines.breaks);
    const isInHead = offset < this.head.length;
    const region = isInHead ? -1 : lastAtOrBefore(this.starts, offset);
    const start = isInHead ? 0 : (this.starts[region] ?? 0);
    const lines = isInHead ? this.#headLines : this.regions[region]?.lines;
    const found = lines?.position(offset - start) ?? { line: 1, column: 1 };
    const line = found.line + (this.#linesBefore[region] ?? 0);
    // A byte order mark ends no line.
    return { line, column: found.column + (line === 1 ? start : 0), offset };
  }

  /** Other Markdown below the same front matter. Where there was none, the Markdown may begin with some. */
  #withRegions(regions: readonly Region[]): DocumentText {
    const edited = new DocumentText(this.head, regions);
    const first = regions[0]?.text ?? '';
    const isClosed = openingEnd(first) !== undefined && regions.some(({ hasFence }) => hasFence);
    return this.head.length <= 1 && (isClosed || bodyStart(first) > 0) ? DocumentText.read(edited.text) : edited;
  }

  #places(inRegion: (region: Region) => readonly number[]): number[] {
    if (!this.#isPartly) return [];
    return this.regions.flatMap((region, i) => inRegion(region).map((offset) => (this.starts[i] ?? 0) + offset));
  }

  #countLines(inHead: number): number[] {
    let lines = inHead;
    return this.regions.map((region) => {
      lines += region.lines.breaks;
      return lines - region.lines.breaks;
    });
  }
}
