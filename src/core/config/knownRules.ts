import { CONFIDENTIAL, FRONT_MATTER, STALE_IGNORE, UNKNOWN_ID } from '../lint/pseudoRules';
import { RULES } from '../rules';
import type { RuleInfo } from '../rules/rule';

/** Every rule that can be set, in the order of pages and tables. */
export const KNOWN_RULES: readonly RuleInfo[] = [...RULES, CONFIDENTIAL, STALE_IGNORE, FRONT_MATTER, UNKNOWN_ID];

/** The ids of all rules that can be set. */
export const KNOWN_RULE_IDS: readonly string[] = KNOWN_RULES.map(({ id }) => id);
