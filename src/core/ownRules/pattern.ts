import type { RE2JS } from 're2js';
import type { Span } from '../text/span';
import { once } from '../util/once';

/** A regular expression of the user's. */
export interface Pattern {
  /** How many steps it compiles to; each costs time at every character. */
  readonly size: number;
  /** The first occurrences, none of them empty. */
  find(text: string): Span[];
}

/** How many occurrences in one sentence are looked for: going on from each may take as long as the sentence. */
const MOST_FOUND = 20;

/** Resolved when bundled, so it needs no Node. */
declare const require: (name: 're2js') => typeof import('re2js');

/** Too large to be evaluated before there is a pattern to read; `import()` would make every reader of settings wait. */
const engine = once(() => require('re2js'));

/**
 * Reads a pattern in the syntax of RE2, in which case does not matter unless it says `(?-i)`. Throws an Error that says
 * what is wrong with it. RE2 takes time in proportion to the text, whatever the pattern.
 */
export function readPattern(source: string): Pattern {
  const compiled = compile(source);
  return {
    size: compiled.programSize(),
    find(text) {
      const matcher = compiled.matcher(text);
      const found: Span[] = [];
      for (let count = 0; count < MOST_FOUND && matcher.find(); count++) {
        const span = { start: matcher.start(), end: matcher.end() };
        if (span.end > span.start) found.push(span);
      }
      return found;
    },
  };
}

function compile(source: string): RE2JS {
  const { RE2JS: Engine, RE2JSSyntaxException } = engine();
  try {
    return Engine.compile(source, Engine.CASE_INSENSITIVE);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    // What does not matter is asked for by a flag in front, which is none of the user's.
    const where = error.getPattern() ?? source;
    throw new Error(`${error.getDescription()} at "${where.endsWith(source) ? source : where}"`);
  }
}
