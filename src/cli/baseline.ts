import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { tokenize } from '../core/language/tokens';
import { sentenceAt } from '../core/lint/sentenceAt';
import type { Finding } from '../core/types';
import { cannotRead, Failure } from './failure';
import { STANDARD_INPUT } from './files';
import type { JudgedFile, ToldFinding } from './judge';
import { replaceFile } from './replaceFile';
import { slashes } from './slashes';

const VERSION = 1;

const BaselineSchema = v.strictObject({
  version: v.literal(VERSION),
  findings: v.array(
    v.strictObject({
      /** Seen from the folder of the baseline. */
      path: v.string(),
      rule: v.string(),
      /** A hash of the words of the sentence, or of the heading. */
      words: v.string(),
    }),
  ),
});

/** Findings that were there before and are not to be told again. */
export interface Baseline {
  /** How many findings have been left out so far. */
  readonly known: number;
  /** The findings of a file that are new; none where the baseline is to be written. */
  filter(file: JudgedFile): readonly ToldFinding[];
  /** Writes what was found, and keeps what is known of files that were not read this time and are still there. */
  write(): void;
}

/** By which a finding is known again: its rule and the words of its sentence, wherever that moves and its lines break. */
export function fingerprint(text: string, { rule, start, end }: Finding): string {
  const sentence = sentenceAt(text, start.offset);
  const [from, to] = sentence.end > sentence.start ? [sentence.start, sentence.end] : [start.offset, end.offset];
  const words = tokenize(text.slice(from, to))
    .filter(({ type }) => type !== 'mark')
    .map((token) => token.text);
  return join(rule, createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16));
}

const join = (rule: string, words: string): string => `${rule} ${words}`;

/** Reads a baseline. Throws a failure where there is none, unless it is to be written, and where it cannot be read. */
export function openBaseline(path: string, update: boolean): Baseline {
  const recorded = read(path, update);
  const found = new Map<string, readonly string[]>();
  const folder = dirname(resolve(path));
  let known = 0;
  return {
    get known() {
      return known;
    },
    filter({ path: name, findings, fingerprints }) {
      const seen = name === STANDARD_INPUT ? name : slashes(relative(folder, resolve(name)));
      if (update) found.set(seen, fingerprints);
      const counts = countOf(update ? fingerprints : (recorded.get(seen) ?? []));
      const fresh = findings.filter((_, i) => !takeOne(counts, fingerprints[i] ?? ''));
      known += findings.length - fresh.length;
      return fresh;
    },
    write() {
      const kept = [...recorded].filter(([name]) => !found.has(name) && existsSync(resolve(folder, name)));
      try {
        replaceFile(path, piecesOf([...found, ...kept]));
      } catch (error) {
        throw new Failure(
          `${path}: this cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
        );
      }
    },
  };
}

function countOf(fingerprints: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of fingerprints) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, one: string): boolean {
  const count = counts.get(one) ?? 0;
  counts.set(one, count - 1);
  return count > 0;
}

/** A finding a line, in one order whatever was named first, so that a change is a change of few lines. */
function* piecesOf(files: readonly (readonly [path: string, fingerprints: readonly string[]])[]): Generator<string> {
  yield `{\n  "version": ${VERSION},\n  "findings": [`;
  let before = '\n    ';
  for (const [name, fingerprints] of [...files].sort(byName)) {
    if (fingerprints.length === 0) continue;
    const lines = fingerprints.map((one) => {
      const [rule, words] = one.split(' ');
      return JSON.stringify({ path: name, rule, words });
    });
    yield before + lines.sort().join(',\n    ');
    before = ',\n    ';
  }
  yield `${before.startsWith(',') ? '\n  ' : ''}]\n}\n`;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;

/** The fingerprints of each file. */
function read(path: string, update: boolean): Map<string, string[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (update && (error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw cannotRead(path, error);
  }
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), BaselineSchema), text);
  if (!success) throw new Failure(`${path}: this is no baseline that "starl lint --update-baseline" has written`);
  const files = new Map<string, string[]>();
  for (const { path: name, rule, words } of output.findings) {
    const fingerprints = files.get(name);
    if (fingerprints) fingerprints.push(join(rule, words));
    else files.set(name, [join(rule, words)]);
  }
  return files;
}
