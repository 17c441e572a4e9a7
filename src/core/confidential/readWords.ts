/** A word, a sign or a gap between words, as terms are compared. */
export interface Word {
  /** Without what case, typography and the way of writing an accent add to it. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** One gap, whatever it is made of: an emphasis that ends, a line that is wrapped, within a quotation or not. */
const GAP = ' ';
/** Between paragraphs; no term reaches across. */
const BREAK = '\n\n';

const LETTERS = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B\u2060]*`;
const PICTURE = String.raw`[\p{Extended_Pictographic}][\p{M}\p{Emoji_Modifier}]*`;
const BETWEEN = String.raw`[\s_*\u0060]+(?:(?<=\n[ \t]{0,3})>[ \t>_*\u0060]*)?`;
/** A gap as it is written in an address. */
const ESCAPED = String.raw`%20(?=\p{L})`;
const WORD = new RegExp(`${LETTERS}|${ESCAPED}|${PICTURE}(?:\\u200D${PICTURE})*|${BETWEEN}|.`, 'gsu');

const PLAIN = /^[a-z\d]+$/;
const INVISIBLE = /\u00AD|\u200B|\u2060|\uFE0E|\uFE0F/g;
const APOSTROPHES = /^[’ʼ＇]$/;
const DASHES = /^[‐‑–—]$/;

/** Takes a text to pieces, in one pass. A hyphen between two words is a gap: people write a name with it or without. */
export function readWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => {
    const end = index + word.length;
    const folded = fold(word);
    return { folded: folded === '-' && joins(text, index, end) ? GAP : folded, start: index, end };
  });
}

function joins(text: string, start: number, end: number): boolean {
  return /\p{L}$/u.test(text.slice(Math.max(0, start - 2), start)) && /^\p{L}/u.test(text.slice(end, end + 2));
}

function fold(word: string): string {
  if (PLAIN.test(word)) return word;
  if (word === '%20') return GAP;
  if (/\s/.test(word)) return word.split('\n').length > 2 ? BREAK : GAP;
  if (APOSTROPHES.test(word)) return "'";
  if (DASHES.test(word)) return '-';
  return word.replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
}
