import { type BaseIssue, type GenericSchema, safeParse } from 'valibot';
import { isMissingKey, isUnknownKey, type Path, pathOf, UNWORDED } from './issues';

const MOST_ROUNDS = 20;

/** Checks a value and, where something is wrong, what is left of it without that. Takes the wrong out of `input`. */
export function validate<T>(
  schema: GenericSchema<unknown, T>,
  input: unknown,
): { value: T | undefined; issues: BaseIssue<unknown>[] } {
  const parse = () => safeParse(schema, input, { message: () => UNWORDED });
  const strangers: BaseIssue<unknown>[] = [];
  let result = parse();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // Of several unknown keys in one place valibot names the first alone.
    const found = result.issues?.filter(isUnknownKey) ?? [];
    if (found.length === 0) break;
    strangers.push(...found);
    for (const issue of found) drop(input, pathOf(issue));
    result = parse();
  }
  const issues = [...strangers, ...(result.issues ?? [])];
  for (let round = 0; result.issues && round < MOST_ROUNDS; round++) {
    if (!result.issues.every((issue) => cut(input, isMissingKey(issue) ? pathOf(issue).slice(0, -1) : pathOf(issue))))
      break;
    result = parse();
  }
  return { value: result.success ? result.output : undefined, issues };
}

/** Deletes the entry at a path. */
function drop(root: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce(child, root);
  if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, path.at(-1) ?? '');
}

/** Deletes the entry at a path, or the whole list that it stands in; false where that would be all. */
export function cut(root: unknown, path: Path): boolean {
  const list = path.findIndex((_, depth) => Array.isArray(path.slice(0, depth).reduce(child, root)));
  const whole = list < 0 ? path : path.slice(0, list);
  if (whole.length > 0) drop(root, whole);
  return whole.length > 0;
}

function child(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
