import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addMock, NEW_LOG } from '../../src/core/mocks/addMock';
import { dimensionsOf, scoresExample } from '../../src/core/mocks/dimensions';
import { type Mock, readMocks } from '../../src/core/mocks/mocks';
import { inOrder, meanScore, progressOf } from '../../src/core/mocks/progress';
import { readScores } from '../../src/core/mocks/readScores';
import { appendEntry } from '../../src/core/yaml/appendEntry';
import { applyFix } from './applyFix';

const LOG = [
  '# My mocks',
  'mocks:',
  '  - date: 2027-01-09 # a Saturday',
  '    kind: behavioral',
  '    minutes: 45',
  '    scores: { ownership: 3, clarity: 2.5 }',
  '    change: Say the number first',
  '    stories: [half-an-hour]',
  '    # she was kind',
  '',
  '  - date: 2027-01-12',
  '    kind: system design',
  '    # next: scoping',
  '',
];
const MOCK: Mock = { date: '2027-01-20', kind: 'behavioral', scores: { ownership: 4 } };
const ADDED = ['  - date: 2027-01-20', '    kind: behavioral', '    scores: { ownership: 4 }'];

function plain(text: string): Mock[] {
  const { mocks, problems } = readMocks(text);
  assert.deepEqual(problems, []);
  return mocks.map(({ line, ...mock }) => mock);
}

function added(text: string, mock = MOCK): string {
  const { edit, refusal } = addMock(text, mock);
  assert.ok(edit, refusal);
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('what may be scored', () => {
  const rubric = [
    { id: 'framing', title: 'Problem framing' },
    { id: 'tradeoffs', title: 'Tradeoffs' },
  ];

  it('is what the log scores, in its own spelling, and what else the profile scores', () => {
    const mocks = [{ ...MOCK, scores: { Ownership: 3, TRADEOFFS: 2 } }, MOCK];
    assert.deepEqual(dimensionsOf(mocks, rubric), ['Ownership', 'TRADEOFFS', 'problem framing']);
    assert.deepEqual(dimensionsOf([{ ...MOCK, scores: { framing: 3 } }], rubric), ['framing', 'tradeoffs']);
  });

  it('makes the example of how to write it', () => {
    assert.deepEqual([['ownership', 'clarity', 'depth'], ['ownership'], []].map(scoresExample), [
      'ownership 3, clarity 4',
      'ownership 3',
      'clarity 3',
    ]);
    assert.deepEqual(readScores(scoresExample(dimensionsOf([], rubric))).scores, {
      'problem framing': 3,
      tradeoffs: 4,
    });
  });
});

describe('the mock log', () => {
  it('is read with its lines', () => {
    const { mocks, problems } = readMocks(LOG.join('\n'));
    assert.deepEqual(problems, []);
    assert.deepEqual(mocks, [
      {
        date: '2027-01-09',
        kind: 'behavioral',
        minutes: 45,
        scores: { ownership: 3, clarity: 2.5 },
        change: 'Say the number first',
        stories: ['half-an-hour'],
        line: 3,
      },
      { date: '2027-01-12', kind: 'system design', line: 11 },
    ]);
    assert.deepEqual(readMocks(''), { mocks: [], problems: [] });
    assert.deepEqual(readMocks(NEW_LOG), { mocks: [], problems: [] });
  });

  it('says where an entry is wrong, and goes by the others', () => {
    const text = LOG.join('\n')
      .replace('2027-01-12', '2027-02-30')
      .replace('minutes: 45', 'minutes: 45\n    mood: fine');
    const { mocks, problems } = readMocks(text);
    assert.deepEqual(mocks, []);
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message]),
      [
        [6, 'Unknown key "mood". Known here: date, kind, minutes, scores, change, stories.'],
        [12, '"date" is not a day. Write the day as year, month and day, like 2030-01-31.'],
      ],
    );
    const scored = readMocks(LOG.join('\n').replace('clarity: 2.5', 'clarity: 7'));
    assert.deepEqual(
      scored.problems.map(({ line, message }) => [line, message]),
      [[6, 'A score is from 1 to 5.']],
    );
    assert.deepEqual(
      scored.mocks.map(({ line }) => line),
      [11],
    );
  });

  it('refuses what must not be written to, with the line', () => {
    const broken = [
      LOG.join('\n').replace('  - date: 2027-01-12', '<<<<<<< ours\n  - date: 2027-01-12\n=======\n>>>>>>> theirs'),
      'mocks:\n\t- date: 2027-01-09\n',
      'mocks: []\nmocks: []\n',
      'mocks: &a [*a]\n',
      'mocks: soon\n',
      '- date: 2027-01-09\n',
      'mocks: []\n---\nmocks: []\n',
    ];
    assert.deepEqual(
      broken.map((text) => addMock(text, MOCK).refusal?.slice(0, 46)),
      [
        'line 11: A merge left a conflict here. Keep on',
        'line 2: A tab is used for indentation. YAML wa',
        'line 2: "mocks" is already set above. Keep one',
        'line 1: A value that starts with & has to stan',
        'what stands under "mocks" is not a list',
        'the file is not made of "key: value" lines',
        'line 2: A second document starts here. Keep on',
      ],
    );
  });

  it('is added to behind what is there, in its style, with its comments and line endings', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      assert.equal(added(LOG.join(eol)), [...LOG.slice(0, -1), '', ...ADDED, ''].join(eol));
    }
    assert.equal(added(''), `${['mocks:', ...ADDED].join('\n')}\n`);
    assert.equal(added('\uFEFF'), `\uFEFF${['mocks:', ...ADDED].join('\n')}\n`);
    assert.equal(added('# none yet'), `${['# none yet', 'mocks:', ...ADDED].join('\n')}\n`);
    assert.equal(added('mocks:\n# none yet\n'), `${['mocks:', ...ADDED, '# none yet'].join('\n')}\n`);
    assert.equal(added('mocks: [] # none yet\n'), `${['mocks: # none yet', ...ADDED].join('\n')}\n`);
    assert.equal(
      added('mocks: [{ date: 2027-01-09, kind: a }]\n'),
      'mocks: [{ date: 2027-01-09, kind: a }, { date: 2027-01-20, kind: behavioral, scores: { ownership: 4 } }]\n',
    );
    const flush = 'mocks:\n- date: 2027-01-09\n  kind: a\n# the end\n';
    assert.equal(
      added(flush),
      'mocks:\n- date: 2027-01-09\n  kind: a\n- date: 2027-01-20\n  kind: behavioral\n  scores: { ownership: 4 }\n# the end\n',
    );
    const block = 'mocks:\n  - date: 2027-01-09\n    kind: a\n    change: |\n      More.\n';
    assert.equal(added(block), `${block}${ADDED.join('\n')}\n`);
  });

  it('changes no byte outside of what it adds, and reads back what was written, whatever that is', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const line = word.filter(
      (text) => text.trim() === text && !/[\p{Cc}\s]/u.test(text.replace(/ /g, '')) && !/ {2}/.test(text),
    );
    const mock: fc.Arbitrary<Mock> = fc.record(
      {
        date: fc.constantFrom('2027-01-09', '2028-02-29'),
        kind: fc.oneof(
          line,
          fc.constantFrom('no', 'null', '12', '- a', 'a: b', '#x', "it's", '"', '{', 'a #b', '1e3', '~'),
        ),
        minutes: fc.integer({ min: 1, max: 600 }),
        scores: fc.dictionary(line, fc.integer({ min: 1, max: 5 }), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
        change: line,
        stories: fc.array(line, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['date', 'kind'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(
        fc.array(mock, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (all, eol, isEmpty) => {
          let text = isEmpty ? '' : LOG.join(eol);
          const before = plain(text);
          const accepted: Mock[] = [];
          for (const one of all) {
            const { edit } = addMock(text, one);
            // Only a name that every object has is refused.
            if (!edit) continue;
            assert.equal(edit.start, edit.end);
            text = applyFix(text, { edits: [edit], snippet: false });
            accepted.push(one);
          }
          assert.deepEqual(plain(text), [...before, ...accepted]);
        },
      ),
      {
        examples: [
          [[{ date: '2027-01-09', kind: 'x', scores: { constructor: 3 } }], '\n', true],
          [[{ date: '2027-01-09', kind: 'x', scores: { prototype: 3 } }], '\n', true],
        ],
      },
    );
  });

  it('shows how scores went, in words and figures', () => {
    const mocks: Mock[] = [
      { date: '2027-01-12', kind: 'a', scores: { Ownership: 4, clarity: 2 } },
      { date: '2027-01-09', kind: 'a', scores: { ownership: 3, candor: 5 } },
      { date: '2027-01-14', kind: 'a', scores: { clarity: 2 } },
      { date: '2027-01-15', kind: 'a' },
    ];
    assert.deepEqual(
      progressOf(mocks).map(({ dimension, words }) => `${dimension}: ${words}`),
      ['ownership: from 3 to 4, up', 'candor: 5, scored once', 'clarity: 2 each time'],
    );
    assert.deepEqual(inOrder(mocks).map(meanScore), [4, 3, 2, undefined]);
  });
});

describe('an entry of a list', () => {
  it('goes below its key wherever that stands, and below a new key at the end', () => {
    const text = 'rounds:\n  - title: Screen\n\nprofile: general # mine\n';
    const { edit } = appendEntry(text, 'rounds', { title: 'Panel: day one' });
    assert.ok(edit);
    assert.equal(
      applyFix(text, { edits: [edit], snippet: false }),
      'rounds:\n  - title: Screen\n  - title: "Panel: day one"\n\nprofile: general # mine\n',
    );
    const without = appendEntry('profile: general', 'rounds', { title: 'Screen' });
    assert.ok(without.edit);
    assert.equal(
      applyFix('profile: general', { edits: [without.edit], snippet: false }),
      'profile: general\nrounds:\n  - title: Screen\n',
    );
  });

  it('is refused where it would be something else', () => {
    assert.equal(
      appendEntry('{ profile: general }', 'rounds', { title: 'a' }).refusal,
      'an entry would not be read as one under "rounds"',
    );
    assert.equal(appendEntry('profile: general\n...\n', 'rounds', { title: 'a' }).edit, undefined);
  });
});
