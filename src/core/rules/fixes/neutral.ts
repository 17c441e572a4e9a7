import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import data from './neutral.yaml';
import { articleBefore, capitalAt, isBare, NOMINAL } from './sentence';

interface Loaded {
  readonly words: readonly string[];
  /** Undefined where the words are left out. */
  readonly neutral?: string;
}

const LOADED: readonly Loaded[] = [
  ...data.leaveOut.map((phrase) => ({ words: phrase.split(' ') })),
  ...Object.entries(data.swap).map(([phrase, neutral]) => ({ words: phrase.split(' '), neutral })),
];
const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const ADJECTIVES = wordsOf(data.adjectives);
const MORE = wordsOf(data.more);
const ADVERBS = wordsOf(data.adverbs);
const UNTOLD = wordsOf(data.untold);

/** Words that go or give way to others. */
interface Replaced {
  readonly first: number;
  readonly last: number;
  /** Undefined where they are left out. */
  readonly neutral?: string;
  /** The meaning stays in every case. */
  readonly safe?: boolean;
}

/**
 * A fix that swaps every loaded wording of a sentence for a neutral one, or leaves it out; none where there is no such wording,
 * or where one would stay.
 */
export function neutralFix({ sentence }: StorySentence): RuleFix | undefined {
  const { tokens } = sentence;
  const replaced: Replaced[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const here = replacedAt(sentence, i);
    if (here === 'untold' || (here && !isBare(sentence, here.first, here.last))) return undefined;
    if (here) replaced.push(here);
    i = here?.last ?? i;
  }
  const edits = replaced.flatMap(({ first, last, neutral }) =>
    neutral === undefined
      ? leaveOut(sentence, first, last)
      : [{ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0, text: neutral }],
  );
  const safe = replaced.every((one) => one.safe);
  return edits.length > 0 ? { title: 'Say it in neutral words', edits, safe } : undefined;
}

/** The loaded words that begin at a token; `untold` where nothing neutral says the same there. */
function replacedAt({ tokens, clauses }: StorySentence['sentence'], first: number): Replaced | 'untold' | undefined {
  const phrase = LOADED.find(({ words }) => words.every((word, k) => tokens[first + k]?.text === word));
  if (phrase) {
    const { words, neutral } = phrase;
    const last = first + words.length - 1;
    if (neutral === undefined) return { first, last, safe: true };
    const hasObject = OBJECT.has(tokens[last + 1]?.tag ?? 'mark');
    const acts = clauses.some(({ verb, voice }) => verb >= first && verb <= last && voice === 'active');
    if (acts || !neutral.endsWith(')'))
      return { first, last, neutral: neutral.replace(/ \((\w+)\)$/, hasObject ? ' $1' : '') };
  }
  const goesWith = tokens[first + 1]?.tag;
  if (ADVERBS.has(tokens[first]?.text ?? ''))
    return goesWith === 'verb' || goesWith === 'adjective' || goesWith === 'adverb' ? { first, last: first } : 'untold';
  const last = endOfAdjectives(tokens, first);
  if (last !== undefined) return { first, last };
  return phrase || isLoaded(tokens[first]) ? 'untold' : undefined;
}

const OBJECT = new Set<Tagged['tag']>(['determiner', 'noun', 'name', 'pronoun', 'number', 'adjective']);

/** "the lazy night shift", "a lousy, truly useless tool": the noun stands without the adjectives as well. */
function endOfAdjectives(tokens: readonly Tagged[], first: number): number | undefined {
  // "slow and terrible": what it is joined to stays.
  const joined = tokens[first - 1]?.text === ',' || tokens[first - 1]?.tag === 'conjunction';
  if (joined && tokens[first - 2]?.tag === 'adjective') return undefined;
  let last: number | undefined;
  for (let i = first; ; i++) {
    while (MORE.has(tokens[i]?.text ?? '')) i++;
    if (!ADJECTIVES.has(tokens[i]?.text ?? '')) break;
    last = i;
    if (tokens[i + 1]?.text === ',' || tokens[i + 1]?.text === 'and') i++;
  }
  return last !== undefined && NOMINAL.has(tokens[last + 1]?.tag ?? 'mark') ? last : undefined;
}

const isLoaded = (token: Tagged | undefined): boolean =>
  token !== undefined && token.tag !== 'quote' && (ADJECTIVES.has(token.text) || UNTOLD.has(token.text));

/** Takes words out together with the comma that set them off. */
function leaveOut(sentence: StorySentence['sentence'], first: number, last: number): Edit[] {
  const { tokens } = sentence;
  const comma = tokens[last + 1]?.text === ',';
  if (first === 0) {
    const next = tokens[last + (comma ? 2 : 1)];
    if (!next) return [];
    return [{ start: 0, end: next.start, text: '' }, ...capitalAt(sentence, next.start)];
  }
  const before = tokens[first - 1];
  const start = before?.text === ',' && comma ? (tokens[first - 2]?.end ?? before.start) : (before?.end ?? 0);
  const article = articleBefore(sentence, first, tokens[last + 1]);
  return [
    ...article,
    { start, end: (comma && before?.text === ',' ? tokens[last + 1] : tokens[last])?.end ?? start, text: '' },
  ];
}
