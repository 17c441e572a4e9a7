import type { Rule, RuleInfo } from '../src/core/rules/rule';
import type { DocumentKind, PartName } from '../src/core/types';

/** An example's line under its part's heading; a line that is a whole document stays as it is. */
export function underPart(line: string, part: PartName | undefined): string {
  if (/^(?:#|---|<!--)/.test(line)) return line;
  return part ? `## ${part}\n\n${line}\n` : `${line}\n`;
}

/** The kind of document that a rule's examples are: one that it judges, and a story where it can be. */
export function kindOfExamples(rule: RuleInfo | Rule): DocumentKind {
  const kinds = 'kinds' in rule ? (rule.kinds ?? ['story']) : ['story' as const];
  return kinds.includes('story') ? 'story' : (kinds[0] ?? 'story');
}
