import { lemmaOf } from './lexicon';
import { type PhraseCode, readVocabulary, SYMBOL_CODES } from './phraseCode';
import { PhrasePaths } from './phrasePaths';
import { PhraseError } from './phrases';

export type WordClasses = ReadonlyMap<string, ReadonlySet<string>>;

/** Where phrases that have begun at one word may go on behind the words that led here. */
interface State {
  /** Places in the code; one in a gap lies a length of the code further on for each word that the gap has taken. */
  readonly places: number[];
  /** Phrases that are complete here, and those that are where the sentence ends here. */
  readonly ends: number[];
  readonly closes: number[];
  /** Where the next word leads, by its index. */
  next?: Map<number, State>;
}

/** What a word is to the phrases. Words that are alike to them share one. */
export interface PhraseSymbol {
  readonly index: number;
  /** The tokens of the code that the word matches. */
  readonly matches: readonly number[];
  /** A bit for each of them by its last five bits, which tells at once of most tokens that the word does not match them. */
  readonly bits: number;
  /** Behind the word, where phrases begin with it: anywhere, and at a sentence's start. Made when first asked for. */
  anywhere?: State;
  atStart?: State;
}

/** A gap (`..`) is up to so many words. */
const LONGEST_GAP = 4;
/** So many words, and steps from one to the next, are remembered; then it is begun anew. */
const MOST_KEPT = 20_000;
const { END, OR, OPEN, OR_INNER, CLOSE, OPTIONAL, ANY, GAP, NUMBER, LAST, SET, SET_END } = SYMBOL_CODES;

/**
 * Many phrases, looked for together. Their code is an automaton as it stands, which nothing unfolds: where phrases that begin
 * with a word go on is found by the code when a text first asks for it, and remembered.
 */
export class PhraseSet {
  readonly #code: string;
  readonly #numbers: ReadonlyMap<string, number>;
  /** The numbers of the classes that phrases speak of, by the words that belong to them. */
  readonly #classes = new Map<string, number[]>();
  readonly #prefixLengths: readonly number[];
  readonly #paths: PhrasePaths;
  readonly #symbols = new Map<string, PhraseSymbol>();
  readonly #words = new Map<string, Map<string, PhraseSymbol>>();
  /** How many words and steps are remembered. */
  #kept = 0;
  /** For each phrase, the last place at which it was counted; places are numbered through all sentences. */
  readonly #counted: Float64Array;
  #place = 0;
  /** For each place, gaps included, the last state that it was entered into; states are numbered as they are made. */
  readonly #entered: Uint32Array;
  #made = 0;

  /** Throws a PhraseError where a phrase speaks of a class that there is not. */
  constructor({ vocabulary, code }: PhraseCode, classes: WordClasses) {
    this.#code = code;
    this.#numbers = readVocabulary(vocabulary);
    const prefixLengths = new Set<number>();
    for (const [word, number] of this.#numbers) {
      if (word.endsWith('*')) prefixLengths.add(word.length - 1);
      if (!word.startsWith('@')) continue;
      const words = classes.get(word.slice(1));
      if (!words) throw new PhraseError(`there is no class of words "${word}"`, 0);
      for (const one of words) {
        const numbers = this.#classes.get(one);
        if (numbers) numbers.push(number);
        else this.#classes.set(one, [number]);
      }
    }
    this.#prefixLengths = [...prefixLengths];
    this.#paths = new PhrasePaths(code, Math.max(...this.#numbers.values()) + 1);
    this.#entered = new Uint32Array(code.length * (LONGEST_GAP + 1));
    this.#counted = new Float64Array(this.#paths.ends.length);
  }

  /** What a word of a sentence is to the phrases: its text, the base form that the sentence gives it, and whether it is a number. */
  symbol(text: string, lemma: string, isNumber: boolean): PhraseSymbol {
    let byLemma = this.#words.get(text);
    if (!byLemma) {
      if (this.#kept++ >= MOST_KEPT) this.#forget();
      byLemma = new Map();
      this.#words.set(text, byLemma);
    }
    let symbol = byLemma.get(lemma);
    if (!symbol) {
      symbol = this.#makeSymbol(text, lemma, isNumber);
      byLemma.set(lemma, symbol);
    }
    return symbol;
  }

  /**
   * Tells the index of a phrase for each place at which it occurs. No phrase reaches across an undefined symbol, which stands
   * for punctuation.
   */
  find(symbols: readonly (PhraseSymbol | undefined)[], tell: (id: number) => void): void {
    const counted = this.#counted;
    const before = this.#place + 1;
    this.match(symbols, (id, from) => {
      if (counted[id] === before + from) return;
      counted[id] = before + from;
      tell(id);
    });
    this.#place += symbols.length;
  }

  /** Tells of each occurrence the index of the phrase, and the symbols from `from` up to `to` that it takes. */
  match(symbols: readonly (PhraseSymbol | undefined)[], tell: (id: number, from: number, to: number) => void): void {
    const end = symbols.findLastIndex((symbol) => symbol !== undefined) + 1;
    for (let start = 0; start < end; start++) {
      const first = symbols[start];
      if (!first) continue;
      let state = this.#begin(first, start === 0);
      for (let at = start + 1; ; at++) {
        for (const id of state.ends) tell(id, start, at);
        if (at === end) for (const id of state.closes) tell(id, start, at);
        const symbol = state.places.length > 0 ? symbols[at] : undefined;
        if (!symbol) break;
        state = this.#step(state, symbol);
      }
    }
  }

  #makeSymbol(text: string, lemma: string, isNumber: boolean): PhraseSymbol {
    const matches = [ANY];
    const add = (token: string): void => {
      const number = this.#numbers.get(token);
      if (number !== undefined && !matches.includes(number)) matches.push(number);
    };
    add(text);
    add(`${lemma}~`);
    add(`${lemmaOf(text)}~`);
    for (const length of this.#prefixLengths) if (length <= text.length) add(`${text.slice(0, length)}*`);
    matches.push(...(this.#classes.get(text) ?? []));
    if (isNumber) matches.push(NUMBER);
    const key = matches.join();
    let symbol = this.#symbols.get(key);
    if (!symbol) {
      symbol = { index: this.#symbols.size, matches, bits: matches.reduce((bits, token) => bits | (1 << token), 0) };
      this.#symbols.set(key, symbol);
    }
    return symbol;
  }

  /** What is behind the first word of phrases. */
  #begin(symbol: PhraseSymbol, atStart: boolean): State {
    const known = atStart ? symbol.atStart : symbol.anywhere;
    if (known) return known;
    const state = this.#make();
    for (const token of symbol.matches)
      for (const place of this.#paths.startingWith(token, atStart)) this.#enter(this.#behind(place), state);
    for (const place of this.#paths.startingWith(GAP, atStart)) this.#enter(place + this.#code.length, state);
    if (atStart) symbol.atStart = state;
    else symbol.anywhere = state;
    return state;
  }

  #step(state: State, symbol: PhraseSymbol): State {
    state.next ??= new Map();
    const known = state.next.get(symbol.index);
    if (known) return known;
    const next = this.#make();
    for (const place of state.places) this.#pass(place, symbol, next);
    const leads = next.places.length + next.ends.length + next.closes.length > 0;
    state.next.set(symbol.index, leads ? next : NOWHERE);
    return next;
  }

  #make(): State {
    this.#made++;
    this.#kept++;
    return { places: [], ends: [], closes: [] };
  }

  /** Enters what is behind a place where the word fits there. */
  #pass(place: number, symbol: PhraseSymbol, state: State): void {
    const { length } = this.#code;
    const at = place < length ? place : place % length;
    const token = this.#code.charCodeAt(at);
    if (token === GAP) this.#enter(place + length, state);
    else if (token === SET) {
      let one = at + 1;
      while (this.#code.charCodeAt(one) !== SET_END && !matches(symbol, this.#code.charCodeAt(one))) one++;
      if (this.#code.charCodeAt(one) !== SET_END) this.#enter(this.#behind(at), state);
    } else if (matches(symbol, token)) this.#enter(at + 1, state);
  }

  /** Where it goes on behind a word or a set of words. */
  #behind(place: number): number {
    return this.#code.charCodeAt(place) === SET ? this.#code.indexOf(END_OF_SET, place) + 1 : place + 1;
  }

  /** Adds what can be reached from a place without another word. */
  #enter(place: number, state: State): void {
    if (this.#entered[place] === this.#made) return;
    this.#entered[place] = this.#made;
    const code = this.#code;
    const at = place < code.length ? place : place % code.length;
    const token = code.charCodeAt(at);
    if (token === END || token === OR) state.ends.push(this.#phraseAt(at));
    else if (token === LAST) state.closes.push(this.#phraseAt(at));
    else if (token === OPEN) this.#enterGroup(at, state);
    else if (token === OR_INNER) this.#enter(this.#behindGroup(at + 1), state);
    else if (token === CLOSE || token === OPTIONAL) this.#enter(at + 1, state);
    else {
      const isSpent = token === GAP && place >= code.length * LONGEST_GAP;
      if (!isSpent) state.places.push(place);
      const next = this.#behind(at);
      if (token === GAP) this.#enter(next, state);
      else if (code.charCodeAt(next) === OPTIONAL) this.#enter(next + 1, state);
    }
  }

  /** Adds the starts of a group's alternatives, and what is behind it where it may be left out. */
  #enterGroup(start: number, state: State): void {
    const code = this.#code;
    this.#enter(start + 1, state);
    let depth = 0;
    for (let at = start + 1; ; at++) {
      const token = code.charCodeAt(at);
      if (token === OPEN) depth++;
      else if (token === OR_INNER && depth === 0) this.#enter(at + 1, state);
      else if (token === CLOSE && depth-- === 0) {
        if (code.charCodeAt(at + 1) === OPTIONAL) this.#enter(at + 2, state);
        return;
      }
    }
  }

  /** Where it goes on behind the bracket that closes the group in which a place stands. */
  #behindGroup(place: number): number {
    const code = this.#code;
    let depth = 0;
    for (let at = place; ; at++) {
      if (code.charCodeAt(at) === OPEN) depth++;
      else if (code.charCodeAt(at) === CLOSE && depth-- === 0) return at + 1;
    }
  }

  #forget(): void {
    this.#words.clear();
    this.#symbols.clear();
    this.#kept = 0;
  }

  #phraseAt(place: number): number {
    const { ends } = this.#paths;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const END_OF_SET = String.fromCharCode(SET_END);

const NOWHERE: State = { places: [], ends: [], closes: [] };

const matches = ({ matches: own, bits }: PhraseSymbol, token: number): boolean =>
  (bits & (1 << token)) !== 0 && own.includes(token);
