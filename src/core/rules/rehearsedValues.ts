import { isAct } from '../story/jobs';
import type { SentenceInPart } from '../story/story';
import { tabStop } from '../text/snippet';
import { claimFixes } from './fixes/claim';
import type { ScoredRule } from './rule';
import { hasEvidence, narrates, wholeSentence } from './shared/scored';

export const rehearsedValues: ScoredRule = {
  id: 'rehearsed-values',
  scope: 'sentence',
  title: 'Values recited as a claim about oneself',
  hears: 'Somebody has learned our web site by heart. What did they do when the value cost something?',
  why: 'Interviewers hear the words of their own culture page all day. A value counts where it was inconvenient and the candidate acted on it all the same; recited, it only says that the candidate has prepared.',
  cure: 'Leave the slogan out and tell the one act that shows it, at best one that cost you something.',
  sources: ['002', '004'],
  severity: 'information',
  examples: [
    {
      bad: 'Customer obsession is in my DNA.',
      good: 'I rang the eleven customers who had cancelled before I opened the code.',
    },
    {
      part: 'action',
      bad: 'As someone who lives by ownership, I took charge.',
      good: 'I took the pager for the service that nobody owned, and it rang nine times in the first week.',
    },
    {
      part: 'learning',
      bad: 'It shows that I am a servant leader who puts people first.',
      good: 'I learned that thinking big had cost me the small clients; I visit two of them a month now.',
    },
    {
      bad: 'Integrity is non-negotiable for me.',
      good: 'Integrity cost me that deal: I told the buyer that the pump was rated for fresh water only.',
    },
    {
      part: 'situation',
      bad: 'I believe in radical candour and in winning as one team.',
      good: '"Be bold" was painted on the wall behind the returns desk, and the queue was forty minutes long.',
    },
  ],
  isCandidate: (here, at) => hasEvidence(here) && (narrates(at) || isFragment(at)),
  traits,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'A value shown by an act convinces; a recited one does not. What did you do?',
    fixes: () =>
      claimFixes(at, `I ${tabStop(1, '[did what]')} when ${tabStop(2, '[it would have been easier not to]')}`),
  }),
};

/** "Customer first, always": nobody does anything. */
function isFragment({ sentence }: SentenceInPart): boolean {
  return sentence.clauses.every(({ actor }) => actor === 'elided');
}

/** What sets a recited value apart from one that is named in passing or shown. */
function traits(at: SentenceInPart): string[] {
  const { clauses } = at.sentence;
  const found = [`part ${at.marked ? at.part : 'estimated'}`];
  if (isFragment(at)) found.push('fragment');
  if (clauses.some((clause) => clause.actor === 'i' && isAct(clause) && clause.tense === 'past')) found.push('deed');
  if (clauses.some(({ actor, tense }) => actor === 'i' && (tense === 'present' || tense === 'base')))
    found.push('present');
  if (at.sentence.text.trimEnd().endsWith('?')) found.push('question');
  return found;
}
