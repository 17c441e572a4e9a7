import { lemmaOf } from './lexicon';

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
type Alternative = readonly Item[];

type Item =
  | { readonly type: 'word' | 'lemma' | 'prefix' | 'class'; readonly value: string; readonly optional: boolean }
  | { readonly type: 'any' | 'gap' | 'number' | 'start' | 'end'; readonly optional: boolean }
  | { readonly type: 'group'; readonly alternatives: Phrase; readonly optional: boolean };

const LONGEST_GAP = 4;

/** What a phrase is matched against. */
export interface PhraseWord {
  readonly text: string;
  readonly lemma: string;
  readonly number: boolean;
  /** Punctuation that no phrase reaches across. */
  readonly barrier: boolean;
}

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
    const match = /^[^\s()|?]+/.exec(this.#source.slice(this.#at));
    if (!match) throw new PhraseError(`unexpected "${this.#source.charAt(this.#at)}"`, this.#at);
    const word = match[0].toLowerCase();
    this.#at += word.length;
    const optional = this.#optional();
    const special = SPECIAL.get(word);
    if (special) return [{ type: special, optional }];
    if (word.startsWith('@')) return [{ type: 'class', value: word.slice(1), optional }];
    if (word.endsWith('~')) return [{ type: 'lemma', value: word.slice(0, -1), optional }];
    if (word.endsWith('*')) return [{ type: 'prefix', value: word.slice(0, -1), optional }];
    const clitic = /^(.+)('(?:s|re|ve|ll|d|m))$/.exec(word);
    return (clitic ? [clitic[1], clitic[2]] : [word]).map((value) => ({
      type: 'word' as const,
      value: value ?? '',
      optional,
    }));
  }
}

const SPECIAL: ReadonlyMap<string, 'any' | 'gap' | 'number' | 'start' | 'end'> = new Map([
  ['_', 'any'],
  ['..', 'gap'],
  ['#', 'number'],
  ['^', 'start'],
  ['$', 'end'],
] as const);

/** Many phrases, looked for together: an index by first word leaves few to try at each place. */
export class PhraseSet {
  readonly #classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #byWord = new Map<string, number[]>();
  readonly #byLemma = new Map<string, number[]>();
  readonly #byPrefix = new Map<string, number[]>();
  readonly #anywhere: number[] = [];
  readonly #phrases: readonly Phrase[];

  constructor(phrases: readonly Phrase[], classes: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#phrases = phrases;
    this.#classes = classes;
    for (const [id, phrase] of phrases.entries()) for (const alternative of phrase) this.#index(alternative, id);
  }

  #index(items: Alternative, id: number): void {
    const add = (map: Map<string, number[]>, key: string): void => {
      const ids = map.get(key);
      if (!ids) map.set(key, [id]);
      else if (ids.at(-1) !== id) ids.push(id);
    };
    for (const item of items) {
      if (item.type === 'word') add(this.#byWord, item.value);
      else if (item.type === 'lemma') add(this.#byLemma, item.value);
      else if (item.type === 'prefix') add(this.#byPrefix, item.value.slice(0, 2));
      else if (item.type === 'class') for (const word of this.#classes.get(item.value) ?? []) add(this.#byWord, word);
      else if (item.type === 'group') for (const alternative of item.alternatives) this.#index(alternative, id);
      else if (this.#anywhere.at(-1) !== id) this.#anywhere.push(id);
      if (!item.optional) return;
    }
  }

  /** The indexes of the phrases that occur, and how often; a phrase is counted once at each place. */
  find(words: readonly PhraseWord[]): Map<number, number> {
    const found = new Map<number, number>();
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (!word || word.barrier) continue;
      const lists = [
        this.#byWord.get(word.text),
        this.#byLemma.get(word.lemma),
        this.#byPrefix.get(word.text.slice(0, 2)),
        this.#anywhere,
      ];
      const tried = new Set<number>();
      for (const id of lists.flatMap((list) => list ?? [])) {
        if (tried.has(id)) continue;
        tried.add(id);
        if (this.#phrases[id]?.some((items) => this.#match(items, 0, words, at, () => true)))
          found.set(id, (found.get(id) ?? 0) + 1);
      }
    }
    return found;
  }

  #match(
    items: Alternative,
    i: number,
    words: readonly PhraseWord[],
    at: number,
    then: (at: number) => boolean,
  ): boolean {
    const item = items[i];
    if (!item) return then(at);
    const rest = (next: number): boolean => this.#match(items, i + 1, words, next, then);
    if (item.optional && rest(at)) return true;
    switch (item.type) {
      case 'start':
        return at === 0 && rest(at);
      case 'end':
        return words.slice(at).every(({ barrier }) => barrier) && rest(at);
      case 'group':
        return item.alternatives.some((alternative) => this.#match(alternative, 0, words, at, rest));
      case 'gap':
        for (let skip = 0; skip <= LONGEST_GAP; skip++) {
          if (rest(at + skip)) return true;
          if (words[at + skip]?.barrier ?? true) return false;
        }
        return false;
      default: {
        const word = words[at];
        return word !== undefined && !word.barrier && this.#fits(item, word) && rest(at + 1);
      }
    }
  }

  #fits(item: Item, word: PhraseWord): boolean {
    switch (item.type) {
      case 'word':
        return word.text === item.value;
      case 'lemma':
        return word.lemma === item.value || word.text === item.value || lemmaOf(word.text) === item.value;
      case 'prefix':
        return word.text.startsWith(item.value);
      case 'class':
        return this.#classes.get(item.value)?.has(word.text) ?? false;
      case 'number':
        return word.number;
      default:
        return true;
    }
  }
}
