import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE } from '../lint/pseudoRules';
import { RULES } from '../rules';
import type { RuleInfo } from '../rules/rule';

/** Every rule that can be set, in the order of pages and tables. */
export const KNOWN_RULES: readonly RuleInfo[] = [...RULES, CONFIDENTIAL, STALE_IGNORE, FRONT_MATTER];

/** The ids of all rules that can be set. */
export const KNOWN_RULE_IDS: readonly string[] = KNOWN_RULES.map(({ id }) => id);
