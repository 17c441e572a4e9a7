import assert from 'node:assert/strict';
import { fixed, judged, rules } from './judgedWords';

const WHOM = 'by [whom: me, or a name or role]';
const OPENED = 'The hall opened at nine. ';

/** Of a passive without an agent: the sentence with "I" in front of it, and with somebody behind it; undefined where no such fix is offered. */
const PASSIVES: readonly (readonly [sentence: string, active: string | undefined, byWhom: string])[] = [
  [
    'The alerts were looked after and the board was updated in March.',
    undefined,
    `The alerts were looked after and the board was updated ${WHOM} in March.`,
  ],
  ['The alerts were dealt with.', undefined, `The alerts were dealt with ${WHOM}.`],
  ['The alerts were taken care of.', undefined, `The alerts were taken care of ${WHOM}.`],
  ['The scope was worked on for three weeks.', undefined, `The scope was worked on ${WHOM} for three weeks.`],
  ['The tests and then the API were written.', undefined, `The tests and then the API were written ${WHOM}.`],
  ['The tests, then the API were written.', undefined, `The tests, then the API were written ${WHOM}.`],
  [
    'The schema, the API, and the tests were written.',
    undefined,
    `The schema, the API, and the tests were written ${WHOM}.`,
  ],
  ['Then the queue was redesigned.', 'Then I redesigned the queue.', `Then the queue was redesigned ${WHOM}.`],
  [
    'It was slow, so the queue was redesigned.',
    'It was slow, so I redesigned the queue.',
    `It was slow, so the queue was redesigned ${WHOM}.`,
  ],
  ['The queue was redesigned in May.', 'I redesigned the queue in May.', `The queue was redesigned ${WHOM} in May.`],
  ['The queue was set up in May.', 'I set the queue up in May.', `The queue was set up ${WHOM} in May.`],
  [
    'The lists were cleaned for up to two weeks.',
    'I cleaned the lists for up to two weeks.',
    `The lists were cleaned ${WHOM} for up to two weeks.`,
  ],
  ['The fix was rolled out last week.', 'I rolled the fix out last week.', `The fix was rolled out ${WHOM} last week.`],
  [
    'The fix was taken out of the release.',
    'I took the fix out of the release.',
    `The fix was taken ${WHOM} out of the release.`,
  ],
  [
    'The `billing-api` service was migrated in May.',
    'I migrated the `billing-api` service in May.',
    `The \`billing-api\` service was migrated ${WHOM} in May.`,
  ],
  ['`make` was replaced.', 'I replaced `make`.', `\`make\` was replaced ${WHOM}.`],
  [
    'The [pipeline](https://x.io/a) was rebuilt.',
    'I rebuilt the [pipeline](https://x.io/a).',
    `The [pipeline](https://x.io/a) was rebuilt ${WHOM}.`,
  ],
  ['**The pipeline** was rebuilt.', 'I rebuilt **the pipeline**.', `**The pipeline** was rebuilt ${WHOM}.`],
  ['The <b>page</b> was rebuilt.', 'I rebuilt the <b>page</b>.', `The <b>page</b> was rebuilt ${WHOM}.`],
  ['The page was *finally* rebuilt.', undefined, `The page was *finally* rebuilt ${WHOM}.`],
  ['The page <!-- check --> was rebuilt.', undefined, `The page <!-- check --> was rebuilt ${WHOM}.`],
  [
    'The ![old](a.png) page was rebuilt.',
    'I rebuilt the ![old](a.png) page.',
    `The ![old](a.png) page was rebuilt ${WHOM}.`,
  ],
  [
    'The schema for the API was redesigned.',
    'I redesigned the schema for the API.',
    `The schema for the API was redesigned ${WHOM}.`,
  ],
  [
    'The app, an old one, was redesigned.',
    'I redesigned the app, an old one.',
    `The app, an old one, was redesigned ${WHOM}.`,
  ],
  [
    'The plan was approved and was carried out by us.',
    undefined,
    `The plan was approved ${WHOM} and was carried out by us.`,
  ],
  [
    'The page was rebuilt to handle more.',
    'I rebuilt the page to handle more.',
    `The page was rebuilt ${WHOM} to handle more.`,
  ],
  ["Ana's parser was rewritten.", "I rewrote Ana's parser.", `Ana's parser was rewritten ${WHOM}.`],
  ['A/B tests were run in May.', undefined, `A/B tests were run ${WHOM} in May.`],
  ['Almost all alerts were removed.', undefined, `Almost all alerts were removed ${WHOM}.`],
  [
    'The parser has been rewritten since.',
    'I have rewritten the parser since.',
    `The parser has been rewritten ${WHOM} since.`,
  ],
  ['The plan was dropped.', 'I dropped the plan.', `The plan was dropped ${WHOM}.`],
  ['They were removed in May.', 'I removed them in May.', `They were removed ${WHOM} in May.`],
  ['The plan was disagreed with.', undefined, `The plan was disagreed with ${WHOM}.`],
];

describe('fixes that put somebody in front of what was done', () => {
  for (const [sentence, active, byWhom] of PASSIVES)
    it(`keep together what belongs together in "${sentence}"`, () => {
      const cures = fixed(OPENED + sentence, 'passenger').map((cure) => cure.slice(OPENED.length));
      assert.deepEqual(
        cures.filter((cure) => !cure.includes('[decided, built or wrote what]')),
        active === undefined ? [byWhom] : [active, byWhom],
      );
    });

  it('leave a passive alone that names the narrator beside the group', () => {
    for (const agents of ['the team and me', 'our team and myself', 'the team with me', 'me and the team'])
      assert.deepEqual(rules(`The new flow was built by ${agents}.`), [], agents);
  });

  it('keep whom a passive names before the group', () => {
    assert.deepEqual(fixed('The page was built by Ana and us.', 'vague-we'), [
      'The page was built by Ana and me.',
      'The page was built by Ana and [name or role].',
      'I was the one who [argued, decided or did what], and the page was built by Ana and us.',
    ]);
  });

  it('ask of what the group did, not of what it was used to', () => {
    const { text, findings } = judged('Our team always tested by hand, and we automated it.');
    assert.deepEqual(
      findings.map(({ start, end }) => text.slice(start.offset, end.offset)),
      ['we automated'],
    );
  });
});
