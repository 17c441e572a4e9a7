import { isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Span } from '../text/span';
import { rangeOf } from '../yaml/yaml';
import { parseYaml } from '../yaml/yamlSyntax';

/** A text in a YAML file, and where it stands, with its quotes. */
export interface Written extends Span {
  readonly text: string;
}

/** The entries of the list under a key at the top level; none where the file cannot be read. */
export function entriesUnder(text: string, key: string): YAMLMap[] {
  const syntax = parseYaml(text);
  const root = 'document' in syntax ? syntax.document.contents : undefined;
  const list = isMap(root) ? root.get(key) : undefined;
  return isSeq(list) ? list.items.flatMap((item) => (isMap(item) ? [item] : [])) : [];
}

/** The text that stands under a key; undefined where something else stands there. */
export function writtenAt(map: YAMLMap, key: string): Written | undefined {
  return written(map.get(key, true));
}

/** The texts of the list under a key. */
export function allWrittenAt(map: YAMLMap, key: string): Written[] {
  const list = map.get(key);
  return isSeq(list) ? list.items.flatMap((item) => written(item) ?? []) : [];
}

/** The keys of the map under a key. */
export function keysWrittenAt(map: YAMLMap, key: string): Written[] {
  const inner = map.get(key);
  return isMap(inner) ? inner.items.flatMap((pair) => written(pair.key) ?? []) : [];
}

function written(node: unknown): Written | undefined {
  if (!isNode(node) || !isScalar(node) || typeof node.value !== 'string') return undefined;
  return { text: node.value, ...rangeOf(node) };
}
