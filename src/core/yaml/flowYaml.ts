import { parse } from 'yaml';

/** What stands in a file that people write by hand. */
export type YamlValue = string | number | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Words, with nothing in them that means something in YAML. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} _.’()/-]*(?<! )$/u;

/** A value in one line of YAML, as people would write it: quotes only where they are needed. */
export function flowYaml(value: YamlValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return isPlain(value) ? value : JSON.stringify(value);
  if (isList(value)) return `[${value.map(flowYaml).join(', ')}]`;
  const entries = Object.entries(value).map(([key, inner]) => `${flowYaml(key)}: ${flowYaml(inner)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

/** Whether a text without quotes is read as that text, and not as a number or a truth value. */
function isPlain(text: string): boolean {
  return PLAIN.test(text) && parse(text) === text;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
