import type { Tagged } from '../../language/tag';

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CLOSING = new Set(Object.values(BRACKETS));

export const opensBracket = (token: Tagged | undefined): boolean => token?.type === 'mark' && token.text in BRACKETS;

/** For each bracket and quotation mark of a sentence that has a partner in it, where that one stands; by their tokens' indexes. */
export function partnersIn(tokens: readonly Tagged[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  const join = (first: number, last: number): void => {
    partners.set(first, last);
    partners.set(last, first);
  };
  for (const [i, { type, text, quote }] of tokens.entries()) {
    if (type !== 'mark') continue;
    const opened = open.at(-1);
    if (text in BRACKETS) open.push(i);
    else if (CLOSING.has(text) && opened !== undefined && BRACKETS[tokens[opened]?.text ?? ''] === text)
      join(open.pop() ?? 0, i);
    else if (quote >= 0 && tokens[i + 1]?.quote !== quote) {
      const first = tokens.findIndex((token) => token.quote === quote);
      if (first < i && tokens[first]?.type === 'mark') join(first, i);
    }
  }
  return partners;
}

/** Whether every bracket that opens closes again, and none closes that has not opened. */
export function isPaired(tokens: readonly Tagged[]): boolean {
  const partners = partnersIn(tokens);
  return tokens.every(
    ({ type, text }, i) => type !== 'mark' || partners.has(i) || !(text in BRACKETS || CLOSING.has(text)),
  );
}
