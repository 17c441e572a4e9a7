import data from './abbreviations.yaml';
import { classesOf, verbReadings, type WordClass } from './lexicon';
import type { Token } from './tokens';

const words = (list: string): string[] => list.split(' ');

const KINDS = ['title', 'open', 'final', 'unit', 'calendar', 'numbered'] as const;
const ABBREVIATIONS: ReadonlyMap<string, (typeof KINDS)[number]> = new Map(
  KINDS.flatMap((kind) => words(data[kind]).map((word) => [word, kind])),
);
const LETTERED: ReadonlySet<string> = new Set(words(data.lettered));
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

/** Whether a full stop behind a lower-case word may belong to the word. */
export const isAbbreviation = (word: string): boolean => word.length === 1 || ABBREVIATIONS.has(word);

/** Whether a sentence ends in a word with a full stop that may be its own; `stop` is where the mark stands, or the word that holds it. */
export function endsInAbbreviation(tokens: readonly Token[], at: number, stop: number): boolean {
  const word = tokens[at];
  const next = tokens[stop + 1];
  if (!word) return true;
  if (word.text.length === 1 && word.capital) return !isInitial(tokens, at);
  const kind = ABBREVIATIONS.get(at === stop ? word.text.slice(0, -1) : word.text);
  if (kind === 'open' || kind === 'title') return false;
  if (kind === 'unit' || (kind === 'calendar' && tokens[at - 1]?.type === 'number'))
    return next?.type === 'number' || startsWithCapital(tokens, stop + 1);
  if (kind === 'final' || kind === 'calendar') return startsWithCapital(tokens, stop + 1);
  if (kind === 'numbered') return next?.type !== 'number';
  return at < stop || (next?.capital === true && opensSentence(next));
}

/** Whether a letter before a full stop is one of a name, as in "J. Smith" and "J. R. de Vries"; "option B. Marketing agreed" ends. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const nextAt = tokens[at + 2]?.text === '-' ? at + 3 : at + 2;
  const [before, letter, next] = [tokens[at - 1], tokens[at], tokens[nextAt]];
  if (!letter || next?.type !== 'word' || (before && namesLetter(before))) return false;
  const isNextInitial = isLetterWithStop(tokens, nextAt);
  if (letter.text === 'i' && !isNextInitial && !isLetterWithStop(tokens, at - 2)) return false;
  return next.capital ? isNextInitial || !opensSentence(next) : PARTICLES.has(next.text);
}

/** "Option B", "a B", "A/B". */
function namesLetter(before: Token): boolean {
  return (
    LETTERED.has(before.text) || before.text === '/' || (!before.capital && classesOf(before.text).has('determiner'))
  );
}

function isLetterWithStop(tokens: readonly Token[], at: number): boolean {
  const [letter, stop] = [tokens[at], tokens[at + 1]];
  return letter?.text.length === 1 && letter.capital && stop?.text === '.' && stop.start === letter.end;
}

function opensSentence({ text }: Token): boolean {
  const classes = classesOf(text);
  return OPENERS.some((one) => classes.has(one)) || verbReadings(text).some(({ form }) => form === 'past');
}

/** Whether a word with a capital stands there, or behind the quotation mark that does; nothing at all counts as one. */
function startsWithCapital(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (!next) return true;
  return next.type === 'mark' && next.quote >= 0 ? (tokens[at + 1]?.capital ?? true) : next.capital;
}
