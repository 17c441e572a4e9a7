import { type PhraseCode, SYMBOL_CODES } from './phraseCode';
import { PhrasePaths } from './phrasePaths';
import { isMatch, type PhraseSymbol, PhraseSymbols, type WordClasses } from './phraseSymbols';

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

/** A gap (`..`) is up to so many words. */
const LONGEST_GAP = 4;
/** So many states are remembered; then it is begun anew. */
const MOST_KEPT = 20_000;
const { END, OR, OPEN, OR_INNER, CLOSE, OPTIONAL, GAP, LAST, SET, SET_END } = SYMBOL_CODES;
/** Where anything may go on, whatever the word. */
const EVER = (1 << GAP) | (1 << SET);

/**
 * Many phrases, looked for together. Their code is an automaton as it stands, which nothing unfolds: where phrases that begin
 * with a word go on is found by the code when a text first asks for it, and remembered.
 */
export class PhraseSet {
  readonly #code: string;
  readonly #paths: PhrasePaths;
  readonly #symbols: PhraseSymbols;
  /** What is behind a first word, by its index: anywhere, and at a sentence's start. */
  #anywhere: State[] = [];
  #atStart: State[] = [];
  /** How many states have been kept. */
  #kept = 0;
  /** The state that is being made. */
  readonly #reached: State = { places: [], ends: [], closes: [] };
  /** For each phrase, the last place at which it was counted; places are numbered through all sentences. */
  readonly #counted: Float64Array;
  #place = 0;
  /** For each place, gaps included, the last state that it was entered into; states are numbered as they are made. */
  readonly #entered: Uint32Array;
  #made = 0;

  /** Throws a PhraseError where a phrase speaks of a class that there is not. */
  constructor({ vocabulary, code }: PhraseCode, classes: WordClasses) {
    this.#code = code;
    this.#symbols = new PhraseSymbols(vocabulary, classes);
    this.#paths = new PhrasePaths(code, this.#symbols.tokens);
    this.#entered = new Uint32Array(code.length * (LONGEST_GAP + 1));
    this.#counted = new Float64Array(this.#paths.ends.length);
  }

  /** What a word of a sentence is to the phrases: its text, the base form that the sentence gives it, and whether it is a number. */
  symbol(text: string, lemma: string, isNumber: boolean): PhraseSymbol {
    return this.#symbols.symbol(text, lemma, isNumber);
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
    if (this.#kept >= MOST_KEPT) this.#forget();
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

  /** What is behind the first word of phrases. */
  #begin(symbol: PhraseSymbol, atStart: boolean): State {
    const states = atStart ? this.#atStart : this.#anywhere;
    const known = states[symbol.index];
    if (known) return known;
    this.#made++;
    for (const token of symbol.matches)
      for (const place of this.#paths.startingWith(token, atStart)) this.#enter(this.#behind(place));
    for (const place of this.#paths.startingWith(GAP, atStart)) this.#enter(place + this.#code.length);
    const state = this.#keep();
    states[symbol.index] = state;
    return state;
  }

  #step(state: State, symbol: PhraseSymbol): State {
    state.next ??= new Map();
    const known = state.next.get(symbol.index);
    if (known) return known;
    this.#made++;
    const code = this.#code;
    const bits = symbol.bits | EVER;
    for (const place of state.places) {
      const at = place < code.length ? place : place % code.length;
      const token = code.charCodeAt(at);
      if ((bits & (1 << token)) === 0) continue;
      if (token === GAP) this.#enter(place + code.length);
      else if (token === SET ? this.#isInSet(symbol, at) : isMatch(symbol, token)) this.#enter(this.#behind(at));
    }
    const next = this.#keep();
    state.next.set(symbol.index, next);
    return next;
  }

  #isInSet(symbol: PhraseSymbol, set: number): boolean {
    const code = this.#code;
    let at = set + 1;
    while (code.charCodeAt(at) !== SET_END && !isMatch(symbol, code.charCodeAt(at))) at++;
    return code.charCodeAt(at) !== SET_END;
  }

  /** The state that has been reached; most words lead nowhere. */
  #keep(): State {
    this.#kept++;
    const { places, ends, closes } = this.#reached;
    if (places.length + ends.length + closes.length === 0) return NOWHERE;
    const state = { places: places.slice(), ends: ends.slice(), closes: closes.slice() };
    places.length = ends.length = closes.length = 0;
    return state;
  }

  /** Where it goes on behind a word or a set of words. */
  #behind(place: number): number {
    return this.#code.charCodeAt(place) === SET ? this.#code.indexOf(END_OF_SET, place) + 1 : place + 1;
  }

  /** Adds what can be reached from a place without another word. */
  #enter(place: number): void {
    if (this.#entered[place] === this.#made) return;
    this.#entered[place] = this.#made;
    const code = this.#code;
    const at = place < code.length ? place : place % code.length;
    const token = code.charCodeAt(at);
    if (token === END || token === OR) this.#reached.ends.push(this.#phraseAt(at));
    else if (token === LAST) this.#reached.closes.push(this.#phraseAt(at));
    else if (token === OPEN) this.#enterGroup(at);
    else if (token === OR_INNER) this.#enter(this.#behindGroup(at + 1));
    else if (token === CLOSE || token === OPTIONAL) this.#enter(at + 1);
    else {
      const isSpent = token === GAP && place >= code.length * LONGEST_GAP;
      if (!isSpent) this.#reached.places.push(place);
      const next = this.#behind(at);
      if (token === GAP) this.#enter(next);
      else if (code.charCodeAt(next) === OPTIONAL) this.#enter(next + 1);
    }
  }

  /** Adds the starts of a group's alternatives, and what is behind it where it may be left out. */
  #enterGroup(start: number): void {
    const code = this.#code;
    this.#enter(start + 1);
    let depth = 0;
    for (let at = start + 1; ; at++) {
      const token = code.charCodeAt(at);
      if (token === OPEN) depth++;
      else if (token === OR_INNER && depth === 0) this.#enter(at + 1);
      else if (token === CLOSE && depth-- === 0) {
        if (code.charCodeAt(at + 1) === OPTIONAL) this.#enter(at + 2);
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
    this.#anywhere = [];
    this.#atStart = [];
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
