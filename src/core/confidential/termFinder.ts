import type { ConfidentialTerm } from '../config/settings';
import { isSameOfMe } from '../language/initials';
import { plural } from './plural';
import { isOneWord, readWords, type Word } from './readWords';

/** Where a term stands. A possessive ending lies behind it. */
export interface TermMatch {
  readonly term: ConfidentialTerm;
  readonly start: number;
  readonly end: number;
  readonly plural: boolean;
}

/** Shorter ones may be words of their own, as “a part” is, where no capital within tells them apart. */
const SHORTEST_WHOLE = 7;
const CAPITAL_WITHIN = /\p{L}\p{Lu}/u;
const I_WITH_STOP = /^I\.\s/;
/** Longer terms are not written in part as one word: there are twice as many ways with each word. */
const MOST_JOINED = 4;
/** Initials as they are written without full stops; two of them by themselves may be words. */
const JOINED_INITIALS = /^\p{Lu}{2,3}$/u;
const SHORTEST_LONE_INITIALS = 3;

interface TermEnd {
  readonly term: ConfidentialTerm;
  readonly plural: boolean;
  readonly needsCapital: boolean;
}

interface Step {
  next?: Map<string, Step>;
  end?: TermEnd;
}

/**
 * Many terms, looked for together. All of them make up one tree of words, so a word of the text costs a look-up for each
 * word of the longest term at most, however many terms there are.
 */
export class TermFinder {
  readonly #root: Step = {};

  constructor(terms: readonly ConfidentialTerm[]) {
    const read = terms.flatMap((term) => spellings(term.term).map((words) => ({ term, words })));
    for (const { term, words } of read) this.#add(words, { term, plural: false, needsCapital: false });
    // Words of a name are written as one where no gap is allowed: in an address, as a tag.
    for (const { term, words } of read)
      for (const fewer of joinings(words)) {
        const needsCapital = fewer.some((word) => !words.includes(word) && word.length < SHORTEST_WHOLE);
        this.#add(fewer, { term, plural: false, needsCapital });
      }
    // What is a term itself is no plural of another.
    for (const { term, words } of read) {
      const last = words.at(-1) ?? '';
      if (/\p{L}{2}$/u.test(last))
        this.#add([...words.slice(0, -1), plural(last)], { term, plural: true, needsCapital: false });
    }
  }

  /** The terms in a text, in order; of terms that overlap, the first, and of those the longest. */
  find(text: string): TermMatch[] {
    if (!this.#root.next) return [];
    const words = readWords(text);
    const found: TermMatch[] = [];
    for (let first = 0; first < words.length; first++) {
      const match = this.#longestAt(first, words, text);
      if (!match) continue;
      found.push(match);
      while (words[first + 1] && (words[first + 1]?.start ?? 0) < match.end) first++;
    }
    return found;
  }

  #longestAt(first: number, words: readonly Word[], text: string): TermMatch | undefined {
    const start = this.#root.next?.get(words[first]?.folded ?? '');
    if (!start) return undefined;
    let longest: TermMatch | undefined;
    const ways = [{ step: start, at: first }];
    for (const { step, at } of ways) {
      const match = step.end && matchOf(step.end, text, words, first, at);
      if (match && match.end > (longest?.end ?? 0)) longest = match;
      for (const to of [at + 1, words[at]?.beyond ?? -1]) {
        const next = step.next?.get(words[to]?.folded ?? '');
        if (next) ways.push({ step: next, at: to });
      }
    }
    return longest;
  }

  #add(words: readonly string[], end: TermEnd): void {
    let step = this.#root;
    for (const word of words) {
      step.next ??= new Map();
      const next = step.next.get(word) ?? {};
      step.next.set(word, next);
      step = next;
    }
    step.end ??= end;
  }
}

/**
 * The words of a term without the signs that are passed over, with initials in a row as one word and as several; a full stop at its
 * end is none of them.
 */
function spellings(term: string): string[][] {
  const all = readWords(term);
  while (all.at(-1)?.folded === '.') all.pop();
  const words: Word[] = [];
  for (let at = 0; at < all.length; at = all[at]?.beyond ?? at + 1) words.push(...all.slice(at, at + 1));
  const folded = words.map((word) => word.folded);
  const joined: string[] = [];
  for (const [at, word] of folded.entries()) {
    const isInRow = isLetter(word) && isLetter(folded[at - 1] ?? '');
    joined.push(isInRow ? `${joined.pop() ?? ''}${word}` : word);
  }
  const parted = words.flatMap(({ folded: word, start, end }) => {
    const isAlone = words.length === 1 && end - start < SHORTEST_LONE_INITIALS;
    return JOINED_INITIALS.test(term.slice(start, end)) && !isAlone ? [...word] : [word];
  });
  return [folded, ...[joined, parted].filter(({ length }) => length !== folded.length)];
}

/** All ways of writing words next to each other as one; of many words, only all as one. */
function joinings(words: readonly string[]): string[][] {
  if (words.length > MOST_JOINED) return words.every(isWord) ? [[words.join('')]] : [];
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const all = rest.reduce<string[][]>(
    (ways, word) =>
      ways.flatMap((way) => {
        const last = way.at(-1) ?? '';
        const apart = [...way, word];
        return isWord(last) && isWord(word) ? [apart, [...way.slice(0, -1), last + word]] : [apart];
      }),
    [[first]],
  );
  return all.filter(({ length }) => length < words.length);
}

const isWord = (word: string): boolean => /^\p{L}+$/u.test(word);
const isLetter = (word: string): boolean => /^\p{L}$/u.test(word);

/** The match that a term makes whose words begin and end there, if it does. */
function matchOf(
  { term, plural, needsCapital }: TermEnd,
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
): TermMatch | undefined {
  const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
  if (!stands(text, words, from, to)) return undefined;
  if (needsCapital && !CAPITAL_WITHIN.test(text.slice(start, end))) return undefined;
  if (I_WITH_STOP.test(text.slice(start, start + 3)) && isSameOfMe(text, start)) return undefined;
  return { term, plural, start, end };
}

/** Whether words are all there is of them: no `Acme` in `Acme2`, no `200` in `1,200` or `200.5`. */
function stands(text: string, words: readonly Word[], from: number, to: number): boolean {
  const [first, last] = [words[from], words[to]];
  if (!first || !last || isOneWord(words[from - 1], first) || isOneWord(last, words[to + 1])) return false;
  const continues =
    /^\p{N}/u.test(first.folded) && /^\p{N}[.,]$/u.test(text.slice(Math.max(0, first.start - 2), first.start));
  const goesOn = /\p{N}$/u.test(last.folded) && /^[.,]\p{N}/u.test(text.slice(last.end, last.end + 2));
  return !continues && !goesOn;
}
