import assert from 'node:assert/strict';
import { fixed } from './judgedWords';

const CHOICE = 'I chose [what] over [what else there was] because [the reason that held in this case].';
/** A choice that is defended by precedent, and how it is told with the reason to fill in. */
const DEFENDED: readonly (readonly [sentence: string, reasoned: string])[] = [
  ['Since company policy says so, I used Oracle.', 'Because [the reason that held in this case], I used Oracle.'],
  ['As everyone does so, I used Oracle.', 'Because [the reason that held in this case], I used Oracle.'],
  ['Company policy says so, so I used Oracle.', '[The reason that held in this case], so I used Oracle.'],
  [
    "I kept the weekly release because that's how we always did it.",
    'I kept the weekly release because [the reason that held in this case].',
  ],
];

describe('a choice that is defended by precedent', () => {
  for (const [sentence, reasoned] of DEFENDED)
    it(`is asked for its reason in "${sentence}"`, () =>
      assert.deepEqual(fixed(sentence, 'status-quo'), [reasoned, CHOICE]));
});
