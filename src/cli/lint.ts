import { dirname, resolve } from 'node:path';
import { readFrontMatter } from '../core/config/documentFrontMatter';
import { globPath } from '../core/config/globPath';
import { resolveSettings } from '../core/config/layers';
import { suggest } from '../core/config/nearest';
import type { OwnRule } from '../core/config/settings';
import { createLinter, type Linter } from '../core/lint/linter';
import { findPack, PACKS } from '../core/packs/packs';
import type { DocumentKind, Report } from '../core/types';
import type { LintCommand } from './arguments';
import { openBaseline } from './baseline';
import { type ConfigFile, createConfigReader } from './config';
import { Failure } from './failure';
import { findSources, readSource } from './files';
import { slashes } from './slashes';

/** A document of ours, and what was found in it. */
export interface FileReport {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly report: Report;
  /** The rules of the user's own by which it was judged. */
  readonly ownRules: readonly OwnRule[];
}

/** What is told once all files have been read. */
export interface LintRest {
  /** How many files were read that are none of ours. */
  readonly others: number;
  /** How many findings are left out because the baseline has them. */
  readonly known?: number;
}

/**
 * Lints what the command names and hands each report on as soon as it is there; none is kept. Throws a failure where
 * something cannot be read.
 */
export async function lint(command: LintCommand, take: (file: FileReport) => Promise<void> | void): Promise<LintRest> {
  const { profile, config, all, paths } = command;
  const configFor = createConfigReader(config);
  const linters = new Map<ConfigFile, Linter>();
  const linterFor = (file: ConfigFile): Linter => {
    if (profile !== undefined) requireProfile(profile, file);
    const linter =
      linters.get(file) ?? createLinter({ settings: resolveSettings({ config: file.config, profile }).settings });
    linters.set(file, linter);
    return linter;
  };
  const baseline = command.baseline === undefined ? undefined : openBaseline(command.baseline, command.updateBaseline);
  let others = 0;
  for (const source of findSources(paths)) {
    const text = await readSource(source);
    const file = configFor(source.absolute === undefined ? resolve() : dirname(source.absolute));
    const path = source.absolute === undefined ? {} : { path: globPath(slashes(source.absolute), file.root) };
    const kind = all ? { kind: readFrontMatter(text).frontMatter.starl ?? 'story' } : {};
    const judged = linterFor(file).lint(text, { ...path, ...kind });
    const report = baseline?.filter(source, text, judged) ?? judged;
    const { ownRules = [] } = file.config;
    if (report.kind) await take({ path: source.path, kind: report.kind, report, ownRules });
    else others++;
  }
  if (linters.size === 0 && profile !== undefined) requireProfile(profile, configFor(resolve()));
  if (command.updateBaseline) baseline?.write();
  return { others, ...(baseline && { known: baseline.known }) };
}

/** Throws where a profile is neither built in nor among the packs that go with a configuration. */
export function requireProfile(profile: string, { config: { packs = [] }, refused }: ConfigFile): void {
  if (findPack(profile, packs)) return;
  const known = [...PACKS, ...packs].map(({ id }) => id);
  const hint = refused === undefined ? '' : `; ${refused}`;
  throw new Failure(`there is no profile "${profile}". ${suggest(profile, known)}${hint}`);
}
