import type { StorySentence } from '../story/story';
import { tabStop } from '../text/snippet';
import { neutralFix } from './fixes/neutral';
import { replaceSentence } from './fixes/sentence';
import type { RuleFix, ScoredRule } from './rule';
import { hasEvidence, wholeSentence } from './shared/scored';

export const blameFraming: ScoredRule = {
  id: 'blame-framing',
  scope: 'sentence',
  title: 'Trouble is blamed on others or on circumstances',
  hears:
    'Somebody else was the problem. A debrief reads that as a victim of circumstance, not as someone who changes it.',
  why: 'Interviewers ask what you would do differently next time. Blame answers what others should have done, shows contempt for colleagues you will have again, and leaves no room for your own judgement.',
  cure: "State the cause as a neutral fact, with the other side's reason where you know it, and say at once what you did about it or could have done.",
  sources: ['000', '001'],
  severity: 'information',
  examples: [
    {
      bad: 'The launch slipped because marketing could not be bothered to answer.',
      good: 'Marketing answered on the ninth day, because they were preparing a fair; I had asked them late.',
    },
    {
      bad: "It wasn't my fault that the data came in the wrong format.",
      good: 'The data came in the wrong format: I had never sent them the schema.',
    },
    {
      part: 'situation',
      bad: 'My team was lazy, so I ended up doing everything myself.',
      good: 'Two of the five were new to the stack, so I paired with each of them for a week.',
    },
    {
      part: 'learning',
      bad: "I learned that you can't rely on offshore teams.",
      good: 'I relied on an offshore team that I had never met; now I spend the first week on site.',
    },
    {
      bad: 'Procurement, in its infinite wisdom, sat on the order for weeks.',
      good: "The vendor's API failed for 4% of calls.",
    },
  ],
  isCandidate: (here) => hasEvidence(here),
  ignores: ['n:'],
  check: (at) => ({
    ...wholeSentence(at),
    message: 'This puts the blame on others. State it as a fact, then say what you did.',
    fixes: () => fixesOf(at),
  }),
};

function fixesOf(at: StorySentence): RuleFix[] {
  const neutral = neutralFix(at);
  const fact = `${tabStop(1, '[What happened, as a fact]')}, because ${tabStop(2, '[their reason, as they saw it]')}, so I ${tabStop(3, '[what you did about it]')}`;
  return [
    ...(neutral ? [neutral] : []),
    replaceSentence(at, 'Tell it as a fact, with their reason and what you did', fact),
  ];
}
