import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type PracticeRow, practiceRows } from '../../src/core/practice/practiceRows';
import { type PracticeTexts, readPractice } from '../../src/core/practice/readPractice';

const TODAY = '2027-01-10';
const TEXTS: PracticeTexts = {
  'starl.yaml': [
    'profile: general',
    'interview: 2027-01-22',
    'rounds:',
    '  - title: Screen',
    '    date: 2027-01-05',
    '  - title: "<b>Panel</b> $(x)"',
    '    date: 2027-01-11',
    '    tests: Ownership, and how you disagree',
    '    stories: [Half an hour, "[x](command:y)"]',
    '',
  ].join('\n'),
  'plan.md': '- [x] 2027-01-10 a\n- [ ] 2027-01-10 b\n- [ ] 2027-01-08 c\n- [ ] 2027-01-12 d\n',
  'mocks.yaml': [
    'mocks:',
    '  - { date: 2027-01-09, kind: behavioral, minutes: 45, scores: { clarity: 3 } }',
    '  - { date: 2027-01-07, kind: system design, minutes: 30, scores: { clarity: 2 }, change: "Ask\\nfirst", stories: [A] }',
    '',
  ].join('\n'),
};

function outline(rows: readonly PracticeRow[], indent = ''): string[] {
  return rows.flatMap(({ label, description = '', done, place, rows: below }) => [
    `${indent}${done === undefined ? '' : done ? '[x] ' : '[ ] '}${label}${description ? `: ${description}` : ''}${place ? ` @${place.line}` : ''}`,
    ...outline(below, `${indent}  `),
  ]);
}

function shown(texts: PracticeTexts, today = TODAY): string[] {
  return outline(practiceRows(readPractice(texts), today));
}

describe('the practice tree', () => {
  it('shows the countdown, the plan of today, rounds, scores and mocks', () => {
    assert.deepEqual(shown(TEXTS), [
      'Interview in 12 days: 2027-01-22 @2',
      'Today: 1 of 2',
      '  [x] a @1',
      '  [ ] b @2',
      'Missed: 1 item',
      '  [ ] c: 2027-01-08 @3',
      'Coming up: 1 item to do',
      '  [ ] d: 2027-01-12 @4',
      'Rounds: next tomorrow',
      '  Screen: 5 days ago, no story chosen @4',
      '  <b>Panel</b> $(x): tomorrow, 2 stories @6',
      '    Tests: Ownership, and how you disagree',
      '    Half an hour @6',
      '    [x](command:y) @6',
      'Scores: out of 5',
      '  clarity: from 2 to 3, up',
      'Mock log: 2 mocks, 75 min',
      '  behavioral: 2027-01-09, scored 3, 45 min @2',
      '  system design: 2027-01-07, scored 2, 30 min @3',
    ]);
  });

  it('shows nothing where there is nothing, and counts on', () => {
    assert.deepEqual(shown({}), []);
    assert.deepEqual(shown({ 'starl.yaml': 'profile: general\n', 'plan.md': '# Plan\n', 'mocks.yaml': '' }), []);
    assert.deepEqual(shown({ 'starl.yaml': 'interview: 2027-01-22\n' }, '2027-01-25'), [
      'Interview was 3 days ago: 2027-01-22 @1',
    ]);
    assert.deepEqual(shown({ 'plan.md': '- [x] 2027-01-12 d\n' }), [
      'Today: nothing planned',
      'Coming up: all done',
      '  [x] d: 2027-01-12 @1',
    ]);
  });

  it('shows what of the plan is on no day, and what of it has to be mended', () => {
    const plan = '- [ ] 2027-01-12 d\n- [ ] 13 Jan e\n- [] 2027-01-14 f\n- [ ] 2027-02-30 g\n- [x] h\n';
    assert.deepEqual(shown({ 'plan.md': plan }), [
      'There is no day 2027-02-30. Write the day as year, month and day, like 2030-01-31.: plan.md, line 4 @4',
      'Today: nothing planned',
      'Coming up: 1 item to do',
      '  [ ] d: 2027-01-12 @1',
      'Without a day: 3 items to do, 3 to mend',
      '  [ ] 13 Jan e: to mend @2',
      '  2027-01-14 f: to mend @3',
      '  [ ] 2027-02-30 g: to mend @4',
      '  [x] h @5',
    ]);
    assert.deepEqual(shown({ 'plan.md': '- [ ] a\n' }), ['Without a day: 1 item to do', '  [ ] a @1']);
  });

  it('says what is wrong in a file and shows the rest', () => {
    const wrong = shown({
      'starl.yaml': 'interview: soon\nrounds:\n  - title: Screen\n    when: now\n',
      'plan.md': '<<<<<<< ours\n',
      'mocks.yaml': { file: 'mocks.yaml', line: 3, column: 1, message: 'Not UTF-8 text' },
    });
    assert.deepEqual(wrong, [
      '"interview" is not a day. Write the day as year, month and day, like 2030-01-31.: starl.yaml, line 1 @1',
      'Unknown key "when". Known here: title, date, tests, stories.: starl.yaml, line 4 @4',
      'Merge conflict: plan.md, line 1 @1',
      'Not UTF-8 text: mocks.yaml, line 3 @3',
      'Rounds: 1',
      '  Screen: no story chosen @3',
    ]);
  });

  it('names every row once, and the same after others have come', () => {
    const ids = (texts: PracticeTexts) => {
      const all: string[] = [];
      const visit = (rows: readonly PracticeRow[]): void => {
        for (const { id, rows: below } of rows) {
          all.push(id);
          visit(below);
        }
      };
      visit(practiceRows(readPractice(texts), TODAY));
      return all;
    };
    const before = ids(TEXTS);
    assert.equal(new Set(before).size, before.length);
    const after = ids({ ...TEXTS, 'mocks.yaml': `${TEXTS['mocks.yaml']}  - { date: 2027-01-10, kind: behavioral }\n` });
    assert.deepEqual(
      after.filter((id) => !before.includes(id)),
      ['mock 3 2027-01-10 behavioral'],
    );
    assert.equal(after.length, before.length + 1);
  });
});
