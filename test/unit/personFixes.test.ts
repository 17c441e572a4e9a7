import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createLinter } from '../../src/core';
import { applyFix } from './applyFix';

/** A verb as it stands behind "we", "have", "to" and "are". */
const VERBS = [
  ['rewrote', 'rewritten', 'rewrite', 'rewriting'],
  ['moved', 'moved', 'move', 'moving'],
  ['built', 'built', 'build', 'building'],
  ['replaced', 'replaced', 'replace', 'replacing'],
] as const;
const OBJECTS = ['the importer', 'two counters to the entrance', 'half of the old rota', 'the night list'];
const ADVERBS = ['', 'then ', 'quickly ', 'finally '];

type Verb = (typeof VERBS)[number];
type Say = (verb: Verb, object: string, adverb: string, other: Verb) => string;

const SAYINGS: Readonly<Record<string, readonly Say[]>> = {
  'the plain group': [
    ([past], object, adverb) => `We ${adverb}${past} ${object}.`,
    ([past], object, adverb) => `The team ${adverb}${past} ${object}.`,
    ([past], object) => `My team and I ${past} ${object}.`,
    ([past], object) => `We ourselves ${past} ${object}.`,
  ],
  'all of it': [
    ([past], object) => `All of us ${past} ${object}.`,
    ([past], object) => `The lot of us ${past} ${object}.`,
    ([past], object) => `In May we all ${past} ${object}.`,
    ([past], object) => `Together we ${past} ${object}.`,
    ([past], object) => `Between the four of us we ${past} ${object}.`,
  ],
  contractions: [
    ([, perfect], object) => `We've ${perfect} ${object}.`,
    ([, perfect], object) => `We’ve ${perfect} ${object}.`,
    ([past], object) => `We haven't waited, we ${past} ${object}.`,
    ([past, , , now], object) => `We weren't only ${now} ${object}, we also ${past} the tests.`,
    ([past, , base], object) => `We don't wait: we ${past} ${object} and we'll ${base} the rest.`,
  ],
  inversion: [
    ([past, perfect], object) => `Had we known that, we would have ${perfect} ${object}, but we ${past} it in June.`,
    ([, , base], object) => `Only then did we ${base} ${object}.`,
    ([past], object) => `Not once did we stop, and we ${past} ${object}.`,
    ([past], object) => `Nor were we idle: we ${past} ${object}.`,
    ([, , base], object) => `Did we ${base} ${object}?`,
    ([, , base], object) => `Did we ever ${base} ${object} ourselves?`,
  ],
  coordination: [
    ([past], object, adverb, [more]) => `We ${past} ${object} and ${adverb}${more} the sheets.`,
    ([past], object, adverb) => `We ${adverb}${past} ${object} and were done by noon.`,
    ([, perfect, , now], object, _, [, done]) =>
      `We have ${done} the sheets and are ${now} ${object}, and we've ${perfect} more.`,
    ([past, , base], object) => `We ${past} ${object} and were able to ${base} the rest.`,
  ],
  'what is our own': [
    ([past], object) => `We ${past} ${object} on our own.`,
    ([past], object) => `We ${past} ${object} ourselves.`,
    ([past], object) => `We made our own plan and ${past} ${object}.`,
    ([past], object) => `We asked ourselves whether we were right and ${past} ${object}.`,
    ([, perfect]) => `The old rota was ${perfect} by us ourselves.`,
    ([, perfect]) => `The old rota was ${perfect} by the team in our own lab.`,
  ],
  '"let us"': [
    ([past, , base], object) => `"Let us ${base} ${object}," the nurse said, and we ${past} it.`,
    ([past], object) => `They let us in and we ${past} ${object}.`,
    ([past], object) => `Let us say that we ${past} ${object}.`,
  ],
};

const BEFORE = '## Action\n\nThe hall opened at nine. ';
const AFTER = ' The queue was long.\n';
const STORY = { kind: 'story' } as const;

/** What no sentence about one person says; placeholders stand for a name. */
const BROKEN =
  /\bI (?:are|were|has|does|is|am not only were|'re|ourselves|all|both)\b|\bI's\b|\] (?:are|were|have|do|haven't|don't|weren't|ourselves|all|both)\b|\]'(?:ve|re|m)\b|\b(?:we|us) I\b|\bI\b.*\b(?:and|but) (?:are|were)\b|\b(?:did|had|was) me\b| {2}|^\W*,/;

describe('fixes that tell of one person in the place of a group', () => {
  const linter = createLinter();
  const cast = fc.record({
    verb: fc.constantFrom(...VERBS),
    other: fc.constantFrom(...VERBS),
    object: fc.constantFrom(...OBJECTS),
    adverb: fc.constantFrom(...ADVERBS),
  });

  for (const [what, sayings] of Object.entries(SAYINGS))
    it(`keep the grammar of ${what}, cure the finding and touch nothing else`, () => {
      let found = 0;
      fc.assert(
        fc.property(fc.constantFrom(...sayings), cast, (say, { verb, other, object, adverb }) => {
          const text = BEFORE + say(verb, object, adverb, other) + AFTER;
          const before = linter.lint(text, STORY).findings;
          for (const finding of before.filter(({ rule }) => rule === 'vague-we'))
            for (const fix of finding.fixes) {
              found++;
              const fixed = applyFix(text, fix);
              assert.ok(fixed.startsWith(BEFORE) && fixed.endsWith(AFTER), fixed);
              const sentence = fixed.slice(BEFORE.length, -AFTER.length);
              if (!/^Say your own part/.test(fix.title)) assert.doesNotMatch(sentence, BROKEN);
              const inSentence = linter
                .lint(fixed, STORY)
                .findings.filter(
                  ({ rule, start, end }) =>
                    rule !== 'placeholder-left' &&
                    start.offset < BEFORE.length + sentence.length &&
                    end.offset > BEFORE.length &&
                    start.offset >= BEFORE.length,
                );
              assert.deepEqual(
                inSentence.filter(({ rule }) => rule === 'vague-we' || !before.some((one) => one.rule === rule)),
                [],
                fixed,
              );
            }
        }),
        { numRuns: 100 },
      );
      assert.ok(found > 0, 'some sentence is found fault with');
    });

  it('leave a group that is explained to others', () => {
    const [finding] = linter
      .lint(`${BEFORE}We, the night shift, rewrote the importer.${AFTER}`, STORY)
      .findings.filter(({ rule }) => rule === 'vague-we');
    assert.deepEqual(
      finding?.fixes.filter(({ title }) => title.startsWith('I did')),
      [],
    );
  });

  const SELF = 'I did this: say "I"';
  const OTHER = 'Someone else did this: say who';
  const one = (rest: string): Record<string, string> => ({ [SELF]: `I ${rest}`, [OTHER]: `[name or role] ${rest}` });
  const told: readonly (readonly [sentence: string, after: Readonly<Record<string, string>>])[] = [
    [
      'We set up a weekly sync and a RACI matrix so that everyone knew their role.',
      one('set up a weekly sync and a RACI matrix so that everyone knew their role.'),
    ],
    [
      'We built a page where everybody could see their own errors.',
      one('built a page where everybody could see their own errors.'),
    ],
    [
      'We rewrote the parser, and each of us took one module.',
      { [SELF]: 'I rewrote the parser, and each of us took one module.' },
    ],
    [
      'Everybody rallied and we rebuilt the mapping overnight.',
      { [SELF]: 'Everybody rallied and I rebuilt the mapping overnight.' },
    ],
    ['We built a tool so that we could see the queue.', one('built a tool so that we could see the queue.')],
    [
      'We told everybody to stop, and we rewrote the plan.',
      {
        [SELF]: 'I told everybody to stop, and I rewrote the plan.',
        [OTHER]: '[name or role] told everybody to stop, and they rewrote the plan.',
      },
    ],
    ['Everyone on my team rewrote the tests.', one('rewrote the tests.')],
    ['Everyone on my team rewrote their own tests.', { [OTHER]: '[name or role] rewrote their own tests.' }],
    [
      'Our whole team rewrote their part of the parser.',
      { [OTHER]: '[name or role] rewrote their part of the parser.' },
    ],
    ['Me and Sam, we cut the scope.', one('cut the scope.')],
    ['Me, Sam and Ada, we rewrote the parser.', one('rewrote the parser.')],
    ['We decided to split us into two groups.', {}],
    ['We split ourselves into two groups and rewrote it.', {}],
    ['We took turns on the pager and cut the alerts.', {}],
    ['My whole platform team and I rewrote the tests.', one('rewrote the tests.')],
    [
      'We kept the old list because that is how we had always done it.',
      one('kept the old list because that is how we had always done it.'),
    ],
    ['We rewrote the list the way we always did.', { [SELF]: 'I rewrote the list the way we always did.' }],
    [
      'As we always do, we wrote a runbook and we shipped it.',
      { [SELF]: 'As we always do, I wrote a runbook and I shipped it.' },
    ],
    [
      'We kept the old list because we were running out of time.',
      one('kept the old list because we were running out of time.'),
    ],
    [
      'We saved the list, because we rewrote it overnight.',
      {
        [SELF]: 'I saved the list, because I rewrote it overnight.',
        [OTHER]: '[name or role] saved the list, because they rewrote it overnight.',
      },
    ],
    [
      "We've built it, haven't we?",
      { [SELF]: "I've built it, haven't I?", [OTHER]: "[name or role] has built it, haven't they?" },
    ],
    [
      "We rewrote it and were done by noon, weren't we?",
      {
        [SELF]: "I rewrote it and was done by noon, wasn't I?",
        [OTHER]: "[name or role] rewrote it and was done by noon, weren't they?",
      },
    ],
    [
      'My team rewrote the rota under my leadership.',
      { [OTHER]: '[name or role] rewrote the rota under my leadership.' },
    ],
    [
      'The team gave me two weeks and rewrote the form.',
      { [OTHER]: '[name or role] gave me two weeks and rewrote the form.' },
    ],
    [
      'A path was agreed by our team and we rolled it out.',
      {
        [SELF]: 'A path was agreed by our team and I rolled it out.',
        [OTHER]: 'A path was agreed by our team and [name or role] rolled it out.',
      },
    ],
    [
      'We ran a test and it was decided by the team to rewrite it.',
      {
        [SELF]: 'I ran a test and it was decided by me to rewrite it.',
        [OTHER]: '[name or role] ran a test and it was decided by [name or role] to rewrite it.',
      },
    ],
    [
      'Ana asked the team to wait, and we rebuilt the page.',
      {
        [SELF]: 'Ana asked the team to wait, and I rebuilt the page.',
        [OTHER]: 'Ana asked the team to wait, and [name or role] rebuilt the page.',
      },
    ],
    ['Most of the team rewrote the parser.', one('rewrote the parser.')],
    [
      'The team helped me rewrite the job and then shipped it.',
      { [OTHER]: '[name or role] helped me rewrite the job and then shipped it.' },
    ],
    [
      'The team was told by me to stop, so we stopped the run and rebuilt it.',
      { [OTHER]: '[name or role] was told by me to stop, so they stopped the run and rebuilt it.' },
    ],
    ['We were four engineers and rebuilt the page.', {}],
    ['We were a team of four and rebuilt the page.', {}],
    ['We were both tired but rebuilt the page.', {}],
    ["We're a small team, so we rebuilt the page.", {}],
    ['We were friends and rebuilt the page.', {}],
    ['We met and rewrote the page.', {}],
    ['We met with legal and rewrote the page.', one('met with legal and rewrote the page.')],
    ['We gave each squad a page and rebuilt it.', one('gave each squad a page and rebuilt it.')],
    ['We, as a group, decided to drop the feature.', one('decided to drop the feature.')],
    ['We rebuilt the page, together.', one('rebuilt the page.')],
    ['We rebuilt the page — together.', one('rebuilt the page.')],
    ['We worked side by side with QA and rebuilt it.', one('worked with QA and rebuilt it.')],
    [
      'We gave it our all and shipped it.',
      { [SELF]: 'I gave it my all and shipped it.', [OTHER]: '[name or role] gave it their all and shipped it.' },
    ],
    ['Working as a team, we rebuilt the page.', one('rebuilt the page.')],
    ['We brought the pieces together and rebuilt it.', one('brought the pieces together and rebuilt it.')],
    ['We sat together and rebuilt the page.', {}],
    ['We, the engineers, rewrote the queue.', {}],
    ['We put our heads together and shipped it.', {}],
    ['We pulled together and shipped it.', {}],
    ['We pulled together a plan and shipped it.', one('pulled together a plan and shipped it.')],
    ['We put the pieces together and shipped it.', one('put the pieces together and shipped it.')],
    ['We joined forces and rebuilt the page.', {}],
    ['We divided the work between the three of us.', {}],
    ['We divided the work into three.', one('divided the work into three.')],
    [
      'We asked legal to give us a slot and rewrote the form.',
      one('asked legal to give us a slot and rewrote the form.'),
    ],
  ];
  for (const [sentence, after] of told)
    it(`tell only the doers of "${sentence}" as one person`, () => {
      const text = BEFORE + sentence + AFTER;
      const finding = linter.lint(text, STORY).findings.find(({ rule }) => rule === 'vague-we');
      assert.ok(finding && finding.fixes.length > 0, 'no fix');
      const fixed = finding.fixes
        .filter(({ title }) => title === SELF || title === OTHER)
        .map((fix) => [fix.title, applyFix(text, fix).slice(BEFORE.length, -AFTER.length)]);
      assert.deepEqual(Object.fromEntries(fixed), after);
    });

  it('keep the capital of a name', () => {
    const text = `${BEFORE}Sam and I, we cut the scope.${AFTER}`;
    const [finding] = linter.lint(text, STORY).findings.filter(({ rule }) => rule === 'vague-we');
    assert.ok(finding);
    for (const fix of finding.fixes) assert.doesNotMatch(applyFix(text, fix), /\bsam\b/);
  });
});
