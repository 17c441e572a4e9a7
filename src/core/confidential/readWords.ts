import { isAbbreviation } from '../language/abbreviations';

/** A word, a figure, a sign or a gap between them that tells, as terms are compared. */
export interface Word {
  /** Without what case, typography and the way of writing an accent add to it. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Which word comes behind it for a term that does not hold the signs between the two. */
  readonly beyond?: number;
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
/** What keeps words apart: a gap between paragraphs, the end of a sentence, a sign that is spoken. */
const DIVIDE = /\n[\s>*_`]*\n|[.!?…]["'”’»)\]*_`]*\s|%(?!20)|&|[^\s\p{P}\p{Sm}\p{Sk}\d]/u;
const IS_DASH = /^[-‐‑–—]$/;
const ONLY_GAP = /^[\s*_`]*$/;
/** What people write next to each other with a gap or without: "$3.2 M", "40 %", "J.R.". */
const LOOSE = /^[\p{L}\p{N}\p{Sc}%&\p{Extended_Pictographic}]/u;
/** Words of their own next to a figure: "3 a day". */
const SMALL_WORD = /^[ai]$/;

/**
 * Takes a text to pieces, in one pass. Gaps are left out where people write a name or a figure with one or without; signs
 * between words that a name may be written with or without ("blue.bird", "Project: “Bluebird”") are there to be passed over.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let gap: Word | undefined;
  // Where the last word or figure stands in the list.
  let last = -1;
  for (const { 0: source, index: start } of text.matchAll(WORD)) {
    const word: Word = { folded: fold(source), start, end: start + source.length };
    if (word.folded === GAP) {
      gap ??= word;
      continue;
    }
    const before = words.at(-1);
    if (gap && before && !isLoose(before.folded, word.folded)) words.push(gap);
    gap = undefined;
    if (LETTERED.test(word.folded)) {
      const other = words[last];
      if (other && last < words.length - 1 && isJoined(other, text.slice(other.end, start), word))
        words[last] = { ...other, beyond: words.length };
      last = words.length;
    }
    words.push(word);
  }
  return words;
}

/** Whether two words of a text, one behind the other, are one for the reader: "Acme2", "200k". */
export function isOneWord(first: Word | undefined, second: Word | undefined): boolean {
  return (
    first !== undefined && second?.start === first.end && LETTERED.test(first.folded) && LETTERED.test(second.folded)
  );
}

/**
 * Whether words with signs between them may be one name. Within a sentence any signs will do: a name that is told is worse than
 * one found where none is meant. Behind the end of a sentence another name begins.
 */
function isJoined({ folded: before }: Word, between: string, { folded: after }: Word): boolean {
  const isFigure = (word: string): boolean => /^\p{N}/u.test(word);
  if (isFigure(before) && isFigure(after)) return IS_DASH.test(between);
  const hasOwnStop = between.startsWith('.') && isAbbreviation(before) && !isFigure(before) && !isFigure(after);
  const signs = hasOwnStop ? between.slice(1) : between;
  return !ONLY_GAP.test(between) && !DIVIDE.test(signs);
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
