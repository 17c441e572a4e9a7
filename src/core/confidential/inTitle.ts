import { classesOf, verbReadings, type WordClass } from '../language/lexicon';
import { capital } from '../text/capital';
import type { Span } from '../text/span';
import type { Surroundings } from './surroundings';

/** What a stand-in may begin with. */
export const ARTICLE = /^(?:the|an?) /i;
const WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;
const NEXT_WORD = /^[*_]{0,3}[ \t]+[*_]{0,3}(\p{L}[\p{L}\p{N}-]*)/u;
const LAST_WORD = /([\p{L}\p{N}'’-]{1,30})[ \t]{1,3}[*_]{0,3}$/u;
/** What is written small in a title in capitals. */
const SMALL: readonly WordClass[] = ['determiner', 'possessive', 'preposition', 'conjunction', 'subordinator'];

/** A stand-in as a title takes it: before a noun without its article, and in capitals where the other words are. Elsewhere as it is. */
export function inTitle(say: string, { start, end }: Span, surroundings: Surroundings): string {
  const title = surroundings.titleAround(start);
  if (!title) return say;
  const [before, after] = [surroundings.text.slice(title.start, start), surroundings.text.slice(end, title.end)];
  const next = NEXT_WORD.exec(after)?.[1];
  const bare =
    next !== undefined && isNoun(next) && !governs(LAST_WORD.exec(before)?.[1]) ? say.replace(ARTICLE, '') : say;
  if (next === undefined) return bare;
  // The first word of a title has a capital whatever the others have.
  const telling = [...(before.match(WORD)?.slice(1) ?? []), ...(after.match(WORD) ?? [])].filter(isLarge);
  if (![next, ...telling].every(isCapital)) return bare;
  return bare.replace(WORD, (word) => (isLarge(word) ? capital(word) : word));
}

/** Nothing but a base form could be the verb of a single name, and none is. */
function isNoun(word: string): boolean {
  const small = word.toLowerCase();
  return classesOf(small).size === 0 && verbReadings(small).every(({ form }) => form === 'base');
}

/** Whether a word may have the name for its object, which then keeps its article. */
function governs(word: string | undefined): boolean {
  const small = word?.toLowerCase() ?? '';
  return classesOf(small).size > 0 || verbReadings(small).length > 0;
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

function isLarge(word: string): boolean {
  const classes = classesOf(word.toLowerCase());
  return !SMALL.some((name) => classes.has(name));
}
