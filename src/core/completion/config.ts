import { ConfigSchema } from '../config/config';
import { yamlScalar } from '../config/editConfig';
import type { Path } from '../yaml/issues';
import { describeAt, formsAt, keysAt } from '../yaml/schemaNodes';
import { type ConfigPlace, readConfigPlace } from './configPlace';
import { type Choice, type Completion, LEVELS } from './frontMatter';

/** What a `starl.yaml` may name, beside what is fixed. */
export interface ConfigVocabulary {
  readonly profiles: readonly Choice[];
  /** The names of the levels of the profile. */
  readonly levels: readonly Choice[];
  readonly rules: readonly Choice[];
}

/** A choice with its text, before it is placed. */
type Written = Omit<Completion, 'start' | 'end'>;

/** Where a key or a value may begin. */
const BEGIN = /(?:[:{[,]\s*|^\s*(?:-\s+)*)$/;

/** What can be written at an offset of a `starl.yaml`. */
export function completeConfig(text: string, offset: number, vocabulary: ConfigVocabulary): Completion[] {
  const place = readConfigPlace(text, offset);
  if (!place || !BEGIN.test(place.before)) return [];
  const end = offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const choices = place.isValue ? values(place, vocabulary) : keys(place, vocabulary);
  return choices.map((choice) => ({ ...choice, start: offset - place.word.length, end }));
}

/** What stands at a path of a `starl.yaml` is for, in a sentence. */
export function describeConfig(path: Path, { profiles, levels, rules }: ConfigVocabulary): string | undefined {
  const [key, name] = path;
  if (key === 'rules' && path.length === 2) return rules.find(({ id }) => id === name)?.detail;
  if (key === 'profile' && path.length === 2) return profiles.find(({ id }) => id === name)?.detail;
  if (key === 'level' && path.length === 2) return levels.find(({ id }) => id === name)?.detail;
  return describeAt(ConfigSchema, path);
}

function keys(place: ConfigPlace, { rules }: ConfigVocabulary): Written[] {
  const { path, taken } = place;
  const open = (choices: readonly Choice[]): readonly Choice[] => choices.filter(({ id }) => !taken.has(id));
  if (path.length === 1 && path[0] === 'rules') return open(rules).map((rule) => ({ ...rule, text: `${rule.id}: |` }));
  const known = keysAt(ConfigSchema, path).map((id) => ({ id, detail: describeAt(ConfigSchema, [...path, id]) ?? '' }));
  return open(known).map((choice) => ({ ...choice, text: `${choice.id}:${opening(place, [...path, choice.id])}` }));
}

/** What goes between a key and the cursor: a space, or a line of its own below. */
function opening({ before, isFlow }: ConfigPlace, path: Path): string {
  const forms = formsAt(ConfigSchema, path);
  const isList = forms.some(({ type }) => type === 'array');
  const isMap = forms.some(({ type }) => type === 'strict_object' || type === 'record');
  if (isFlow || !(isList || isMap)) return isFlow && isList ? ' [|]' : isFlow && isMap ? ' { | }' : ' |';
  const indent = ' '.repeat(before.length + 2);
  return `\n${indent}${isList ? '- ' : ''}|`;
}

function values({ path, before }: ConfigPlace, { profiles, levels }: ConfigVocabulary): Written[] {
  const space = before.endsWith(':') ? ' ' : '';
  const write = (choices: readonly Choice[]): Written[] =>
    choices.map((choice) => ({ ...choice, text: `${space}${yamlScalar(choice.id)}` }));
  if (path.length === 1 && path[0] === 'profile') return write(profiles);
  if (path.length === 1 && path[0] === 'level') return write(levels);
  const options = [...new Set(formsAt(ConfigSchema, path).flatMap((form) => form.options ?? []))];
  const details: Readonly<Record<string, string>> = LEVELS;
  return write(options.flatMap((id) => (typeof id === 'string' ? [{ id, detail: details[id] ?? '' }] : [])));
}
