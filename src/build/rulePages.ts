import { KNOWN_RULES } from '../core/config/knownRules';
import { rulePage } from '../core/pages/rulePage';
import { qualityOf } from './quality';

export const RULE_PAGES = 'media/rules';
const NOTE = '<!-- Generated from the rule by "npm run generate": change the rule, not this page. -->';

/** The page of every rule: path within the project, and text. */
export function rulePages(): { readonly path: string; readonly text: string }[] {
  return KNOWN_RULES.map((rule) => ({
    path: `${RULE_PAGES}/${rule.id}.md`,
    text: `${NOTE}\n\n${rulePage(rule)}${qualityOf(rule.id)}`,
  }));
}
