import { hasMeasure } from '../language/measures';
import { evidenceOf } from './shared/designSheet';
import { unsaidRule } from './shared/unsaid';

const ID = 'no-success-metric';

export const noSuccessMetric = unsaidRule(
  {
    id: ID,
    title: 'The sheet never says what success is',
    hears: 'A design for what? I cannot tell whether it would be good enough, or far too good.',
    why: 'Every later choice is weighed against the target. Without one nobody can say which precision, speed or uptime is unnecessary, and leaving out the unnecessary is what earns the most credit.',
    cure: 'Right after the questions, name one figure for the user and one for the system, each with its target, and ask whether they are the right ones.',
    examples: [
      {
        bad: '# Subtitle fixes\n\nWho edits them? How many a day? How fast must they show?\n\nEditors upload a file, a worker checks it, and the edge gets the new version.',
        good: '# Subtitle fixes\n\nWho edits them? How many a day? How fast must they show?\n\nSuccess means that 95% of fixes reach viewers within ten minutes. Editors upload a file, a worker checks it, and the edge gets the new version.',
      },
      {
        bad: '# Stock levels\n\n## Questions\n\n- What is the latency target?\n- Who reads the levels?\n\n## Design\n\nTills send each sale to a queue, and a worker sums them up by the hour.',
        good: '# Stock levels\n\n## Questions\n\n- Who reads the levels?\n\n## Targets\n\n- At most 2% of orders promise goods that are gone\n\n## Design\n\nTills send each sale to a queue.',
      },
    ],
  },
  {
    message: 'What would tell you that this works? Name a figure for the user and one for the system.',
    fix: 'Add success metrics to fill in',
    section: {
      heading: 'Success metrics',
      prompts: [
        'the one figure that says it works for users',
        'the figure that says it works as a system, with its target',
      ],
    },
    isSaid({ at, headings }) {
      const here = evidenceOf(at, ID);
      // A word such as "metrics" counts as a heading, or with a figure.
      const headed = headings.some((heading) => evidenceOf(heading, ID).has('not measured'));
      return here.has('not said') || headed || (here.has('not measured') && hasMeasure(at.sentence));
    },
  },
);
