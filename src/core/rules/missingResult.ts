import { isSuspect } from '../scorer/suspicion';
import { missingPart } from './shared/missing';
import { vagueResult } from './vagueResult';

export const missingResult = missingPart(
  'result',
  {
    title: 'No sentence says how it ended',
    hears: 'And then? A story without an end sounds like one that did not end well.',
    why: 'What came of it, good or bad, is how a decision is judged, by the candidate as well as by the panel.',
    cure: 'Say what changed: a number, a decision that others took, something that anyone could see. A failure counts, too.',
    sources: ['000', '002'],
    examples: [
      {
        bad: '## Action\n\nI moved two counters to the entrance.\n\n## Result\n\nThe review is planned for March.',
        good: '## Result\n\nThe queue fell from 50 minutes to 20.',
      },
    ],
  },
  'How did it end?',
  { isPoor: (at) => isSuspect(at, vagueResult) },
);
