import { type PhraseTokens, SYMBOLS } from './phrases';

/**
 * Phrases as text: each token of each phrase, and an end behind each phrase, is one character, which stands for a word of the
 * vocabulary. This is how phrases are shipped and how they are matched; nothing is unpacked.
 */
export interface PhraseCode {
  /** Words with spaces between. */
  readonly vocabulary: string;
  readonly code: string;
}

const SYMBOL_LIST = Object.values(SYMBOLS);
/** The first character that stands for a token; the quotation mark before it would have to be escaped in a string. */
const FIRST = 0x23;
const BACKSLASH = 0x5c;
/** Control characters, which would have to be escaped, too. */
const CONTROLS = { from: 0x7f, to: 0xa0 };
/** Line separators and what follows them in their block; a token's number must stay below the surrogates. */
const SEPARATORS = { from: 0x2000, to: 0x2070 };

/** The characters that stand for the words of a vocabulary, as their codes, by word. */
export function readVocabulary(vocabulary: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let number = FIRST;
  for (const word of vocabulary.split(' ')) {
    if (number === BACKSLASH) number++;
    else if (number === CONTROLS.from) number = CONTROLS.to;
    else if (number === SEPARATORS.from) number = SEPARATORS.to;
    numbers.set(word, number++);
  }
  return numbers;
}

/** Codes phrases; the more frequent a word, the fewer bytes its character takes. Symbols come first, in their own order. */
export function encodePhrases(phrases: readonly PhraseTokens[]): PhraseCode {
  const tokens = phrases.flatMap((phrase) => [...phrase, SYMBOLS.END]);
  const counts = new Map<string, number>(SYMBOL_LIST.map((symbol) => [symbol, 0]));
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const words = [...counts.keys()].slice(SYMBOL_LIST.length).sort();
  words.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const vocabulary = [...SYMBOL_LIST, ...words].join(' ');
  const numbers = readVocabulary(vocabulary);
  return { vocabulary, code: tokens.map((token) => String.fromCharCode(numbers.get(token) ?? FIRST)).join('') };
}

/** The characters of the symbols, as their codes; the same in every code. */
export const SYMBOL_CODES = Object.fromEntries(Object.keys(SYMBOLS).map((name, i) => [name, FIRST + i])) as Readonly<
  Record<keyof typeof SYMBOLS, number>
>;
