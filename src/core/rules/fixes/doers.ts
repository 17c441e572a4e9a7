import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import type { Tagged } from '../../language/tag';
import { isAct } from '../../story/jobs';
import type { Span } from '../../text/span';
import { LASTING } from '../shared/lasting';
import { NOUN_PHRASE } from './sentence';

const EVERYBODY = new Set(['everyone', 'everybody', 'each']);
/** A group that is told about as "our", not as "their". */
const OURS = new Set(['we', 'us', 'i', 'ourselves']);
const THEIRS = new Set('their them theirs themselves'.split(' '));
/** Verbs of which one person is no subject, unless something else is the object. */
const PLURAL = new Set('split divide disperse scatter rotate alternate'.split(' '));
/** What is split so among the group is split in other ways by one person: "divided the work between us". */
const SHARING = new Set([...PLURAL, 'share', 'distribute', 'allocate', 'assign', 'spread']);
const AMONG = new Set(['between', 'among', 'amongst']);
/** What takes somebody to do it with. */
const TALKING = new Set('meet talk speak chat debate argue fight pair'.split(' '));
const WITH = new Set(['with', 'to']);
/** Verbs of which one person is no subject where nothing but "together" follows. */
const GATHERING = new Set('get come pull band stick stand stay gather sit eat'.split(' '));
/** What only several have in common: "put our heads together", "joined forces", "took turns". */
const SHARED = new Set('turns forces hands ranks heads minds'.split(' '));
const ALL = new Set(['both', 'all', 'each']);
export const COUNTS: ReadonlySet<string> = new Set('two three four five six seven eight nine ten few'.split(' '));
const GROUPS = new Set('team group pair trio duo crew squad handful'.split(' '));
/** Words that stand before "we" once more: "Me and Sam, we …". */
const NAMES = new Set(['pronoun', 'noun', 'name', 'determiner', 'adjective', 'conjunction', 'mark']);
const SELVES = new Set(['me', 'i', 'us', 'myself']);

const REASONS = new Set('because cause cos coz bc'.split(' '));
/** Opens a reason, or a way of doing it, where what stands behind it is, or was, so at all times. */
const SO_FAR = new Set(['since', 'as', 'how']);
/** "That is how we did it". */
const WAYS = new Set(['how', 'what']);
/** What the narrator gives to what others do: "under my leadership", "with my help". */
const GIVEN = new Set(
  'leadership lead direction guidance supervision command management watch help support assistance input advice suggestion recommendation request urging insistence initiative coaching mentoring mentorship oversight'.split(
    ' ',
  ),
);

/**
 * The clauses in which the group is the doer, and those that go on from them. Everybody else who is told about, and for whose
 * sake it was done, stays: "We set up a sync so that everyone knew their role." So does what was so for the group all along.
 */
export function doersOf({ tokens, clauses }: Sentence): readonly Clause[] {
  const groups = clauses.filter((clause) => clause.actor === 'we' && !clause.inherited && !isObject(tokens, clause));
  const own = groups.filter(
    (clause) => !isEverybody(tokens, clause) && !isPurpose(tokens, clause) && !isCustom(tokens, clause),
  );
  const doers = own.length > 0 ? own : groups.slice(0, 1);
  let does = false;
  return clauses.filter((clause) => {
    if (!clause.inherited) does = doers.includes(clause);
    return does && clause.actor === 'we';
  });
}

/** "asked the team to wait", "watched the team rewrite it": the group acts, but is told of as an object. */
export function isObject(tokens: Sentence['tokens'], { subject, inherited, groupStart, verb, tense }: Clause): boolean {
  if (inherited || tokens.slice(subject.first, subject.last + 1).some(({ text }) => text === 'we')) return false;
  const before = tokens[subject.first - 1];
  if (tokens[groupStart]?.tag === 'to' || before?.text === 'by') return true;
  if (groupStart < verb) return false;
  return (before?.tag === 'verb' && tense === 'base') || (before?.tag === 'preposition' && tense === 'progressive');
}

/** Whether one person could have done, or been, what a group is said to have. */
export function isForOne({ tokens }: Sentence, doers: readonly Clause[]): boolean {
  return doers.every((clause) => {
    const { lemma, groupStart, verb, last } = clause;
    const rest = tokens.slice(verb + 1, last + 1);
    const [behind, next] = rest;
    const holds = (words: ReadonlySet<string>): boolean => rest.some(({ text }) => words.has(text));
    const counted = tokens.slice(groupStart + 1, verb + (lemma === 'be' ? 2 : 0));
    if (counted.some(({ text }) => ALL.has(text))) return false;
    if (lemma === 'be' || lemma === 'become') return !isSeveral(rest) || isComplement(tokens, clause);
    const object = hasObject(tokens, verb);
    if (PLURAL.has(lemma) && (behind?.text === 'ourselves' || !object)) return false;
    if (SHARING.has(lemma) && holds(OURS) && holds(AMONG)) return false;
    if (TALKING.has(lemma) && !object && !holds(WITH)) return false;
    if (GATHERING.has(lemma) && behind?.text === 'together' && !hasObject(tokens, verb + 1)) return false;
    return !SHARED.has((behind?.text === 'our' ? next : behind)?.text ?? '');
  });
}

/** "What we did was …": no "and" joins it to the group. */
const isComplement = (tokens: Sentence['tokens'], { inherited, groupStart }: Clause): boolean =>
  inherited && !['conjunction', 'adverb', 'mark'].includes(tokens[groupStart - 1]?.tag ?? 'mark');

/** "We were four engineers", "we are a small team", "we were friends". */
function isSeveral(rest: readonly Tagged[]): boolean {
  const end = rest.findIndex(({ tag }) => !NOUN_PHRASE.has(tag) && tag !== 'adverb');
  const said = end < 0 ? rest : rest.slice(0, end);
  const head = said.at(-1);
  return (
    said.some(({ text, type }) => COUNTS.has(text) || GROUPS.has(text) || type === 'number') ||
    (head?.tag === 'noun' && /[^s]s$/.test(head.text))
  );
}

/** "The team rewrote their part": what is told of them would be told of others once "I" stands there. */
export function isToldAsOthers({ tokens }: Sentence, doers: readonly Clause[]): boolean {
  return doers.some(({ subject, inherited, verb, last }) => {
    const who = tokens.slice(subject.first, subject.last + 1);
    if (inherited || who.some(({ text }) => OURS.has(text))) return false;
    return tokens.slice(verb + 1, last + 1).some(({ text }) => THEIRS.has(text));
  });
}

/** "My team built it under my leadership", "The team gave me a hand": the narrator is told of beside those who act. */
export function isBesideNarrator({ tokens, clauses }: Sentence, doers: readonly Clause[]): boolean {
  const gives = tokens.some(
    ({ text }, i) => text === 'my' && tokens.slice(i + 1, i + 3).some((next) => GIVEN.has(next.text)),
  );
  return (
    gives ||
    doers.some((doer) => {
      const next = clauses[clauses.indexOf(doer) + 1];
      // "The team helped me rewrite it": who rewrites it is the object of the help.
      const last = next && isMe(tokens[next.subject.first]?.text ?? '') ? next.subject.first : doer.last;
      return tokens.slice(doer.verb + 1, last + 1).some(({ text, tag }) => isMe(text) && tag !== 'quote');
    })
  );
}

export const isMe = (word: string): boolean => word === 'me' || word === 'myself';

/** "We split us into two groups": the group is also whom it was done to. */
export function isDoneToGroup({ tokens }: Sentence, doers: readonly Clause[]): boolean {
  return doers.some((clause, i) => {
    if (tokens[clause.verb + 1]?.text !== 'us') return false;
    const before = clause.inherited ? tokens.slice((doers[i - 1]?.verb ?? 0) + 1, clause.groupStart) : [];
    // "We asked them to give us a slot": they gave it.
    return !(tokens[clause.groupStart]?.tag === 'to' && before.length > 0);
  });
}

/** The name or noun phrase that "we" takes up ("Me and Sam, we …"), up to the comma. */
export function takenUp({ tokens }: Sentence, { subject }: Clause): Span | undefined {
  const before = tokens.slice(0, subject.first);
  const from = before[0];
  const to = before.at(-1);
  if (!from || to?.text !== ',' || !before.some(({ text }) => SELVES.has(text))) return undefined;
  return before.every(({ tag }) => NAMES.has(tag)) ? { start: from.start, end: to.end } : undefined;
}

function isEverybody(tokens: Sentence['tokens'], { subject }: Clause): boolean {
  return tokens.slice(subject.first, subject.last + 1).some(({ text }) => EVERYBODY.has(text));
}

/** "so that we …" */
function isPurpose(tokens: Sentence['tokens'], { subject }: Clause): boolean {
  const before = tokens[subject.first - 2]?.text;
  return tokens[subject.first - 1]?.text === 'that' && (before === 'so' || before === 'order');
}

/** "because that is how we had always done it", "as we always do": what a group is used to is nobody's own. */
function isCustom(tokens: Sentence['tokens'], clause: Clause): boolean {
  const { subject, verb, tense, unreal } = clause;
  const lasting = tokens.slice(subject.last + 1, verb + 2).filter(({ text }) => LASTING.has(text));
  const timeless = tense === 'present' || tense === 'base' || tense === 'perfect';
  let before = subject.first - 1;
  while (tokens[before]?.tag === 'adverb') before--;
  const opener = tokens[before]?.text ?? '';
  if (WAYS.has(opener) && tokens[before - 1]?.tag === 'be') return true;
  if (REASONS.has(opener)) return timeless || !isAct(clause);
  // "We always shipped it on Mondays", but "we never shipped it".
  if (lasting.some(({ tag }) => tag !== 'not')) return !unreal;
  return (lasting.length > 0 || SO_FAR.has(opener)) && timeless && !unreal;
}

/** Whether a noun phrase follows a word at once. */
export const hasObject = (tokens: Sentence['tokens'], at: number): boolean =>
  ['determiner', 'noun', 'name', 'number'].includes(tokens[at + 1]?.tag ?? '');
