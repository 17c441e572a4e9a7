import { joinedTo } from './subjects';
import type { Tagged } from './tag';

/** Who acts in a clause. */
export type Actor =
  /** "I" */
  | 'i'
  /** "we", "our team", "everyone", "the lot of us" */
  | 'we'
  /** Another person, team or company. */
  | 'other'
  /** "it", "this", a thing, an idea, an event */
  | 'thing'
  /** "you" or "one": advice */
  | 'you'
  /** Left out, as in notes ("Led a team of 8"). */
  | 'elided';

const GROUP_PRONOUNS = new Set(['we', 'us', 'ourselves', 'everyone', 'everybody']);
/** Nouns that mean the narrator's own group after "our" or "my", and the first few of them after "the" as well. */
const OWN_GROUP = new Set(
  'team squad crew gang group lot bunch lads guys folks people department unit office side peers pod tribe crowd company organisation organization colleagues teammates clinic newsroom desk bench shop lab floor shift delegation consortium engineers developers devs guild committee staff band class chapter cast ward directorate division dept brigade studio section station branch partners firm house kitchen choir orchestra faculty cell trio foursome'.split(
    ' ',
  ),
);
const FEW = new Set('some one none many several few most neither'.split(' '));
const CLOSE_GROUP = new Set(
  'team squad crew guys group lot gang bunch department dept directorate colleagues teammates engineers peers'.split(
    ' ',
  ),
);
const BARE_GROUP = new Set('team squad crew gang group lads guys devs'.split(' '));
const PERSONAL = new Set('he she they someone somebody who nobody anyone'.split(' '));
const PERSON_NOUN =
  /(?:manager|engineer|developer|designer|director|lead|leader|boss|chief|owner|analyst|architect|vendor|supplier|contractor|client|customer|colleague|teammate|coworker|co-worker|officer|president|executive|nurse|doctor|teacher|professor|intern|partner|agency|committee|board|council|management|leadership|marketing|sales|finance|legal|procurement|operations|engineering|security|union|regulator|driver|technician|producer|editor|operator|user|stakeholder|sponsor|consultant|recruiter|tester|founder|ceo|cto|cfo|coo|vp|svp|pm|po|hr|qa|man|woman|person|guy|lady|crew|team|squad|department|company|firm|bank|hospital|people|folks|staff)s?$/;

/** Who a noun phrase names, from its first to its last token. */
export function actorOf(tokens: readonly Tagged[], first: number, last: number): Actor {
  const phrase = tokens.slice(first, last + 1).filter(({ tag }) => tag !== 'quote');
  if (phrase.length === 0) return 'thing';
  const words = phrase.map(({ text }) => text);
  const head = words.at(-1) ?? '';
  if (words.includes('i')) return joinsGroup(tokens, first) ? 'we' : 'i';
  if (words.some((word) => GROUP_PRONOUNS.has(word)) && !words.includes("'s") && !isObject(tokens, first)) return 'we';
  if (OWN_GROUP.has(head) && words.includes('our')) return 'we';
  if (head === 'ours' && words.length === 1) return 'we';
  if (CLOSE_GROUP.has(head) && words.includes('my')) return 'we';
  if (
    BARE_GROUP.has(head) &&
    words.every((word) => word === head || word === 'the' || word === 'whole' || word === 'entire')
  )
    return 'we';
  if (tokens[last + 1]?.text === 'of' && tokens[last + 2]?.text === 'us') return FEW.has(head) ? 'other' : 'we';
  if (words.includes('you') || words[0] === 'one') return 'you';
  if (words.some((word) => PERSONAL.has(word)) || PERSON_NOUN.test(head)) return 'other';
  return phrase.at(-1)?.tag === 'name' ? 'other' : 'thing';
}

/** "sent us", "for us": the pronoun belongs to what stands before it. */
function isObject(tokens: readonly Tagged[], first: number): boolean {
  const before = tokens[first - 1]?.tag;
  return tokens[first]?.text === 'us' && (before === 'verb' || before === 'preposition');
}

/** "My team and I" are a group as "we" are; "the platform team and I" names both. */
function joinsGroup(tokens: readonly Tagged[], first: number): boolean {
  const joined = joinedTo(tokens, first);
  return joined !== undefined && actorOf(tokens, joined.first, joined.last) === 'we';
}
