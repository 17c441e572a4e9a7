import { missingPart } from './shared/missing';

export const missingTask = missingPart(
  'task',
  {
    title: 'Nothing says what was yours to do',
    hears: 'What was this person answerable for? I cannot tell whether they led, helped or watched.',
    why: 'Ownership is judged by what was yours: a goal, a mandate, a promise, or a problem you took on without being asked.',
    cure: 'Say what you had to decide or deliver, by when, and how anyone would know. A role title alone is no task.',
    sources: ['000', '002'],
    examples: [
      {
        bad: '## Situation\n\nThe queue at our hall took 50 minutes.\n\n## Action\n\nI moved two counters to the entrance.',
        good: '## Task\n\nI had to halve the queue by May without new staff.',
      },
    ],
  },
  'What was yours to decide or deliver?',
);
