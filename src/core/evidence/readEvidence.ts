import { SCORE } from '../mocks/score';
import { nearest, suggest } from '../yaml/nearest';
import { changeTo, type Objection } from '../yaml/problem';

/**
 * What a comment `<!-- starl: ... -->` on a checklist item asks for: one demand, or several with "and" between them.
 *
 *     stories >= 8                    stories written
 *     clean stories >= 8              of them those to which nothing is objected
 *     clean stories all               every one
 *     competencies >= 9               competencies of the profile to which a story is mapped as strong (or "all")
 *     questions >= 20                 questions of the profile to which a story is mapped as strong (or "all")
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
      readonly kind?: MockKind | undefined;
      readonly score?: number | undefined;
    }
  | { readonly figure: 'speech'; readonly seconds: number };

/** A kind of mock, in the user's words, with its place in the text. */
export interface MockKind {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

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
/** What mocks can be compared by. */
const SCORED = 'score';

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
    if (!(error instanceof Wrong)) throw error;
    const { message, start, end, meant } = error;
    const fixes = meant === undefined ? undefined : [changeTo(meant, error)];
    return { demands: [], objections: [{ message, start, end, ...(fixes && { fixes }) }] };
  }
}

class Wrong extends Error {
  readonly start: number;
  readonly end: number;
  /** What is to stand in its place, most likely. */
  readonly meant: string | undefined;

  constructor(message: string, { start, end }: Pick<Token, 'start' | 'end'>, meant?: string) {
    super(message);
    this.start = start;
    this.end = end;
    this.meant = meant;
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
    const pair = this.#pair(first);
    const words = pair && nearest(pair.text, FIGURES) === 'clean stories' ? pair : first;
    throw new Wrong(
      `There is no figure "${words.text}". ${suggest(words.text, FIGURES)}`,
      words,
      nearest(words.text, FIGURES),
    );
  }

  /** A word with the one behind it, where there is one. */
  #pair(first: Token): Token | undefined {
    const next = this.#tokens[this.#at];
    if (!next || !/^\p{L}/u.test(next.text)) return undefined;
    return { text: `${first.text} ${next.text}`, start: first.start, end: next.end };
  }

  /** `(behavioral, score >= 4)` */
  #filters(): { kind?: MockKind; score?: number } {
    if (this.#next() !== '(') return {};
    const filters: { kind?: MockKind; score?: number } = {};
    do {
      this.#at++;
      if (this.#next() === SCORED) {
        this.#at++;
        this.#expect('>=', 'Write the least score, as in: mocks (score >= 4) >= 3');
        filters.score = this.#number(SCORE.min, SCORE.max);
      } else {
        filters.kind = this.#kind();
      }
    } while (this.#next() === ',');
    this.#expect(')', 'Close the bracket.');
    return filters;
  }

  #kind(): MockKind {
    const first = this.#take('Write which kind of mock is meant, as in: mocks (behavioral) >= 2');
    let last = first;
    while (![',', ')', undefined].includes(this.#next())) last = this.#take('');
    if ([',', ')'].includes(first.text)) throw new Wrong('Write which kind of mock is meant.', first);
    const name = this.#text.slice(first.start, last.end);
    if (/[<>]=/.test(name) && nearest(first.text, [SCORED]) === SCORED)
      throw new Wrong(`Nothing is compared by the name "${first.text}". Did you mean "${SCORED}"?`, first, SCORED);
    return { name, start: first.start, end: last.end };
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
