import { isWordCharacter } from '../text/letters';
import { FILLER } from '../text/mask';
import type { VerbForm } from './lexicon';

/** A word, number, filler or mark of punctuation; offsets are relative to the block. */
export interface Token {
  start: number;
  end: number;
  /** Lower case, with straight apostrophes. */
  readonly text: string;
  readonly type: 'word' | 'number' | 'filler' | 'mark';
  /** Starts with an upper-case letter. */
  readonly capital: boolean;
  /** Index of the quotation it stands in, or -1. */
  quote: number;
  /** Stands in square brackets: a placeholder or a remark, which nobody says. */
  bracketed: boolean;
  /** Part of speech; told once the sentence is read, as are the base form and the form of a verb or auxiliary. */
  tag: Tag;
  lemma: string;
  form: VerbForm | undefined;
}

export type Tag =
  | 'pronoun'
  | 'determiner'
  | 'noun'
  | 'name'
  | 'verb'
  | 'be'
  | 'have'
  | 'do'
  | 'modal'
  | 'not'
  | 'adverb'
  | 'adjective'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'to'
  | 'number'
  | 'mark'
  | 'quote';

function makeToken(start: number, end: number, text: string, type: Token['type'], capital: boolean): Token {
  return {
    start,
    end,
    text,
    type,
    capital,
    quote: -1,
    bracketed: false,
    tag: 'mark',
    lemma: text,
    form: undefined,
  };
}

/** A token, by what a letter is, and by what a word may go on with and go on with behind a hyphen. */
const tokenPattern = (letter: string, inner: string, behind: string, flags: string): RegExp =>
  new RegExp(
    [
      `(${FILLER}+)`,
      String.raw`([$€£¥]?\d+(?:[.,:]\d+)*(?:%|°${letter}?|${letter}{1,3}\b)?)`,
      String.raw`((?:${letter}\.){2,}|w\/(?=\s)|${letter}${inner}*(?:['’&-]${behind}+|\.\d+)*)`,
      String.raw`(?:\.{2,}|[^\s])`,
    ].join('|'),
    flags,
  );
const TOKEN = tokenPattern(String.raw`\p{L}`, String.raw`[\p{L}\p{M}\p{N}]`, String.raw`[\p{L}\p{N}]`, 'gu');
/**
 * The same where no letters but those of English stand. It takes longer to make a pattern that knows all letters there are than
 * to judge a story, and few texts need it.
 */
const ENGLISH_TOKEN = tokenPattern('[A-Za-z]', '[A-Za-z0-9]', '[A-Za-z0-9]', 'g');
const ENGLISH = new RegExp(`^[\\s!-~–—‘’“”…•€£¥°${FILLER}]*$`);
const CLITIC = /^(.+)('(?:s|re|ve|ll|d|m))$/;

/** Splits a block's text into tokens; contractions are parted ("we've" is `we` and `'ve`), negated auxiliaries are not. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let pattern: RegExp | undefined;
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) === BLANK) {
      at++;
      continue;
    }
    const end = plainEnd(text, at);
    if (end > at) {
      tokens.push(plainToken(text, at, end));
      at = end;
      continue;
    }
    pattern ??= ENGLISH.test(text) ? new RegExp(ENGLISH_TOKEN) : new RegExp(TOKEN);
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) break;
    at = pattern.lastIndex;
    const [raw, filler, number, word] = match;
    const start = match.index;
    const lower = raw.toLowerCase().replaceAll('’', "'");
    const type = word ? 'word' : number ? 'number' : filler ? 'filler' : 'mark';
    const capital = type === 'word' && raw.charAt(0) !== lower.charAt(0);
    const clitic = type === 'word' && lower.includes("'") ? CLITIC.exec(lower) : null;
    const push = (from: number, to: number): void => {
      tokens.push(makeToken(start + from, start + to, lower.slice(from, to), type, capital && from === 0));
    };
    const cut = clitic?.[1]?.length;
    if (cut && lower.length === raw.length) {
      push(0, cut);
      push(cut, raw.length);
    } else push(0, raw.length);
  }
  if (QUOTATION.test(text)) markQuotations(text, tokens);
  if (text.includes('[')) markBrackets(tokens);
  return tokens;
}

const BLANK = 0x20;
const LINE_BREAK = 0x0a;
/** The code of a full stop. */
export const STOP = 0x2e;
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
/** Marks that are a token each, and behind which no word goes on. */
const MARKS = ',;:!?()"';
/** By the code of a character, whether a word ends before it for certain. */
const ENDS_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  ` \n${MARKS}`.includes(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * Where a token ends that begins here and is plainly one: a word of English letters only, as most are, or a mark; `at`
 * where it takes the whole pattern to tell.
 */
function plainEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  if (end === at) {
    if (code === STOP) return text.charCodeAt(at + 1) === STOP ? at : at + 1;
    return code !== BLANK && code !== LINE_BREAK && ENDS_WORD[code] === 1 ? at + 1 : at;
  }
  if (end === text.length || ENDS_WORD[code] === 1) return end;
  // "e.g." and "v2.1" go on behind a full stop; a word before a blank doesn't.
  const isLast =
    code === STOP && end > at + 1 && (end + 1 === text.length || ENDS_WORD[text.charCodeAt(end + 1)] === 1);
  return isLast ? end : at;
}

function plainToken(text: string, start: number, end: number): Token {
  const raw = text.slice(start, end);
  const lower = raw.toLowerCase();
  const type = isLetter(text.charCodeAt(start)) ? 'word' : 'mark';
  return makeToken(start, end, lower, type, raw.charCodeAt(0) !== lower.charCodeAt(0));
}

const QUOTATION = /["'“„«‘]/;
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
const closes = (text: string, end: number): boolean => end >= text.length || !isWordCharacter(text.charAt(end));

/** Words as they are spoken: a contraction counts once, what stands in brackets is not said. */
export function countWords(tokens: readonly Token[]): number {
  let words = 0;
  for (const { type, text, bracketed } of tokens) if (type !== 'mark' && !bracketed && !text.startsWith("'")) words++;
  return words;
}
