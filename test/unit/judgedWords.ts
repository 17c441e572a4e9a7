import { createLinter, type Finding } from '../../src/core';
import { applyFix } from './applyFix';

const linter = createLinter();

/** What the rules on sentences say of a part that holds these words. */
export function judged(
  words: string,
  part = 'Action',
): { readonly text: string; readonly findings: readonly Finding[] } {
  const text = `## ${part}\n\n${words}\n`;
  const { findings } = linter.lint(text, { kind: 'story' });
  return { text, findings: findings.filter(({ start }) => start.line === 3) };
}

export const rules = (words: string, part?: string): string[] => judged(words, part).findings.map(({ rule }) => rule);

/** The words as each fix of a rule leaves them. */
export function fixed(words: string, rule: string, part?: string): string[] {
  const { text, findings } = judged(words, part);
  return findings
    .filter((finding) => finding.rule === rule)
    .flatMap(({ fixes }) => fixes.map((fix) => applyFix(text, fix).split('\n')[2] ?? ''));
}
