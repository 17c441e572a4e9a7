import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { checkEvidence, type Figures } from '../../src/core/evidence/checkEvidence';
import { asksForEvidence, evidenceOf, evidenceProblems } from '../../src/core/evidence/checklistEvidence';
import { readEvidence } from '../../src/core/evidence/readEvidence';

const FIGURES: Figures = {
  stories: 9,
  clean: 3,
  competencies: { covered: 11, total: 11 },
  questions: { covered: 4, total: 40 },
  mocks: [
    { date: '2027-01-09', kind: 'System Design', scores: { scoping: 4, cost: 5 } },
    { date: '2027-01-10', kind: 'behavioral', scores: { clarity: 3 } },
    { date: '2027-01-11', kind: 'behavioral' },
  ],
  speech: 41,
};

function state(text: string, figures = FIGURES): string {
  const { demands, objections } = readEvidence(text);
  assert.deepEqual(objections, []);
  const { met, words } = checkEvidence(demands, figures);
  return `${met ? 'met' : 'open'}: ${words}`;
}

describe('the evidence of a checklist item', () => {
  it('is held against the figures', () => {
    const asked = [
      'mocks >= 5',
      'MOCKS>=3',
      'mocks >= 2',
      'mocks (behavioral) >= 2',
      'mocks (system-design, score >= 4.5) >= 1',
      'mocks (score >= 4) >= 2',
      'stories >= 8',
      'clean stories >= all',
      'clean stories all',
      'competencies >= all',
      'questions >= 5 and speech <= 45',
      'speech <= 30',
    ];
    assert.deepEqual(
      asked.map((text) => state(text)),
      [
        'open: 3 of 5 mocks',
        'met: 3 of 3 mocks',
        'met: 3 mocks (2 asked for)',
        'met: 2 of 2 behavioral mocks',
        'met: 1 of 1 system-design mocks scored 4.5 or more',
        'open: 1 of 2 mocks scored 4 or more',
        'met: 9 stories (8 asked for)',
        'open: 3 of 9 clean stories',
        'open: 3 of 9 clean stories',
        'met: 11 of 11 competencies covered',
        'open: 4 of 5 questions covered, a speech of 41 seconds (45 at most)',
        'open: a speech of 41 seconds (30 at most)',
      ],
    );
    const none = { ...FIGURES, stories: 0, clean: 0, speech: undefined };
    assert.equal(
      state('clean stories >= all and speech <= 30', none),
      'open: 0 of 0 clean stories, no elevator speech yet',
    );
  });

  it('says at its place what cannot be read', () => {
    const wrong = [
      '',
      'mock >= 5',
      'mocks',
      'mocks > 5',
      'mocks >= soon',
      'mocks >= all',
      'mocks >= 0',
      'mocks >= 2.5',
      'mocks () >= 2',
      'mocks (a >= 2',
      'mocks (score >= 9) >= 2',
      'stories >= all',
      'stories >= 8 mocks >= 5',
      'clean mocks >= 5',
      'speech >= 30',
    ];
    assert.deepEqual(
      wrong.map((text) => {
        const [objection] = readEvidence(text).objections;
        return `${text.slice(objection?.start, objection?.end)}: ${objection?.message}`;
      }),
      [
        ': Write what has to be reached: stories, clean stories, competencies, questions, mocks, speech.',
        'mock: There is no figure "mock". Did you mean "mocks"?',
        'mocks: Write how many there have to be, as in: mocks >= 5',
        '>: Write how many there have to be, as in: mocks >= 5',
        'soon: Write a number from 1 to 999.',
        'all: Write a number from 1 to 999.',
        '0: Write a number from 1 to 999.',
        '2.5: Write a number from 1 to 999.',
        '): Write which kind of mock is meant.',
        'mocks (a >= 2: Close the bracket.',
        '9: Write a number from 1 to 5.',
        'all: Write a number from 1 to 999.',
        'mocks: Write "and" between two demands, or end here.',
        'clean: There is no figure "clean". Did you mean "clean stories"?',
        '>=: Write how long the speech may take, as in: speech <= 30',
      ],
    );
  });

  it('never throws, and objects within the text', () => {
    const word = fc.constantFrom(
      'mocks',
      'clean',
      'stories',
      'speech',
      '(',
      ')',
      ',',
      '>=',
      '<=',
      'score',
      '3',
      'all',
      'and',
      '\n',
      'é',
      '-->',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const { demands, objections } = readEvidence(text);
          assert.equal(demands.length === 0, objections.length === 1);
          for (const { start, end } of objections) assert.ok(start <= end && end <= text.length);
        },
      ),
    );
  });

  it('shows how each item stands, and where a demand is wrong', () => {
    const text = [
      '# Preparation',
      '- [ ] Five mocks <!-- starl: mocks >= 5 -->',
      '- [ ] Three mocks <!-- starl: mocks >= 3 -->',
      '- [x] Three mocks more',
      '',
      '  <!-- starl: mocks >= 3 -->',
      '- [x] Nine mocks <!-- starl: mocks >= 9 -->',
      '- [ ] Mocks <!-- starl: stories >= 1 and',
      '  mock >= 3 -->',
      '- [ ] Something else',
    ].join('\r\n');
    const { checklist } = readChecklist(text);
    assert.ok(checklist && asksForEvidence(checklist));
    assert.deepEqual(
      [...evidenceOf(checklist, FIGURES).values()],
      [
        { state: 'open', words: '3 of 5 mocks' },
        { state: 'earned', words: '3 of 3 mocks' },
        { state: 'done', words: '3 of 3 mocks' },
        { state: 'lost', words: '3 of 9 mocks' },
        { state: 'wrong', words: 'There is no figure "mock". Did you mean "mocks"?' },
      ],
    );
    const problems = evidenceProblems(text, checklist);
    assert.deepEqual(
      problems.map(({ line, column, start, end }) => [line, column, text.slice(start, end)]),
      [[9, 3, 'mock']],
    );
    const { checklist: plain } = readChecklist('- [ ] a <!-- b -->\n');
    assert.equal(plain && asksForEvidence(plain), false);
  });
});
