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
 *     ^ honestly / on time $      the sentence's start and end
 *
 * A phrase matches across commas, brackets and quotation marks, never across other punctuation. There is no unbounded
 * repetition, so matching takes time in proportion to the sentence.
 */
export type Phrase = readonly Alternative[];
export type Alternative = readonly Item[];

export type Item =
  | { readonly type: 'word' | 'lemma' | 'prefix' | 'class'; readonly value: string; readonly optional: boolean }
  | { readonly type: 'any' | 'gap' | 'number' | 'start' | 'end'; readonly optional: boolean }
  | { readonly type: 'group'; readonly alternatives: Phrase; readonly optional: boolean };

export class PhraseError extends Error {
  /** Where in the phrase, in UTF-16 code units. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Reads a phrase; throws a PhraseError that tells what is wrong with it and where. */
export function parsePhrase(source: string): Phrase {
  const parser = new Parser(source);
  const phrase = parser.alternatives();
  parser.expectEnd();
  return phrase;
}

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  expectEnd(): void {
    if (this.#at < this.#source.length)
      throw new PhraseError(`unexpected "${this.#source.charAt(this.#at)}"`, this.#at);
  }

  alternatives(): Alternative[] {
    const alternatives: Alternative[] = [this.#sequence()];
    while (this.#source.charAt(this.#at) === '|') {
      this.#at++;
      alternatives.push(this.#sequence());
    }
    return alternatives;
  }

  #sequence(): Item[] {
    const start = this.#at;
    const items: Item[] = [];
    for (;;) {
      while (this.#source.charAt(this.#at) === ' ') this.#at++;
      const next = this.#source.charAt(this.#at);
      if (next === '' || next === '|' || next === ')') break;
      items.push(...(next === '(' ? [this.#group()] : this.#word()));
    }
    if (items.every(({ optional }) => optional))
      throw new PhraseError('a phrase needs at least one word that may not be left out', start);
    return items;
  }

  #group(): Item {
    const start = this.#at++;
    const alternatives = this.alternatives();
    if (this.#source.charAt(this.#at) !== ')') throw new PhraseError('this bracket is never closed', start);
    this.#at++;
    return { type: 'group', alternatives, optional: this.#optional() };
  }

  #optional(): boolean {
    if (this.#source.charAt(this.#at) !== '?') return false;
    this.#at++;
    return true;
  }

  #word(): Item[] {
    WORD.lastIndex = this.#at;
    const match = WORD.exec(this.#source);
    if (!match) throw new PhraseError(`unexpected "${this.#source.charAt(this.#at)}"`, this.#at);
    const word = match[0].toLowerCase();
    this.#at += word.length;
    const optional = this.#optional();
    const special = SPECIAL.get(word);
    if (special) return [{ type: special, optional }];
    if (word.startsWith('@')) return [{ type: 'class', value: word.slice(1), optional }];
    if (word.endsWith('~')) return [{ type: 'lemma', value: word.slice(0, -1), optional }];
    if (word.endsWith('*')) return [{ type: 'prefix', value: word.slice(0, -1), optional }];
    const clitic = word.includes("'") ? /^(.+)('(?:s|re|ve|ll|d|m))$/.exec(word) : null;
    return (clitic ? [clitic[1], clitic[2]] : [word]).map((value) => ({
      type: 'word' as const,
      value: value ?? '',
      optional,
    }));
  }
}

const WORD = /[^\s()|?]+/y;
const SPECIAL: ReadonlyMap<string, 'any' | 'gap' | 'number' | 'start' | 'end'> = new Map([
  ['_', 'any'],
  ['..', 'gap'],
  ['#', 'number'],
  ['^', 'start'],
  ['$', 'end'],
] as const);
