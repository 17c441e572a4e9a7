import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import type { Tagged } from '../../language/tag';
import type { Edit } from '../../types';
import { COUNTS, hasObject } from './doers';

/** What makes no sense of one person; `#` stands for a number, in digits or as a word. */
const TOGETHER = [
  'working as a team',
  'working together',
  'together',
  'between the # of us',
  'between all # of us',
  'among the # of us',
  'the # of us together',
  'between the lot of us',
  'between us all',
  'between us',
  'as a team',
  'as a group',
  'among ourselves',
  'side by side',
  'in pairs',
  'collectively',
].map((phrase) => phrase.split(' '));
/** The same where a comma or dash sets it off at the end: elsewhere it is who acts. */
const AFTERTHOUGHTS = ['all of us', 'both of us', 'the # of us', 'as one'].map((phrase) => phrase.split(' '));
const DIVIDES = /^[,–—-]$/;
/** "We put a plan together": the word belongs to the verb. */
const JOINING = new Set('put bring pull piece stitch tie hold string glue patch scrape cobble throw gather'.split(' '));

/** Takes "together", "between us" and the like out of what is told of the groups, with the commas that set it off. */
export function withoutTogether(sentence: Sentence, groups: readonly Clause[]): Edit[] {
  const { tokens } = sentence;
  const edits: Edit[] = [];
  for (const [i, { start }] of tokens.entries()) {
    const length = lengthAt(sentence, i);
    const last = tokens[i + length - 1];
    if (length === 0 || !last || groups.every((group) => group.last < i)) continue;
    const mark = tokens[i + length];
    const behind = divides(mark) ? (mark?.end ?? last.end) : last.end;
    const next = tokens.find((token) => token.start >= behind);
    const isSetOff = divides(tokens[i - 1]) && (mark?.tag ?? 'mark') === 'mark';
    edits.push({
      start: i === 0 ? start : (tokens[isSetOff ? i - 2 : i - 1]?.end ?? start),
      end: i === 0 ? (next?.start ?? last.end) : isSetOff ? behind : last.end,
      text: '',
    });
  }
  return edits;
}

const divides = (token: Tagged | undefined): boolean => DIVIDES.test(token?.text ?? '');

/** Of how many tokens such a phrase is that begins at one; 0 where none does. */
function lengthAt(sentence: Sentence, at: number): number {
  const { tokens } = sentence;
  const stands = (words: readonly string[]): boolean => words.every((word, k) => isWord(tokens[at + k], word));
  const phrase = TOGETHER.find(stands) ?? (divides(tokens[at - 1]) ? AFTERTHOUGHTS.find(stands) : undefined);
  const length = phrase?.length ?? 0;
  const behind = tokens[at + length];
  if (phrase && AFTERTHOUGHTS.includes(phrase) && (behind?.tag ?? 'mark') !== 'mark') return 0;
  const isJoint = phrase?.at(-1) === 'together' && (behind?.text === 'with' || isParticle(sentence, at + length - 1));
  return isJoint ? 0 : length;
}

const isWord = (token: Tagged | undefined, word: string): boolean =>
  word === '#' ? token !== undefined && (token.type === 'number' || COUNTS.has(token.text)) : token?.text === word;

const isParticle = ({ tokens, clauses }: Sentence, at: number): boolean =>
  clauses.some(
    ({ lemma, verb, last }) =>
      verb < at && at <= last && JOINING.has(lemma) && (verb + 1 < at || hasObject(tokens, at)),
  );
