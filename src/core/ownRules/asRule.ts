import type { OwnRule } from '../config/settings';
import type { RuleExample, RuleInfo, SentenceRule } from '../rules/rule';
import { withoutEnd } from '../text/endRun';
import { KINDS } from '../types';
import { once } from '../util/once';
import { OwnRuleFinder } from './finder';
import { ownFixes } from './fixes';

/** What a rule of the user's own says of itself; what its author has left out is empty. */
export function ownRuleInfo({ id, message, hears = '', why = '', cure = '', severity, ...own }: OwnRule): RuleInfo {
  const { flag = [], pass = [], parts } = own;
  const examples = flag.flatMap((bad, i): RuleExample[] => {
    const good = pass[i] ?? pass[0];
    return good === undefined ? [] : [{ bad, good, ...(parts?.[0] && { part: parts[0] }) }];
  });
  return {
    id,
    title: withoutEnd(message, /[.!]/),
    hears,
    why,
    cure,
    sources: [],
    severity: severity ?? 'information',
    examples,
  };
}

/** The user's own rules as the linter runs them. */
export function toRules(own: readonly OwnRule[]): SentenceRule[] {
  const finder = once(() => new OwnRuleFinder(own));
  return own.map((rule): SentenceRule => {
    const { id, message, parts } = rule;
    return {
      ...ownRuleInfo(rule),
      scope: 'sentence',
      // What has no parts of a story cannot break a rule for some of them.
      kinds: parts ? ['story', 'narrative'] : KINDS,
      check(at) {
        const spans = parts && !parts.includes(at.part) ? undefined : finder().find(at.sentence).get(id);
        const [first] = spans ?? [];
        return spans && first && { ...first, message, fixes: () => ownFixes(rule, at, spans) };
      },
    };
  });
}
