import { findFrontMatter } from '../text/frontMatter';
import { placeOf, type Range } from './yaml';

/** Where the front matter of a document sets a rule, or else the key that comes nearest; the top where there is none. */
export function ruleInFrontMatter(text: string, rule: string): Range {
  const found = findFrontMatter(text);
  const yaml = found && { start: found.yamlStart, end: found.yamlStart + found.yaml.length };
  return (yaml && placeOf(text, ['rules', rule], yaml)) ?? { start: 0, end: 0 };
}
