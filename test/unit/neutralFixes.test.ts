import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { applyFix } from './applyFix';

const linter = createLinter();
const TITLE = 'Say it in neutral words';

/** The sentence in neutral words, or that there are none to say it in; undefined where no blame is found in it. */
function neutral(sentence: string): string | undefined {
  const text = `## Situation\n\n${sentence}\n`;
  const finding = linter.lint(text, { kind: 'story' }).findings.find(({ rule }) => rule === 'blame-framing');
  const fix = finding?.fixes.find(({ title }) => title === TITLE);
  return finding && (fix ? applyFix(text, fix).split('\n')[2] : 'not offered');
}

const TOLD: readonly (readonly [sentence: string, neutral: string | undefined])[] = [
  ['Unfortunately the incompetent vendor had obviously shipped a terrible API.', 'The vendor had shipped an API.'],
  ['An incompetent vendor had obviously shipped a lousy, useless API.', 'A vendor had shipped an API.'],
  [
    'Our incompetent, lazy account manager sat on the order for weeks.',
    'Our account manager held the order for weeks.',
  ],
  [
    'Because of the absolutely horrible old data that finance sent, we missed the date.',
    'Because of the old data that finance sent, we missed the date.',
  ],
  ['An arrogant manager refused to even look at it.', 'A manager did not look at it.'],
  ['Marketing stupidly botched the launch.', 'Marketing made a mistake with the launch.'],
  ['The QA guys dropped the ball again.', 'The QA guys made a mistake again.'],
  ["The vendor's API was utterly useless and they never bothered to fix it.", 'not offered'],
  ['The lazy vendor performed terribly.', 'not offered'],
  ['The **lazy** vendor never answered us.', 'not offered'],
  ['The botched migration by the lazy vendor cost us two weeks.', 'The migration by the vendor cost us two weeks.'],
  ['The incompetent vendor sent a useless user guide again.', 'The vendor sent a user guide again.'],
  ['Those idiots in procurement obviously forgot the order.', 'not offered'],
  ["The vendor's API failed for 4% of calls.", undefined],
];

describe('blame in neutral words', () => {
  for (const [sentence, said] of TOLD)
    it(`leaves no loaded word in "${sentence}"`, () => assert.equal(neutral(sentence), said));
});

describe('a finding whose fixes all change what is found beside it', () => {
  it('has them all the same', () => {
    const text =
      '## Action\n\nI held a retrospective with the kitchen, and lo and behold the fighting stopped. We did it on a Monday.\n';
    const { findings } = linter.lint(text, { kind: 'story' });
    assert.ok(findings.some(({ rule }) => rule === 'process-crutch'));
    for (const { rule, fixes } of findings) assert.ok(fixes.length > 0, `no fix for ${rule}`);
  });
});
