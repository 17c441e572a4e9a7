import data from './abbreviations.yaml';
import { classesOf, lemmaOf, verbReadings, type WordClass } from './lexicon';
import type { Token } from './tokens';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const LETTERED = words(data.lettered);
const LANGUAGES = words(data.language);
const PARTICLES = words(data.particle);
const SUBJECTS = words(data.subject);
const CLAUSE_TAKERS = words(data.clauseTaker);
const COMPARING = words(data.comparing);
/** Words of these classes begin sentences, and no names; so do verbs in the past ("Dropped it."). */
const OPENERS: readonly WordClass[] = [
  'determiner',
  'possessive',
  'pronoun',
  'preposition',
  'conjunction',
  'subordinator',
  'negation',
  'be',
  'have',
  'do',
];
const FINITE: readonly WordClass[] = ['be', 'have', 'do', 'modal'];
const SUBORDINATE: readonly WordClass[] = ['subordinator', 'relative'];
const SAME_OF_ME =
  /(?<![\p{L}\p{N}])(?:so|nor|neither)\s{1,3}(?:am|was|do|did|have|had|can|could|would|should|will)\s{1,3}$/iu;
const LONGEST_SAME = 20;

/** Whether "I" at an offset of a text says that the same holds of the narrator: "so did I". */
export const isSameOfMe = (text: string, at: number): boolean =>
  SAME_OF_ME.test(text.slice(Math.max(0, at - LONGEST_SAME), at));

/**
 * Whether a letter with a full stop is one of a name, as in "J. Smith" and "J. R. de Vries"; "option B. Marketing agreed" and "I
 * wrote it in C. Performance doubled" are two sentences.
 */
export function isInitial(text: string, tokens: readonly Token[], at: number): boolean {
  const nextAt = tokens[at + 2]?.text === '-' ? at + 3 : at + 2;
  const [letter, next] = [tokens[at], tokens[nextAt]];
  if (!letter || next?.type !== 'word' || namesLetter(tokens, at)) return false;
  const isNextInitial = isLetterWithStop(tokens, nextAt);
  const isAlone = !isNextInitial && !isLetterWithStop(tokens, at - 2);
  if (letter.text === 'i' && (isAlone || isSameOfMe(text, letter.start))) return false;
  if (!next.capital) return PARTICLES.has(next.text);
  return isNextInitial || !(opensSentence(next) || isLanguage(tokens, at) || isWholeBefore(tokens, at));
}

/** Whether a word with a capital letter is one that sentences begin with, and names do not. */
export function opensSentence({ text, capital }: Token): boolean {
  return capital && (isOf(text, OPENERS) || isPast(text));
}

/** Whether a word is a verb that has a subject, as its form alone tells it. */
export const isFiniteVerb = (word: string): boolean => word !== "'s" && (isOf(word, FINITE) || isPast(word));

const isPast = (word: string): boolean => verbReadings(word).some(({ form }) => form === 'past');
const isOf = (word: string, some: readonly WordClass[]): boolean => {
  const classes = classesOf(word);
  return some.some((one) => classes.has(one));
};

/** "Option B", "a B", "A/B", "A and B". */
function namesLetter(tokens: readonly Token[], at: number): boolean {
  const [first, before] = [tokens[at - 2], tokens[at - 1]];
  if (!before) return false;
  const isSecond = first?.capital === true && first.text.length === 1 && first.text !== 'i';
  return (
    LETTERED.has(before.text) ||
    before.text === '/' ||
    (!before.capital && isOf(before.text, ['determiner']) && !isOf(before.text, ['relative'])) ||
    (isSecond && isOf(before.text, ['conjunction', 'preposition']))
  );
}

function isLetterWithStop(tokens: readonly Token[], at: number): boolean {
  const [letter, stop] = [tokens[at], tokens[at + 1]];
  return letter?.text.length === 1 && letter.capital && stop?.text === '.' && stop.start === letter.end;
}

/** "In C", unless it is in "C. Smith's" office. */
function isLanguage(tokens: readonly Token[], at: number): boolean {
  return LANGUAGES.has(tokens[at]?.text ?? '') && tokens[at - 1]?.text === 'in' && tokens[at + 3]?.text !== "'s";
}

/**
 * Whether all of a sentence stands before a letter and its object is the letter, while the word behind it has a verb of its own: "I
 * compared A. Acme won", but neither "I met A. Smith" nor "I heard that A. Smith won".
 */
function isWholeBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  const isObject = isPast(before) || (isOf(before, ['preposition']) && !COMPARING.has(before));
  if (!isObject || !isFiniteVerb(tokens[at + 3]?.text ?? '')) return false;
  for (let i = at - 1; i >= 0; i--) {
    const { text } = tokens[i] ?? { text: '' };
    if (isOf(text, SUBORDINATE) || CLAUSE_TAKERS.has(lemmaOf(text))) return false;
    const isFirst = i === 0 || tokens[i - 1]?.type === 'mark';
    if (isFirst && isPast(text)) return true;
    if (SUBJECTS.has(text) && isFiniteVerb(tokens[i + 1]?.text ?? ''))
      return isFirst || isOf(tokens[i - 1]?.text ?? '', ['conjunction', 'adverb']);
    if (isFirst) return false;
  }
  return false;
}
