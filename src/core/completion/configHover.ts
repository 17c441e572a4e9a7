import { isPair, isScalar, visit } from 'yaml';
import type { Path } from '../yaml/issues';
import { parseYaml } from '../yaml/yamlSyntax';
import { type ConfigVocabulary, describeConfig } from './config';

/** What is to be said of a word in a `starl.yaml`. */
export interface ConfigHover {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The rule that the word names. */
  readonly rule: string | undefined;
}

/** Says what the key or the value at an offset is for; nothing in a text that cannot be read. */
export function hoverConfig(text: string, offset: number, vocabulary: ConfigVocabulary): ConfigHover | undefined {
  const syntax = parseYaml(text);
  if ('objections' in syntax) return undefined;
  let found: ConfigHover | undefined;
  visit(syntax.document, {
    Scalar(key, node, ancestors) {
      const [start, end] = node.range ?? [0, 0];
      if (offset < start || offset > end || start === end) return undefined;
      const path = pathOf([...ancestors, node]);
      const asked = key === 'key' ? path : [...path, String(node.value)];
      const said = describeConfig(asked, vocabulary);
      const rule = path[0] === 'rules' && path.length === 2 && key === 'key' ? String(path[1]) : undefined;
      if (said) found = { start, end, text: said, rule };
      return visit.BREAK;
    },
  });
  return found;
}

/** The keys that lead to the last of some nodes, each of which holds the next. */
function pathOf(nodes: readonly unknown[]): Path {
  return nodes.flatMap((node, index): (string | number)[] => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : [];
    const parent = nodes[index - 1];
    return typeof parent === 'object' &&
      parent !== null &&
      'items' in parent &&
      Array.isArray(parent.items) &&
      !isPair(node)
      ? [Math.max(0, parent.items.indexOf(node))]
      : [];
  });
}
