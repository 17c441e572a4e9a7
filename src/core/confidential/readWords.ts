import { isAbbreviation } from '../language/abbreviations';

/** A word, a figure, a sign or a gap between them that tells, as terms are compared. */
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

const HIDDEN = String.raw`\u00AD\u200B\u2060`;
const LETTERS = String.raw`\p{L}[\p{L}\p{M}${HIDDEN}]*`;
const FIGURES = String.raw`\p{N}[\p{N}\p{M}${HIDDEN}]*`;
const PICTURE = String.raw`[\p{Extended_Pictographic}][\p{M}\p{Emoji_Modifier}]*`;
const BETWEEN = String.raw`[\s_*\u0060]+(?:(?<=\n[ \t]{0,3})>[ \t>_*\u0060]*)?`;
/** A gap as it is written in an address. */
const ESCAPED = String.raw`%20(?=\p{L})`;
const WORD = new RegExp(`${LETTERS}|${FIGURES}|${ESCAPED}|${PICTURE}(?:\\u200D${PICTURE})*|${BETWEEN}|.`, 'gsu');

const PLAIN = /^[a-z]+$|^\d+$/;
const INVISIBLE = /\u00AD|\u200B|\u2060|\uFE0E|\uFE0F/g;
const APOSTROPHES = /^[’ʼ＇]$/;
const DASHES = /^[‐‑–—]$/;
const LETTERED = /^[\p{L}\p{N}]/u;
const LETTER_NEXT = /^(?:[-‐‑]|[\s_*\u0060>]{0,12})\p{L}/u;
const LONGEST_WAY_TO_LETTER = 14;
/** What people write next to each other with a gap or without: "$3.2 M", "40 %", "J.R.". */
const LOOSE = /^[\p{L}\p{N}\p{Sc}%&\p{Extended_Pictographic}]/u;
/** Words of their own next to a figure: "3 a day". */
const SMALL_WORD = /^[ai]$/;

/**
 * Takes a text to pieces, in one pass. Gaps are left out where people write a name or a figure with one or without, and so
 * are hyphens between words and full stops behind initials.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let gap: Word | undefined;
  // Where the last word ends, with the signs behind it that are gaps.
  let reach = 0;
  for (const { 0: source, index: start } of text.matchAll(WORD)) {
    const end = start + source.length;
    const before = words.at(-1);
    const whole = fold(source);
    const isJoint = before !== undefined && reach === start && joins(before, whole, text, end);
    if (isJoint) reach = end;
    if (isJoint || whole === GAP) {
      gap ??= { folded: GAP, start, end };
      continue;
    }
    if (gap && before && !isLoose(before.folded, whole)) words.push(gap);
    gap = undefined;
    words.push({ folded: whole, start, end });
    reach = end;
  }
  return words;
}

/** Whether two words of a text, one behind the other, are one for the reader: "Acme2", "200k". */
export function isOneWord(first: Word | undefined, second: Word | undefined): boolean {
  return (
    first !== undefined && second?.start === first.end && LETTERED.test(first.folded) && LETTERED.test(second.folded)
  );
}

/** Whether a sign right behind a word is a gap: a hyphen before another, a full stop that belongs to it before a letter. */
function joins({ folded: before }: Word, sign: string, text: string, end: number): boolean {
  if (sign === '-') return LETTERED.test(before) && LETTERED.test(text.slice(end, end + 2));
  return (
    sign === '.' &&
    isAbbreviation(before) &&
    /^\p{L}/u.test(before) &&
    LETTER_NEXT.test(text.slice(end, end + LONGEST_WAY_TO_LETTER))
  );
}

function isLoose(before: string, after: string): boolean {
  if (!LOOSE.test(before) || !LOOSE.test(after)) return false;
  const isFigureBeside = (word: string, other: string): boolean => SMALL_WORD.test(word) && /^\p{N}/u.test(other);
  return !isFigureBeside(before, after) && !isFigureBeside(after, before);
}

function fold(word: string): string {
  if (PLAIN.test(word)) return word;
  if (word === '%20') return GAP;
  if (/^[\s_*\u0060]/.test(word)) return word.split('\n').length > 2 ? BREAK : GAP;
  if (APOSTROPHES.test(word)) return "'";
  if (DASHES.test(word)) return '-';
  return word.replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
}
