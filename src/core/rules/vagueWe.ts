import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import { hasMeasure } from '../language/measures';
import type { Tagged } from '../language/tag';
import { firstAct } from '../story/acts';
import { isAct } from '../story/jobs';
import { neighbour, perPart, type SentenceInPart, type StorySentence } from '../story/story';
import type { PartName } from '../types';
import { byGroup } from './fixes/byGroup';
import { doersOf, isObject } from './fixes/doers';
import { firstPersonFixes, subjectStart } from './fixes/firstPerson';
import type { ScoredRule } from './rule';
import { type Deed, deedOf } from './shared/deeds';
import { MUTUAL } from './shared/mutual';

/** What befalls a group, or is no choice of anybody's. */
const BEFALLS = new Set(
  'lose miss receive inherit suffer fall fail struggle wait grow hear enter live stay sleep stand stop place'.split(
    ' ',
  ),
);
/** What everybody does in their own head or mouth. */
const THINKS = new Set('assume suppose say guess imagine figure blame suspect complain tell ask look nod'.split(' '));
/** "We had sent it late": what was so before the story's own acts. */
const BEFORE = new Set(['had', "'d"]);
const EVERYBODY = new Set(['everyone', 'everybody']);
/** Verbs that say what a group did only with what follows them ("came up with", "went through", "got it signed"). */
const LIGHT = new Set('get go come run start work'.split(' '));
const TRAITS: Readonly<Record<Deed, string>> = { decision: 'decides', delivery: 'delivers', event: 'does' };
const ASIDES = new Set('think believe guess suppose feel mean know remember'.split(' '));
const GROUPS = new Set('we us everyone everybody team squad crew group'.split(' '));
/** In so few sentences nothing tells who leads. */
const SHORT = 4;
/** So many sentences before and behind tell who leads in a longer text. */
const AROUND = 30;
/** Behind this share of its sentences a story tells how it ended. */
const LATE = 0.6;

export const vagueWe: ScoredRule = {
  id: 'vague-we',
  scope: 'sentence',
  title: 'The group is credited with what one person decided or did',
  hears: 'Was this person driving, or sitting in the back? "We" hides who decided, who argued and who did the work.',
  why: 'An interviewer hires one person. Where the acting part of a story says "we", the debrief cannot tell what the candidate would do alone, and counts the candidate as a passenger.',
  cure: 'Say what you decided, argued or did, then credit the others by name or role for their part.',
  sources: ['000'],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: 'We decided to rewrite the scheduler.',
      good: 'I decided to rewrite the scheduler, and two engineers built it with me.',
    },
    {
      part: 'action',
      bad: 'Our team convinced the harbour office to move the slot.',
      good: 'I convinced the harbour office to move the slot.',
    },
    {
      part: 'action',
      bad: 'Everybody rallied and we rebuilt the mapping overnight.',
      good: 'We were four people and a contractor.',
    },
    {
      part: 'action',
      bad: 'Between us we found the leak and fixed it.',
      good: 'I proposed a smaller version, and we agreed on it.',
    },
  ],
  ignores: ['eo:', 'ei:'],
  unprompted: true,
  isCandidate: (_here, at) => creditedIn(at).length > 0,
  isRescued: isMeasuredOutcome,
  traits,
  surroundings,
  check(at) {
    const credited = creditedIn(at);
    const doers = doersOf(at.sentence);
    const first = credited.find((clause) => doers.includes(clause)) ?? credited[0];
    if (!first) return undefined;
    return {
      start: subjectStart(at.sentence, first),
      end: at.sentence.tokens[first.verb]?.end ?? at.sentence.end,
      message: 'Who decided or did this? Say your own part.',
      fixes: () => firstPersonFixes(at),
    };
  },
};

/** The clauses that credit the group, where nothing else in the sentence speaks against it. */
const creditedIn = perPart((at): readonly Clause[] => {
  if (at.part !== 'action' && at.part !== 'result') return [];
  if (sharesWithI(at) || reportsAgreement(at)) return [];
  return at.sentence.clauses.filter((clause) => creditsGroup(at.sentence, clause, at.part));
});

const credits = (at: StorySentence): boolean => creditedIn(at).length > 0 && !isMeasuredOutcome(at);

/** "I" does something; not in notes that leave it out. */
const acts = ({ sentence }: SentenceInPart): boolean =>
  sentence.clauses.some((clause) => clause.actor === 'i' && isAct(clause));

/** What else tells an act whose actor matters from what simply came to pass: which verb, and how told. */
function traits(at: SentenceInPart): string[] {
  const { tokens, words } = at.sentence;
  const found = [`part ${at.part}${at.marked ? '' : ' estimated'}`];
  const credited = creditedIn(at);
  for (const { lemma, subject, voice } of credited) {
    found.push(TRAITS[deedOf(lemma)]);
    if (voice === 'passive') found.push('by the group');
    const who = tokens.slice(subject.first, subject.last + 1);
    found.push(`subject ${who.map(({ text }) => text).find((text) => GROUPS.has(text)) ?? 'group'}`);
    if (who.some(({ tag }) => tag === 'number')) found.push('counted out');
  }
  if (credited.length > 1) found.push('several acts');
  if (words <= 6) found.push('short');
  if (isDecision(at)) found.push('decision');
  return found;
}

/** A group's decision is asked about, whoever acts around it. */
const isDecision = ({ evidence }: SentenceInPart): boolean => evidence.get('vague-we')?.has('decided') ?? false;

/** Who acts around the sentence. */
function surroundings(at: StorySentence): string[] {
  if (isDecision(at)) return [];
  const found: string[] = [];
  const delivers = creditedIn(at).some(isDelivery) ? ' delivers' : '';
  const { sentences } = at.story;
  if (sentences.length > SHORT) {
    const { own, shared } = actsAround(at);
    const leads = own > 2 * shared ? `narrator leads${delivers}` : 'group acts';
    found.push(own === 0 ? 'nobody acts' : leads);
    if (!at.marked && at.index > sentences.length * LATE) found.push('late');
  }
  for (const [name, by] of [
    ['before', -1],
    ['next', 1],
  ] as const) {
    const near = neighbour(at, by);
    if (near?.part !== at.part) continue;
    if (!delivers && acts(near)) found.push(`own act ${name}`);
    if (credits(near)) found.push(`group act ${name}`);
  }
  return found;
}

const isDelivery = ({ lemma }: Clause): boolean => deedOf(lemma) === 'delivery';

/** In how many other sentences around this one the narrator acts, and the group. */
function actsAround(at: StorySentence): { readonly own: number; readonly shared: number } {
  const { sentences } = at.story;
  let own = 0;
  let shared = 0;
  for (let i = Math.max(0, at.index - AROUND); i < Math.min(sentences.length, at.index + AROUND); i++) {
    const other = sentences[i];
    if (!other || other === at || other.part === 'situation' || other.part === 'learning') continue;
    if (acts(other)) own++;
    if (credits(other)) shared++;
  }
  return { own, shared };
}

function creditsGroup(sentence: Sentence, clause: Clause, part: PartName): boolean {
  const { tokens } = sentence;
  if (clause.actor !== 'we') return byGroup(sentence, clause) !== undefined;
  if (isObject(tokens, clause)) return false;
  if (THINKS.has(clause.lemma) && EVERYBODY.has(tokens[clause.subject.last]?.text ?? '')) return false;
  if (clause.subordinator && !['that', 'who'].includes(clause.subordinator)) return false;
  if (clause.subordinator === 'that' && part !== 'action') return false;
  if (isAble(tokens, clause)) return true;
  if (clause.tense === 'perfect' && BEFORE.has(tokens[clause.groupStart]?.text ?? '')) return false;
  if (LIGHT.has(clause.lemma)) return !clause.negated && !clause.unreal && saysWhat(tokens, clause);
  return isAct(clause) && !MUTUAL.has(clause.lemma) && !BEFALLS.has(clause.lemma);
}

/** "we were able to persuade". */
function isAble(tokens: readonly Tagged[], { verb, negated }: Clause): boolean {
  return !negated && tokens[verb]?.lemma === 'be' && tokens[verb + 1]?.text === 'able';
}

function saysWhat(tokens: readonly Tagged[], { verb, last, lemma }: Clause): boolean {
  const rest = tokens.slice(verb + 1, last + 1);
  const first = rest[0]?.text ?? '';
  if (lemma === 'come') return first === 'up' || first === 'out';
  if (lemma === 'work')
    return ['together', 'hard', 'really', 'through', 'out', 'closely', 'around', 'day', 'all', 'as'].includes(first);
  if (lemma === 'run')
    return first === 'against' || rest[0]?.tag === 'determiner' || rest[0]?.tag === 'noun' || rest[0]?.tag === 'number';
  if (lemma === 'go') return ['with', 'through', 'ahead', 'for', 'and', 'back', 'paperless'].includes(first);
  if (lemma === 'get')
    return rest.some(
      ({ tag, form, text }) =>
        (tag === 'verb' && form !== 'ing') || ['done', 'back', 'through', 'rid', 'out', 'under'].includes(text),
    );
  return rest[0]?.tag === 'determiner' || rest[0]?.tag === 'noun' || rest[0]?.tag === 'to' || rest[0]?.form === 'ing';
}

/** The sentence also says what the narrator did; "which I think was right" does not say it. */
const sharesWithI = ({ sentence }: SentenceInPart): boolean =>
  sentence.clauses.some(
    ({ actor, lemma, inherited }) => actor === 'i' && !ASIDES.has(lemma) && !(inherited && lemma === 'be'),
  );

/** Somebody else agreed: the group then did what was proposed. */
function reportsAgreement(at: SentenceInPart): boolean {
  return at.sentence.clauses.some(
    ({ actor, lemma, negated }) => actor === 'other' && !negated && (lemma === 'agree' || lemma === 'accept'),
  );
}

/** A measured outcome of the team, after acts of the narrator's own. */
function isMeasuredOutcome(at: StorySentence): boolean {
  if (at.part !== 'result') return false;
  const first = firstAct(at.story);
  if (first < 0 || first >= at.index) return false;
  const next = neighbour(at, 1);
  return hasMeasure(at.sentence) || (next !== undefined && next.part === 'result' && hasMeasure(next.sentence));
}
