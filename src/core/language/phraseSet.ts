import { lemmaOf } from './lexicon';
import { type PhraseCode, readVocabulary, SYMBOL_CODES } from './phraseCode';
import { PhrasePaths } from './phrasePaths';
import { PhraseError } from './phrases';

export type WordClasses = ReadonlyMap<string, ReadonlySet<string>>;

/** What a word is to the phrases: the tokens of their code that it matches. Words that are alike to them share one. */
export interface PhraseSymbol {
  readonly index: number;
  readonly matches: readonly number[];
}

/** What may come next wherever phrases that have begun at one word may stand. */
interface State {
  /** Places in the code; one in a gap lies a length of the code further on for each word that the gap has taken. */
  readonly places: readonly number[];
  /** The places by the token that stands there; made when first asked for. */
  byToken?: Map<number, number[]>;
  /** By the symbol's index; null where nothing goes on. */
  readonly next: Map<number, State | null>;
  /** Phrases that are complete here, and those that are where the sentence ends here. */
  readonly ends: readonly number[];
  readonly closes: readonly number[];
}

/** A gap (`..`) is up to so many words. */
const LONGEST_GAP = 4;
/** So many states and so many words are remembered; then it is begun anew. */
const MOST_KEPT = 20_000;
const { END, OR, OPEN, OR_INNER, CLOSE, OPTIONAL, ANY, GAP, NUMBER, LAST, SET, SET_END } = SYMBOL_CODES;

/**
 * Many phrases, looked for together. Their code is an automaton as it stands, which nothing unfolds: the places that may be
 * reached by a word make a state, made when it is first reached and kept, so that later it costs one look-up.
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
  readonly #states = new Map<string, State>();
  #inner = makeState();
  #outer = makeState();
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
      if (this.#words.size >= MOST_KEPT) this.#words.clear();
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
    if (this.#states.size >= MOST_KEPT) this.#forgetStates();
    for (let start = 0; start < end; start++) {
      let state: State | null = start === 0 ? this.#outer : this.#inner;
      for (let at = start; state && at < end; ) {
        const symbol = symbols[at++];
        if (!symbol) break;
        state = this.#step(state, symbol);
        if (!state) break;
        for (const id of state.ends) tell(id, start, at);
        if (at === end) for (const id of state.closes) tell(id, start, at);
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
      symbol = { index: this.#symbols.size, matches };
      this.#symbols.set(key, symbol);
    }
    return symbol;
  }

  #step(state: State, symbol: PhraseSymbol): State | null {
    const known = state.next.get(symbol.index);
    if (known !== undefined) return known;
    const behind = this.#advance(state, symbol);
    const next = behind.length === 0 ? null : this.#keep(this.#reach(behind), state);
    state.next.set(symbol.index, next);
    return next;
  }

  /** The places behind those that a symbol matches. */
  #advance(state: State, { matches }: PhraseSymbol): number[] {
    const code = this.#code;
    const behind: number[] = [];
    for (const token of matches)
      for (const place of this.#placesOf(state, token)) behind.push(this.#behind(place % code.length));
    for (const place of this.#placesOf(state, GAP)) behind.push(place + code.length);
    for (const place of this.#placesOf(state, SET)) {
      const end = this.#behind(place);
      const set = code.slice(place, end);
      if (matches.some((token) => set.includes(String.fromCharCode(token)))) behind.push(end);
    }
    return behind;
  }

  /** Where it goes on behind a word or a set of words. */
  #behind(place: number): number {
    return this.#code.charCodeAt(place) === SET ? this.#code.indexOf(END_OF_SET, place) + 1 : place + 1;
  }

  /** The places of a state at which a token stands. */
  #placesOf(state: State, token: number): readonly number[] {
    if (state === this.#outer) return this.#paths.startingWith(token, true);
    if (state === this.#inner) return this.#paths.startingWith(token, false);
    if (!state.byToken) {
      state.byToken = new Map();
      for (const place of state.places) {
        const own = this.#code.charCodeAt(place % this.#code.length);
        const places = state.byToken.get(own);
        if (places) places.push(place);
        else state.byToken.set(own, [place]);
      }
    }
    return state.byToken.get(token) ?? NOTHING;
  }

  /** The state that is kept for the same places; what one word leads to differs by the word. */
  #keep(state: State, from: State): State {
    if (from === this.#inner || from === this.#outer) return state;
    const key = `${state.places.join()};${state.ends.join()};${state.closes.join()}`;
    const known = this.#states.get(key);
    if (known) return known;
    this.#states.set(key, state);
    return state;
  }

  /** What can be reached from places without another word. */
  #reach(open: number[]): State {
    const code = this.#code;
    const entered = this.#entered;
    const state = { places: [] as number[], next: new Map(), ends: [] as number[], closes: [] as number[] };
    const number = ++this.#made;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (entered[place] === number) continue;
      entered[place] = number;
      const at = place % code.length;
      const token = code.charCodeAt(at);
      if (token === END || token === OR) state.ends.push(this.#phraseAt(at));
      else if (token === LAST) state.closes.push(this.#phraseAt(at));
      else if (token === OPEN) this.#enterGroup(at, open);
      else if (token === OR_INNER) open.push(this.#behindGroup(at + 1));
      else if (token === CLOSE || token === OPTIONAL) open.push(at + 1);
      else {
        const isSpent = token === GAP && place >= code.length * LONGEST_GAP;
        if (!isSpent) state.places.push(place);
        const next = this.#behind(at);
        if (token === GAP) open.push(next);
        else if (code.charCodeAt(next) === OPTIONAL) open.push(next + 1);
      }
    }
    return state;
  }

  /** Adds the starts of a group's alternatives, and what is behind it where it may be left out. */
  #enterGroup(start: number, open: number[]): void {
    const code = this.#code;
    open.push(start + 1);
    let depth = 0;
    for (let at = start + 1; ; at++) {
      const token = code.charCodeAt(at);
      if (token === OPEN) depth++;
      else if (token === OR_INNER && depth === 0) open.push(at + 1);
      else if (token === CLOSE && depth-- === 0) {
        if (code.charCodeAt(at + 1) === OPTIONAL) open.push(at + 2);
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

  #forgetStates(): void {
    this.#states.clear();
    this.#inner = makeState();
    this.#outer = makeState();
  }
}

const END_OF_SET = String.fromCharCode(SET_END);
const NOTHING: readonly number[] = [];

const makeState = (): State => ({ places: NOTHING, next: new Map(), ends: NOTHING, closes: NOTHING });
