import { lemmaOf } from './lexicon';
import { readVocabulary, SYMBOL_CODES } from './phraseCode';
import { PhraseError } from './phrases';

export type WordClasses = ReadonlyMap<string, ReadonlySet<string>>;

/** What a word is to phrases. Words that are alike to them share one. */
export interface PhraseSymbol {
  readonly index: number;
  /** The tokens of the code that the word matches. */
  readonly matches: readonly number[];
  /** A bit for each of them by its last five bits, which tells at once of most tokens that the word does not match them. */
  readonly bits: number;
}

/** So many words are remembered; then it is begun anew. */
const MOST_KEPT = 20_000;
/** Prefixes are found by so many of their first letters. */
const OPENING = 3;

/** Tells what the words of texts are to phrases. */
export class PhraseSymbols {
  /** The tokens of the code are all below this one. */
  readonly tokens: number;
  readonly #words = new Map<string, number>();
  readonly #lemmas = new Map<string, number>();
  readonly #prefixes = new Map<string, (readonly [prefix: string, token: number])[]>();
  /** The classes that phrases speak of, by the words that belong to them. */
  readonly #classes = new Map<string, number[]>();
  /** By the text of a word, and by the base form that its sentence gives it. */
  readonly #known = new Map<string, Map<string, PhraseSymbol>>();
  /** By what they match. */
  readonly #symbols = new Map<string, PhraseSymbol>();

  /** Throws a PhraseError where a phrase speaks of a class that there is not. */
  constructor(vocabulary: string, classes: WordClasses) {
    const codes = readVocabulary(vocabulary);
    this.tokens = Math.max(...codes.values()) + 1;
    for (const [word, token] of codes) {
      const mark = word.at(-1);
      if (mark === '~') this.#lemmas.set(word.slice(0, -1), token);
      else if (mark === '*') this.#addPrefix(word.slice(0, -1), token);
      else this.#words.set(word, token);
    }
    for (const [name] of vocabulary.matchAll(/(?<= )@\S+/g)) this.#addClass(name, classes, codes.get(name) ?? 0);
  }

  /** What a word of a sentence is: its text, the base form that the sentence gives it, and whether it is a number. */
  symbol(text: string, lemma: string, isNumber: boolean): PhraseSymbol {
    let byLemma = this.#known.get(text);
    if (!byLemma) {
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      byLemma = new Map();
      this.#known.set(text, byLemma);
    }
    let symbol = byLemma.get(lemma);
    if (!symbol) {
      symbol = this.#share(this.#matches(text, lemma, isNumber));
      byLemma.set(lemma, symbol);
    }
    return symbol;
  }

  #addPrefix(prefix: string, token: number): void {
    const opening = prefix.slice(0, OPENING);
    this.#prefixes.set(opening, [...(this.#prefixes.get(opening) ?? []), [prefix, token]]);
  }

  #addClass(name: string, classes: WordClasses, token: number): void {
    const words = classes.get(name.slice(1));
    if (!words) throw new PhraseError(`there is no class of words "${name}"`, 0);
    for (const word of words) {
      const tokens = this.#classes.get(word);
      if (tokens) tokens.push(token);
      else this.#classes.set(word, [token]);
    }
  }

  #matches(text: string, lemma: string, isNumber: boolean): number[] {
    const matches = [SYMBOL_CODES.ANY];
    const add = (token: number | undefined): void => {
      if (token !== undefined && !matches.includes(token)) matches.push(token);
    };
    add(this.#words.get(text));
    add(this.#lemmas.get(lemma));
    add(this.#lemmas.get(lemmaOf(text)));
    // A prefix may be shorter than an opening.
    for (let length = 1; length <= OPENING; length++)
      for (const [prefix, token] of this.#prefixes.get(text.slice(0, length)) ?? [])
        if (text.startsWith(prefix)) add(token);
    for (const token of this.#classes.get(text) ?? []) add(token);
    if (isNumber) matches.push(SYMBOL_CODES.NUMBER);
    return matches;
  }

  #share(matches: readonly number[]): PhraseSymbol {
    const key = matches.join();
    let symbol = this.#symbols.get(key);
    if (!symbol) {
      symbol = { index: this.#symbols.size, matches, bits: matches.reduce((bits, token) => bits | (1 << token), 0) };
      this.#symbols.set(key, symbol);
    }
    return symbol;
  }
}

/** Whether a word matches a token of the code. */
export const isMatch = ({ matches, bits }: PhraseSymbol, token: number): boolean =>
  (bits & (1 << token)) !== 0 && matches.includes(token);
