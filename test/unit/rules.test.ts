import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createLinter } from '../../src/core';
import { findPack } from '../../src/core/packs/packs';
import { RULES } from '../../src/core/rules';
import { isScored } from '../../src/core/rules/rule';
import type { Finding, Fix } from '../../src/core/types';
import { applyFix } from './applyFix';
import { exampleFaults, infoFaults, labelFaults, moduleOf, rulesFlagging } from './ruleFaults';
import { readSentences, readStories, TRAINING } from './trainingSet';

const linter = createLinter();
/** Rules that judge a sentence by itself need not be asked one by one. */
const TOGETHER = 25;

/** Of the stories every third is tried, in so many tests. */
const SHARES = 4;
const EVERY = 3;
const SENTENCE_RULES = new Set(RULES.filter(({ scope }) => scope === 'sentence').map(({ id }) => id));

describe('the catalogue', () => {
  const sources = Object.keys(findPack('general')?.sources ?? {});
  const listed = new Set(RULES.map(({ id }) => moduleOf(id)));
  const modules = readdirSync('src/core/rules')
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && name !== 'rule.ts')
    .map((name) => name.replace('.ts', ''));

  it('lists every module that stands in its folder', () => {
    const left = modules.filter((name) => !listed.has(name));
    const why = left.map(
      (name) => `src/core/rules/${name}.ts: list its rule in src/core/rules/index.ts, by an id like the name`,
    );
    assert.deepEqual(why, []);
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      it('is told in full', () => assert.deepEqual(infoFaults(rule, sources), []));
      it('has examples', () =>
        assert.ok(rule.examples.length > 0, `Give ${rule.id} a pair of a bad and a good example`));
      it('judges its examples as they are meant', () => assert.deepEqual(exampleFaults(linter, rule), []));
      if (rule.scope === 'sentence' && !isScored(rule))
        it('judges its sentences as they are labelled', () =>
          assert.deepEqual(labelFaults(linter, rule, readSentences(rule.id)), []));
    });
  }
});

describe('the fixes of the sentence rules', () => {
  for (const id of SENTENCE_RULES) {
    it(`cure every finding of ${id}, bring no other and touch nothing else`, () => {
      let fixes = 0;
      for (const { text: words, part } of readSentences(id)) {
        const text = /[.!?]['"”’)]*$/.test(words) ? words : `${words}.`;
        const head = `## ${part === 'none' ? 'action' : part}\n\nThe line was long. `;
        const tail = ' It rained.\n';
        const before = `${head}${text}${tail}`;
        const { findings } = linter.lint(before, { kind: 'story' });
        for (const finding of findings.filter(({ rule }) => rule === id)) {
          assert.ok(finding.fixes.length > 0, `no fix: ${text}`);
          for (const fix of finding.fixes) {
            fixes++;
            const after = applyFix(before, fix);
            assert.ok(after.startsWith(head) && after.endsWith(tail), after);
            const sentence = sentenceOf(before, finding, head.length);
            const grown = after.length - before.length;
            const had = rulesIn(findings, sentence).filter((rule) => rule !== id);
            const left = rulesIn(linter.lint(after, { kind: 'story' }).findings, {
              start: sentence.start,
              end: sentence.end + grown,
            });
            const brought = left.filter((rule) => !had.includes(rule));
            assert.deepEqual(brought, [], `${fix.title}: ${after}`);
          }
        }
      }
      assert.ok(
        fixes > 0,
        `Write sentences that ${id} flags, and near misses, to ${TRAINING}/${id}.jsonl: it has no fix to try`,
      );
    });
  }
});

describe('the fixes in whole stories', () => {
  for (let share = 0; share < SHARES; share++) {
    it(`cure, bring no other finding and touch nothing else (${share + 1} of ${SHARES})`, () => {
      for (const before of readStories().filter((_, i) => i % (SHARES * EVERY) === share * EVERY)) {
        const { findings } = linter.lint(before, { kind: 'story' });
        for (const finding of findings.filter(({ rule }) => SENTENCE_RULES.has(rule))) {
          for (const fix of finding.fixes) {
            const after = applyFix(before, fix);
            const sentence = { start: finding.start.offset, end: finding.end.offset };
            const had = rulesIn(findings, sentence).filter((rule) => rule !== finding.rule);
            const left = rulesIn(linter.lint(after, { kind: 'story' }).findings, {
              start: sentence.start,
              end: sentence.end + after.length - before.length,
            });
            assert.deepEqual(
              left.filter((rule) => !had.includes(rule)),
              [],
              `${finding.rule}, ${fix.title}: ${after.slice(Math.max(0, sentence.start - 80), sentence.end + 200)}`,
            );
          }
        }
      }
    });
  }
});

/** The bounds of the sentence in which a finding stands, as far as full stops tell. */
function sentenceOf(text: string, finding: Finding, from: number): { readonly start: number; readonly end: number } {
  const ends = [...text.matchAll(/[.!?]['"”’)]*(?=\s|$)/g)].map((match) => match.index + match[0].length);
  const start = ends.findLast((end) => end <= finding.start.offset) ?? from;
  return { start: Math.max(start, from), end: ends.find((end) => end >= finding.end.offset) ?? text.length };
}

/** The sentence rules that object to something between two offsets. */
function rulesIn(findings: readonly Finding[], range: { readonly start: number; readonly end: number }): string[] {
  return findings
    .filter(({ rule, start, end }) => SENTENCE_RULES.has(rule) && start.offset < range.end && end.offset > range.start)
    .map(({ rule }) => rule);
}

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
          const left = rulesFlagging(linter, rule, applyFix(bad, fix));
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
