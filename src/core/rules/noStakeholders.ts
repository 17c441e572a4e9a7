import { evidenceOf } from './shared/designSheet';
import { unsaidRule } from './shared/unsaid';

const ID = 'no-stakeholders';

export const noStakeholders = unsaidRule(
  {
    id: ID,
    title: 'No neighboring team is named',
    hears: 'An engineer could have drawn this. Who else has to change something, or could say no?',
    why: 'Foreseeing whom a design touches is reported to weigh a quarter of the score. One question about what another team needs may change the design.',
    cure: 'Name the teams on both sides (security, legal, data, design, marketing, support), what each needs, and what you leave for them to choose.',
    examples: [
      {
        bad: '# Cover images\n\nA nightly job picks an image for each title. Our team runs it, and an alert comes up when it is late.',
        good: '# Cover images\n\nA nightly job picks an image for each title. Marketing can override an image, so there are permissions. Our team runs it.',
      },
      {
        bad: '# Refunds\n\n## Questions\n\n- Does legal have a say?\n- How many a day?\n\n## Design\n\nA three-engineer team builds a form, a queue and a worker that pays out every night.',
        good: '# Refunds\n\n## Design\n\nA three-engineer team builds a form, a queue and a worker that pays out every night. The fraud team chooses the limits.',
      },
    ],
  },
  {
    message: 'Which neighboring teams does this touch, and what does each of them need?',
    fix: 'Add stakeholders to fill in',
    section: {
      heading: 'Stakeholders',
      prompts: [
        'which neighboring teams it touches (security, legal, data, design, marketing)',
        'what each of them needs, or could veto',
      ],
    },
    isSaid({ at }) {
      const here = evidenceOf(at, ID);
      const othersOwn = at.sentence.clauses.some(
        ({ actor, lemma, negated }) => lemma === 'own' && !negated && (actor === 'other' || actor === 'thing'),
      );
      return othersOwn || here.has('not said') || here.count('team') > here.count('own team');
    },
  },
);
