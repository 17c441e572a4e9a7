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

/** One verb group with its subject. Indexes point into the sentence's tokens. */
export interface Clause {
  readonly actor: Actor;
  /** First and last token of the subject; `first > last` where it is elided or inherited. */
  readonly subject: { readonly first: number; readonly last: number };
  /** Whether the subject stands in an earlier clause ("I pulled the logs and saw …"). */
  readonly inherited: boolean;
  /** First token of the verb group, auxiliaries included. */
  readonly groupStart: number;
  /** The main verb, or the last auxiliary where there is none ("we were late"). */
  readonly verb: number;
  /** Base form of the main verb; `be` or `have` where that is all there is. */
  readonly lemma: string;
  readonly voice: 'active' | 'passive';
  readonly negated: boolean;
  /** The modal or marker of something that did not (yet) happen: "would", "could", "to", "if". */
  readonly unreal: boolean;
  readonly tense: 'past' | 'present' | 'perfect' | 'progressive' | 'base';
  /** Opened by "because", "when", "that", "which" … */
  readonly subordinator: string | undefined;
  /** Last token of the clause. */
  readonly last: number;
}

const GROUP_PRONOUNS = new Set(['we', 'us', 'ourselves', 'everyone', 'everybody']);
/** Nouns that mean the narrator's own group after "our" or "my", and the first few of them after "the" as well. */
const OWN_GROUP = new Set(
  'team squad crew gang group lot bunch lads guys folks people department unit office side peers pod tribe crowd company organisation organization colleagues teammates clinic newsroom desk bench shop lab floor shift delegation consortium engineers developers devs guild committee staff band class chapter cast ward'.split(
    ' ',
  ),
);
const FEW = new Set('some one none many several few most neither'.split(' '));
const CLOSE_GROUP = new Set('team squad crew guys group colleagues teammates engineers peers'.split(' '));
const BARE_GROUP = new Set('team squad crew gang group lads guys devs'.split(' '));
const PERSONAL = new Set('he she they someone somebody who nobody anyone'.split(' '));
const PERSON_NOUN =
  /(?:manager|engineer|developer|designer|director|lead|leader|boss|chief|owner|analyst|architect|vendor|supplier|contractor|client|customer|colleague|teammate|coworker|co-worker|officer|president|executive|nurse|doctor|teacher|professor|intern|partner|agency|committee|board|council|management|leadership|marketing|sales|finance|legal|procurement|operations|engineering|security|union|regulator|driver|technician|producer|editor|operator|user|stakeholder|sponsor|consultant|recruiter|tester|founder|ceo|cto|cfo|coo|vp|svp|pm|po|hr|qa|man|woman|person|guy|lady|crew|team|squad|department|company|firm|bank|hospital|people|folks|staff)s?$/;

/** Finds the clauses of a tagged sentence, in order. */
export function findClauses(tokens: readonly Tagged[]): Clause[] {
  const clauses: Clause[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const group = verbGroup(tokens, i);
    if (!group) continue;
    clauses.push(makeClause(tokens, group, clauses));
    i = group.verb;
  }
  return clauses.map((clause, at) => ({ ...clause, last: endOfClause(tokens, clause, clauses[at + 1]) }));
}

interface VerbGroup {
  readonly start: number;
  readonly verb: number;
  readonly finite: boolean;
  readonly auxiliaries: readonly Tagged[];
  readonly negated: boolean;
}

const AUXILIARY = new Set(['be', 'have', 'do', 'modal', 'to']);

function verbGroup(tokens: readonly Tagged[], start: number): VerbGroup | undefined {
  const auxiliaries: Tagged[] = [];
  let negated = tokens[start - 1]?.tag === 'not';
  let last = start;
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (AUXILIARY.has(token.tag)) {
      if (
        token.tag === 'to' &&
        auxiliaries.length > 0 &&
        auxiliaries.at(-1)?.tag !== 'have' &&
        auxiliaries.at(-1)?.tag !== 'be'
      )
        break;
      auxiliaries.push(token);
      if (
        token.text.endsWith("n't") ||
        /^(?:cannot|dont|doesnt|didnt|wont|cant|couldnt|wouldnt|isnt|wasnt|werent|hadnt|havent)$/.test(token.text)
      )
        negated = true;
      last = i;
    } else if (token.tag === 'verb') {
      return {
        start,
        verb: i,
        finite: auxiliaries.length > 0 || token.form === 'past' || token.form === 'present' || token.form === 'base',
        auxiliaries,
        negated,
      };
    } else if (auxiliaries.length > 0 && (token.tag === 'not' || token.tag === 'adverb')) {
      if (token.tag === 'not') negated = true;
    } else if (auxiliaries.length > 0 && i <= last + 3 && isInvertedSubject(tokens, i, auxiliaries)) {
      // "did we ship", "have I said"
    } else break;
  }
  return auxiliaries.length > 0 && auxiliaries[0]?.tag !== 'to'
    ? { start, verb: last, finite: true, auxiliaries, negated }
    : undefined;
}

function isInvertedSubject(tokens: readonly Tagged[], i: number, auxiliaries: readonly Tagged[]): boolean {
  return tokens[i]?.tag === 'pronoun' && auxiliaries.length === 1 && tokens[i + 1]?.tag === 'verb';
}

function makeClause(tokens: readonly Tagged[], group: VerbGroup, before: readonly Clause[]): Clause {
  const main = tokens[group.verb];
  const previous = before.at(-1);
  const own = findSubject(tokens, group.start, previous?.verb ?? -1);
  const inverted =
    group.auxiliaries.length === 1
      ? tokens.slice(group.start + 1, group.verb).findIndex((token) => token.tag === 'pronoun')
      : -1;
  const subject =
    inverted >= 0
      ? { first: group.start + 1 + inverted, last: group.start + 1 + inverted, subordinator: own?.subordinator }
      : own;
  const found = subject && subject.first <= subject.last;
  const actor = found ? ownActor(tokens, subject, previous) : inheritedActor(tokens, group, previous);
  const last = group.auxiliaries.at(-1);
  const passive =
    main?.tag === 'verb' &&
    (main.form === 'participle' || main.form === 'past') &&
    (last?.lemma === 'be' || isGot(tokens, group) || (!found && continuesPassive(tokens, group, previous)));
  return {
    actor,
    subject: found ? { first: subject.first, last: subject.last } : { first: group.start, last: group.start - 1 },
    inherited: !found && actor !== 'elided',
    groupStart: group.start,
    verb: group.verb,
    lemma: main?.lemma ?? '',
    voice: passive ? 'passive' : 'active',
    negated: group.negated,
    unreal:
      group.auxiliaries.some(({ tag, text }) => (tag === 'modal' && text !== "'d") || tag === 'to') ||
      (group.auxiliaries[0]?.text === "'d" && (last?.tag === 'have' || main?.form === 'base')) ||
      subject?.subordinator === 'if' ||
      subject?.subordinator === 'whether',
    tense: tenseOf(main, group),
    subordinator: subject?.subordinator,
    last: group.verb,
  };
}

/** "were gathered and signed off", "was fed up and burned out": the second participle shares the auxiliary, and no object follows. */
function continuesPassive(tokens: readonly Tagged[], group: VerbGroup, previous: Clause | undefined): boolean {
  if (previous?.voice !== 'passive' || group.auxiliaries.length > 0) return false;
  const between = tokens.slice(previous.verb + 1, group.start);
  const behind = tokens[group.verb + 1];
  return (
    between.some(({ tag }) => tag === 'conjunction') &&
    between.every(({ tag, text }) => tag === 'conjunction' || tag === 'adverb' || text === ',') &&
    !(behind && OBJECT.has(behind.tag))
  );
}

const OBJECT = new Set<Tagged['tag']>([
  'determiner',
  'noun',
  'name',
  'pronoun',
  'number',
  'to',
  'subordinator',
  'quote',
]);

/** "got validated": the verb before is a form of "get" and this is its participle. */
function isGot(tokens: readonly Tagged[], group: VerbGroup): boolean {
  const before = tokens[group.start - 1];
  return group.auxiliaries.length === 0 && before?.tag === 'verb' && before.lemma === 'get';
}

function tenseOf(main: Tagged | undefined, group: VerbGroup): Clause['tense'] {
  const tags = group.auxiliaries.map(({ tag }) => tag);
  if (tags.includes('have')) return 'perfect';
  const first = group.auxiliaries[0];
  if (main?.form === 'ing') return 'progressive';
  if (first)
    return /^(?:was|were|did|didn't|didnt|wasn't|weren't|wasnt|werent|had)$/.test(first.text) ? 'past' : 'present';
  return main?.form === 'past' || main?.form === 'participle' ? 'past' : main?.form === 'base' ? 'base' : 'present';
}

interface Subject {
  readonly first: number;
  readonly last: number;
  readonly subordinator: string | undefined;
}

/** Walks back from a verb group over adverbs and parentheses to the noun phrase that it says something of. */
function findSubject(tokens: readonly Tagged[], start: number, floor: number): Subject | undefined {
  let at = start - 1;
  while (at > floor && (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'not')) at--;
  const then = tokens[at]?.text === 'then' && at - 1 > floor && isNominal(tokens[at - 1]);
  if (then) at--;
  const aside = skipAside(tokens, at, floor);
  if (aside !== undefined) at = aside;
  const last = at;
  while (at > floor && isNominal(tokens[at])) at--;
  let first = at + 1;
  if (first > last) {
    const head = tokens[last];
    return head?.tag === 'subordinator' ? relative(tokens, last, floor) : undefined;
  }
  const opening = tokens.slice(first, last + 1).findLastIndex(opensNounPhrase);
  if (opening > 0) first += opening;
  const before = tokens[first - 1];
  if (then && (before?.tag === 'verb' || before?.tag === 'preposition')) return undefined;
  if (
    before?.tag === 'preposition' &&
    first - 1 > floor &&
    tokens[first]?.text !== 'i' &&
    tokens[first]?.text !== 'we'
  ) {
    const outer = findSubject(tokens, first - 1, floor);
    if (outer && outer.first <= outer.last) return { ...outer, last: outer.last };
  }
  return { first, last, subordinator: before?.tag === 'subordinator' ? before.text : undefined };
}

/** A pronoun, or an article that follows no other: "sent us a box" holds two noun phrases, "all the boxes" one. */
function opensNounPhrase({ tag, text }: Tagged, i: number, phrase: readonly Tagged[]): boolean {
  if (tag === 'pronoun') return true;
  return tag === 'determiner' && text !== "'s" && i > 0 && phrase[i - 1]?.tag !== 'determiner';
}

/** "Rosa, the shift lead, told": back over the words between two commas. */
function skipAside(tokens: readonly Tagged[], at: number, floor: number): number | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  for (let i = at - 1; i > Math.max(floor, at - 8); i--) {
    if (tokens[i]?.text === ',') return isNominal(tokens[i - 1]) ? i - 1 : undefined;
    if (tokens[i]?.tag === 'conjunction') return undefined;
  }
  return undefined;
}

/** "the vendor who sold …": the noun before the pronoun is what acts. */
function relative(tokens: readonly Tagged[], at: number, floor: number): Subject | undefined {
  const word = tokens[at]?.text;
  if (word !== 'who' && word !== 'which' && word !== 'that') return { first: 0, last: -1, subordinator: word };
  let last = at - 1;
  if (tokens[last]?.text === ',') last--;
  let first = last;
  while (first > floor && isNominal(tokens[first])) first--;
  return { first: first + 1, last, subordinator: word };
}

function isNominal(token: Tagged | undefined): boolean {
  if (!token) return false;
  return ['noun', 'name', 'pronoun', 'determiner', 'adjective', 'number', 'quote'].includes(token.tag);
}

function inheritedActor(tokens: readonly Tagged[], group: VerbGroup, previous: Clause | undefined): Actor {
  if (!previous) return 'elided';
  const between = tokens.slice(previous.verb + 1, group.start);
  if (between.some(({ text }) => text === '.' || text === ';' || text === ':' || text === '–' || text === '—'))
    return 'elided';
  return previous.actor;
}

/** Of "who", what stands before it acts; "I was the one who" is still I. */
function ownActor(tokens: readonly Tagged[], { first, last, subordinator }: Subject, previous?: Clause): Actor {
  const actor = actorOf(tokens, first, last);
  if (subordinator !== 'who' || actor !== 'thing') return actor;
  return previous?.lemma === 'be' && previous.actor === 'i' ? 'i' : 'other';
}

function actorOf(tokens: readonly Tagged[], first: number, last: number): Actor {
  const phrase = tokens.slice(first, last + 1).filter(({ tag }) => tag !== 'quote');
  if (phrase.length === 0) return 'thing';
  const words = phrase.map(({ text }) => text);
  const head = words.at(-1) ?? '';
  if (words.includes('i')) return joinsGroup(tokens, first) ? 'we' : 'i';
  if (words.some((word) => GROUP_PRONOUNS.has(word)) && !words.includes("'s") && !isObject(tokens, first)) return 'we';
  if (OWN_GROUP.has(head) && words.includes('our')) return 'we';
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

/** "my team and I", "the rest of the shift and I". */
function joinsGroup(tokens: readonly Tagged[], first: number): boolean {
  return tokens[first - 1]?.text === 'and' && OWN_GROUP.has(tokens[first - 2]?.text ?? '');
}

function endOfClause(tokens: readonly Tagged[], clause: Clause, next: Clause | undefined): number {
  if (!next) return tokens.length - 1;
  const start =
    next.subject.first <= next.subject.last && next.subject.first > clause.verb ? next.subject.first : next.groupStart;
  return Math.max(clause.verb, start - 1);
}
