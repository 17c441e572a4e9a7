import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE, UNKNOWN_ID } from '../lint/pseudoRules';
import { ownRuleInfo } from '../ownRules/asRule';
import { RULES } from '../rules';
import type { RuleInfo } from '../rules/rule';
import type { OwnRule } from './settings';

/** Every rule of Starl's that can be set, in the order of pages and tables. */
export const KNOWN_RULES: readonly RuleInfo[] = [...RULES, CONFIDENTIAL, STALE_IGNORE, FRONT_MATTER, UNKNOWN_ID];

/** The ids of all rules of Starl's that can be set. */
export const KNOWN_RULE_IDS: readonly string[] = KNOWN_RULES.map(({ id }) => id);

/** Every rule that can be set where the user has rules of their own. */
export function knownRules(own: readonly OwnRule[] = []): readonly RuleInfo[] {
  return [...KNOWN_RULES, ...own.map(ownRuleInfo)];
}
