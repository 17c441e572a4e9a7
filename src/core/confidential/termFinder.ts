import type { ConfidentialTerm } from '../config/settings';
import { plural } from './plural';
import { readWords, type Word } from './readWords';

/** Where a term stands. A possessive ending lies behind it. */
export interface TermMatch {
  readonly term: ConfidentialTerm;
  readonly start: number;
  readonly end: number;
  readonly plural: boolean;
}

/** Shorter ones may be words of their own, as “a part” is. */
const SHORTEST_WHOLE = 7;

interface Step {
  next?: Map<string, Step>;
  end?: { readonly term: ConfidentialTerm; readonly plural: boolean };
}

/**
 * Many terms, looked for together. All of them make up one tree of words, so a word of the text costs a look-up for each
 * word of the longest term at most, however many terms there are.
 */
export class TermFinder {
  readonly #root: Step = {};

  constructor(terms: readonly ConfidentialTerm[]) {
    const read = terms.map((term) => ({ term, words: readWords(term.term.trim()).map(({ folded }) => folded) }));
    for (const { term, words } of read) this.#add(words, { term, plural: false });
    // A name of several words is written as one where no gap is allowed: in an address, as a tag.
    for (const { term, words } of read) {
      const whole = words.filter((word) => word.trim() !== '').join('');
      if (words.length > 1 && whole.length >= SHORTEST_WHOLE && /^\p{L}+$/u.test(whole))
        this.#add([whole], { term, plural: false });
    }
    // What is a term itself is no plural of another.
    for (const { term, words } of read) {
      const last = words.at(-1) ?? '';
      if (/\p{L}$/u.test(last)) this.#add([...words.slice(0, -1), plural(last)], { term, plural: true });
    }
  }

  /** The terms in a text, in order; of terms that overlap, the first, and of those the longest. */
  find(text: string): TermMatch[] {
    if (!this.#root.next) return [];
    const words = readWords(text);
    const found: TermMatch[] = [];
    for (let first = 0; first < words.length; first++) {
      let step: Step | undefined = this.#root;
      let last = first;
      for (let at = first; step; at++) {
        const word: Word | undefined = words[at];
        step = word && step.next?.get(word.folded);
        if (!step?.end || !word || !stands(text, words[first] ?? word, word)) continue;
        if (last > first) found.pop();
        found.push({ ...step.end, start: words[first]?.start ?? 0, end: word.end });
        last = at + 1;
      }
      if (last > first) first = last - 1;
    }
    return found;
  }

  #add(words: readonly string[], end: NonNullable<Step['end']>): void {
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

/** Whether a figure is all there is of it: no `200` in `1,200` or `200.5`. */
function stands(text: string, first: Word, last: Word): boolean {
  const continues =
    /^\p{N}/u.test(first.folded) && /^\p{N}[.,]$/u.test(text.slice(Math.max(0, first.start - 2), first.start));
  const goesOn = /\p{N}$/u.test(last.folded) && /^[.,]\p{N}/u.test(text.slice(last.end, last.end + 2));
  return !continues && !goesOn;
}
