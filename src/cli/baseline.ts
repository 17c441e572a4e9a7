import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { tokenize } from '../core/language/tokens';
import { sentenceAt } from '../core/lint/sentenceAt';
import type { Finding, Report } from '../core/types';
import { cannotRead, Failure } from './failure';
import { type Source, STANDARD_INPUT } from './files';
import { slashes } from './slashes';

const VERSION = 1;

const EntrySchema = v.strictObject({
  /** Seen from the folder of the baseline. */
  path: v.string(),
  rule: v.string(),
  /** A hash of the words of the sentence, or of the heading. */
  words: v.string(),
});
type Entry = v.InferOutput<typeof EntrySchema>;
const BaselineSchema = v.strictObject({ version: v.literal(VERSION), findings: v.array(EntrySchema) });

/** Findings that were there before and are not to be told again. */
export interface Baseline {
  /** How many findings have been left out so far. */
  readonly known: number;
  /** What is new in a file; everything is known where the baseline is to be written. */
  filter(source: Source, text: string, report: Report): Report;
  /** Writes what was found, and keeps what is known of files that were not read this time and are still there. */
  write(): void;
}

/** Reads a baseline. Throws a failure where there is none, unless it is to be written, and where it cannot be read. */
export function openBaseline(path: string, update: boolean): Baseline {
  const entries = read(path, update);
  const left = new Map<string, number>();
  for (const entry of entries) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + 1);
  const seen = new Set<string>();
  const found: Entry[] = [];
  const folder = dirname(resolve(path));
  let known = 0;
  const isKnown = (entry: Entry): boolean => {
    found.push(entry);
    const key = keyOf(entry);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    if (!update && count <= 0) return false;
    known++;
    return true;
  };
  return {
    get known() {
      return known;
    },
    filter({ absolute }, text, report) {
      const name = absolute === undefined ? STANDARD_INPUT : slashes(relative(folder, absolute));
      seen.add(name);
      const findings = report.findings.filter((finding) => !isKnown(entryOf(name, text, finding)));
      return { ...report, findings };
    },
    write() {
      const kept = entries.filter((entry) => !seen.has(entry.path) && existsSync(resolve(folder, entry.path)));
      try {
        writeFileSync(path, format([...found, ...kept]));
      } catch (error) {
        throw new Failure(
          `${path}: this cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
        );
      }
    },
  };
}

const keyOf = ({ path, rule, words }: Entry): string => JSON.stringify([path, rule, words]);

/** The words alone, so that a finding is known again where its sentence has moved, or its lines are broken elsewhere. */
function entryOf(path: string, text: string, { rule, start, end }: Finding): Entry {
  const sentence = sentenceAt(text, start.offset);
  const [from, to] = sentence.end > sentence.start ? [sentence.start, sentence.end] : [start.offset, end.offset];
  const words = tokenize(text.slice(from, to))
    .filter(({ type }) => type !== 'mark')
    .map((token) => token.text);
  return { path, rule, words: createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16) };
}

/** A finding a line, in one order whatever was named first, so that a change is a change of few lines. */
function format(entries: readonly Entry[]): string {
  const lines = entries.map(({ path, rule, words }) => JSON.stringify({ path, rule, words })).sort();
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

function read(path: string, update: boolean): readonly Entry[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (update && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cannotRead(path, error);
  }
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), BaselineSchema), text);
  if (!success) throw new Failure(`${path}: this is no baseline that "starl lint --update-baseline" has written`);
  return output.findings;
}
