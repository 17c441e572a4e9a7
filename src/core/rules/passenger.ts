import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import type { Tagged } from '../language/tag';
import { NO_EVIDENCE } from '../scorer/evidence';
import { isAct, narratorActs } from '../story/jobs';
import { neighbour, perPart, perStory, type SentenceInPart, type StorySentence } from '../story/story';
import { ownPartFixes } from './fixes/ownPart';
import type { ScoredRule } from './rule';
import { type AgentlessPassive, agentlessPassives } from './shared/passives';
import { hasEvidence, wholeSentence } from './shared/scored';

/** Verbs that say that the narrator was there, not what they did. */
const BLURRED = new Set(
  'help assist support contribute participate collaborate cooperate involve take play join engage attend facilitate liaise partner aid lend chip pitch give provide coordinate shadow float sit serve tag weigh get be have work do offer back touch accompany witness see feel like dabble feed muck act'.split(
    ' ',
  ),
);

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|am$|pm$)/;
/** A subject that is counted out tells of what came of it rather than of what was done. */
const COUNTS = new Set('all none no both every each only'.split(' '));

export const passenger: ScoredRule = {
  id: 'passenger',
  scope: 'sentence',
  title: "The narrator's own part is blurred",
  hears: 'Something happened and this person was near it. What did they decide, build or argue themselves?',
  why: 'A debrief asks what would have been missing without you. "Was involved in" and "it was decided" leave that open, and what is left open is read as a small part.',
  cure: 'Put yourself, or whoever it was, in front of an active verb: what you decided, built, wrote or argued. A small part told exactly is worth more than a large one told vaguely.',
  sources: ['000'],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: 'I was involved in the redesign of the intake form.',
      good: 'I cut the intake form from nine pages to two and tested it with six patients.',
    },
    {
      part: 'action',
      bad: 'It was decided that the night train would be dropped.',
      good: 'I decided to drop the night train and told the drivers myself.',
    },
    {
      part: 'action',
      bad: 'The data have been cleaned and the model was retrained.',
      good: 'The data were skewed towards day shifts, so I drew a second sample at night.',
    },
    {
      part: 'action',
      bad: 'I helped with the migration wherever I could.',
      good: 'I helped two juniors rewrite their joins by sitting with each of them over the query plan.',
    },
    {
      part: 'situation',
      bad: 'I was part of the team that closed the tank farm.',
      good: 'I was part of a nine-person platform group and owned the scheduler.',
    },
    {
      part: 'result',
      bad: 'A new rota was introduced in the end.',
      good: 'The no-show rate was cut from 19% to 8% by the reminders I had set up.',
    },
  ],
  unprompted: true,
  isCandidate: (here, at) => (hasEvidence(here) || hiddenDeeds(at).length > 0) && !spellsOut(at.sentence),
  traits,
  surroundings,
  check(at) {
    const hidden = hiddenDeeds(at);
    return {
      ...wholeSentence(at),
      message:
        hidden.length > 0 && !at.sentence.clauses.some(({ actor }) => actor === 'i')
          ? 'Who decided or did this? Name yourself or the one who did.'
          : 'What was your own part in this? Say what you decided or did.',
      fixes: () =>
        ownPartFixes(
          at,
          hidden.map(({ clause }) => clause),
          hasEvidence(at.evidence.get('passenger') ?? NO_EVIDENCE),
        ),
    };
  },
};

/** Decisions and deliveries without an actor, in the parts where the actor matters. */
const hiddenDeeds = perPart((at): readonly AgentlessPassive[] =>
  at.part === 'action' || at.part === 'result' ? agentlessPassives(at.sentence) : [],
);

const isOfDeeds = perStory(({ sentences }) => {
  const acting = sentences.filter(({ sentence }) => narratorActs(sentence)).length;
  return sentences.length > 5 && acting > sentences.length * 0.4;
});

/** "…: I wrote the parser": what comes behind the colon or dash says it. */
function spellsOut({ tokens }: Sentence): boolean {
  return tokens.some(({ text }, i) => /^[:–—-]$/.test(text) && tokens[i + 1]?.text === 'i');
}

function isDeed(clause: Clause): boolean {
  return (
    (clause.actor === 'i' || clause.actor === 'elided') &&
    (isAct(clause) || clause.lemma === 'own') &&
    !BLURRED.has(clause.lemma)
  );
}

function traits(at: SentenceInPart): string[] {
  const { tokens, clauses } = at.sentence;
  const scene = at.part === 'situation' || at.part === 'task';
  const found = [`part ${scene ? 'scene' : at.part}`];
  const narrated = clauses.filter(({ actor }) => actor === 'i' || actor === 'elided');
  const deeds = narrated.filter((clause) => isDeed(clause) && clause.actor === 'i');
  const says = clauses.some(({ actor }) => actor === 'i');
  if (deeds.length > 0) found.push('deed of the narrator');
  if (narrated.some(({ lemma, negated }) => !negated && BLURRED.has(lemma))) found.push('blurred act of the narrator');
  if (
    clauses.some(
      ({ actor, lemma }) =>
        (actor === 'other' || actor === 'thing') && BLURRED.has(lemma) && lemma !== 'be' && lemma !== 'have',
    )
  )
    found.push('blurred act of others');
  if (tokens.some(({ text, tag }) => tag !== 'quote' && (text === 'my' || text === 'mine' || text === 'myself')))
    found.push('my');
  if (tokens.some(({ text }, i) => text === 'by' && tokens[i + 1]?.form === 'ing')) found.push('by doing');
  if (tokens.some((token, i) => isMeasure(token, tokens[i + 1]))) found.push('measured');
  const help = tokens.findIndex(({ lemma, text }) => lemma === 'help' || text === 'helped');
  if (help >= 0) found.push(tokens[help + 1]?.tag === 'verb' ? 'helped do' : 'helped');
  if (tokens.some(({ text }) => text === ':')) found.push('colon');
  for (const { clause, kind } of hiddenDeeds(at)) {
    const past = clause.tense === 'past' || (clause.tense === 'perfect' && tokens[clause.groupStart]?.text !== 'had');
    const tense = clause.tense === 'perfect' && !past ? 'before' : past ? 'told' : clause.tense;
    const place = clause.subordinator ? 'aside' : 'main';
    found.push(`${kind} ${tense}`, `${kind} ${place}`);
    const { first, last } = clause.subject;
    if (tokens.slice(first, last + 1).some(({ tag, text }) => tag === 'number' || COUNTS.has(text)))
      found.push('counted');
    if (tokens[first]?.text === 'it' && past) found.push('it was decided');
    if (past && place === 'main') found.push(`${kind} told ${says ? 'beside I' : 'alone'}`, `hidden in ${at.part}`);
  }
  if (
    clauses.some(({ voice, subject, inherited }) => voice === 'passive' && (subject.first <= subject.last || inherited))
  )
    found.push('passive');
  return found;
}

function surroundings(at: StorySentence): string[] {
  const found: string[] = [];
  const [before, after] = [neighbour(at, -1), neighbour(at, 1)];
  if (after?.part === at.part && after.sentence.clauses.some(isDeed)) found.push('deed next');
  if (before?.part === at.part && before.sentence.clauses.some(isDeed)) found.push('deed before');
  if (isOfDeeds(at.story)) found.push('story of deeds');
  return found;
}

/** A number that is no date and no hour. */
function isMeasure({ type, text }: Tagged, next: Tagged | undefined): boolean {
  return type === 'number' && !/:|^(?:19|20)\d\d|(?:st|nd|rd|th)$/.test(text) && !MONTH.test(next?.text ?? '');
}
