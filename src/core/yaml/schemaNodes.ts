import { type GenericSchema, getDescription } from 'valibot';
import type { Path } from './issues';

/** The parts of valibot's schemas that lead from one to another. */
export interface SchemaNode {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly options?: readonly unknown[];
  readonly wrapped?: SchemaNode;
  readonly item?: SchemaNode;
  readonly value?: SchemaNode;
  readonly getter?: (input: unknown) => SchemaNode;
}

/** One input of each kind that a lazy schema may tell apart. */
const INPUTS: readonly unknown[] = ['', {}, [], null];

/** What may stand in place of a node: itself, what it wraps, and every form that depends on what is written. */
export function formsOf(node: SchemaNode | undefined): SchemaNode[] {
  if (!node) return [];
  if (node.wrapped) return formsOf(node.wrapped);
  const { getter } = node;
  if (!getter) return [node];
  return [...new Set(INPUTS.map((input) => getter(input)))].flatMap(formsOf);
}

/** The forms of what stands at a path. */
export function formsAt(schema: unknown, path: Path): SchemaNode[] {
  return path.reduce<SchemaNode[]>(
    (forms, key) => forms.flatMap((form) => formsOf(childOf(form, key))),
    formsOf(schema as SchemaNode),
  );
}

/** What the entry at a path is for, in the words of its schema. */
export function describeAt(schema: unknown, path: Path): string | undefined {
  const key = path.at(-1);
  if (key === undefined) return undefined;
  const [entry] = formsAt(schema, path.slice(0, -1)).flatMap((form) => childOf(form, key) ?? []);
  return entry && getDescription(entry as GenericSchema);
}

/** The keys that may stand at a path. */
export function keysAt(schema: unknown, path: Path): string[] {
  return [...new Set(formsAt(schema, path).flatMap(({ entries }) => Object.keys(entries ?? {})))];
}

function childOf({ entries, item, value }: SchemaNode, key: string | number): SchemaNode | undefined {
  return entries?.[key] ?? value ?? item;
}
