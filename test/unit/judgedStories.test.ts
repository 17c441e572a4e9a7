import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';

const linter = createLinter();

/** Whether a rule objects to a story, or to any sentence in it. */
const objects = (rule: string, story: string): boolean =>
  linter.lint(story, { kind: 'story' }).findings.some((finding) => finding.rule === rule);

const inParts = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .map(([part, text]) => `## ${part}\n\n${text}\n`)
    .join('\n');

describe('in whole stories', () => {
  const certified = inParts({
    Task: 'I had to bring the motors through the summer.',
    Action:
      'I am a PRINCE2 Practitioner and I did a systems diploma on top, so planning was never going to be an issue.',
    Result: 'The motors ran all July without a stop.',
  });
  const byPrecedent = inParts({
    Situation: 'Clearance held up 12% of our parcels.',
    Task: 'I had to halve that by May.',
    Action:
      'For brokers I stayed with the two on the approved list, since that is how we have always done it. Several country managers chose politics over progress.',
    Result: 'Held parcels fell to 5%.',
  });
  const CASES: readonly (readonly [what: string, rule: string, story: string, objects: boolean])[] = [
    ['a certificate is no action', 'missing-action', certified, true],
    ['an action that is asked for is not asked for twice', 'low-ownership', certified, false],
    ['what others chose to their shame is no alternative', 'missing-tradeoff', byPrecedent, true],
    [
      'an alternative of the narrator’s own is one',
      'missing-tradeoff',
      byPrecedent.replace('Several', 'A third broker would have cost us 40 euros a parcel. Several'),
      false,
    ],
    ['a lone sentence is judged by what was done', 'vague-we', 'A pump broke, so we rebuilt the line overnight.', true],
    ['so is one that says what "I" did', 'vague-we', 'A pump broke, so I rebuilt the line overnight.', false],
    [
      'an opinion is no deed beside that of a group',
      'vague-we',
      inParts({ Action: 'We decided to go with Kafka, which I think was right.' }),
      true,
    ],
    [
      'a deed is one',
      'vague-we',
      inParts({ Action: 'We decided to go with Kafka, which I had tried for a week.' }),
      false,
    ],
  ];
  for (const result of ['Things got a lot better.', 'Support tickets from partners fell from 40 to 3.'])
    it(`a marked task stays one, whatever the result says: ${result}`, () => {
      const story = inParts({
        Situation: 'Partners lost their connection at each release.',
        Task: 'I owned partner stability.',
        Action: 'I introduced versioned endpoints and migrated the three largest partners.',
        Result: result,
      });
      assert.equal(objects('missing-task', story), false);
    });
  for (const [what, rule, story, expected] of CASES) it(what, () => assert.equal(objects(rule, story), expected));
});
