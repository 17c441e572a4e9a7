import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { checkEvidence } from '../../src/core/evidence/checkEvidence';
import { hintsOnEvidence } from '../../src/core/evidence/checklistEvidence';
import { readEvidence } from '../../src/core/evidence/readEvidence';
import { hintsOnMocks } from '../../src/core/hints/mockHints';
import { kindsToChoose, slipInKind, usualKinds } from '../../src/core/mocks/kinds';

const usual = usualKinds(undefined);
const mocksOf = (...kinds: string[]) => kinds.map((kind) => ({ date: '2027-01-01', kind }));

describe('a kind of mock', () => {
  it('is hinted at while it is typed, where it is a slip of the pen', () => {
    const hint = (kind: string, ...logged: string[]) => slipInKind(kind, mocksOf(...logged), usual)?.message;
    const message = '"behavoral" is no usual kind of mock. Did you mean "behavioral"?';
    assert.equal(hint('behavoral'), message);
    assert.equal(hint('behavoral', 'behavoral', 'behavoral'), message);
    assert.equal(hint('deep dvie', 'deep dive'), 'No mock is of the kind "deep dvie". Did you mean "deep dive"?');
    for (const fine of ['Behavioral', 'behavioural', 'system_design', 'panel', 'deep dive', 'b'])
      assert.equal(hint(fine, 'deep dive'), undefined, fine);
  });

  it('is offered as it was logged last, once, without slips of the pen', () => {
    assert.deepEqual(kindsToChoose(mocksOf('Behavioural', 'deep dive', 'behavoral', 'deep dive'), usual), [
      'deep dive',
      'Behavioural',
      ...usual.filter((kind) => kind !== 'behavioral'),
    ]);
  });

  it('counts in whatever case and spelling', () => {
    const mocks = mocksOf('Behavioural', 'behavioral', 'behavoral', 'System-Design');
    const rest = { total: 0, covered: 0 };
    const figures = { stories: 0, clean: 0, competencies: rest, questions: rest, mocks, speech: undefined };
    const words = (text: string) => checkEvidence(readEvidence(text).demands, figures).words;
    assert.equal(words('mocks (behavioral) >= 2'), '2 of 2 behavioral mocks');
    assert.equal(words('mocks (system design) >= 1'), '1 of 1 system design mocks');
  });
});

describe('a slip of the pen in a usual kind of mock', () => {
  const rubric = [
    { id: 'tradeoffs', title: 'Tradeoffs' },
    { id: 'framing', title: 'Problem framing' },
  ];
  const hintsOn = (text: string) => hintsOnMocks(text, { stories: [], today: '2027-01-02', usual, rubric });
  const log = (...mocks: readonly (readonly [kind: string, dimension: string])[]) =>
    `mocks:\n${mocks.map(([kind, dimension]) => `  - { date: 2027-01-01, kind: ${kind}, scores: { ${dimension}: 3 } }\n`).join('')}`;

  it('is marked in the log however often it stands, as is one in a dimension of the profile', () => {
    const marked = (kind: string, dimension: string) => {
      const text = log([kind, dimension], [kind, dimension]);
      return hintsOn(text).map(({ start, end }) => text.slice(start, end));
    };
    const slips = ['system desing', 'tradeofs'];
    assert.deepEqual(marked('system desing', 'tradeofs'), [...slips, ...slips]);
    for (const [kind, dimension] of [
      ['System-Design', 'trade-offs'],
      ['behavioural', 'Problem Framing'],
      ['deep dvie', 'clarty'],
    ] as const)
      assert.deepEqual(marked(kind, dimension), [], kind);
  });

  it('is never what another slip is to be changed to', () => {
    const text = log(['system desing', 'a'], ['system desinng', 'a'], ['system desing', 'a']);
    assert.deepEqual(
      hintsOn(text).map(({ message }) => message.split('. ')[1]),
      Array(3).fill('Did you mean "system design"?'),
    );
  });

  it('is marked in the checklist however many mocks are logged with it, and a kind of one’s own is not', () => {
    const marked = (asked: string, logged: readonly string[], known = usual) => {
      const text = `- [ ] a <!-- starl: mocks (${asked}) >= 1 -->\n`;
      const { checklist } = readChecklist(text);
      assert.ok(checklist);
      return hintsOnEvidence(text, checklist, { logged: mocksOf(...logged), usual: known }).map(
        ({ start, end, message }) => `${text.slice(start, end)}: ${message}`,
      );
    };
    const hint = 'system desing: "system desing" is no usual kind of mock. Did you mean "system design"?';
    assert.deepEqual(marked('system desing', ['system desing', 'System desing']), [hint]);
    assert.deepEqual(marked('behavioural', []), []);
    assert.deepEqual(marked('paring', ['pairing', 'paring']), []);
    const checklist = [
      { id: 'a', title: 'A', items: [{ id: 'b', text: 'B', sources: [], evidence: 'mocks (panel day) >= 2' }] },
    ];
    assert.deepEqual(marked('panel dya', ['panel dya'], usualKinds({ checklist })), [
      'panel dya: "panel dya" is no usual kind of mock. Did you mean "panel day"?',
    ]);
  });
});
