import * as v from 'valibot';
import { isMap, isSeq } from 'yaml';
import type { CalendarDate } from '../calendar/calendarDate';
import { DateSchema, LineSchema, section } from '../config/schemas';
import { LineIndex } from '../text/lines';
import { keepTo, LONGEST } from '../text/longest';
import type { Problem } from '../yaml/problem';
import { rangeOf, readYaml } from '../yaml/yaml';
import { parseYaml } from '../yaml/yamlSyntax';
import { SCORE, WRITE_SCORE } from './score';

/** The key under which they stand. */
export const MOCKS_KEY = 'mocks';
/** How long a mock can take, in minutes. */
export const MINUTES = { min: 1, max: 600 } as const;

/** A mock interview, as it was logged. */
export interface Mock {
  readonly date: CalendarDate;
  /** What was practised, in the user's words ("behavioral", "system design"). */
  readonly kind: string;
  readonly minutes?: number | undefined;
  /** From 1 to 5, by dimension. */
  readonly scores?: Readonly<Record<string, number>> | undefined;
  /** What to do differently the next time. */
  readonly change?: string | undefined;
  /** The stories that were told, each by its title or its file. */
  readonly stories?: readonly string[] | undefined;
}

/** A mock with its place in the file. */
export interface LoggedMock extends Mock {
  /** Counts from 1. */
  readonly line: number;
}

export interface MockLog {
  /** In the order of the file; entries in which something is wrong are left out. */
  readonly mocks: readonly LoggedMock[];
  readonly problems: readonly Problem[];
}

const MockSchema: v.GenericSchema<unknown, Mock> = v.strictObject({
  date: DateSchema,
  kind: LineSchema,
  minutes: section(v.pipe(v.number(), v.integer(), v.minValue(MINUTES.min), v.maxValue(MINUTES.max))),
  scores: section(
    v.record(LineSchema, v.pipe(v.number(), v.minValue(SCORE.min, WRITE_SCORE), v.maxValue(SCORE.max, WRITE_SCORE))),
  ),
  change: section(v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST.change, keepTo(LONGEST.change)))),
  stories: section(v.array(LineSchema)),
});
const LogSchema = v.strictObject({ [MOCKS_KEY]: section(v.array(MockSchema)) });

/** Reads a mock log. Never throws; an empty file is an empty log. */
export function readMocks(text: string): MockLog {
  const { problems } = readYaml(text, LogSchema);
  return { mocks: readEntries(text), problems };
}

/** The entries that are sound; `readYaml` would leave out the whole list for one that is not. */
function readEntries(text: string): LoggedMock[] {
  const syntax = parseYaml(text);
  const list =
    'document' in syntax && isMap(syntax.document.contents) ? syntax.document.contents.get(MOCKS_KEY) : undefined;
  if (!isSeq(list) || !('document' in syntax)) return [];
  const lines = new LineIndex(text);
  return list.items.flatMap((node) => {
    const entry: unknown = isMap(node) ? node.toJS(syntax.document, { maxAliasCount: 0 }) : undefined;
    const { success, output } = v.safeParse(MockSchema, entry);
    return success ? { ...output, line: lines.position(rangeOf(node).start).line } : [];
  });
}
