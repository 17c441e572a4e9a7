import { FILLER } from '../text/mask';

/** A word, number, filler or mark of punctuation; offsets are relative to the block. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, with straight apostrophes. */
  readonly text: string;
  readonly type: 'word' | 'number' | 'filler' | 'mark';
  /** Starts with an upper-case letter. */
  readonly capital: boolean;
  /** Index of the quotation it stands in, or -1. */
  quote: number;
  /** Stands in square brackets: a placeholder or a remark, which nobody says. */
  bracketed: boolean;
}

const TOKEN = new RegExp(
  [
    `(${FILLER}+)`,
    String.raw`([$€£¥]?\d+(?:[.,:]\d+)*(?:%|°\p{L}?|\p{L}{1,3}\b)?)`,
    String.raw`((?:\p{L}\.){2,}|w\/(?=\s)|\p{L}[\p{L}\p{M}\p{N}]*(?:['’&-][\p{L}\p{N}]+|\.\d+)*)`,
    String.raw`(?:\.{2,}|[^\s])`,
  ].join('|'),
  'gu',
);
const CLITIC = /^(.+)('(?:s|re|ve|ll|d|m))$/;

/** Splits a block's text into tokens; contractions are parted ("we've" is `we` and `'ve`), negated auxiliaries are not. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [raw, filler, number, word] = match;
    const start = match.index;
    const lower = raw.toLowerCase().replaceAll('’', "'");
    const type = word ? 'word' : number ? 'number' : filler ? 'filler' : 'mark';
    const capital = type === 'word' && raw.charAt(0) !== lower.charAt(0);
    const clitic = type === 'word' && lower.includes("'") ? CLITIC.exec(lower) : null;
    const push = (from: number, to: number): void => {
      tokens.push({
        start: start + from,
        end: start + to,
        text: lower.slice(from, to),
        type,
        capital: capital && from === 0,
        quote: -1,
        bracketed: false,
      });
    };
    const cut = clitic?.[1]?.length;
    if (cut && lower.length === raw.length) {
      push(0, cut);
      push(cut, raw.length);
    } else push(0, raw.length);
  }
  markQuotations(text, tokens);
  markBrackets(tokens);
  return tokens;
}

const OPENING = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ["'", "'"],
  ['‘', '’'],
]);

/** Numbers the quotations; a mark without its partner opens none. */
function markQuotations(text: string, tokens: Token[]): void {
  let quotation = 0;
  for (let i = 0; i < tokens.length; i++) {
    const open = tokens[i];
    const partner = open?.type === 'mark' ? OPENING.get(text.charAt(open.start)) : undefined;
    if (!open || !partner || !opens(text, open.start)) continue;
    const close = tokens.findIndex(
      (token, at) => at > i && token.type === 'mark' && text.charAt(token.start) === partner && closes(text, token.end),
    );
    if (close < 0) continue;
    for (let at = i; at <= close; at++) {
      const token = tokens[at];
      if (token) token.quote = quotation;
    }
    quotation++;
    i = close;
  }
}

function markBrackets(tokens: Token[]): void {
  for (let open = 0; open < tokens.length; open++) {
    if (tokens[open]?.text !== '[') continue;
    const close = tokens.findIndex(({ text }, at) => at > open && text === ']');
    if (close < 0) return;
    for (const token of tokens.slice(open, close + 1)) token.bracketed = true;
    open = close;
  }
}

const opens = (text: string, start: number): boolean => start === 0 || /[\s([–—:/-]/.test(text.charAt(start - 1));
const closes = (text: string, end: number): boolean => end >= text.length || !/[\p{L}\p{N}]/u.test(text.charAt(end));
