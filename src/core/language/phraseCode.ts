import { type PhraseTokens, SYMBOLS } from './phrases';

/** Phrases as numbers: each token of each phrase, and an end behind each phrase, as its place in the vocabulary. */
export interface PhraseCode {
  readonly vocabulary: readonly string[];
  readonly code: Uint16Array;
}

/** Phrases as text, as they are shipped: words with spaces between, and the code in one to three characters a token. */
export interface PackedPhrases {
  readonly vocabulary: string;
  readonly code: string;
}

const SYMBOL_LIST = Object.values(SYMBOLS);

/** Numbers the tokens: symbols first, in their own order, then words from the most to the least frequent. */
export function encodePhrases(phrases: readonly PhraseTokens[]): PhraseCode {
  const tokens = phrases.flatMap((phrase) => [...phrase, SYMBOLS.END]);
  const counts = new Map<string, number>(SYMBOL_LIST.map((symbol) => [symbol, 0]));
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const words = [...counts.keys()].slice(SYMBOL_LIST.length).sort();
  words.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const vocabulary = [...SYMBOL_LIST, ...words];
  const numbers = new Map(vocabulary.map((word, number) => [word, number]));
  return { vocabulary, code: Uint16Array.from(tokens, (token) => numbers.get(token) ?? 0) };
}

/** The digits are the printable characters of ASCII but for the quotation mark and the backslash, which strings escape. */
const DIGITS = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter(
  (digit) => digit !== '"' && digit !== '\\',
);
const BASE = DIGITS.length;
/** So many first digits stand for a token by themselves, so many open two digits; the others open three. */
const ONE = 60;
const TWO = BASE - 2 - ONE;
const TWO_FROM = ONE;
const THREE_FROM = ONE + TWO * BASE;

export function packPhrases({ vocabulary, code }: PhraseCode): PackedPhrases {
  const digit = (value: number): string => DIGITS[value] ?? '';
  const pack = (number: number): string => {
    if (number < TWO_FROM) return digit(number);
    const two = number - TWO_FROM;
    if (number < THREE_FROM) return digit(ONE + Math.floor(two / BASE)) + digit(two % BASE);
    const three = number - THREE_FROM;
    return (
      digit(ONE + TWO + Math.floor(three / BASE ** 2)) + digit(Math.floor(three / BASE) % BASE) + digit(three % BASE)
    );
  };
  return { vocabulary: vocabulary.join(' '), code: Array.from(code, pack).join('') };
}

export function unpackPhrases({ vocabulary, code: packed }: PackedPhrases): PhraseCode {
  const digits = new Uint8Array(0x80);
  for (const [value, digit] of DIGITS.entries()) digits[digit.charCodeAt(0)] = value;
  const code = new Uint16Array(packed.length);
  let length = 0;
  for (let at = 0; at < packed.length; ) {
    const next = (): number => digits[packed.charCodeAt(at++)] ?? 0;
    const first = next();
    if (first < ONE) code[length++] = first;
    else if (first < ONE + TWO) code[length++] = TWO_FROM + (first - ONE) * BASE + next();
    else code[length++] = THREE_FROM + ((first - ONE - TWO) * BASE + next()) * BASE + next();
  }
  return { vocabulary: vocabulary.split(' '), code: code.subarray(0, length) };
}
