import { evidenceOf } from './shared/designSheet';
import { unsaidRule } from './shared/unsaid';

const ID = 'no-operations';

export const noOperations = unsaidRule(
  {
    id: ID,
    title: 'Nobody watches or owns the system',
    hears: 'And after launch? They hand over a drawing, and somebody else gets the calls at night.',
    why: 'Monitoring, alerts and ownership close a good answer. Whoever leads a program is expected to know who runs the system the day after.',
    cure: 'Say what is monitored, who is alerted, who owns it after launch, and who sets its service levels.',
    examples: [
      {
        bad: '# Price tags\n\nA nightly job reads the price list and sends each shop its changes. If a shop cannot be reached, the job tries again in an hour.',
        good: '# Price tags\n\nA nightly job reads the price list and sends each shop its changes. An alert goes to the platform desk where a shop is two nights behind.',
      },
      {
        bad: '# Price tags\n\n## Questions\n\n- Who owns it after launch?\n- How many shops?\n\n## Design\n\nA nightly job reads the price list and sends each shop its changes.',
        good: '# Price tags\n\n## Design\n\nA nightly job reads the price list and sends each shop its changes.\n\n## Ownership\n\nStore systems, with a page of instructions that I write.',
      },
    ],
  },
  {
    message: 'Who watches this, who is called, and who owns it after launch?',
    fix: 'Add operations and ownership to fill in',
    section: {
      heading: 'Operations and ownership',
      prompts: [
        'what is monitored, who is alerted, and who wrote the instructions',
        'who owns it after launch, and who sets its service levels',
      ],
    },
    isSaid: ({ at }) => evidenceOf(at, ID).has('not said'),
  },
);
