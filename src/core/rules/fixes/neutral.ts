import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import data from './neutral.yaml';
import { capitalAt } from './sentence';

interface Loaded {
  readonly words: readonly string[];
  /** Undefined where the words are left out. */
  readonly neutral?: string;
}

const LOADED: readonly Loaded[] = [
  ...data.leaveOut.map((phrase) => ({ words: phrase.split(' ') })),
  ...Object.entries(data.swap).map(([phrase, neutral]) => ({ words: phrase.split(' '), neutral })),
];
const ADJECTIVES = new Set(data.adjectives.split(' '));

/** A fix that swaps every loaded wording of a sentence for a neutral one, or leaves it out; none where there is no such wording. */
export function neutralFix({ sentence }: StorySentence): RuleFix | undefined {
  const { tokens } = sentence;
  const edits: Edit[] = [];
  let safe = true;
  for (let i = 0; i < tokens.length; i++) {
    const loaded = LOADED.find(({ words }) => words.every((word, k) => tokens[i + k]?.text === word));
    if (!loaded && !describes(tokens, i)) continue;
    const last = i + (loaded?.words.length ?? 1) - 1;
    if (loaded?.neutral === undefined) edits.push(...leaveOut(sentence, i, last));
    else edits.push({ start: tokens[i]?.start ?? 0, end: tokens[last]?.end ?? 0, text: loaded.neutral });
    safe &&= loaded !== undefined && loaded.neutral === undefined;
    i = last;
  }
  return edits.length > 0 ? { title: 'Say it in neutral words', edits, safe } : undefined;
}

/** "the lazy night shift": the noun stands without the adjective as well. */
function describes(tokens: readonly Tagged[], i: number): boolean {
  const next = tokens[i + 1];
  return ADJECTIVES.has(tokens[i]?.text ?? '') && (next?.tag === 'noun' || next?.tag === 'name');
}

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
  return [{ start, end: (comma && before?.text === ',' ? tokens[last + 1] : tokens[last])?.end ?? start, text: '' }];
}
