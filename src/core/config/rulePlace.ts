import * as v from 'valibot';
import { findFrontMatter } from '../text/frontMatter';
import type { Span } from '../text/span';
import { placeOf, readYaml } from '../yaml/yaml';
import { ownRuleIds } from './ownRuleIds';

/** Where the front matter of a document sets a rule, or else the key that comes nearest; the top where there is none. */
export function ruleInFrontMatter(text: string, rule: string): Span {
  const found = findFrontMatter(text);
  const yaml = found && { start: found.yamlStart, end: found.yamlStart + found.yaml.length };
  return (yaml && placeOf(text, ['rules', rule], yaml)) ?? { start: 0, end: 0 };
}

/** Where a `starl.yaml` defines a rule of the user's own; the top where it doesn't. */
export function ownRuleInConfig(text: string, id: string): Span {
  const index = ownRuleIds(readYaml(text, v.unknown()).value).indexOf(id);
  return (index >= 0 && placeOf(text, ['ownRules', index, 'id'])) || { start: 0, end: 0 };
}
