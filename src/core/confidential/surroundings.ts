import { sentenceSpans } from '../language/sentences';
import { findLabels, type Label } from '../story/labels';
import type { Block } from '../text/markdown';
import { lastAtOrBefore } from '../text/regions';
import type { Span } from '../text/span';

type Piece = Pick<Block, 'start' | 'end' | 'text'>;
interface Split {
  readonly sentences: readonly Span[];
  readonly starts: readonly number[];
}

/** The document in which terms are swapped. What many terms of a block ask for is read once. */
export class Surroundings {
  readonly text: string;
  /** Where the front matter ends. */
  readonly body: number;
  readonly #blocks: readonly Block[];
  readonly #split = new WeakMap<Piece, Split>();
  readonly #labels = new WeakMap<Block, readonly Label[]>();
  /** The last line outside of prose that was asked about. */
  #line: Piece = { start: 0, end: -1, text: '' };

  constructor(text: string, body: number, blocks: readonly Block[]) {
    this.text = text;
    this.body = body;
    this.#blocks = blocks;
  }

  blockAt(offset: number): Block | undefined {
    return this.#blocks.find(({ start, end }) => start <= offset && offset < end);
  }

  labelsOf(block: Block): readonly Label[] {
    const labels = this.#labels.get(block) ?? findLabels(block);
    this.#labels.set(block, labels);
    return labels;
  }

  /** The sentence in which an offset stands; outside of prose, of its line. */
  sentenceAround(offset: number): Span {
    const piece = this.blockAt(offset) ?? this.#lineAt(offset);
    const { sentences, starts } = this.#sentencesOf(piece);
    const last = sentences[lastAtOrBefore(starts, offset)];
    return last && last.start <= offset ? last : piece;
  }

  #sentencesOf(piece: Piece): Split {
    const known = this.#split.get(piece);
    if (known) return known;
    const sentences = sentenceSpans(piece);
    const split = { sentences, starts: sentences.map(({ start }) => start) };
    this.#split.set(piece, split);
    return split;
  }

  #lineAt(offset: number): Piece {
    if (this.#line.start <= offset && offset <= this.#line.end) return this.#line;
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    const [text = ''] = this.text.slice(start).split(/[\r\n]/, 1);
    this.#line = { start, end: start + text.length, text };
    return this.#line;
  }
}
