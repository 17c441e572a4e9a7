import { type Clause, findClauses } from './clauses';
import { splitSentences } from './sentences';
import { type Tagged, tagSentence } from './tag';
import { countWords, type Token, tokenize } from './tokens';

/** A sentence with everything that grammar tells of it; offsets count from where it starts. */
export interface Sentence {
  readonly end: number;
  /** The sentence's text, markup blanked. */
  readonly text: string;
  readonly tokens: readonly Tagged[];
  readonly clauses: readonly Clause[];
  /** Words as spoken: tokens that are no punctuation, contractions counted once. */
  readonly words: number;
}

/** A sentence as it is found in a text, not yet read. */
export interface FoundSentence {
  /** Where it starts in the text. */
  readonly start: number;
  readonly text: string;
  /** With offsets that count from where it starts. */
  readonly tokens: readonly Token[];
}

/** Splits a text into sentences. */
export function findSentences(text: string): FoundSentence[] {
  return splitSentences(text, tokenize(text)).map((tokens) => {
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end;
    for (const token of tokens) {
      token.start -= start;
      token.end -= start;
    }
    return { start, text: text.slice(start, end), tokens };
  });
}

/** Finds who does what in a sentence. */
export function readSentence({ text, tokens: found }: FoundSentence): Sentence {
  const tokens = tagSentence(found);
  return { end: text.length, text, tokens, clauses: findClauses(tokens), words: countWords(tokens) };
}

/** What a sentence says is told by its text, and by which of its words stand in quotations and brackets that may have begun before it. */
export function identify({ text, tokens }: FoundSentence): string {
  if (!tokens.some(isSetApart)) return text;
  return `${text}\n${tokens.map((token) => (isSetApart(token) ? '1' : '0')).join('')}`;
}

const isSetApart = ({ quote, bracketed }: Token): boolean => quote >= 0 || bracketed;

/** The sentences of a text. */
export function analyse(text: string): Sentence[] {
  return findSentences(text).map(readSentence);
}
