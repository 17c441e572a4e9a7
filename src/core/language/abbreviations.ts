import data from './abbreviations.yaml';
import { classesOf, verbReadings, type WordClass } from './lexicon';
import type { Token } from './tokens';

const words = (list: string): string[] => list.split(' ');

const KINDS = ['title', 'open', 'prefix', 'final', 'unit', 'hour', 'calendar', 'numbered'] as const;
const ABBREVIATIONS: ReadonlyMap<string, (typeof KINDS)[number]> = new Map(
  KINDS.flatMap((kind) => words(data[kind]).map((word) => [word, kind])),
);
const LETTERED: ReadonlySet<string> = new Set(words(data.lettered));
const MOMENTS: ReadonlySet<string> = new Set(words(data.moment));
const PARTICLES: ReadonlySet<string> = new Set(words(data.particle));
/** What stands before a name, without its full stop. */
export const TITLES: readonly string[] = words(data.title);
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
const SAME_OF_ME =
  /(?<![\p{L}\p{N}])(?:so|nor|neither)\s{1,3}(?:am|was|do|did|have|had|can|could|would|should|will)\s{1,3}$/iu;
const LONGEST_SAME = 20;

/** Whether a full stop behind a lower-case word may belong to the word. */
export const isAbbreviation = (word: string): boolean => word.length === 1 || ABBREVIATIONS.has(word);

/** Whether "I" at an offset of a text says that the same holds of the narrator: "so did I". */
export const isSameOfMe = (text: string, at: number): boolean =>
  SAME_OF_ME.test(text.slice(Math.max(0, at - LONGEST_SAME), at));

/** Whether a sentence ends in a word with a full stop that may be its own; `stop` is where the mark stands, or the word that holds it. */
export function endsInAbbreviation(text: string, tokens: readonly Token[], at: number, stop: number): boolean {
  const word = tokens[at];
  const next = tokens[stop + 1];
  if (!word) return true;
  if (word.text.length === 1 && word.capital) return !isInitial(text, tokens, at);
  const kind = ABBREVIATIONS.get(at === stop ? word.text.slice(0, -1) : word.text);
  const isBehindFigure = tokens[at - 1]?.type === 'number';
  const isShouted = word.text.toUpperCase() === text.slice(word.start, word.end);
  if (kind === 'title' && !(isBehindFigure && !word.capital)) return false;
  if (kind === 'unit' || (isBehindFigure && (kind === 'title' || kind === 'calendar')))
    return next?.type === 'number'
      ? isBehindFigure || !word.capital || isShouted
      : startsWith(tokens, stop + 1, ({ capital }) => capital);
  if (kind === 'final' || kind === 'calendar') return startsWith(tokens, stop + 1, ({ capital }) => capital);
  if (kind === 'numbered') return next?.type !== 'number';
  if (kind === 'open' && !isShouted) return false;
  if (kind === 'hour' && next && MOMENTS.has(next.text)) return false;
  return (kind === undefined && at < stop) || startsWith(tokens, stop + 1, opensSentence);
}

/** Whether a letter before a full stop is one of a name, as in "J. Smith" and "J. R. de Vries"; "option B. Marketing agreed" ends. */
function isInitial(text: string, tokens: readonly Token[], at: number): boolean {
  const nextAt = tokens[at + 2]?.text === '-' ? at + 3 : at + 2;
  const [letter, next] = [tokens[at], tokens[nextAt]];
  if (!letter || next?.type !== 'word' || namesLetter(tokens, at)) return false;
  const isNextInitial = isLetterWithStop(tokens, nextAt);
  const isAlone = !isNextInitial && !isLetterWithStop(tokens, at - 2);
  if (letter.text === 'i' && (isAlone || isSameOfMe(text, letter.start))) return false;
  return next.capital ? isNextInitial || !opensSentence(next) : PARTICLES.has(next.text);
}

/** "Option B", "a B", "A/B", "A and B". */
function namesLetter(tokens: readonly Token[], at: number): boolean {
  const [first, before] = [tokens[at - 2], tokens[at - 1]];
  if (!before) return false;
  const classes = classesOf(before.text);
  const isSecond = first?.capital === true && first.text.length === 1 && first.text !== 'i';
  return (
    LETTERED.has(before.text) ||
    before.text === '/' ||
    (!before.capital && classes.has('determiner')) ||
    (isSecond && (classes.has('conjunction') || classes.has('preposition')))
  );
}

function isLetterWithStop(tokens: readonly Token[], at: number): boolean {
  const [letter, stop] = [tokens[at], tokens[at + 1]];
  return letter?.text.length === 1 && letter.capital && stop?.text === '.' && stop.start === letter.end;
}

function opensSentence({ text, capital }: Token): boolean {
  const classes = classesOf(text);
  return capital && (OPENERS.some((one) => classes.has(one)) || verbReadings(text).some(({ form }) => form === 'past'));
}

/** Whether such a word stands there, or behind the quotation mark that does; nothing at all counts as one. */
function startsWith(tokens: readonly Token[], at: number, isSuch: (word: Token) => boolean): boolean {
  const next = tokens[at];
  const word = next?.type === 'mark' && next.quote >= 0 ? tokens[at + 1] : next;
  return !word || isSuch(word);
}
