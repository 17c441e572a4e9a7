import { missingPart } from './shared/missing';

export const missingSituation = missingPart(
  'situation',
  {
    title: 'No sentence sets the scene',
    hears: 'What was going on, and why does it matter? Without a scene nothing that follows has weight.',
    why: 'A listener who does not know what was at stake cannot judge the decision that you took.',
    cure: 'Two or three sentences: where and when, what was wrong or wanted, and what would have happened otherwise.',
    sources: ['000', '002'],
    examples: [
      {
        bad: '## Task\n\nMy task was to halve the queue by May.\n\n## Action\n\nI moved two counters to the entrance.',
        good: '## Situation\n\nIn March the queue at our hall took 50 minutes.\n\n## Task\n\nMy task was to halve it by May.',
      },
    ],
  },
  'Where and when was this, and what was at stake?',
);
