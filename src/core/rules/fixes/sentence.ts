import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import { wholeSentence } from '../shared/scored';
import { behindMarks, innerStop, withMarks } from './marks';

/** A fix that puts a snippet in the place of a sentence; its final punctuation stays, and marks around all of it. */
export function replaceSentence(at: StorySentence, title: string, snippet: string): RuleFix {
  const text = innerStop(at) ? `${snippet}.` : snippet;
  return { title, edits: [{ ...withMarks(at, wholeSentence(at)), text }], snippet: true };
}

/** A fix that takes words away from a sentence, from token to token, and sets a capital where the rest needs one. */
export function removeWords({ sentence }: StorySentence, title: string, first: number, last: number): RuleFix {
  const { tokens } = sentence;
  const opens = first === 0;
  const start = opens ? 0 : (tokens[first - 1]?.end ?? 0);
  const next = tokens[last + 1];
  const end = opens ? (next?.start ?? sentence.end) : (tokens[last]?.end ?? sentence.end);
  const edits = [{ start, end, text: '' }];
  if (opens && next) edits.push(...capitalAt(sentence, next.start));
  return { title, edits };
}

/** The edit, if any, that sets a capital at an offset of a sentence. */
export function capitalAt({ text }: StorySentence['sentence'], offset: number): Edit[] {
  const letter = text.charAt(offset);
  const capital = letter.toUpperCase();
  return capital === letter ? [] : [{ start: offset, end: offset + 1, text: capital }];
}

/** The small letter of a word that no longer opens a sentence; undefined where it stays: names, "I" and abbreviations do. */
function smallLetter({ text, tokens }: StorySentence['sentence'], word: Tagged): string | undefined {
  const isOwner = tokens[tokens.indexOf(word) + 1]?.text === "'s" && !/^(?:to|yester)day$/.test(word.text);
  const keeps = word.tag === 'name' || isOwner || !word.capital || word.text === 'i';
  return keeps || /\p{Lu}/u.test(text.slice(word.start + 1, word.end)) ? undefined : word.text.charAt(0);
}

/** Puts words in front of a phrase, from its first word to its end, and of the marks around it; it opens the sentence no longer. */
export function insertWords(at: StorySentence, first: Tagged, end: number, words: string): Edit[] {
  const { start } = withMarks(at, { start: first.start, end: behindMarks(at, end) });
  const small = smallLetter(at.sentence, first) ?? '';
  const letter = { start: first.start, end: first.start + small.length, text: small };
  if (start === first.start) return [{ ...letter, text: words + small }];
  return [{ start, end: start, text: words }, ...(small ? [letter] : [])];
}

/** The edit, if any, that makes an article read well once the words from a token on, which it stands before, give way to another. */
export function articleBefore(
  { text, tokens }: StorySentence['sentence'],
  first: number,
  next: Tagged | undefined,
): Edit[] {
  const article = tokens[first - 1];
  if (!article || !next || !/^an?$/.test(article.text)) return [];
  const is = opensWithVowel(text.slice(next.start, next.end));
  if (is === (article.text === 'an')) return [];
  const written = text.charAt(article.start);
  return [{ start: article.start, end: article.end, text: is ? `${written}n` : written }];
}

/** "an MVP", "an 8-week": letters and figures are said by their names. */
const SPELT = /^(?:[AEFHILMNORSX][A-Z]|8|11\b|18\b)/;
const LETTERS = /^[A-Z]{2}/;
const VOWEL = /^(?:[aeiou]|hour|honest|honou?r|heir)/i;
/** "a user", "a European", "a one-page form": a vowel that is written and not heard. */
const CONSONANT = /^(?:eu|uni(?![dmn])|us[aeu]|uti|one\b|once)/i;

/** Whether a word is heard to begin with a vowel. */
function opensWithVowel(word: string): boolean {
  return SPELT.test(word) || (!LETTERS.test(word) && VOWEL.test(word) && !CONSONANT.test(word));
}

/** What a noun phrase goes on with. */
export const NOMINAL: ReadonlySet<Tagged['tag']> = new Set(['noun', 'name', 'adjective', 'number']);

export const NOUN_PHRASE: ReadonlySet<Tagged['tag']> = new Set([...NOMINAL, 'determiner', 'pronoun', 'quote'] as const);

const EARLIER = new Set(
  'it its that this these those them their they he him his she her ones some any both same likewise'.split(' '),
);

/** "so we wrote one", "so I hired two": whether a word speaks of something told before it. */
export function takesUp({ tag, text }: Tagged, next: Tagged | undefined): boolean {
  if (text === 'one' || (tag === 'number' && /^[a-z]/.test(text)))
    return !(next && (NOMINAL.has(next.tag) || next.text === 'of'));
  return tag !== 'subordinator' && tag !== 'quote' && EARLIER.has(text);
}

/** Whether markup stands within a stretch: it is covered by blanks; more than one at the beginning of a line is an indent. */
export const holdsMarkup = (stretch: string): boolean => /\S[^\S\r\n]{2}/.test(stretch);

/** Whether no markup begins or ends at words, or between them: one half of it would stay. */
export function isBare({ text, tokens }: StorySentence['sentence'], first: number, last: number): boolean {
  const [before, next] = [tokens[first - 1], tokens[last + 1]];
  return !holdsMarkup(text.slice(before ? before.end - 1 : 0, next?.start ?? text.length));
}
