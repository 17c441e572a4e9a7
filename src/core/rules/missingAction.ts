import { isSuspect } from '../scorer/suspicion';
import { credentialDrop } from './credentialDrop';
import { rehearsedValues } from './rehearsedValues';
import { missingPart } from './shared/missing';

export const missingAction = missingPart(
  'action',
  {
    title: 'No sentence says what you did',
    hears: 'I heard values and circumstances, but what did they do?',
    why: "The acting part is where judgement shows. Without it the result could be anybody's.",
    cure: 'Say what you decided and did, step by step, what else was possible and what your choice cost.',
    sources: ['000'],
    examples: [
      {
        bad: '## Task\n\nI had to halve the queue by May.\n\n## Action\n\nOwnership is in my nature.\n\n## Result\n\nThe queue fell to 20 minutes.',
        good: '## Action\n\nI timed forty customers and moved two counters to the entrance.',
      },
    ],
  },
  'What did you decide and do?',
  { isHollow: (at) => isSuspect(at, rehearsedValues) || isSuspect(at, credentialDrop) },
);
