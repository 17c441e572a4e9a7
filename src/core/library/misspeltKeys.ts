import { isMap, isScalar } from 'yaml';
import type { Span } from '../text/span';
import { KINDS } from '../types';
import { misspelt } from '../yaml/nearest';
import { changeTo } from '../yaml/problem';
import { rangeOf } from '../yaml/yaml';
import { parseYaml } from '../yaml/yamlSyntax';
import type { UnknownId } from './unknownIds';

/** Our keys in front matter; a misspelt `title` is more likely a key of somebody else. */
const KEYS = ['starl', 'competencies', 'questions', 'framings', 'rules'];
/** Words of their own that are as near. */
const OTHERS: ReadonlySet<string> = new Set(['roles', 'ruler', 'drawings']);

/** The keys of front matter that are most likely misspelt ones of ours; all others belong to the user and other tools. */
export function findMisspeltKeys(text: string, yaml: Span): UnknownId[] {
  const syntax = parseYaml(text.slice(yaml.start, yaml.end));
  const root = 'document' in syntax ? syntax.document.contents : undefined;
  if (!isMap(root)) return [];
  return root.items.flatMap(({ key, value }) => {
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
    const meant = meantBy(name);
    if (meant === undefined || root.has(meant)) return [];
    // "start" is a word, too; what it says tells.
    if (meant === 'starl' && !(isScalar(value) && KINDS.some((kind) => kind === value.value))) return [];
    const { start, end } = rangeOf(key);
    const place = { start: yaml.start + start, end: yaml.start + end };
    const message = `Starl does not know the key "${name}", and passes it over. Did you mean "${meant}"?`;
    return [{ ...place, message, fixes: [changeTo(meant, place)] }];
  });
}

function meantBy(name: string): string | undefined {
  const written = name.toLowerCase();
  if (KEYS.includes(name) || OTHERS.has(written)) return undefined;
  if (KEYS.includes(written)) return written;
  return misspelt(written, KEYS).find((key) => key[0] === written[0]);
}
