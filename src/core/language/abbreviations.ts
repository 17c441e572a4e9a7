import data from './abbreviations.yaml';
import { isFiniteVerb, isInitial, opensSentence } from './initials';
import { classesOf } from './lexicon';
import type { Token } from './tokens';

const words = (list: string): string[] => list.split(' ');

const KINDS = ['title', 'open', 'prefix', 'final', 'unit', 'hour', 'calendar', 'numbered'] as const;
const ABBREVIATIONS: ReadonlyMap<string, (typeof KINDS)[number]> = new Map(
  KINDS.flatMap((kind) => words(data[kind]).map((word) => [word, kind])),
);
const MOMENTS: ReadonlySet<string> = new Set(words(data.moment));
const ANSWERS: ReadonlySet<string> = new Set(words(data.answer));
/** What stands before a name, without its full stop. */
export const TITLES: readonly string[] = words(data.title);
/** "Of 4 users". */
const LONGEST_COUNT = 4;

/** Whether a full stop behind a lower-case word may belong to the word. */
export const isAbbreviation = (word: string): boolean => word.length === 1 || ABBREVIATIONS.has(word);

/** Whether a sentence ends in a word with a full stop that may be its own; `stop` is where the mark stands, or the word that holds it. */
export function endsInAbbreviation(text: string, tokens: readonly Token[], at: number, stop: number): boolean {
  const word = tokens[at];
  const next = tokens[stop + 1];
  if (!word) return true;
  if (word.text.length === 1 && word.capital) return !isInitial(text, tokens, at);
  const kind = ABBREVIATIONS.get(at === stop ? word.text.slice(0, -1) : word.text);
  const isBehindFigure = tokens[at - 1]?.type === 'number';
  const isShouted = word.text.toUpperCase() === text.slice(word.start, word.end);
  if (kind === 'title' && !(isBehindFigure && !word.capital)) return endsInTitle(tokens, at, stop);
  if (kind === 'unit' || (isBehindFigure && (kind === 'title' || kind === 'calendar')))
    return next?.type === 'number'
      ? isBehindFigure || isShouted || !(word.capital || isBeforeItsFigure(tokens[at - 1]))
      : startsWith(tokens, stop + 1, ({ capital }) => capital);
  if (kind === 'final' || kind === 'calendar') return startsWith(tokens, stop + 1, ({ capital }) => capital);
  if (kind === 'numbered') return next?.type !== 'number' || (ANSWERS.has(word.text) && isAnswer(tokens, at, stop));
  if (kind === 'open' && !isShouted) return false;
  if (kind === 'hour' && next && MOMENTS.has(next.text)) return false;
  return (kind === undefined && at < stop) || startsWith(tokens, stop + 1, opensSentence);
}

/** "I asked the prof. We left" ends, "I asked the Prof. Lee of old" does not: a title in small letters behind "the" is a noun. */
function endsInTitle(tokens: readonly Token[], at: number, stop: number): boolean {
  const before = tokens[at - 1];
  const isNoun = before !== undefined && !before.capital && isDeterminer(before);
  if (!isNoun && tokens[at]?.capital) return false;
  const isCommon = isNoun && !tokens[at]?.capital;
  return startsWith(tokens, stop + 1, (word) =>
    isCommon ? word.capital || word.type === 'number' : opensSentence(word),
  );
}

/** Whether a unit belongs to the figure behind it: "in sec. 4", but not "in a few sec. 4 came back". */
function isBeforeItsFigure(before: Token | undefined): boolean {
  const classes = classesOf(before?.text ?? '');
  return (
    before?.text !== 'per' && (before?.type !== 'word' || classes.has('preposition') || classes.has('conjunction'))
  );
}

/** Whether "no" is what was said, and the figure behind it begins a sentence: "It was no. 3 of 4 agreed", but not "It was no. 3 of 4". */
function isAnswer(tokens: readonly Token[], at: number, stop: number): boolean {
  const word = tokens[at];
  if (word?.capital || !isFiniteVerb(tokens[at - 1]?.text ?? '')) return false;
  const rest = tokens.slice(stop + 2, stop + 2 + LONGEST_COUNT);
  const verb = rest.findIndex(({ text }) => isFiniteVerb(text));
  const counts = (word: Token, i: number): boolean => {
    if (word.type === 'mark') return false;
    const classes = classesOf(word.text);
    return (
      word.text === 'of' || !(classes.has('preposition') || (classes.has('pronoun') && rest[i - 1]?.text !== 'of'))
    );
  };
  return verb >= 0 && rest.slice(0, verb).every(counts);
}

const isDeterminer = ({ text }: Token): boolean => {
  const classes = classesOf(text);
  return classes.has('determiner') || classes.has('possessive');
};

/** Whether such a word stands there, or behind the quotation mark that does; nothing at all counts as one. */
function startsWith(tokens: readonly Token[], at: number, isSuch: (word: Token) => boolean): boolean {
  const next = tokens[at];
  const word = next?.type === 'mark' && next.quote >= 0 ? tokens[at + 1] : next;
  return !word || isSuch(word);
}
