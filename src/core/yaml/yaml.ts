import type { GenericSchema } from 'valibot';
import { type Document, isCollection, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import type { Span } from '../text/span';
import { concernsKey, explain, isMissingKey, isUnknownKey, meantBy, type Path, pathOf } from './issues';
import { changeTo, movedBy, type Objection, type Problem, toProblems } from './problem';
import { Draft, validateDraft } from './validate';
import { parseYaml } from './yamlSyntax';

/** What could be read of a YAML text, and what is wrong with the rest of it. */
export interface YamlResult<T> {
  /** What is left when everything wrong is left out; undefined where nothing can be made of it. */
  readonly value: T | undefined;
  /** Empty where all is well; ordered by place. */
  readonly problems: readonly Problem[];
}

/** An objection that a schema cannot raise, at a path in the value. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
  /** The key is wrong, not its value. */
  readonly key?: boolean;
  /** What is to stand in its place, most likely. */
  readonly meant?: string | undefined;
}

export interface YamlOptions<T> {
  /** Where in the text the YAML stands; all of it where left out. */
  readonly range?: Span;
  /**
   * Looks through a value that fits the schema; what it complains about is left out of the value. `written` is all that
   * stands in the text, checked or not.
   */
  readonly check?: (value: T, written: unknown) => Iterable<Complaint>;
}

/** Reads YAML against a schema. Never throws: whatever is wrong with the text is a problem with its place. */
export function readYaml<T>(
  text: string,
  schema: GenericSchema<unknown, T>,
  options: YamlOptions<T> = {},
): YamlResult<T> {
  const { start, end } = options.range ?? { start: 0, end: text.length };
  const { value, objections } = read(text.slice(start, end), schema, options.check ?? (() => []));
  return { value, problems: toProblems(text, objections.map(movedBy(start))) };
}

/** Whether nothing of a text can be read as YAML; nothing is written to it then. */
export function isUnreadable(text: string): boolean {
  const syntax = parseYaml(text);
  return 'objections' in syntax && syntax.objections.length > 0;
}

/** Where the key at a path stands in a text, or else the one around it that comes nearest; undefined where nothing can be read. */
export function placeOf(
  text: string,
  path: Path,
  { start, end }: Span = { start: 0, end: text.length },
): Span | undefined {
  const syntax = parseYaml(text.slice(start, end));
  if ('objections' in syntax) return undefined;
  const place = locate(syntax.document, { path, key: true });
  return { start: start + place.start, end: start + place.end };
}

interface Reading<T> {
  readonly value: T | undefined;
  readonly objections: readonly Objection[];
}

function read<T>(
  source: string,
  schema: GenericSchema<unknown, T>,
  check: NonNullable<YamlOptions<T>['check']>,
): Reading<T> {
  let document: Document.Parsed;
  let input: unknown;
  try {
    const syntax = parseYaml(source);
    if ('objections' in syntax) return { value: undefined, objections: syntax.objections };
    document = syntax.document;
    input = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (error) {
    const message = `This cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}.`;
    return { value: undefined, objections: [{ message, start: 0, end: 0 }] };
  }
  const written = structuredClone(input);
  const draft = new Draft(input);
  const { value, issues } = validateDraft(schema, draft);
  // What a misspelt key leaves out is not missing.
  const meant = issues.filter(isUnknownKey).map((issue) => siblingOf(issue, meantBy(issue, schema)));
  const told = issues.filter((issue) => !isMissingKey(issue) || !meant.includes(JSON.stringify(pathOf(issue))));
  const complaints: Complaint[] = told.map((issue) => ({
    path: pathOf(issue),
    message: explain(issue, schema),
    key: concernsKey(issue),
    meant: meantBy(issue, schema),
  }));
  let rest = value;
  const further = value === undefined ? [] : [...check(value, written)];
  if (further.length > 0) {
    const strangers = issues.filter(isUnknownKey).map((issue) => parentOf(pathOf(issue)));
    const placed = further.map((complaint) => ({ ...complaint, path: draft.origin(complaint.path) }));
    // What a misspelt key leaves out seems to be missing.
    complaints.push(...placed.filter(({ path }) => !strangers.includes(JSON.stringify(path))));
    rest = draft.leaveOut(further.map(({ path }) => path)) ? validateDraft(schema, draft).value : undefined;
  }
  return {
    value: rest,
    objections: complaints.map(({ message, meant, ...complaint }) => {
      const place = locate(document, complaint);
      return { message, ...place, ...(meant !== undefined && { fixes: [changeTo(meant, place)] }) };
    }),
  };
}

function siblingOf(issue: Parameters<typeof pathOf>[0], key: string | undefined): string {
  return JSON.stringify([...pathOf(issue).slice(0, -1), key]);
}

function parentOf(path: Path): string {
  return JSON.stringify(path.slice(0, -1));
}

/** Where in the source the thing at a path stands; the nearest thing around it where it doesn't. */
function locate(document: Document.Parsed, { path, key = false }: Pick<Complaint, 'path' | 'key'>): Span {
  let node: unknown = document.contents;
  let name: unknown;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) break;
      name = pair.key;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      name = undefined;
      node = node.items[step];
    } else break;
  }
  const whole = rangeOf(node);
  if (name !== undefined && (key || isCollection(node) || whole.start === whole.end)) return rangeOf(name);
  return isMap(node) ? rangeOf(node.items[0]?.key) : whole;
}

/** Where a node stands, without the comments around it. */
export function rangeOf(node: unknown): Span {
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0];
  return { start, end };
}
