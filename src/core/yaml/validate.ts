import { type BaseIssue, type GenericSchema, safeParse } from 'valibot';
import { isMissingKey, isUnknownKey, type Path, pathOf, UNWORDED } from './issues';

const MOST_ROUNDS = 20;

/** What a schema says of a value. */
export interface Validated<T> {
  /** What is left without what is wrong; undefined where nothing can be made of it. */
  readonly value: T | undefined;
  readonly issues: BaseIssue<unknown>[];
}

/** Checks a value and, where something is wrong, what is left of it without that. Takes the wrong out of `input`. */
export function validate<T>(schema: GenericSchema<unknown, T>, input: unknown): Validated<T> {
  return validateDraft(schema, new Draft(input));
}

/** As `validate`, for a value of which more may be left out. */
export function validateDraft<T>(schema: GenericSchema<unknown, T>, draft: Draft): Validated<T> {
  const parse = () => safeParse(schema, draft.value, { message: () => UNWORDED, abortPipeEarly: true });
  const strangers: BaseIssue<unknown>[] = [];
  let result = parse();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // Of several unknown keys in one place valibot names the first alone.
    const found = result.issues?.filter(isUnknownKey) ?? [];
    if (found.length === 0) break;
    strangers.push(...found);
    for (const issue of found) deleteAt(draft.value, pathOf(issue));
    result = parse();
  }
  const issues = [...strangers, ...(result.issues ?? [])];
  for (let round = 0; result.issues && round < MOST_ROUNDS; round++) {
    const paths = result.issues.map((issue) => (isMissingKey(issue) ? pathOf(issue).slice(0, -1) : pathOf(issue)));
    if (!draft.leaveOut(paths)) break;
    result = parse();
  }
  return { value: result.success ? result.output : undefined, issues };
}

/** A value from which what is wrong is left out step by step. It knows where what is left has stood before. */
export class Draft {
  readonly value: unknown;
  /** For each list of which something was left out, where its entries have stood. */
  readonly #places = new Map<readonly unknown[], number[]>();

  constructor(value: unknown) {
    this.value = value;
  }

  /** Leaves out the entries at some paths; of what stands in a list, its whole entry in the outermost list. False where that would be all. */
  leaveOut(paths: readonly Path[]): boolean {
    const entries = new Map<unknown[], Set<number>>();
    for (const path of paths) {
      if (path.length === 0) return false;
      const depth = path.findIndex((_, at) => Array.isArray(valueAt(this.value, path.slice(0, at))));
      const list = depth < 0 ? undefined : valueAt(this.value, path.slice(0, depth));
      if (Array.isArray(list)) entries.set(list, (entries.get(list) ?? new Set()).add(Number(path[depth])));
      else deleteAt(this.value, path);
    }
    for (const [list, wrong] of entries) {
      const places = this.#places.get(list) ?? [...list.keys()];
      this.#places.set(
        list,
        places.filter((_, index) => !wrong.has(index)),
      );
      list.splice(0, list.length, ...list.filter((_, index) => !wrong.has(index)));
    }
    return true;
  }

  /** Where that which stands at a path now has stood at first. */
  origin(path: Path): Path {
    return path.map((key, depth) => {
      const list = valueAt(this.value, path.slice(0, depth));
      const places = Array.isArray(list) ? this.#places.get(list) : undefined;
      return places?.[Number(key)] ?? key;
    });
  }
}

function deleteAt(root: unknown, path: Path): void {
  const parent = valueAt(root, path.slice(0, -1));
  if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, path.at(-1) ?? '');
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}
