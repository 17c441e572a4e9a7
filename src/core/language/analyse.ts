import { type Clause, findClauses } from './clauses';
import { splitSentences } from './sentences';
import { type Tagged, tagSentence } from './tag';
import { tokenize } from './tokens';

/** A sentence with everything that grammar tells of it; offsets relative to the text it was found in. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The sentence's text, markup blanked. */
  readonly text: string;
  readonly tokens: readonly Tagged[];
  readonly clauses: readonly Clause[];
  /** Words as spoken: tokens that are no punctuation, contractions counted once. */
  readonly words: number;
}

/** Splits a text into sentences and finds who does what in each. A pure function of the text. */
export function analyse(text: string): Sentence[] {
  return splitSentences(text, tokenize(text)).map((tokens) => {
    const tagged = tagSentence(tokens);
    const start = tagged[0]?.start ?? 0;
    const end = tagged.at(-1)?.end ?? start;
    return {
      start,
      end,
      text: text.slice(start, end),
      tokens: tagged,
      clauses: findClauses(tagged),
      words: countWords(tagged),
    };
  });
}

function countWords(tokens: readonly Tagged[]): number {
  return tokens.filter(({ type, text, bracketed }) => type !== 'mark' && !bracketed && !text.startsWith("'")).length;
}
