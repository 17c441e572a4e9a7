import type { Linter } from '../../src/core/lint/linter';
import { isScored, type Rule, type RuleInfo } from '../../src/core/rules/rule';
import { isFlagged } from '../quality/measure.mjs';
import { kindOfExamples, underPart } from '../ruleExamples';
import { type LabelledSentence, TRAINING } from './trainingSet';

type Lints = Pick<Linter, 'lint'>;

/** The name of a rule's module, without its ending. */
export function moduleOf(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What is wrong with what a rule says of itself, and what to do. */
export function infoFaults({ id, title, sources }: RuleInfo, known: readonly string[]): string[] {
  const place = `src/core/rules/${moduleOf(id)}.ts`;
  return [
    ...(/^[a-z]+(?:-[a-z]+)*$/.test(id) ? [] : [`The id "${id}" is not in kebab case: write it as in "vague-we".`]),
    ...(/[.\s]$|^$/.test(title) ? [`The title of ${id}, "${title}", must not end so: take the full stop away.`] : []),
    ...(sources.length === 0 ? [`${id} names no source: list one in ${place}, as in sources: ['002'].`] : []),
    ...sources
      .filter((source) => !known.includes(source))
      .map(
        (source) => `${id} names the source "${source}", which is not in src/packs/general.yaml: ${known.join(', ')}.`,
      ),
  ];
}

/** The rules that object to an example, which is a document of a kind that its rule judges. */
export function rulesFlagging(linter: Lints, rule: Rule, text: string): string[] {
  const info = text.startsWith('---') ? {} : { kind: kindOfExamples(rule) };
  return linter.lint(text, info).findings.map(({ rule: id }) => id);
}

/** Which examples of a rule are not judged as they should be, and what to do. */
export function exampleFaults(linter: Lints, rule: Rule): string[] {
  const isHit = (line: string, part: Rule['examples'][number]['part']): boolean =>
    rulesFlagging(linter, rule, underPart(line, part)).includes(rule.id);
  return rule.examples.flatMap(({ part, bad, good }) => [
    ...(isHit(bad, part) ? [] : [`${rule.id} does not flag its bad example "${bad}": ${remedy(rule, part)}`]),
    ...(isHit(good, part) ? [`${rule.id} flags its good example "${good}": ${remedy(rule, part)}`] : []),
  ]);
}

/** Which labelled sentences of a rule are not judged as their label says, and what to do. */
export function labelFaults(linter: Lints, rule: Rule, sentences: readonly LabelledSentence[]): string[] {
  return sentences
    .filter((one) => isFlagged(linter, one) !== one.flag)
    .map(
      ({ flag, part, text }) =>
        `${rule.id} ${flag ? 'does not flag' : 'flags'} "${text}" (${TRAINING}/${rule.id}.jsonl has "flag":${flag}): ${remedy(rule, part)}`,
    );
}

function remedy(rule: Rule, part: string | undefined): string {
  const where = part && part !== 'none' ? ` It is read under the heading of the ${part}.` : '';
  const what = isScored(rule) ? 'isCandidate() or the evidence (and run "npm run train")' : 'check()';
  return `mend ${what} of src/core/rules/${moduleOf(rule.id)}.ts, or the sentence.${where}`;
}
