import { resolve } from 'node:path';
import type { ProblemInFile } from '../core/status/status';
import type { DocumentKind } from '../core/types';
import type { LintCommand } from './arguments';
import { openBaseline } from './baseline';
import { createConfigReader } from './config';
import { findFiles, readStandardInput, STANDARD_INPUT } from './files';
import { createJudge, type Job, type JudgedFile, judgeFile, type RefusedFile, requireProfile } from './judge';
import { judgeInThreads, threadsFor } from './threads';

/** A document of ours, and what was found in it. */
export interface FileReport extends Omit<JudgedFile, 'kind' | 'off' | 'fingerprints'> {
  readonly kind: DocumentKind;
}

/** What is told once all files have been read. */
export interface LintRest {
  /** How many files were read that do not look like ours. */
  readonly others: number;
  /** How many files were read that say that they are none of ours. */
  readonly off?: number;
  /** How many findings are left out because the baseline has them. */
  readonly known?: number;
}

/** Who learns what comes of the files. */
export interface LintTaker {
  take(file: FileReport): Promise<void> | void;
  /** Of a file that cannot be read. */
  refuse(problem: ProblemInFile): void;
}

/**
 * Lints what the command names and hands each report on as soon as it is there and those before it are; none is kept.
 * Throws a failure where something that was named is not there, or the configuration cannot be read.
 */
export async function lint(command: LintCommand, { take, refuse }: LintTaker): Promise<LintRest> {
  const { profile, config, all } = command;
  const job: Job = {
    profile,
    config,
    all,
    fingerprints: command.baseline !== undefined,
    fixes: command.format !== 'text',
  };
  const judged = judgeAll(job, command.paths, refuse);
  const baseline = command.baseline === undefined ? undefined : openBaseline(command.baseline, command.updateBaseline);
  let others = 0;
  let off = 0;
  for await (const file of judged) {
    if ('problem' in file) {
      refuse(file.problem);
      continue;
    }
    const findings = baseline?.filter(file) ?? file.findings;
    const { kind, path, stories, notes, ownRules } = file;
    if (kind) await take({ path, kind, findings, stories, notes, ownRules });
    else if (file.off) off++;
    else others++;
  }
  if (command.updateBaseline) baseline?.write();
  return { others, off, ...(baseline && { known: baseline.known }) };
}

/** Judges in this thread, or in several where there are many files. */
async function* judgeAll(
  job: Job,
  named: readonly string[],
  refuse: LintTaker['refuse'],
): AsyncGenerator<JudgedFile | RefusedFile, void, void> {
  const judge = createJudge(job);
  const paths = findFiles(named, ({ problem }) => refuse(problem));
  const threads = paths.includes(STANDARD_INPUT) ? 1 : threadsFor(paths.length);
  if (threads > 1) return yield* judgeInThreads(job, paths, threads);
  for (const path of paths)
    yield judgeFile(path, judge, path === STANDARD_INPUT ? await readStandardInput() : undefined);
  if (paths.length === 0 && job.profile !== undefined)
    requireProfile(job.profile, createConfigReader(job.config)(resolve()));
}
