import { lemmaOf } from './lexicon';
import type { PhraseCode } from './phraseCode';
import { PhraseError, SYMBOL_NUMBERS } from './phrases';

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
const { END, OR, OPEN, OR_INNER, CLOSE, OPTIONAL, ANY, GAP, NUMBER, START, LAST } = SYMBOL_NUMBERS;

/**
 * Many phrases, looked for together. Their code is an automaton as it stands, which nothing unfolds: the places that may be
 * reached by a word make a state, made when it is first reached and kept, so that later it costs one look-up.
 */
export class PhraseSet {
  readonly #code: Uint16Array;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #classes: readonly (readonly [number, ReadonlySet<string>])[];
  readonly #prefixLengths: readonly number[];
  /** Where the code of each phrase ends. */
  readonly #phraseEnds: number[] = [];
  /** The places that open a path, by token; those that do so only at the start of a sentence apart. */
  readonly #first: number[][] = [];
  readonly #opening: number[][] = [];
  readonly #symbols = new Map<string, PhraseSymbol>();
  readonly #words = new Map<string, Map<string, PhraseSymbol>>();
  readonly #states = new Map<string, State>();
  #inner = makeState();
  #outer = makeState();
  /** For each phrase, the last place at which it was counted; places are numbered through all sentences. */
  readonly #counted: Float64Array;
  #place = 0;

  /** Throws a PhraseError where a phrase speaks of a class that there is not. */
  constructor({ vocabulary, code }: PhraseCode, classes: WordClasses) {
    this.#code = code;
    this.#numbers = new Map(vocabulary.map((word, number) => [word, number]));
    this.#classes = vocabulary.flatMap((word, number) => {
      if (!word.startsWith('@')) return [];
      const words = classes.get(word.slice(1));
      if (!words) throw new PhraseError(`there is no class of words "${word}"`, 0);
      return [[number, words] as const];
    });
    const prefixes = vocabulary.filter((word) => word.endsWith('*'));
    this.#prefixLengths = [...new Set(prefixes.map(({ length }) => length - 1))];
    this.#indexPaths();
    this.#counted = new Float64Array(this.#phraseEnds.length);
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
   * The indexes of the phrases that occur, and how often; a phrase is counted once at each place. No phrase reaches across an
   * undefined symbol, which stands for punctuation.
   */
  find(symbols: readonly (PhraseSymbol | undefined)[]): Map<number, number> {
    const found = new Map<number, number>();
    const counted = this.#counted;
    const end = symbols.findLastIndex((symbol) => symbol !== undefined) + 1;
    if (this.#states.size >= MOST_KEPT) this.#forgetStates();
    for (let start = 0; start < end; start++) {
      const place = ++this.#place;
      let state: State | null = start === 0 ? this.#outer : this.#inner;
      for (let at = start; state && at < end; ) {
        const symbol = symbols[at++];
        if (!symbol) break;
        state = this.#step(state, symbol);
        if (!state) break;
        const closes = at === end ? state.closes : NOTHING;
        for (const id of closes.length === 0 ? state.ends : [...state.ends, ...closes]) {
          if (counted[id] === place) continue;
          counted[id] = place;
          found.set(id, (found.get(id) ?? 0) + 1);
        }
      }
    }
    return found;
  }

  #indexPaths(): void {
    const code = this.#code;
    let isStart = true;
    for (let at = 0; at < code.length; at++) {
      if (isStart) {
        const opens = code[at] === START;
        const list = opens ? this.#opening : this.#first;
        const { places } = this.#reach([opens ? at + 1 : at]);
        for (const place of places) {
          const token = code[place] ?? 0;
          const known = list[token];
          if (known) known.push(place);
          else list[token] = [place];
        }
      }
      isStart = code[at] === END || code[at] === OR;
      if (code[at] === END) this.#phraseEnds.push(at);
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
    for (const [number, words] of this.#classes) if (words.has(text)) matches.push(number);
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
    const next = this.#findState(this.#advance(state, symbol));
    state.next.set(symbol.index, next);
    return next;
  }

  /** The places behind those that a symbol matches. */
  #advance(state: State, { matches }: PhraseSymbol): number[] {
    const code = this.#code;
    const behind: number[] = [];
    const pass = (place: number): void => {
      const at = place % code.length;
      const token = code[at] ?? END;
      if (token === GAP) behind.push(place + code.length);
      else if (matches.includes(token)) behind.push(code[at + 1] === OPTIONAL ? at + 2 : at + 1);
    };
    for (const place of state.places) pass(place);
    if (state !== this.#inner && state !== this.#outer) return behind;
    for (const token of [...matches, GAP]) {
      this.#first[token]?.forEach(pass);
      if (state === this.#outer) this.#opening[token]?.forEach(pass);
    }
    return behind;
  }

  #findState(entered: readonly number[]): State | null {
    if (entered.length === 0) return null;
    const state = this.#reach(entered);
    const key = `${state.places.join()};${state.ends.join()};${state.closes.join()}`;
    const known = this.#states.get(key);
    if (known) return known;
    this.#states.set(key, state);
    return state;
  }

  /** What can be reached from places without another word. */
  #reach(entered: readonly number[]): State {
    const code = this.#code;
    const places = new Set<number>();
    const ends = new Set<number>();
    const closes = new Set<number>();
    const open = [...entered];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const at = place % code.length;
      const token = code[at];
      if (token === END || token === OR) ends.add(this.#phraseAt(at));
      else if (token === LAST) closes.add(this.#phraseAt(at));
      else if (token === OPEN) this.#enterGroup(at, open);
      else if (token === OR_INNER) open.push(this.#behindGroup(at + 1));
      else if (token === CLOSE || token === OPTIONAL) open.push(at + 1);
      else {
        const isSpent = token === GAP && place >= code.length * LONGEST_GAP;
        if (!isSpent) places.add(place);
        if (token === GAP) open.push(at + 1);
        else if (code[at + 1] === OPTIONAL) open.push(at + 2);
      }
    }
    return makeState([...places].sort(ascending), [...ends].sort(ascending), [...closes].sort(ascending));
  }

  /** Adds the starts of a group's alternatives, and what is behind it where it may be left out. */
  #enterGroup(start: number, open: number[]): void {
    const code = this.#code;
    open.push(start + 1);
    let depth = 0;
    for (let at = start + 1; ; at++) {
      const token = code[at];
      if (token === OPEN) depth++;
      else if (token === OR_INNER && depth === 0) open.push(at + 1);
      else if (token === CLOSE && depth-- === 0) {
        if (code[at + 1] === OPTIONAL) open.push(at + 2);
        return;
      }
    }
  }

  /** Where it goes on behind the bracket that closes the group in which a place stands. */
  #behindGroup(place: number): number {
    const code = this.#code;
    let depth = 0;
    for (let at = place; ; at++) {
      if (code[at] === OPEN) depth++;
      else if (code[at] === CLOSE && depth-- === 0) return at + 1;
    }
  }

  #phraseAt(place: number): number {
    let low = 0;
    let high = this.#phraseEnds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#phraseEnds[middle] ?? 0) < place) low = middle + 1;
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

const NOTHING: readonly number[] = [];
const ascending = (a: number, b: number): number => a - b;

function makeState(
  places: readonly number[] = NOTHING,
  ends: readonly number[] = NOTHING,
  closes: readonly number[] = NOTHING,
): State {
  return { places, next: new Map(), ends, closes };
}
