/**
 * Phrases over the words of a sentence, for evidence and for the users' own rules. A phrase is words with spaces between:
 *
 *     couldn't be bothered        these words, in lower case
 *     drag~ their feet            `drag` in any form (drags, dragged, dragging)
 *     micromanag*                 any word that starts so
 *     (not|never) my fault        alternatives, of one or more words
 *     (really)? my                may be left out
 *     never _ again               `_` is any one word
 *     if .. had                   `..` is up to four words
 *     @people refused             any word of the class `people`
 *     #                           a number
 *     ^ honestly / on time $      the sentence's start and end; only at a path's own ends, outside of brackets
 *
 * A phrase matches across commas, brackets and quotation marks, never across other punctuation. There is no unbounded
 * repetition, so matching takes time in proportion to the sentence.
 */

/**
 * A phrase, checked and cut into its symbols and words: `(not|never ever) my` is `( not | never ever ) my`. A group of which each
 * alternative is one word is a set: `(not|never) my` is `[ not never ] my`.
 */
export type PhraseTokens = readonly string[];

/** What has a meaning of its own in a phrase; `END` closes a phrase and `OR` parts the paths of one, outside of brackets. */
export const SYMBOLS = {
  END: ';',
  OR: '||',
  OPEN: '(',
  OR_INNER: '|',
  CLOSE: ')',
  SET: '[',
  SET_END: ']',
  OPTIONAL: '?',
  ANY: '_',
  GAP: '..',
  NUMBER: '#',
  START: '^',
  LAST: '$',
} as const;

export class PhraseError extends Error {
  /** Where in the phrase, in UTF-16 code units. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Reads a phrase; throws a PhraseError that tells what is wrong with it and where. */
export function parsePhrase(source: string): PhraseTokens {
  const parser = new Parser(source);
  parser.alternatives(SYMBOLS.OR);
  parser.expectEnd();
  return parser.tokens;
}

class Parser {
  readonly tokens: string[] = [];
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  expectEnd(): void {
    if (this.#at < this.#source.length)
      throw new PhraseError(`unexpected "${this.#source.charAt(this.#at)}"`, this.#at);
  }

  alternatives(or: string): void {
    this.#sequence();
    while (this.#source.charAt(this.#at) === '|') {
      this.#at++;
      this.tokens.push(or);
      this.#sequence();
    }
  }

  #sequence(): void {
    const start = this.#at;
    let required = 0;
    for (;;) {
      while (this.#source.charAt(this.#at) === ' ') this.#at++;
      const next = this.#source.charAt(this.#at);
      if (next === '' || next === '|' || next === ')') break;
      if (next === '(') this.#group();
      else this.#word();
      if (this.tokens.at(-1) !== SYMBOLS.OPTIONAL) required++;
    }
    if (required === 0) throw new PhraseError('a phrase needs at least one word that may not be left out', start);
  }

  #group(): void {
    const start = this.#at++;
    this.#depth++;
    const from = this.tokens.push(SYMBOLS.OPEN);
    this.alternatives(SYMBOLS.OR_INNER);
    if (this.#source.charAt(this.#at) !== ')') throw new PhraseError('this bracket is never closed', start);
    this.#at++;
    this.#depth--;
    this.#closeGroup(from);
    if (this.#optional()) this.tokens.push(SYMBOLS.OPTIONAL);
  }

  /** Closes the group whose tokens are those from an index on. */
  #closeGroup(from: number): void {
    const inner = this.tokens.slice(from);
    const isSet = inner.every((token, i) => (i % 2 === 1 ? token === SYMBOLS.OR_INNER : token !== SYMBOLS.GAP));
    if (!isSet) this.tokens.push(SYMBOLS.CLOSE);
    else
      this.tokens.splice(
        from - 1,
        inner.length + 1,
        SYMBOLS.SET,
        ...inner.filter((_, i) => i % 2 === 0),
        SYMBOLS.SET_END,
      );
  }

  #optional(): boolean {
    if (this.#source.charAt(this.#at) !== '?') return false;
    this.#at++;
    return true;
  }

  /** An anchor is nothing but an end of a path. */
  #checkAnchor(word: string): void {
    const source = this.#source;
    const path = source.slice(source.lastIndexOf('|', this.#at) + 1, this.#at);
    const behind = source.slice(this.#at + 1).trimStart();
    const isOpen = this.#depth === 0;
    if (word === SYMBOLS.START && !(isOpen && path.trim() === ''))
      throw new PhraseError('"^" stands only where a phrase begins, outside of brackets', this.#at);
    if (word === SYMBOLS.LAST && !(isOpen && (behind === '' || behind.startsWith('|'))))
      throw new PhraseError('"$" stands only where a phrase ends, outside of brackets', this.#at);
  }

  #word(): void {
    const match = WORD.exec(this.#source.slice(this.#at));
    if (!match) throw new PhraseError(`unexpected "${this.#source.charAt(this.#at)}"`, this.#at);
    const word = match[0].toLowerCase();
    this.#checkAnchor(word);
    this.#at += word.length;
    const optional = this.#optional();
    const [, stem = word, clitic] = /^(.+)('(?:s|re|ve|ll|d|m))$/.exec(word) ?? [];
    for (const part of clitic ? [stem, clitic] : [word])
      this.tokens.push(part, ...(optional ? [SYMBOLS.OPTIONAL] : []));
  }
}

const WORD = /^[^\s()|?;[\]]+/;
