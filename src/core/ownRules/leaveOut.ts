import { analyse, type Sentence } from '../language/analyse';
import type { Tagged } from '../language/tag';
import { articleBefore, capitalAt, isBare, NOMINAL } from '../rules/fixes/sentence';
import type { RuleFix } from '../rules/rule';
import { applyEdit } from '../text/edits';
import type { Span } from '../text/span';
import type { Edit } from '../types';

/** Whole tokens of a sentence, and what meets where they were. */
interface Gap {
  readonly first: number;
  readonly last: number;
  /** Set off by commas, which go as well. */
  readonly aside: boolean;
  readonly left: Tagged | undefined;
  readonly right: Tagged | undefined;
}

type Tag = Tagged['tag'];

const VERBAL = new Set<Tag>(['verb', 'be', 'have', 'do', 'modal']);
/** What needs something behind it. */
const OPEN = new Set<Tag>(['determiner', 'preposition', 'conjunction', 'subordinator', 'to', 'be', 'have', 'modal']);
const MODIFIERS = new Set<Tag>(['adjective', 'adverb', 'noun', 'name', 'number']);
/** "I sort of wrote it": no verb, and nothing follows of it. */
const HEDGES = new Set(['kind of', 'sort of']);
/** Without such a word a sentence says something else, or the opposite. */
const TURNING = new Set('hardly barely scarcely rarely seldom almost nearly only never'.split(' '));

/** A fix that leaves out all that was found in a sentence; none where what is left would be no sentence. */
export function leaveAllOut(sentence: Sentence, spans: readonly Span[]): RuleFix[] {
  const gaps = spans.flatMap((span) => gapAt(sentence, span) ?? []);
  if (gaps.length < spans.length) return [];
  if (!gaps.every((gap) => isBare(sentence, gap.first, gap.last) && closes(sentence, gap))) return [];
  const edits = gaps.flatMap((gap) => editsOf(sentence, gap));
  const overlap = edits.some(({ start }, i) => start < (edits[i - 1]?.end ?? 0));
  return overlap || !saysSomething(sentence, edits) ? [] : [{ title: 'Leave it out', edits }];
}

/** Undefined where a pattern has found a piece of a word. */
function gapAt({ tokens }: Sentence, span: Span): Gap | undefined {
  const first = tokens.findIndex(({ end }) => end > span.start);
  const last = tokens.findLastIndex(({ start }) => start < span.end);
  if (tokens[first]?.start !== span.start || tokens[last]?.end !== span.end) return undefined;
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  const aside = before ? before.text === ',' && isEnd(next) : next?.text === ',';
  const left = aside ? tokens[first - 2] : before;
  return { first, last, aside, left, right: aside && next?.text === ',' ? tokens[last + 2] : next };
}

const isEnd = (token: Tagged | undefined): boolean => token === undefined || token.tag === 'mark';

/** Whether what stands on both sides of a gap goes together as it is. */
function closes({ tokens, clauses }: Sentence, { first, last, aside, left, right }: Gap): boolean {
  const gone = tokens.slice(first, last + 1);
  const ends = isEnd(right) || right?.tag === 'conjunction';
  if (!left && ends) return false;
  if (left && ends && OPEN.has(left.tag)) return false;
  if (gone.some(({ tag, text }) => tag === 'not' || tag === 'mark' || tag === 'quote' || TURNING.has(text)))
    return false;
  if (aside || HEDGES.has(gone.map(({ text }) => text).join(' '))) return true;
  const goesOn = !left && clauses.some(({ inherited, subject }) => !inherited && subject.first === last + 1);
  const end = gone.at(-1)?.tag;
  if (end === 'preposition' || end === 'determiner' || end === 'subordinator' || end === 'to') return false;
  if (gone.some(({ tag }) => VERBAL.has(tag))) return goesOn;
  if (end === 'conjunction') return goesOn;
  if (gone.every(({ tag }) => tag === 'adverb')) return true;
  // "It came at a price": nobody knows whether the verb can do without.
  if (gone[0]?.tag === 'preposition')
    return goesOn || (!(right && NOMINAL.has(right.tag)) && !(left && VERBAL.has(left.tag) && ends));
  // "old and huge": what it is joined to would be left without it.
  return left?.tag !== 'conjunction' && left?.text !== ',' && modifies(gone, right);
}

/** "a seamless import": the noun stands without what is said of it as well. */
function modifies(gone: readonly Tagged[], right: Tagged | undefined): boolean {
  const end = gone.at(-1)?.tag;
  const isNoun = right?.tag === 'noun' || right?.tag === 'name';
  return (
    gone.every(({ tag }) => MODIFIERS.has(tag)) &&
    (isNoun || (end !== 'noun' && right !== undefined && NOMINAL.has(right.tag)))
  );
}

/** Whether a main clause is left where there was one, and more than one word. */
function saysSomething(sentence: Sentence, edits: readonly Edit[]): boolean {
  const text = edits.toSorted((a, b) => b.start - a.start).reduce(applyEdit, sentence.text);
  const [left] = analyse(text);
  if (!left || left.words < 2) return false;
  return (
    sentence.clauses.length === 0 || left.clauses.some(({ inherited, subordinator }) => !inherited && !subordinator)
  );
}

/** Takes the words out with a space, and with the commas that set them off. */
function editsOf(sentence: Sentence, { first, last, aside, left, right }: Gap): Edit[] {
  const { tokens } = sentence;
  if (!left) {
    const start = right?.start ?? 0;
    return [{ start: 0, end: start, text: '' }, ...capitalAt(sentence, start)];
  }
  const comma = aside ? tokens[last + 1] : undefined;
  const end = (comma?.text === ',' ? comma : tokens[last])?.end ?? left.end;
  return [...articleBefore(sentence, first, right), { start: left.end, end, text: '' }];
}
