import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { RULES } from '../../src/core/rules';
import type { PartName } from '../../src/core/types';
import { applyFix } from './applyFix';
import { readSentences } from './trainingSet';

const linter = createLinter();

/** The line under its part's heading, in a story that says everything else. */
function underPart(line: string, part: PartName | undefined): string {
  if (/^(?:#|---|<!--)/.test(line)) return line;
  return part ? `## ${part}\n\n${line}\n` : `${line}\n`;
}

const flagged = (text: string): string[] =>
  linter.lint(text, text.startsWith('---') ? {} : { kind: 'story' }).findings.map(({ rule }) => rule);

describe('the examples of the rules', () => {
  for (const { id, examples } of RULES) {
    describe(id, () => {
      it('has examples', () => assert.ok(examples.length > 0));
      for (const { part, bad, good } of examples) {
        it(`flags "${bad.slice(0, 60)}"`, () => assert.ok(flagged(underPart(bad, part)).includes(id)));
        it(`passes "${good.slice(0, 60)}"`, () => assert.ok(!flagged(underPart(good, part)).includes(id)));
      }
    });
  }
});

describe('the fixes of the sentence rules', () => {
  const ids = RULES.filter(({ scope }) => scope === 'sentence').map(({ id }) => id);
  for (const id of ids) {
    it(`cure every finding of ${id} and touch nothing else`, () => {
      let fixes = 0;
      for (const { text: words, part } of readSentences(id)) {
        const text = /[.!?]['"”’)]*$/.test(words) ? words : `${words}.`;
        const before = `## ${part === 'none' ? 'action' : part}\n\nThe line was long. ${text} It rained.\n`;
        const report = linter.lint(before, { kind: 'story' });
        for (const finding of report.findings.filter(({ rule }) => rule === id)) {
          for (const fix of finding.fixes) {
            fixes++;
            const after = applyFix(before, fix);
            const left = linter
              .lint(after, { kind: 'story' })
              .findings.filter(({ rule, start }) => rule === id && start.offset === finding.start.offset);
            assert.deepEqual(left, [], `${fix.title}: ${after}`);
            assert.ok(
              after.startsWith(before.slice(0, before.indexOf(text))) && after.endsWith(' It rained.\n'),
              after,
            );
          }
        }
        for (const finding of report.findings.filter(({ rule }) => rule === id))
          assert.ok(finding.fixes.length > 0, `no fix: ${text}`);
      }
      assert.ok(fixes > 0);
    });
  }
});

describe('fix all', () => {
  it('changes nothing the second time', () => {
    for (const { id } of RULES) {
      for (const { text, part } of readSentences(id)) {
        const before = `## ${part === 'none' ? 'action' : part}\n\n${text}\n`;
        const once = applyFix(before, { edits: linter.fixAll(before, { kind: 'story' }), snippet: false });
        assert.deepEqual(linter.fixAll(once, { kind: 'story' }), [], once);
      }
    }
  });
});
