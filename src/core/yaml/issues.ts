import type { BaseIssue } from 'valibot';
import { WRITE_DATE } from '../calendar/calendarDate';
import { nearest, suggest } from './nearest';
import { keysAt } from './schemaNodes';

/** What keeps valibot's own words from being used: `explain` has better ones. */
export const UNWORDED = 'unworded';

export type Path = readonly (string | number)[];

export function pathOf(issue: BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** A key that the schema doesn't know. */
export function isUnknownKey({ type, expected }: BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never';
}

/** A key that the schema asks for and that isn't there. */
export function isMissingKey({ type, expected, received }: BaseIssue<unknown>): boolean {
  return type.endsWith('object') && received === 'undefined' && expected?.startsWith('"') === true;
}

/** Whether it is the key that is wrong, and not what stands behind it. */
export function concernsKey(issue: BaseIssue<unknown>): boolean {
  return isUnknownKey(issue) || issue.path?.at(-1)?.origin === 'key';
}

/** Says what is wrong and what to do about it. */
export function explain(issue: BaseIssue<unknown>, schema: unknown): string {
  const path = pathOf(issue);
  const name = String(path.at(-1) ?? '');
  const subject = subjectOf(path);
  if (isUnknownKey(issue)) return `Unknown key "${name}". ${suggest(name, keysAt(schema, path.slice(0, -1)))}`;
  if (issue.message === WRITE_DATE) return `${subject} is not a day. ${WRITE_DATE}.`;
  if (isMissingKey(issue)) return `"${name}" is missing.`;
  if (issue.message !== UNWORDED) return /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  const { input, requirement } = issue;
  if (input === null || input === undefined)
    return `${subject} has no value. Write ${expected(issue)}, or leave it out.`;
  if (issue.type === 'picklist' && typeof input === 'string') {
    const meant = meantBy(issue, schema);
    return `"${shorten(input)}" is not possible here. Write ${expected(issue)}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
  }
  if (issue.type === 'min_value') return `${subject} is too small. Write ${String(requirement)} or more.`;
  if (issue.type === 'max_value') return `${subject} is too large. Write ${String(requirement)} or less.`;
  if (issue.type === 'integer') return `${subject} is not a whole number. Write one.`;
  if (issue.type === 'non_empty') return `${subject} is empty. Write something, or leave it out.`;
  return `Write ${expected(issue)} here, not ${describe(input)}.`;
}

/** The key or the choice that was most likely meant, where one is near enough. */
export function meantBy(issue: BaseIssue<unknown>, schema: unknown): string | undefined {
  const path = pathOf(issue);
  if (isUnknownKey(issue)) return nearest(String(path.at(-1)), keysAt(schema, path.slice(0, -1)));
  return issue.type === 'picklist' && typeof issue.input === 'string'
    ? nearest(issue.input, choices(issue))
    : undefined;
}

/** What stands at a path, by the key that it stands under. */
function subjectOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined) return 'This';
  return typeof path.at(-1) === 'number' ? `An entry of "${key}"` : `"${key}"`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: '"key: value" lines',
};

function expected(issue: BaseIssue<unknown>): string {
  if (issue.type === 'picklist') return `one of ${choices(issue).join(', ')}`;
  return NOUNS[issue.expected ?? ''] ?? 'something else';
}

/** The choices of a picklist, which valibot gives as `("a" | "b")`. */
function choices({ expected }: BaseIssue<unknown>): string[] {
  return [...(expected ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
}

function describe(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return '"key: value" lines';
  return typeof input === 'string'
    ? `the text "${shorten(input)}"`
    : `${shorten(String(input))} (put it in quotes if it is text)`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
