import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import { type Evidence, NO_EVIDENCE } from '../scorer/evidence';
import type { SentenceInPart, StorySentence } from '../story/story';
import { tabStop } from '../text/snippet';
import { appendSentence } from './fixes/insertBehind';
import { replaceSentence } from './fixes/sentence';
import type { RuleFix, ScoredRule } from './rule';
import { hasPrompt } from './shared/prompt';
import { wholeSentence } from './shared/scored';

/** Verbs in the present that tell of a mind, not of a habit that somebody could watch. */
const MENTAL = new Set(
  'be have do think believe know understand appreciate feel guess suppose learn realise realize try strive aim hope want love like value see grow become remain stay continue carry come say mean find get need recognise recognize admit agree remember imagine reckon wish enjoy respect trust care work live seem owe take hold'.split(
    ' ',
  ),
);

export const hollowLearning: ScoredRule = {
  id: 'hollow-learning',
  scope: 'sentence',
  title: 'A lesson that anybody could have told without living through it',
  hears: 'Nothing was learned here. What does this person do differently on Monday?',
  why: 'A saying fits every story, so it tells nothing of this one. The learning is where a debrief looks for change: something that the candidate now does, or a system that is set up otherwise since.',
  cure: 'Name what you do differently since, as somebody beside you could watch it, and where you have already done it. Keep the saying only if that stands next to it.',
  sources: ['000', '002'],
  severity: 'information',
  examples: [
    {
      part: 'learning',
      bad: 'I learned that communication is key.',
      good: 'I learned that communication is key, so in every incident one named person now writes to customers on the half hour.',
    },
    {
      part: 'learning',
      bad: 'It taught me the importance of stakeholder management.',
      good: 'It taught me the importance of stakeholder management. I now call everyone who could block us before the design review.',
    },
    {
      part: 'learning',
      bad: 'Never give up.',
      good: 'Most conflicts here were about being heard.',
    },
    {
      part: 'learning',
      bad: 'This experience made me a better leader and a stronger person.',
      good: 'I became a better lead in one narrow way: I ask the quietest person first.',
    },
    {
      part: 'learning',
      bad: 'Next time I would communicate more.',
      good: 'Next time came in May: I sent the draft to all four teams before I wrote the plan.',
    },
  ],
  ignores: ['eo:', 'ei:', 'a:', 'n:'],
  isCandidate: (here, at) => isPlatitude(here) && !here.has('not number') && isReflection(here, at) && !isQuestion(at),
  isRescued: (at) => at.story.sentences.some((other) => rescues(other, at)),
  traits: traitsOf,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'Anybody could say this. What do you do differently since?',
    fixes: () => fixesOf(at),
  }),
};

/** Whether the sentence stands in the learning; elsewhere it must say that it is a lesson. */
function isReflection(here: Evidence, at: SentenceInPart): boolean {
  if (at.part === 'learning') return true;
  return here.has('lesson opener') && at.part !== 'situation' && at.part !== 'task';
}

function fixesOf(at: StorySentence): RuleFix[] {
  const change = `Since then I ${tabStop(1, '[what you do differently]')}, because ${tabStop(2, '[what this story showed you]')}`;
  return [
    appendSentence(at, 'Say what you do differently since', [
      ['Since then I ', 'what you do differently'],
      [', for example ', 'where you have already done it'],
      ['.', undefined],
    ]),
    replaceSentence(at, 'Tell the change in the place of the saying', change),
  ];
}

/** Evidence that makes no platitude by itself. */
const WEAK = new Set(['lesson opener', 'lesson word', 'virtue word', 'next time vague']);
/** How far a change rescues where no part is marked, in sentences. */
const REACH = 3;
const ASKING = new Set(
  'what how why who which when where do did does was were is are can could would tell any'.split(' '),
);

/** The interviewer's, or asked before the answer. */
function isQuestion({ sentence: { tokens } }: SentenceInPart): boolean {
  const first = tokens.find(({ tag }) => tag !== 'mark')?.text ?? '';
  return ASKING.has(first) && (tokens.at(-1)?.text === '?' || first === 'tell');
}

function traitsOf(at: SentenceInPart): readonly string[] {
  const { clauses, words } = at.sentence;
  const traits = [
    ...(at.marked && at.part !== 'learning' ? [`in ${at.part}`] : []),
    ...(words <= 7 ? ['short'] : words > 30 ? ['long'] : []),
    ...(clauses.every(({ tense }) => tense !== 'past' && tense !== 'perfect') ? ['timeless'] : []),
    ...clauses.filter(isEvent).map(({ actor }) => `event of ${actor}`),
    ...(isAttributed(at) ? ['attributed'] : []),
  ];
  return [...new Set(traits)];
}

/** Whether a change told in the other sentence belongs to this one's lesson. */
function rescues(other: StorySentence, at: StorySentence): boolean {
  const distance = Math.abs(other.index - at.index);
  if (hasPrompt(other) && (distance <= 1 || (at.marked && other.part === at.part))) return true;
  if (other.part !== at.part || (!at.marked && distance > REACH)) return false;
  const found = other.evidence.get('hollow-learning') ?? NO_EVIDENCE;
  if (
    found.has('not own routine') ||
    other.sentence.clauses.some((clause) => isHabit(clause) || isSystem(other.sentence, clause))
  )
    return true;
  const near = at.marked || distance === 1;
  return distance > 0 && near && !isPlatitude(found) && CHANGES.some((name) => found.has(name));
}

/** Evidence of a change that a platitude's own sentence may hold by chance. */
const CHANGES = ['not now', 'not made a change'];

function isPlatitude(found: Evidence): boolean {
  return [...found.keys()].some((name) => !name.startsWith('not ') && !WEAK.has(name));
}

/** What the narrator does these days. */
function isHabit({ actor, tense, unreal, negated, lemma, voice, inherited }: Clause): boolean {
  return (
    actor === 'i' &&
    !inherited &&
    (tense === 'present' || tense === 'base') &&
    !unreal &&
    !negated &&
    voice === 'active' &&
    !MENTAL.has(lemma)
  );
}

/** What others do, or what is done, "now". */
function isSystem({ tokens }: Sentence, { actor, tense, unreal, groupStart, verb }: Clause): boolean {
  const near = tokens.slice(Math.max(0, groupStart - 1), verb + 2);
  return actor !== 'i' && tense === 'present' && !unreal && near.some(({ text }) => text === 'now');
}

/** Something that happened in this story. */
function isEvent({ tense, unreal, lemma }: Clause): boolean {
  return !unreal && (tense === 'past' || tense === 'perfect') && !REALISING.has(lemma);
}

const REALISING = new Set(
  'learn teach show realise realize understand discover remind reinforce confirm make take open grow become gain give come emerge see find prove help improve walk'.split(
    ' ',
  ),
);

/** Somebody else is quoted. */
function isAttributed({ sentence }: SentenceInPart): boolean {
  return sentence.clauses.some(({ actor, lemma }) => actor === 'other' && (lemma === 'say' || lemma === 'tell'));
}
