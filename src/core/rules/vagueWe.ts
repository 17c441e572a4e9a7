import type { Clause } from '../language/clauses';
import { isAct, narratorActs } from '../story/jobs';
import { neighbour, type StorySentence } from '../story/story';
import { firstPersonFixes } from './firstPerson';
import { hasMeasure } from './measures';
import type { SentenceRule } from './rule';

/** What a group does together by its nature: agreeing, meeting, pairing, taking up what one of them proposed. */
const MUTUAL = new Set(
  'agree meet talk discuss pair argue disagree debate adopt celebrate laugh speak chat fight compromise settle share join sit compare differ part shake joke'.split(
    ' ',
  ),
);
/** What befalls a group or is no choice of anybody's. */
const BEFALLS = new Set(
  'lose miss receive inherit suffer get fall fail struggle run wait grow hear enter live come go start stay sleep'.split(
    ' ',
  ),
);

export const vagueWe: SentenceRule = {
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
  check(at) {
    if (at.part !== 'action' && at.part !== 'result') return undefined;
    const { clauses } = at.sentence;
    const credited = clauses.filter((clause) => creditsGroup(clause));
    const first = credited[0];
    if (!first || sharesWithI(at) || isMeasuredOutcome(at)) return undefined;
    return {
      start: at.sentence.tokens[first.subject.first]?.start ?? at.sentence.start,
      end: at.sentence.tokens[first.verb]?.end ?? at.sentence.end,
      message: 'Who decided or did this? Say your own part.',
      fixes: firstPersonFixes(at.sentence),
    };
  },
};

function creditsGroup(clause: Clause): boolean {
  if (clause.actor !== 'we' || !isAct(clause)) return false;
  if (clause.subordinator && clause.subordinator !== 'that') return false;
  return !MUTUAL.has(clause.lemma) && !BEFALLS.has(clause.lemma);
}

/** The sentence also says what the narrator did. */
function sharesWithI(at: StorySentence): boolean {
  return at.sentence.clauses.some((clause) => clause.actor === 'i');
}

/** A measured outcome of the team, after acts of the narrator's own. */
function isMeasuredOutcome(at: StorySentence): boolean {
  if (at.part !== 'result') return false;
  if (!at.story.sentences.slice(0, at.index).some(({ sentence }) => narratorActs(sentence))) return false;
  const next = neighbour(at, 1);
  return hasMeasure(at.sentence) || (next !== undefined && next.part === 'result' && hasMeasure(next.sentence));
}
