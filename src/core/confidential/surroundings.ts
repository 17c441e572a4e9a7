import { sentenceSpans } from '../language/sentences';
import { type Token, tokenize } from '../language/tokens';
import { findLabels, type Label } from '../story/labels';
import type { Block } from '../text/markdown';
import { lastAtOrBefore } from '../text/regions';
import type { Span } from '../text/span';
import { once } from '../util/once';

type Piece = Pick<Block, 'start' | 'end' | 'text'>;
interface Split {
  readonly sentences: readonly Span[];
  readonly starts: readonly number[];
  readonly words: () => readonly Token[];
  readonly wordStarts: () => readonly number[];
}

/** The document in which terms are swapped. What many terms of a block ask for is read once. */
export class Surroundings {
  readonly text: string;
  /** Where the front matter ends. */
  readonly body: number;
  readonly #blocks: readonly Block[];
  readonly #starts: () => readonly number[];
  readonly #splits = new WeakMap<Piece, Split>();
  readonly #labels = new WeakMap<Block, readonly Label[]>();
  /** The last line outside of prose that was asked about. */
  #line: Piece = { start: 0, end: -1, text: '' };

  constructor(text: string, body: number, blocks: readonly Block[]) {
    this.text = text;
    this.body = body;
    this.#blocks = blocks;
    this.#starts = once(() => blocks.map(({ start }) => start));
  }

  blockAt(offset: number): Block | undefined {
    const block = this.#blocks[lastAtOrBefore(this.#starts(), offset)];
    return block && block.start <= offset && offset < block.end ? block : undefined;
  }

  /** The heading, or the title in the front matter, in which an offset stands. */
  titleAround(offset: number): Span | undefined {
    const block = this.blockAt(offset);
    if (block) return block.kind === 'heading' ? block : undefined;
    const line = this.#lineAt(offset);
    return offset < this.body && line.text.startsWith('title:')
      ? { start: line.start + 'title:'.length, end: line.end }
      : undefined;
  }

  labelsOf(block: Block): readonly Label[] {
    const labels = this.#labels.get(block) ?? findLabels(block);
    this.#labels.set(block, labels);
    return labels;
  }

  /** The sentence in which an offset stands; outside of prose, of its line. */
  sentenceAround(offset: number): Span {
    const piece = this.#pieceAt(offset);
    const { sentences, starts } = this.#split(piece);
    const last = sentences[lastAtOrBefore(starts, offset)];
    return last && last.start <= offset ? last : piece;
  }

  /** The words of the block in which an offset stands, or of its line; `at` is the first that does not begin before the offset. */
  wordsAround(offset: number): { readonly text: string; readonly words: readonly Token[]; readonly at: number } {
    const piece = this.#pieceAt(offset);
    const { words, wordStarts } = this.#split(piece);
    return { text: piece.text, words: words(), at: lastAtOrBefore(wordStarts(), offset - piece.start - 1) + 1 };
  }

  #split(piece: Piece): Split {
    const known = this.#splits.get(piece);
    if (known) return known;
    const sentences = sentenceSpans(piece);
    const words = once(() => tokenize(piece.text));
    const split = {
      sentences,
      starts: sentences.map(({ start }) => start),
      words,
      wordStarts: once(() => words().map(({ start }) => start)),
    };
    this.#splits.set(piece, split);
    return split;
  }

  #pieceAt(offset: number): Piece {
    return this.blockAt(offset) ?? this.#lineAt(offset);
  }

  #lineAt(offset: number): Piece {
    if (this.#line.start <= offset && offset <= this.#line.end) return this.#line;
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    const [text = ''] = this.text.slice(start).split(/[\r\n]/, 1);
    this.#line = { start, end: start + text.length, text };
    return this.#line;
  }
}
