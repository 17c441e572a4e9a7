import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '../../src/core/config/settings';
import { DocumentJudge } from '../../src/core/lint/judgeDocument';
import { type Linter, toolsFor } from '../../src/core/lint/linter';
import { reportOf } from '../../src/core/lint/report';
import type { Rule } from '../../src/core/rules/rule';
import { DocumentText } from '../../src/core/text/documentText';
import { underPart } from '../ruleExamples';
import { applyFix } from './applyFix';
import { honestOpening } from './honestOpening';
import { exampleFaults, infoFaults, labelFaults } from './ruleFaults';
import type { LabelledSentence } from './trainingSet';

const contributing = readFileSync('.github/CONTRIBUTING.md', 'utf8');
const MODULE = readFileSync('test/unit/honestOpening.ts', 'utf8').replaceAll('../../src/core/rules/', './');

/** Judges by one rule alone. */
function linterOf(rule: Rule): Pick<Linter, 'lint'> {
  const tools = { ...toolsFor(DEFAULT_SETTINGS), rules: [rule] };
  return { lint: (text, info = {}) => reportOf(new DocumentJudge(tools, info).judge(DocumentText.read(text))) };
}

describe('the rule that CONTRIBUTING shows', () => {
  const linter = linterOf(honestOpening);
  const labels = [...contributing.matchAll(/^ +(\{"rule":.*\})$/gm)].map(
    ([, line = '']): LabelledSentence => JSON.parse(line),
  );

  it('is a module that compiles', () => {
    const indented = MODULE.replace(/^(?=.)/gm, ' '.repeat(8));
    assert.ok(
      contributing.includes(indented),
      'Copy test/unit/honestOpening.ts to CONTRIBUTING, or the other way round',
    );
  });

  it('does what its steps ask for', () => {
    assert.deepEqual(infoFaults(honestOpening, ['002']), []);
    assert.deepEqual(exampleFaults(linter, honestOpening), []);
    assert.equal(labels.length, 2);
    assert.deepEqual(labelFaults(linter, honestOpening, labels), []);
  });

  it('is cured by its fix', () => {
    const before = underPart('Honestly, I called the bank.', 'action');
    const [fix] = linter.lint(before, { kind: 'story' }).findings.flatMap(({ fixes }) => fixes);
    assert.equal(fix && applyFix(before, fix), underPart('I called the bank.', 'action'));
  });

  it('is told what to do where a step went wrong', () => {
    const wrong = { ...honestOpening, id: 'honestOpening', title: 'Honesty.', sources: ['999'] };
    assert.deepEqual(infoFaults(wrong, ['000', '002']), [
      'The id "honestOpening" is not in kebab case: write it as in "vague-we".',
      'The title of honestOpening, "Honesty.", must not end so: take the full stop away.',
      'honestOpening names the source "999", which is not in src/packs/general.yaml: 000, 002.',
    ]);
    assert.deepEqual(infoFaults({ ...honestOpening, sources: [] }, []), [
      "honest-opening names no source: list one in src/core/rules/honestOpening.ts, as in sources: ['002'].",
    ]);
    const examples = [{ part: 'task' as const, bad: 'I rang.', good: 'Honestly, I rang.' }];
    const remedy =
      'mend check() of src/core/rules/honestOpening.ts, or the sentence. It is read under the heading of the';
    assert.deepEqual(exampleFaults(linter, { ...honestOpening, examples }), [
      `honest-opening does not flag its bad example "I rang.": ${remedy} task.`,
      `honest-opening flags its good example "Honestly, I rang.": ${remedy} task.`,
    ]);
    const turned = labels.map((label) => ({ ...label, flag: !label.flag }));
    assert.deepEqual(labelFaults(linter, honestOpening, turned), [
      `honest-opening flags "Honestly, I rang the bank before noon." (test/quality/train/honest-opening.jsonl has "flag":false): ${remedy} action.`,
      `honest-opening does not flag "I told them honestly, and late, what it would cost." (test/quality/train/honest-opening.jsonl has "flag":true): ${remedy} action.`,
    ]);
  });
});
