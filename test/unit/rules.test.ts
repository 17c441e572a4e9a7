import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { KNOWN_RULE_IDS } from '../../src/core/config/knownRules';
import { RULES } from '../../src/core/rules';
import type { Rule } from '../../src/core/rules/rule';
import type { DocumentInfo, Finding, Fix, PartName } from '../../src/core/types';
import { applyFix } from './applyFix';
import { readSentences } from './trainingSet';

const linter = createLinter();
/** Rules that judge a sentence by itself need not be asked one by one. */
const TOGETHER = 25;

/** The line under its part's heading; a line that is a whole document stays as it is. */
function underPart(line: string, part: PartName | undefined): string {
  if (/^(?:#|---|<!--)/.test(line)) return line;
  return part ? `## ${part}\n\n${line}\n` : `${line}\n`;
}

/** A rule's examples are documents of a kind that it judges. */
function kindOf(rule: Rule, text: string): DocumentInfo {
  if (text.startsWith('---')) return {};
  return { kind: rule.kinds && !rule.kinds.includes('story') ? (rule.kinds[0] ?? 'story') : 'story' };
}

const flagged = (rule: Rule, text: string): string[] =>
  linter.lint(text, kindOf(rule, text)).findings.map(({ rule: id }) => id);

describe('the examples of the rules', () => {
  for (const rule of RULES) {
    const { id, examples } = rule;
    describe(id, () => {
      it('has examples', () => assert.ok(examples.length > 0));
      for (const { part, bad, good } of examples) {
        it(`flags "${bad.slice(0, 60)}"`, () => assert.ok(flagged(rule, underPart(bad, part)).includes(id)));
        it(`passes "${good.slice(0, 60)}"`, () => assert.ok(!flagged(rule, underPart(good, part)).includes(id)));
      }
    });
  }
});

describe('the fixes of the sentence rules', () => {
  const ids = RULES.filter(({ scope }) => scope === 'sentence').map(({ id }) => id);
  for (const id of ids) {
    it(`cure every finding of ${id} and touch nothing else`, () => {
      let fixes = 0;
      const others = KNOWN_RULE_IDS.filter((other) => other !== id);
      const alone = createLinter({ settings: { rules: Object.fromEntries(others.map((other) => [other, 'off'])) } });
      for (const { text: words, part } of readSentences(id)) {
        const text = /[.!?]['"”’)]*$/.test(words) ? words : `${words}.`;
        const before = `## ${part === 'none' ? 'action' : part}\n\nThe line was long. ${text} It rained.\n`;
        const report = linter.lint(before, { kind: 'story' });
        for (const finding of report.findings.filter(({ rule }) => rule === id)) {
          for (const fix of finding.fixes) {
            fixes++;
            const after = applyFix(before, fix);
            const left = alone
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

describe('the fixes of the design rules', () => {
  for (const rule of RULES) {
    if (rule.scope !== 'story' || !rule.kinds || rule.kinds.includes('story')) continue;
    if (!rule.kinds.includes('design')) continue;
    it(`cure ${rule.id} and bring nothing but placeholders`, () => {
      for (const { bad } of rule.examples) {
        const { findings } = linter.lint(bad, { kind: 'design' });
        const finding: Finding | undefined = findings.find(({ rule: id }) => id === rule.id);
        assert.ok(finding && finding.fixes.length > 0, bad);
        const fixes: readonly Fix[] = finding.fixes;
        for (const fix of fixes) {
          const left = flagged(rule, applyFix(bad, fix));
          assert.ok(left.includes('placeholder-left'));
          const had = new Set([...findings.map(({ rule: id }) => id), 'placeholder-left']);
          if (fixes.length === 1) had.delete(rule.id);
          assert.deepEqual(
            left.filter((id) => !had.has(id)),
            [],
            applyFix(bad, fix),
          );
        }
      }
    });
  }
});

describe('fix all', () => {
  it('changes nothing the second time', () => {
    let edits = 0;
    const sentences = RULES.flatMap(({ id }) => readSentences(id));
    for (const part of new Set(sentences.map((one) => one.part))) {
      const all = sentences.filter((one) => one.part === part);
      for (let first = 0; first < all.length; first += TOGETHER) {
        const texts = all.slice(first, first + TOGETHER).map(({ text }) => text);
        const before = `## ${part === 'none' ? 'action' : part}\n\n${texts.join('\n\n')}\n`;
        const safe = linter.fixAll(before, { kind: 'story' });
        if (safe.length === 0) continue;
        edits += safe.length;
        const once = applyFix(before, { edits: safe, snippet: false });
        assert.deepEqual(linter.fixAll(once, { kind: 'story' }), [], once);
      }
    }
    assert.ok(edits > 0);
  });
});
