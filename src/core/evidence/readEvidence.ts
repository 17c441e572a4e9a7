import { suggest } from '../config/nearest';
import type { Objection } from '../config/problem';
import { SCORE } from '../mocks/score';

/**
 * What a comment `<!-- starl: ... -->` on a checklist item asks for: one demand, or several with "and" between them.
 *
 *     stories >= 8                    stories written
 *     clean stories >= 8              of them those to which nothing is objected
 *     clean stories all               every one
 *     competencies >= 9               competencies of the profile that a story shows well (or "all")
 *     questions >= 20                 questions of the profile that a story answers well (or "all")
 *     mocks >= 5                      mock interviews logged
 *     mocks (behavioral) >= 2         of that kind
 *     mocks (score >= 4) >= 3         scored so much, over all dimensions
 *     speech <= 30                    an elevator speech that takes so many seconds at most
 */
export type Demand =
  | { readonly figure: 'stories'; readonly atLeast: number }
  | { readonly figure: 'clean stories' | 'competencies' | 'questions'; readonly atLeast: number | 'all' }
  | {
      readonly figure: 'mocks';
      readonly atLeast: number;
      readonly kind?: string | undefined;
      readonly score?: number | undefined;
    }
  | { readonly figure: 'speech'; readonly seconds: number };

export interface EvidenceReading {
  /** Empty where anything is wrong. */
  readonly demands: readonly Demand[];
  /** Offsets are those of the text that was given. */
  readonly objections: readonly Objection[];
}

export const FIGURES = ['stories', 'clean stories', 'competencies', 'questions', 'mocks', 'speech'] as const;
type Figure = (typeof FIGURES)[number];

const TOKEN = /\p{L}+|\d+(?:\.\d+)?|[<>]=|[^\s]/gu;
const MOST = 999;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads what an item asks for. Never throws. */
export function readEvidence(text: string): EvidenceReading {
  try {
    return { demands: new Parser(text).read(), objections: [] };
  } catch (error) {
    if (error instanceof Wrong) return { demands: [], objections: [error] };
    throw error;
  }
}

class Wrong extends Error implements Objection {
  readonly start: number;
  readonly end: number;

  constructor(message: string, { start, end }: Pick<Token, 'start' | 'end'>) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
      text: word.toLowerCase(),
      start: index,
      end: index + word.length,
    }));
  }

  read(): Demand[] {
    const demands = [this.#demand()];
    while (this.#at < this.#tokens.length) {
      this.#expect('and', 'Write "and" between two demands, or end here.');
      demands.push(this.#demand());
    }
    return demands;
  }

  #demand(): Demand {
    const figure = this.#figure();
    if (figure === 'speech') {
      this.#expect('<=', 'Write how long the speech may take, as in: speech <= 30');
      return { figure, seconds: this.#number(1, MOST) };
    }
    const filters = figure === 'mocks' ? this.#filters() : {};
    if (figure !== 'mocks' && figure !== 'stories' && this.#next() === 'all') return { figure, atLeast: this.#all() };
    this.#expect('>=', `Write how many there have to be, as in: ${figure} >= 5`);
    if (figure === 'mocks') return { figure, ...filters, atLeast: this.#number(1, MOST) };
    if (figure !== 'stories' && this.#next() === 'all') return { figure, atLeast: this.#all() };
    return { figure, atLeast: this.#number(1, MOST) };
  }

  #all(): 'all' {
    this.#at++;
    return 'all';
  }

  #figure(): Figure {
    const first = this.#take(`Write what has to be reached: ${FIGURES.join(', ')}.`);
    const isPair = first.text === 'clean' && this.#next() === 'stories';
    const name = isPair ? 'clean stories' : first.text;
    if (isPair) this.#at++;
    const figure = FIGURES.find((known) => known === name);
    if (figure) return figure;
    throw new Wrong(`There is no figure "${first.text}". ${suggest(first.text, FIGURES)}`, first);
  }

  /** `(behavioral, score >= 4)` */
  #filters(): { kind?: string; score?: number } {
    if (this.#next() !== '(') return {};
    const filters: { kind?: string; score?: number } = {};
    do {
      this.#at++;
      if (this.#next() === 'score') {
        this.#at++;
        this.#expect('>=', 'Write the least score, as in: mocks (score >= 4) >= 3');
        filters.score = this.#number(SCORE.min, SCORE.max);
      } else {
        filters.kind = this.#words();
      }
    } while (this.#next() === ',');
    this.#expect(')', 'Close the bracket.');
    return filters;
  }

  #words(): string {
    const first = this.#take('Write which kind of mock is meant, as in: mocks (behavioral) >= 2');
    let last = first;
    while (![',', ')', undefined].includes(this.#next())) last = this.#take('');
    if ([',', ')'].includes(first.text)) throw new Wrong('Write which kind of mock is meant.', first);
    return this.#text.slice(first.start, last.end);
  }

  #number(min: number, max: number): number {
    const token = this.#take(`Write a number from ${min} to ${max}.`);
    const value = Number(token.text);
    if (value >= min && value <= max && (Number.isInteger(value) || max === SCORE.max)) return value;
    throw new Wrong(`Write a number from ${min} to ${max}.`, token);
  }

  #expect(text: string, otherwise: string): void {
    const token = this.#take(otherwise);
    if (token.text !== text) throw new Wrong(otherwise, token);
  }

  #next(): string | undefined {
    return this.#tokens[this.#at]?.text;
  }

  #take(otherwise: string): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw new Wrong(otherwise, { start: 0, end: this.#text.length });
    this.#at++;
    return token;
  }
}
