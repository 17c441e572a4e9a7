import { type Document, isMap, isScalar, isSeq, type YAMLSeq } from 'yaml';
import type { Outcome } from '../checklist/edits';
import { lineBreak, lineEnd, lineStart } from '../text/lineBreaks';
import { LineIndex } from '../text/lines';
import type { Edit } from '../types';
import { flowYaml, type YamlValue } from './flowYaml';
import { rangeOf } from './yaml';
import { parseYaml } from './yamlSyntax';

/**
 * Adds an entry to the list under a top-level key, and the list where there is none yet. Everything else in the text
 * stays as it is, comments and order included; a text that cannot be read is refused.
 */
export function appendEntry(text: string, key: string, entry: Readonly<Record<string, YamlValue>>): Outcome {
  const before = readTop(text);
  if ('refusal' in before) return before;
  const { document, value } = before;
  const list = value[key] ?? [];
  if (!Array.isArray(list)) return { refusal: `what stands under "${key}" is not a list` };
  const edit = place(text, document, key, entry);
  const after = edit && readTop(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
  const wanted = JSON.stringify(sortedKeys({ ...value, [key]: [...list, entry] }));
  if (!after || 'refusal' in after || JSON.stringify(sortedKeys(after.value)) !== wanted)
    return { refusal: `an entry would not be read as one under "${key}"` };
  return { edit };
}

type Read =
  | { readonly document: Document.Parsed | undefined; readonly value: Readonly<Record<string, unknown>> }
  | { readonly refusal: string };

/** Reads the keys at the top level, or says in which line the text cannot be read. */
function readTop(text: string): Read {
  const syntax = parseYaml(text);
  if ('document' in syntax) {
    const value: unknown = syntax.document.toJS({ maxAliasCount: 0 }) ?? {};
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { refusal: 'the file is not made of "key: value" lines' };
    return { document: syntax.document, value: value as Readonly<Record<string, unknown>> };
  }
  const [objection] = syntax.objections;
  if (!objection) return { document: undefined, value: {} };
  const { line } = new LineIndex(text).position(objection.start);
  return { refusal: `line ${line}: ${objection.message.replace(/\.$/, '')}` };
}

/** Keys in one order, since a new one may stand anywhere. */
function sortedKeys(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function place(
  text: string,
  document: Document.Parsed | undefined,
  key: string,
  entry: Readonly<Record<string, YamlValue>>,
): Edit | undefined {
  const map = document?.contents;
  if (!isMap(map)) return atEnd(text, [`${key}:`, ...lines(entry, '  ')]);
  if (map.flow) return undefined;
  const column = indentAt(text, map.items[0]?.key);
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair) return atEnd(text, [`${column}${key}:`, ...lines(entry, `${column}  `)]);
  if (isSeq(pair.value)) {
    if (!pair.value.flow) return behindItems(text, pair.value, entry);
    return pair.value.items.length > 0
      ? withinBrackets(text, pair.value, entry)
      : inPlaceOfBrackets(text, pair.value, lines(entry, `${column}  `));
  }
  return behindLine(text, rangeOf(pair.key).start, lines(entry, `${column}  `));
}

/** An entry as lines of a list. */
function lines(entry: Readonly<Record<string, YamlValue>>, indent: string): string[] {
  return Object.entries(entry).map(
    ([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${flowYaml(value)}`,
  );
}

/** Lines behind everything that is there. */
function atEnd(text: string, lines: readonly string[]): Edit {
  const eol = lineBreak(text, text.length);
  const opening = text.replace('\uFEFF', '') === '' || /[\r\n]$/.test(text) ? '' : eol;
  return insert(text.length, opening + lines.join(eol) + eol);
}

function behindLine(text: string, offset: number, entry: readonly string[]): Edit {
  const eol = lineBreak(text, offset);
  return insert(lineEnd(text, offset), entry.map((line) => eol + line).join(''));
}

/** Behind the last item, with the comments that belong to it; a blank line parts the items where it does so already. */
function behindItems(text: string, list: YAMLSeq, entry: Readonly<Record<string, YamlValue>>): Edit {
  const [before, last] = [list.items.at(-2), list.items.at(-1)];
  const from = rangeOf(list).start;
  const indent = text.slice(lineStart(text, from), from).replace('\uFEFF', '');
  const eol = lineBreak(text, from);
  let end = rangeOf(last).end;
  if (!/[\r\n]/.test(text.charAt(end - 1))) end = lineEnd(text, end);
  else end -= text.startsWith('\r\n', end - 2) ? 2 : 1;
  const comments = /^(?:[\r\n]([ \t]*))+#[^\r\n]*/;
  for (let next = comments.exec(text.slice(end)); next; next = comments.exec(text.slice(end))) {
    const { length } = next[1] ?? '';
    if (length < indent.length || length === 0) break;
    end += next[0].length;
  }
  const isLoose =
    before !== undefined &&
    /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(rangeOf(before).end, rangeOf(last).start));
  return insert(
    end,
    (isLoose ? eol : '') +
      lines(entry, indent)
        .map((line) => eol + line)
        .join(''),
  );
}

function withinBrackets(text: string, list: YAMLSeq, entry: Readonly<Record<string, YamlValue>>): Edit {
  const end = rangeOf(list.items.at(-1)).end;
  const comma = /^\s*,/.test(text.slice(end)) ? '' : ', ';
  const at = comma ? end : text.indexOf(',', end) + 1;
  return insert(at, `${comma || ' '}${flowYaml(entry)}`);
}

function inPlaceOfBrackets(text: string, list: YAMLSeq, entry: readonly string[]): Edit {
  const start = rangeOf(list).start;
  const behind = rangeOf(list).end;
  const end = lineEnd(text, behind);
  const eol = lineBreak(text, start);
  return { start, end, text: text.slice(behind, end).trimStart() + entry.map((line) => eol + line).join('') };
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function indentAt(text: string, node: unknown): string {
  const start = rangeOf(node).start;
  return text.slice(lineStart(text, start), start).replace('\uFEFF', '');
}
