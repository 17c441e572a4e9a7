import assert from 'node:assert/strict';
import { fixed, rules } from './judgedWords';

/** Of a passive that names a group behind "by": the sentence with the narrator there, and with somebody else. */
const CREDITED: readonly (readonly [sentence: string, byMe: string, byOther: string])[] = [
  ['The fix was found by our team of four.', 'The fix was found by me.', 'The fix was found by [name or role].'],
  [
    'The fix was found by our team of four engineers last week.',
    'The fix was found by me last week.',
    'The fix was found by [name or role] last week.',
  ],
  [
    'The fix was found by our whole team yesterday.',
    'The fix was found by me yesterday.',
    'The fix was found by [name or role] yesterday.',
  ],
  ['The fix was found by the team as a whole.', 'The fix was found by me.', 'The fix was found by [name or role].'],
  ['The fix was found by us both.', 'The fix was found by me.', 'The fix was found by [name or role].'],
  ['The fix was found by all of us.', 'The fix was found by me.', 'The fix was found by [name or role].'],
  ['It was decided by the team to stop.', 'It was decided by me to stop.', 'It was decided by [name or role] to stop.'],
];

describe('fixes of what a passive credits to a group', () => {
  for (const [sentence, ...cures] of CREDITED)
    it(`put a person in the place of the whole group in "${sentence}"`, () =>
      assert.deepEqual(fixed(sentence, 'vague-we'), [
        ...cures,
        `I was the one who [argued, decided or did what], and ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
      ]));

  it('leave the address of a group that is one half of a link', () =>
    assert.deepEqual(fixed('The fix was found by our [team](https://x.io/a).', 'vague-we'), [
      'I was the one who [argued, decided or did what], and the fix was found by our [team](https://x.io/a).',
    ]));
});

describe('a passive that names somebody behind "by"', () => {
  for (const agent of [
    'the team lead',
    'the team manager',
    "the team's lead",
    'the team that Ana led',
    'all of us, including me',
    'Ana last week',
  ])
    it(`credits no group with what was done by ${agent}`, () =>
      assert.deepEqual(rules(`The fix was found by ${agent}.`), []));
});
