import { SYMBOL_CODES } from './phraseCode';

const { END, OR, OPEN, OR_INNER, CLOSE, OPTIONAL, GAP, SET, SET_END, START } = SYMBOL_CODES;

const NOWHERE: readonly number[] = [];

/** Where the paths of phrases begin in their code, by the token that they may begin with. */
export class PhrasePaths {
  /** Where each phrase ends. */
  readonly ends: number[] = [];
  readonly #code: string;
  readonly #places: (number[] | undefined)[];
  /** Of these, those that hold anywhere; made when first asked for. */
  readonly #anywhere: (readonly number[] | undefined)[];
  /** Places from which a path holds only at the start of a sentence. */
  readonly #opening = new Set<number>();

  /** `tokens`: the characters of the code are all below this one. */
  constructor(code: string, tokens: number) {
    this.#code = code;
    this.#places = new Array(tokens);
    this.#anywhere = new Array(tokens);
    const [end, or] = [String.fromCharCode(END), String.fromCharCode(OR)];
    let at = 0;
    for (const phrase of code.split(end).slice(0, -1)) {
      for (const path of phrase.split(or)) {
        this.#begin(at);
        at += path.length + 1;
      }
      this.ends.push(at - 1);
    }
  }

  /** The places at which a path begins with a token: all of them at a sentence's start, else those that hold anywhere. */
  startingWith(token: number, atStart: boolean): readonly number[] {
    const places = this.#places[token] ?? NOWHERE;
    if (atStart || this.#opening.size === 0) return places;
    // Some tokens begin paths for every word that there is.
    this.#anywhere[token] ??= places.filter((place) => !this.#opening.has(place));
    return this.#anywhere[token];
  }

  #begin(start: number): void {
    const opening = this.#code.charCodeAt(start) === START;
    this.#list(opening ? start + 1 : start, opening);
  }

  /** Lists the first word from a place on, and what may stand first instead where words may be left out. */
  #list(start: number, opening: boolean): void {
    for (let at = start; ; at++) {
      const token = this.#code.charCodeAt(at);
      if (opening) this.#opening.add(at);
      if (token === OPEN) at = this.#listGroup(at, opening);
      else if (token === SET) at = this.#listSet(at);
      else this.#add(token, at);
      if (this.#code.charCodeAt(at + 1) === OPTIONAL) at++;
      else if (token !== GAP) return;
    }
  }

  #add(token: number, place: number): void {
    const places = this.#places[token];
    if (places) places.push(place);
    else this.#places[token] = [place];
  }

  /** Lists a set under each of its words; answers where it ends. */
  #listSet(set: number): number {
    for (let at = set + 1; ; at++) {
      const token = this.#code.charCodeAt(at);
      if (token === SET_END) return at;
      this.#add(token, set);
    }
  }

  /** Does so for each alternative of a group; answers where its bracket closes. */
  #listGroup(open: number, opening: boolean): number {
    this.#list(open + 1, opening);
    let depth = 0;
    for (let at = open + 1; ; at++) {
      const token = this.#code.charCodeAt(at);
      if (token === OPEN) depth++;
      else if (token === OR_INNER && depth === 0) this.#list(at + 1, opening);
      else if (token === CLOSE && depth-- === 0) return at;
    }
  }
}
