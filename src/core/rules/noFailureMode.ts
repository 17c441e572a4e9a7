import type { StorySentence } from '../story/story';
import { evidenceOf } from './shared/designSheet';
import { unsaidRule } from './shared/unsaid';

const ID = 'no-failure-mode';

export const noFailureMode = unsaidRule(
  {
    id: ID,
    title: 'Nothing in the sheet ever breaks',
    hears: 'It works on the whiteboard. What gives way first when traffic triples, and who notices?',
    why: 'A panel asks what breaks first under load. A sheet without bad input, retries or a way back shows no experience of running anything.',
    cure: 'Name the part that gives way first, what users then see, how bad input and retries are handled, and how you go back.',
    examples: [
      {
        bad: '# Receipts\n\nThe till sends each sale to a queue. A worker writes it to the store, and the shop sees its receipts within a minute.',
        good: '# Receipts\n\nThe till sends each sale to a queue. A worker writes it to the store. The worker gives way first: the queue then backs up, and receipts come late but none is lost.',
      },
      {
        bad: '# Receipts\n\n## Questions\n\n- What happens if it breaks?\n- Who reads them?\n\n## Design\n\nThe till sends each sale to a queue, and a worker writes it to the store.',
        good: '# Receipts\n\n## Design\n\nThe till sends each sale to a queue, and a worker writes it to the store. Messages that cannot be read after three retries go to a queue of their own.',
      },
    ],
  },
  {
    message: 'What breaks first, and what happens then?',
    fix: 'Add failure modes to fill in',
    section: {
      heading: 'Failure modes',
      prompts: [
        'what gives way first under load, and who feels it',
        'how bad input, retries and partial failure are handled',
        'how you roll back',
      ],
    },
    isSaid: ({ at }) => saysFailure(at),
  },
);

/** Whether a line of a sheet says what breaks, or what happens then. */
export function saysFailure(at: StorySentence): boolean {
  return evidenceOf(at, ID).has('not said');
}
