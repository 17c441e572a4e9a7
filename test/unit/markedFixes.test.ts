import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { applyFix } from './applyFix';
import { fixed } from './judgedWords';

const linter = createLinter();
const DEED = 'I [decided, built or wrote what], so that [what came of it].';
const SCENE =
  'Our desk sat in a cellar below the station, twelve people who answered the phone from six in the morning until ten at night for three railways. Two of the railways had changed their timetable in the same week, and nobody had told the callers. Our desk had 900 open tickets in May and it was a long time ago and we had all of the people there that we needed for it.';
const MORE = 'I chose [what] over [what else there was] because [why]; then I [what you did].';

describe('a fix that stands beside marks', () => {
  for (const end of [
    '~~We were lucky.~~',
    '*We were lucky.*',
    '***We were lucky.***',
    '[It rained.](https://a.b)',
    '`make`.',
  ])
    it(`goes behind those that close "${end}"`, () => {
      const text = `## Situation\n\n${SCENE}\n\n## Task\n\nI had to halve that by August, and I was told to do it with the people that I had and no more money than before.\n\n## Action\n\nI sorted them. ${end}\n\n## Result\n\nBy July 70 were open.\n`;
      const finding = linter.lint(text, { kind: 'story' }).findings.find(({ rule }) => rule === 'part-balance');
      assert.deepEqual(
        finding?.fixes.map((fix) => applyFix(text, fix)),
        [text.replace(end, `${end} ${MORE}`)],
      );
    });

  const cases: readonly (readonly [sentence: string, part: string, rule: string, cures: readonly string[]])[] = [
    [
      'I helped with **the migration**.',
      'Action',
      'passenger',
      ['I helped with **the migration**: I [decided, built or wrote what].', DEED],
    ],
    [
      '**The schema** was *designed*.',
      'Action',
      'passenger',
      ['**The schema** was *designed* by [whom: me, or a name or role].', DEED],
    ],
    [
      'I helped with the launch (the second one).',
      'Action',
      'passenger',
      ['I helped with the launch (the second one): I [decided, built or wrote what].', DEED],
    ],
    [
      '(I helped with the launch.)',
      'Action',
      'passenger',
      ['(I helped with the launch: I [decided, built or wrote what].)', `(${DEED})`],
    ],
    [
      'I helped with the so-called "big launch."',
      'Action',
      'passenger',
      ['I helped with the so-called "big launch": I [decided, built or wrote what].', DEED],
    ],
    [
      '(The line was long. I helped with the launch.)',
      'Action',
      'passenger',
      [
        '(The line was long. I helped with the launch: I [decided, built or wrote what].)',
        `(The line was long. ${DEED})`,
      ],
    ],
    [
      '**Our team** rewrote the page.',
      'Action',
      'vague-we',
      [
        '**I** rewrote the page.',
        '**[name or role]** rewrote the page.',
        'I was the one who [argued, decided or did what], and **our team** rewrote the page.',
      ],
    ],
    [
      'Our `core` team rewrote the page.',
      'Action',
      'vague-we',
      ['I was the one who [argued, decided or did what], and our `core` team rewrote the page.'],
    ],
    [
      'The launch was *a huge success.*',
      'Result',
      'vague-result',
      [
        'The launch was *a huge success.* [The measure] went from [before] to [after].',
        'The launch was *a huge success.* Because of it, [who] [did what].',
      ],
    ],
  ];
  for (const [sentence, part, rule, cures] of cases)
    it(`leaves no half of them in "${sentence}"`, () => assert.deepEqual(fixed(sentence, rule, part), cures));
});
