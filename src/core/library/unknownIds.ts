import { isMap, isNode, isSeq } from 'yaml';
import type { LintSettings, StoryNames } from '../config/settings';
import type { RuleFix } from '../rules/rule';
import { framedFor } from '../story/framingHeading';
import type { Block } from '../text/markdown';
import type { Span } from '../text/span';
import { misspelt, nearest } from '../yaml/nearest';
import { changeTo } from '../yaml/problem';
import { rangeOf } from '../yaml/yaml';
import { parseYaml } from '../yaml/yamlSyntax';
import { type StoryMappings, TARGETS, type Target } from './mapping';

/** A name that nothing knows. */
export interface UnknownId extends Span {
  readonly message: string;
  readonly fixes: readonly RuleFix[];
}

const NOUNS: Readonly<Record<Target, string>> = { competencies: 'competency', questions: 'question' };
const MOST_FIXES = 3;

/**
 * Finds the competencies and questions that some YAML names and nothing knows, and the framings whose names were most likely
 * misspelt; none where nothing is known at all.
 */
export function findUnknownIds(
  text: string,
  yaml: Span,
  mappings: StoryMappings,
  { vocabulary }: Pick<LintSettings, 'vocabulary'>,
): UnknownId[] {
  if (!vocabulary) return [];
  const unknown = TARGETS.flatMap((target) => {
    const known = vocabulary[target];
    return (mappings[target] ?? []).flatMap(({ id }, index) => {
      if (known.includes(id)) return [];
      const place = placeOfId(text, yaml, target, index) ?? { start: yaml.start, end: yaml.start };
      const near = nearestOf(id, known);
      const hint = near[0] === undefined ? 'Completion lists those that there are.' : `Did you mean "${near[0]}"?`;
      const fixes = near.map((name) => changeTo(name, place));
      return [{ ...place, message: `There is no ${NOUNS[target]} "${id}". ${hint}`, fixes }];
    });
  });
  const framings = (mappings.framings ?? []).flatMap(({ name }) =>
    misspeltFraming(name, () => placeOfFraming(text, yaml, name), vocabulary),
  );
  return [...unknown, ...framings];
}

/** The headings of framings whose names were most likely misspelt; offsets are those of the blocks. */
export function findMisspeltHeadings(
  blocks: readonly Block[],
  { vocabulary }: Pick<LintSettings, 'vocabulary'>,
): UnknownId[] {
  if (!vocabulary) return [];
  return blocks.flatMap((block) => {
    const name = block.kind === 'heading' ? framedFor(block.text) : undefined;
    if (name === undefined) return [];
    const start = block.start + block.text.lastIndexOf(name);
    return misspeltFraming(name, () => ({ start, end: start + name.length }), vocabulary);
  });
}

/** What is to be said of a framing's name that is most likely misspelt. */
export function framingHint(name: string, vocabulary: StoryNames): string | undefined {
  const [meant] = meantByFraming(name, vocabulary);
  return meant && `No profile, round or question goes by "${name}". Did you mean "${meant}"?`;
}

function meantByFraming(name: string, { names = [], competencies, questions }: StoryNames): string[] {
  return misspelt(name, [...names, ...questions, ...competencies]).slice(0, MOST_FIXES);
}

/** A framing may go by the name of any company, so that only what is a slip of the pen away from a known name is told. */
function misspeltFraming(name: string, place: () => Span, vocabulary: StoryNames) {
  const near = meantByFraming(name, vocabulary);
  const message = framingHint(name, vocabulary);
  if (message === undefined) return [];
  const at = place();
  return [{ ...at, message, fixes: near.map((one) => changeTo(one, at)) }];
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

function placeOfId(text: string, yaml: Span, target: Target, index: number): Span | undefined {
  const list = valueUnder(text, yaml, target);
  const item = isSeq(list) ? list.items[index] : undefined;
  const node = isMap(item) ? item.get('id', true) : item;
  return isNode(node) && node.range ? placed(node, yaml) : undefined;
}

function placeOfFraming(text: string, yaml: Span, name: string): Span {
  const map = valueUnder(text, yaml, 'framings');
  const pair = isMap(map) ? map.items.find(({ key }) => String(key) === name) : undefined;
  return placed(pair?.key, yaml);
}

function valueUnder(text: string, { start, end }: Span, key: string): unknown {
  const syntax = parseYaml(text.slice(start, end));
  const root = 'document' in syntax ? syntax.document.contents : undefined;
  return isMap(root) ? root.get(key, true) : undefined;
}

function placed(node: unknown, { start: by }: Span): Span {
  const { start, end } = rangeOf(node);
  return { start: by + start, end: by + end };
}
