import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { endRunStart } from '../text/endRun';
import type { Span } from '../text/span';
import type { Edit } from '../types';
import { parseYaml } from '../yaml/yamlSyntax';
import type { Grade } from './mapping';

/** An edit within a piece of YAML, or why there can be none. */
export type YamlEdit =
  | { readonly edit: Edit | undefined; readonly refusal?: undefined }
  | { readonly refusal: string; readonly edit?: undefined };

const REFUSAL = { refusal: 'the list is written in a way that only you can change' } as const;

/**
 * Sets the grade of an entry in one of the lists at the top of some YAML, adds the entry, or (without a grade) takes it
 * away. Touches that entry alone; a new one gets a line of its own, except in a list between brackets.
 */
export function setEntry(yaml: string, key: string, id: string, grade: Grade | undefined, eol: string): YamlEdit {
  const syntax = parseYaml(yaml);
  if ('objections' in syntax) {
    if (syntax.objections.length > 0) return { refusal: 'what stands there cannot be read' };
    return grade ? { edit: append(yaml, `${key}:${eol}  - ${itemText(id, grade)}`, eol) } : { edit: undefined };
  }
  const root = syntax.document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return grade ? { edit: append(yaml, `${key}:${eol}  - ${itemText(id, grade)}`, eol) } : { edit: undefined };
  }
  if (!isMap(root) || root.flow) return REFUSAL;
  const pair = root.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair) return grade ? { edit: appendKey(yaml, root, key, id, grade, eol) } : { edit: undefined };
  if (!isSeq(pair.value)) return grade ? fillEmpty(yaml, pair, id, grade, eol) : { edit: undefined };
  const list = pair.value;
  const index = list.items.findIndex((item) => idOf(item) === id);
  if (grade === undefined) return index < 0 ? { edit: undefined } : removeItem(yaml, list, index);
  if (index >= 0) return regrade(list, index, id, grade);
  return list.flow ? addBetweenBrackets(yaml, list, id, grade, eol) : addLine(yaml, list, id, grade, eol);
}

/** How an entry is written. */
function itemText(id: string, grade: Grade): string {
  const name = /^[a-z][a-z0-9-]*$/i.test(id) && !/^(?:null|true|false)$/i.test(id) ? id : JSON.stringify(id);
  return grade === 'strong' ? name : `{ id: ${name}, grade: ${grade} }`;
}

function idOf(item: unknown): unknown {
  if (isScalar(item)) return item.value;
  const id = isMap(item) ? item.get('id') : undefined;
  return isScalar(id) ? id.value : id;
}

function rangeOf(node: unknown): Span | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? { start: Number(range[0]), end: Number(range[1]) } : undefined;
}

/** Behind everything that is there, as lines of their own. */
function append(yaml: string, lines: string, eol: string): Edit {
  const break_ = yaml === '' || /[\r\n]$/.test(yaml) ? '' : eol;
  return { start: yaml.length, end: yaml.length, text: `${break_}${lines}` };
}

function appendKey(yaml: string, root: YAMLMap, key: string, id: string, grade: Grade, eol: string): Edit {
  const first = rangeOf(root.items[0]?.key)?.start ?? 0;
  const indent = yaml.slice(endRunStart(yaml, / /, first), first);
  return append(yaml, `${indent}${key}:${eol}${indent}  - ${itemText(id, grade)}`, eol);
}

/** The key is there, with nothing behind it: the first entry goes below its line. */
function fillEmpty(yaml: string, { key, value }: Pair, id: string, grade: Grade, eol: string): YamlEdit {
  const place = rangeOf(key);
  if (!place || !(value === null || (isScalar(value) && value.value === null && value.source === ''))) return REFUSAL;
  const at = lineEnd(yaml, place.end);
  const indent = ' '.repeat(place.start - lineStart(yaml, place.start));
  return { edit: { start: at, end: at, text: `${eol}${indent}  - ${itemText(id, grade)}` } };
}

function addLine(yaml: string, list: YAMLSeq, id: string, grade: Grade, eol: string): YamlEdit {
  const first = rangeOf(list)?.start;
  const last = rangeOf(list.items.at(-1))?.end;
  if (first === undefined || last === undefined) return REFUSAL;
  const indent = yaml.slice(lineStart(yaml, first), first);
  if (indent.trim() !== '') return REFUSAL;
  // A block of lines ends behind its last line break.
  const at = lineEnd(yaml, trimmedEnd(yaml, last));
  return { edit: { start: at, end: at, text: `${eol}${indent}- ${itemText(id, grade)}` } };
}

function addBetweenBrackets(yaml: string, list: YAMLSeq, id: string, grade: Grade, eol: string): YamlEdit {
  const place = rangeOf(list);
  if (!place) return REFUSAL;
  const last = rangeOf(list.items.at(-1))?.end;
  if (last !== undefined) return { edit: { start: last, end: last, text: `, ${itemText(id, grade)}` } };
  if (!/^\[[ \t]*\]$/.test(yaml.slice(place.start, place.end))) return REFUSAL;
  // Nothing is there yet, so it can have the form that merges best.
  const start = endRunStart(yaml, /[ \t]/, place.start);
  const rest = yaml.slice(place.end, lineEnd(yaml, place.end));
  if (rest.trim() !== '') return { edit: { start: place.start + 1, end: place.end - 1, text: itemText(id, grade) } };
  const indent = /^ */.exec(yaml.slice(lineStart(yaml, start)))?.[0] ?? '';
  return { edit: { start, end: place.end, text: `${eol}${indent}  - ${itemText(id, grade)}` } };
}

function regrade(list: YAMLSeq, index: number, id: string, grade: Grade): YamlEdit {
  const item = list.items[index];
  if (isMap(item)) {
    const written = item.get('grade', true);
    const place = rangeOf(written);
    if (isScalar(written) && place) {
      return { edit: written.value === grade ? undefined : { ...place, text: grade } };
    }
    const behind = rangeOf(item.get('id', true))?.end;
    if (behind === undefined || !item.flow) return grade === 'strong' ? { edit: undefined } : REFUSAL;
    return { edit: grade === 'strong' ? undefined : { start: behind, end: behind, text: `, grade: ${grade}` } };
  }
  const place = rangeOf(item);
  if (!place) return REFUSAL;
  return { edit: grade === 'strong' ? undefined : { ...place, text: itemText(id, grade) } };
}

function removeItem(yaml: string, list: YAMLSeq, index: number): YamlEdit {
  const place = rangeOf(list.items[index]);
  if (!place) return REFUSAL;
  if (list.flow) {
    const after = rangeOf(list.items[index + 1]);
    const before = rangeOf(list.items[index - 1]);
    if (after) return { edit: { start: place.start, end: after.start, text: '' } };
    return { edit: { start: before?.end ?? place.start, end: place.end, text: '' } };
  }
  const start = lineStart(yaml, place.start);
  if (!/^[ \t]*-[ \t]+$/.test(yaml.slice(start, place.start))) return REFUSAL;
  const end = lineEnd(yaml, trimmedEnd(yaml, place.end));
  const next = end + (/^(?:\r\n|\n|\r)/.exec(yaml.slice(end))?.[0].length ?? 0);
  // At the very end the line break before the line goes, so that what follows the YAML stays where it is.
  if (next > end || start === 0) return { edit: { start, end: next, text: '' } };
  return { edit: { start: start - (yaml.startsWith('\r\n', start - 2) ? 2 : 1), end, text: '' } };
}

function trimmedEnd(yaml: string, end: number): number {
  let at = end;
  while (/[\r\n]/.test(yaml.charAt(at - 1))) at--;
  return at;
}

function lineStart(yaml: string, offset: number): number {
  return Math.max(yaml.lastIndexOf('\n', offset - 1), yaml.lastIndexOf('\r', offset - 1)) + 1;
}

function lineEnd(yaml: string, offset: number): number {
  const rest = yaml.slice(offset).search(/[\r\n]/);
  return rest < 0 ? yaml.length : offset + rest;
}
