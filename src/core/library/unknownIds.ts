import { isMap, isNode, isSeq } from 'yaml';
import { nearest } from '../config/nearest';
import type { LintSettings } from '../config/settings';
import type { Range } from '../config/yaml';
import { parseYaml } from '../config/yamlSyntax';
import type { RuleFix } from '../rules/rule';
import { type StoryMappings, TARGETS, type Target } from './mapping';

/** An id in front matter that no pack has. */
export interface UnknownId extends Range {
  readonly message: string;
  readonly fixes: readonly RuleFix[];
}

const NOUNS: Readonly<Record<Target, string>> = { competencies: 'competency', questions: 'question' };
const MOST_FIXES = 3;

/** Finds the competencies and questions that some YAML names and nothing knows; none where nothing is known at all. */
export function findUnknownIds(
  text: string,
  yaml: Range,
  mappings: StoryMappings,
  { vocabulary }: Pick<LintSettings, 'vocabulary'>,
): UnknownId[] {
  if (!vocabulary) return [];
  return TARGETS.flatMap((target) => {
    const known = vocabulary[target];
    return (mappings[target] ?? []).flatMap(({ id }, index) => {
      if (known.includes(id)) return [];
      const place = placeOfId(text, yaml, target, index) ?? { start: yaml.start, end: yaml.start };
      const near = nearestOf(id, known);
      const hint = near[0] === undefined ? 'Completion lists those that there are.' : `Did you mean "${near[0]}"?`;
      const fixes = near.map((name) => ({
        title: `Change to ${name}`,
        edits: [{ ...place, text: name }],
        safe: false,
      }));
      return [{ ...place, message: `There is no ${NOUNS[target]} "${id}". ${hint}`, fixes }];
    });
  });
}

function nearestOf(id: string, known: readonly string[]): string[] {
  const found: string[] = [];
  while (found.length < MOST_FIXES) {
    const next = nearest(
      id,
      known.filter((one) => !found.includes(one)),
    );
    if (next === undefined) break;
    found.push(next);
  }
  return found;
}

function placeOfId(text: string, { start, end }: Range, target: Target, index: number): Range | undefined {
  const syntax = parseYaml(text.slice(start, end));
  const root = 'document' in syntax ? syntax.document.contents : undefined;
  const list = isMap(root) ? root.get(target, true) : undefined;
  const item = isSeq(list) ? list.items[index] : undefined;
  const node = isMap(item) ? item.get('id', true) : item;
  if (!isNode(node) || !node.range) return undefined;
  return { start: start + node.range[0], end: start + node.range[1] };
}
