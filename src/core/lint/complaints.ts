import type { LintSettings } from '../config/settings';
import type { RuleInfo } from '../rules/rule';
import type { Objection } from '../yaml/problem';
import type { RawFinding } from './judge';

/** What is wrong with the directives, the front matter or the names in it, as findings of a rule. */
export function complaints(
  { id, severity }: RuleInfo,
  objections: readonly Objection[],
  levels: LintSettings['rules'],
): RawFinding[] {
  const level = levels[id] ?? severity;
  if (level === 'off') return [];
  return objections.map(({ start, end, message, fixes = [] }) => ({
    rule: id,
    severity: level,
    message,
    start,
    end,
    related: [],
    fixes: () => fixes,
  }));
}
