import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter } from '../../src/core';
import { applyFix } from './applyFix';

const linter = createLinter();
const PLAN = 'We use Kafka for the stream of events.';
const ASKED =
  '- [who uses it, the public or staff]?\n- [how much and how often, at peak and on average]?\n- [how much failure is acceptable, and what happens then]?';

function find(rule: string, text: string) {
  return linter.lint(text, { kind: 'design' }).findings.find((finding) => finding.rule === rule);
}

/** The sentences that a rule objects to. */
function related(rule: string, text: string): string[] {
  return (find(rule, text)?.related ?? []).map(({ start, end }) => text.slice(start.offset, end.offset));
}

function fixed(rule: string, text: string): string {
  const [fix] = find(rule, text)?.fixes ?? [];
  return fix ? applyFix(text, fix) : '';
}

describe('a choice in a design sheet', () => {
  for (const line of [
    'If Kafka is down, events wait on disk.',
    'If Kafka, Flink and Redis fail, events wait on disk.',
    'Once Kafka is back, the worker reads on.',
    'Should Kafka fail, we write to a local log.',
    'Events are written to disk when Kafka is down.',
  ])
    it(`is no product that a condition names: ${line}`, () =>
      assert.deepEqual(related('uncosted-choice', `# Events\n\n${PLAN}\n\n${line}\n`), [PLAN]));

  it('is no product under a heading about failure', () =>
    assert.deepEqual(
      related(
        'uncosted-choice',
        `# Events\n\n${PLAN}\n\n## Failure\n\nKafka keeps it, and Redis holds the last state.\n`,
      ),
      [PLAN],
    ));

  for (const line of ['If traffic grows tenfold, we use Cassandra.', 'When Kafka is down, we write to Cassandra.'])
    it(`is one that a condition is for: ${line}`, () =>
      assert.deepEqual(related('uncosted-choice', `# Events\n\n${PLAN}\n\n${line}\n`), [PLAN, line]));
});

describe('the layer to fill in', () => {
  for (const [line, words] of [
    ['We use Kafka for all of what there is.', 'Its layer is'],
    ['We use Kafka and Cassandra for all of what there is.', 'Their layers are'],
    ['We use Kafka as a queue, and Cassandra too.', 'The layer of Cassandra is'],
  ] as const)
    it(`is of what has none yet: ${words}`, () =>
      assert.ok(fixed('component-before-layer', `# All\n\n${line}\n`).includes(`${line} ${words} [ingress`)));
});

describe('scoping questions', () => {
  const rule = 'few-scoping-questions';
  it('go below those that stand there', () => {
    const text = `# Events\n\n## Questions\n\n- How many are there?\n\n## Design\n\n${PLAN}\n`;
    assert.equal(fixed(rule, text), text.replace('there?', `there?\n${ASKED}`));
  });
  it('go below a label', () => {
    const text = `# Events\n\n**Questions:** \n\nHow many are there?\n\n## Design\n\n${PLAN}\n`;
    assert.equal(fixed(rule, text), text.replace('there?', `there?\n\n${ASKED}`));
  });
  it('go below a heading with nothing below it', () => {
    const text = `# Events\n\n## Questions\n\n## Design\n\n${PLAN}\n`;
    assert.equal(fixed(rule, text), text.replace('## Questions', `## Questions\n\n${ASKED}`));
  });
  it('have a heading of their own where the others come too late', () => {
    const text = `# Events\n\n## Design\n\n${PLAN}\n\n## Questions\n\n- How many are there?\n\n## Open questions\n`;
    assert.equal(fixed(rule, text), text.replace('# Events', `# Events\n\n## Scoping questions\n\n${ASKED}`));
  });
  it('cure the finding with the line breaks of the sheet', () => {
    const text = `# Events\n\n## Questions\n\n- How many are there?\n\n## Design\n\n${PLAN}\n`.replaceAll('\n', '\r\n');
    const after = fixed(rule, text);
    assert.doesNotMatch(after, /(?<!\r)\n/);
    assert.equal(find(rule, after), undefined);
  });
});
