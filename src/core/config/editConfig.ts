import { isMap, isScalar, type Pair, stringify } from 'yaml';
import type { Outcome } from '../checklist/edits';
import { lineBreak } from '../text/lineBreaks';
import type { Edit } from '../types';
import { toProblems } from '../yaml/problem';
import { parseYaml } from '../yaml/yamlSyntax';
import type { Config } from './config';

/** The settings that are written by command. */
export type WrittenKey = keyof Pick<Config, 'profile' | 'level' | 'interview'>;

/** How a value is written in YAML, on one line. */
export function yamlScalar(value: string): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}

/**
 * Sets one of the settings in the text of a `starl.yaml`: changes the value where the key is there, and adds a line at the
 * end where not. Everything else stays as it is. A text that cannot be read is refused.
 */
export function setConfigValue(text: string, key: WrittenKey, value: string): Outcome {
  const syntax = parseYaml(text);
  if ('objections' in syntax && syntax.objections.length > 0) return refuse(text, syntax.objections[0]);
  const map = 'objections' in syntax ? null : syntax.document.contents;
  const isEmpty = map === null || (isScalar(map) && map.value === null);
  if (!isEmpty && !isMap(map)) return { refusal: 'line 1 is not a setting; write "key: value" lines' };
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  if (isMap(map) && map.flow && !pair) return { refusal: `"${key}" has no line of its own to stand in` };
  const written = yamlScalar(value);
  const edit = pair ? replaceValue(text, pair, written) : append(text, `${key}: ${written}`);
  if (!edit) return { refusal: `"${key}" holds more than a plain value` };
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  if (after === text) return { edit: undefined };
  return fits(text, after, key, value) ? { edit } : { refusal: `"${key}" cannot be written without changing more` };
}

function refuse(text: string, objection: { message: string; start: number; end: number } | undefined): Outcome {
  const [problem] = toProblems(text, objection ? [objection] : []);
  return { refusal: problem ? `line ${problem.line}: ${problem.message}` : 'it cannot be read' };
}

/** Puts a value in place of the scalar behind a key, or behind the colon where there is none. */
function replaceValue(text: string, { key, value }: Pair, written: string): Edit | undefined {
  if (isScalar(value) && value.range && value.source !== '') {
    const [start, end] = value.range;
    return start < end ? { start, end, text: written } : behindColon(text, key, written);
  }
  return value === null || isScalar(value) ? behindColon(text, key, written) : undefined;
}

function behindColon(text: string, key: unknown, written: string): Edit | undefined {
  const end = isScalar(key) ? key.range?.[1] : undefined;
  const colon = end === undefined ? -1 : text.indexOf(':', end);
  return colon < 0 ? undefined : { start: colon + 1, end: colon + 1, text: ` ${written}` };
}

function append(text: string, line: string): Edit {
  const eol = lineBreak(text, 0);
  const isOpen = text !== '' && text !== '\uFEFF' && !/[\r\n]$/.test(text);
  return { start: text.length, end: text.length, text: `${isOpen ? eol : ''}${line}${eol}` };
}

/** Whether two texts say the same, but for a key that now has a value. */
function fits(before: string, after: string, key: string, value: string): boolean {
  const [was, is] = [toJs(before), toJs(after)];
  return JSON.stringify({ ...was, [key]: value }) === JSON.stringify({ ...was, ...is }) && is?.[key] === value;
}

function toJs(text: string): Record<string, unknown> | undefined {
  const syntax = parseYaml(text);
  return 'objections' in syntax ? undefined : (syntax.document.toJS({ maxAliasCount: 0 }) ?? {});
}
