import type { Sentence } from '../../language/analyse';
import type { Clause } from '../../language/clauses';
import { joinedTo } from '../../language/subjects';
import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { withoutOverlaps } from '../../text/edits';
import { tabStop } from '../../text/snippet';
import type { Span } from '../../text/span';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import { agree, type Person } from './agreement';
import { byGroup } from './byGroup';
import { doersOf, isBesideNarrator, isDoneToGroup, isForOne, isObject, isToldAsOthers, takenUp } from './doers';
import { insertWords } from './sentence';
import { askOf, tagQuestion } from './tagQuestion';
import { withoutTogether } from './together';

/** What belongs to the one who acts: "our plan" becomes "my plan", "our customers" stay everybody's. */
const OF_THE_ACTOR = new Set(
  'plan plans proposal idea ideas decision decisions choice approach solution design analysis estimate estimates fix change changes work case argument mistake mistakes answer response report draft pitch finding findings recommendation recommendations assumption assumptions best all own'.split(
    ' ',
  ),
);
/** A group does these only among itself; one person cannot. */
const AMONG_OURSELVES = new Set(['each', 'another']);

/** Fixes that tell a sentence about a group as one about a person. */
export function firstPersonFixes(at: StorySentence): RuleFix[] {
  const { sentence } = at;
  const groups = doersOf(sentence);
  const [first] = groups;
  const passives = byGroups(sentence);
  if (!first) return byGroupFixes(at, passives);
  const alone =
    !isDoneToGroup(sentence, groups) &&
    !isToldAsOthers(sentence, groups) &&
    !isBesideNarrator(sentence, groups) &&
    !sentence.tokens.some(({ text }, i) => AMONG_OURSELVES.has(text) && sentence.tokens[i + 1]?.text === 'other');
  const own: RuleFix = {
    title: 'I did this: say "I"',
    edits: [...asPerson(sentence, groups, 'first', 'I'), ...asAgent(sentence, passives, 'first', 'me')],
  };
  const named: RuleFix = {
    title: 'Someone else did this: say who',
    edits: [
      ...asPerson(sentence, groups, 'third', tabStop(1, '[name or role]')),
      ...asAgent(sentence, passives, 'third', tabStop(1, '[name or role]')),
    ],
    snippet: true,
  };
  const one = isForOne(sentence, groups) && !isExplained(sentence, first) ? [...(alone ? [own] : []), named] : [];
  const told = sentence.clauses.find(
    (clause) => clause.actor === 'we' && !clause.inherited && !isObject(sentence.tokens, clause),
  );
  const before = ownPartFirst(at, first);
  return [...one, ...(before.length > 0 || !told ? before : ownPartFirst(at, told))];
}

/** "We, the night shift, …": says who the group is. */
function isExplained({ tokens }: Sentence, { subject }: Clause): boolean {
  return tokens[subject.last + 1]?.text === ',' && tokens[subject.last + 2]?.tag === 'determiner';
}

/** "I …, and we …": keeps the group and says one's own part. */
function ownPartFirst(at: StorySentence, clause: Clause): RuleFix[] {
  const { sentence } = at;
  const { tokens } = sentence;
  const subject = tokens.findIndex((token) => token.start === subjectStart(sentence, clause));
  // "Between us we …", "Together we …": the own part goes before all of it.
  const first = tokens.slice(0, subject).every(({ text }) => FRONTED.has(text)) ? 0 : subject;
  const word = tokens[first];
  const [comma, and] = tokens.slice(Math.max(0, first - 2), first);
  const before = comma?.text === ',' && and?.text === 'and' ? undefined : tokens[first - 1];
  // "Did we ship it?" has no place for it.
  const isInverted = clause.subject.first > clause.groupStart;
  // Nor "Sam and me, we shipped it": the name would lose its capital.
  const opensWithName =
    (takenUp(sentence, clause) !== undefined || JOINED.has(tokens[clause.subject.first]?.text ?? '')) &&
    word?.tag !== 'pronoun' &&
    word?.tag !== 'determiner';
  if (
    !word ||
    isInverted ||
    opensWithName ||
    clause.subordinator ||
    /^(?:what|how|why|and|as)$/.test(before?.text ?? '')
  )
    return [];
  const own = `I was the one who ${tabStop(1, '[argued, decided or did what]')}, and `;
  const edits = insertWords(at, word, subjectEnd(sentence, clause), own);
  return [{ title: 'Say your own part before it', edits, snippet: true }];
}

const FRONTED = new Set('together between among the all of us two three four five six as a team group ,'.split(' '));

/** A passive clause whose act is credited to a group, and where the group stands. */
interface ByGroup {
  readonly clause: Clause;
  readonly range: Span;
}

function byGroups(sentence: Sentence): ByGroup[] {
  return sentence.clauses.flatMap((clause): ByGroup[] => {
    const range = byGroup(sentence, clause);
    return range ? [{ clause, range }] : [];
  });
}

/** Puts a person in the place of the groups, also where "ourselves" and "our own" speak of them. */
function asAgent({ tokens }: Sentence, passives: readonly ByGroup[], person: Person, agent: string): Edit[] {
  return passives.flatMap(({ clause, range }) => [
    { ...range, text: agent },
    ...possessives(tokens, clause, OWN[person]),
  ]);
}

/** "was found by the team": the team gives way to a person. */
function byGroupFixes(at: StorySentence, passives: readonly ByGroup[]): RuleFix[] {
  const [first] = passives;
  if (!first) return [];
  return [
    { title: 'I did this: say "by me"', edits: asAgent(at.sentence, passives, 'first', 'me') },
    {
      title: 'Someone else did this: say who',
      edits: asAgent(at.sentence, passives, 'third', tabStop(1, '[name or role]')),
      snippet: true,
    },
    ...(first.clause.inherited ? [] : ownPartFirst(at, first.clause)),
  ];
}

function asPerson(sentence: Sentence, groups: readonly Clause[], person: Person, subject: string): Edit[] {
  const { tokens } = sentence;
  const edits: Edit[] = [];
  let agrees = false;
  const asks = tagQuestion(tokens);
  if (asks >= 0) edits.push(...askOf(tokens, asks, person));
  for (const [i, clause] of groups.entries()) {
    if (asks >= 0 && clause.groupStart >= asks) continue;
    const again = i > 0 && person === 'third';
    if (!clause.inherited) {
      edits.push({
        start: subjectStart(sentence, clause),
        end: subjectEnd(sentence, clause),
        text: again ? 'they' : subject,
      });
    }
    const finite = finiteVerb(tokens, clause);
    const form = finite && !(again && !clause.inherited) ? agree(finite, person) : undefined;
    // "We planned it and put it up" is all past; "are", "were" and "have" agree whatever stands before them.
    if (finite && form !== undefined && (!clause.inherited || agrees || finite.tag === 'be' || finite.tag === 'have'))
      edits.push({ start: finite.start, end: finite.end, text: form });
    if (!clause.inherited) agrees = form !== undefined;
    edits.push(...possessives(tokens, clause, OWN[person]));
  }
  edits.push(...withoutTogether(sentence, groups));
  return withoutOverlaps(edits.map((edit) => [edit]));
}

const JOINED = new Set(['i', 'us', 'ourselves']);

/** Where the subject starts, with "all", "both", "my team and" and the like. */
export function subjectStart(sentence: Sentence, clause: Clause): number {
  const { tokens } = sentence;
  const { subject } = clause;
  const up = takenUp(sentence, clause);
  if (up) return up.start;
  let first = subject.first;
  if (tokens[first]?.text === 'ourselves' && tokens[first - 1]?.text === 'we') first--;
  if (JOINED.has(tokens[first]?.text ?? '')) first = joinedTo(tokens, first)?.first ?? first;
  // "Most of the team"
  if (tokens[first - 1]?.text === 'of') first = Math.max(0, first - 2);
  return tokens[first]?.start ?? 0;
}

/** Where the subject ends, with "of us", "all", "both", "each", and where it is ("everyone on my team"). */
function subjectEnd({ tokens }: Sentence, { subject, groupStart }: Clause): number {
  let last = subject.last;
  if (tokens[last + 1]?.text === 'of' && tokens[last + 2]?.text === 'us') last += 2;
  while (['all', 'both', 'each'].includes(tokens[last + 1]?.text ?? '')) last++;
  if (tokens[last + 1]?.tag === 'preposition' && last < groupStart) {
    last = groupStart - 1;
    while (tokens[last]?.tag === 'adverb') last--;
  }
  return tokens[last]?.end ?? 0;
}

/** The verb that agrees with the subject: the first of the group that is no adverb. */
function finiteVerb(tokens: readonly Tagged[], { groupStart, verb }: Clause): Tagged | undefined {
  const group = tokens.slice(groupStart, verb + 1);
  if (group.some(({ tag }) => tag === 'to')) return undefined;
  return group.find(({ tag }) => ['be', 'have', 'do', 'verb', 'modal'].includes(tag));
}

const OWN: Readonly<Record<Person, { readonly self: string; readonly our: string }>> = {
  first: { self: 'myself', our: 'my' },
  third: { self: 'themselves', our: 'their' },
};

function possessives(
  tokens: readonly Tagged[],
  { groupStart, last }: Clause,
  { self, our }: (typeof OWN)[Person],
): Edit[] {
  return tokens.slice(groupStart, last + 1).flatMap((token, i): Edit[] => {
    const next = tokens[groupStart + i + 1]?.text ?? '';
    if (token.text === 'ourselves') return [{ start: token.start, end: token.end, text: self }];
    if (token.text === 'our' && OF_THE_ACTOR.has(next)) return [{ start: token.start, end: token.end, text: our }];
    return [];
  });
}
