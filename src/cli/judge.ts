import { dirname, resolve } from 'node:path';
import { Redactor } from '../core/confidential/redact';
import { TermFinder } from '../core/confidential/termFinder';
import { readFrontMatter } from '../core/config/documentFrontMatter';
import { globPath } from '../core/config/globPath';
import { resolveSettings } from '../core/config/layers';
import type { OwnRule } from '../core/config/settings';
import { sentenceSpans } from '../core/language/sentences';
import { createLinter, type Linter } from '../core/lint/linter';
import { FRONT_MATTER } from '../core/lint/pseudoRules';
import { findPack, PACKS } from '../core/packs/packs';
import type { ProblemInFile } from '../core/status/status';
import { isOff } from '../core/story/declaration';
import { oneLine } from '../core/text/oneLine';
import { shortened } from '../core/text/shortened';
import type { Span } from '../core/text/span';
import type { Finding, Report } from '../core/types';
import { once, oncePer } from '../core/util/once';
import { suggest } from '../core/yaml/nearest';
import type { LintCommand } from './arguments';
import { fingerprint } from './baseline';
import { type ConfigFile, createConfigReader } from './config';
import { Failure, Unreadable, wentWrong } from './failure';
import { readText, STANDARD_INPUT } from './files';
import { slashes } from './slashes';

/** How files are to be judged. */
export interface Job extends Pick<LintCommand, 'profile' | 'config' | 'all'> {
  /** Whether findings are to be known again by their words. */
  readonly fingerprints: boolean;
  /** Whether fixes are asked for, each of which is tried before it is offered. */
  readonly fixes: boolean;
}

/** A finding, with the words that it is about where no fixes are asked for: people find a sentence by them. */
export interface ToldFinding extends Finding {
  readonly words?: string;
}

/** What came of a file. */
export interface JudgedFile extends Pick<Report, 'kind' | 'stories' | 'notes'> {
  readonly findings: readonly ToldFinding[];
  /** As it is named in the output. */
  readonly path: string;
  /** Whether the file says itself that it is none of ours. */
  readonly off: boolean;
  /** The rules of the user's own by which it was judged. */
  readonly ownRules: readonly OwnRule[];
  /** By which each finding is known again, in their order; none where the job does not ask for them. */
  readonly fingerprints: readonly string[];
}

/** A file of which nothing came, since it cannot be read. */
export interface RefusedFile {
  readonly problem: ProblemInFile;
}

/** Judges a text that was read from a path. */
export type Judge = (path: string, text: string) => JudgedFile;

/** Throws a failure where the configuration that was named cannot be read; the judge does, where one that it finds cannot. */
export function createJudge({ profile, config, all, fingerprints: wanted, fixes }: Job): Judge {
  const configFor = createConfigReader(config);
  const linterFor = oncePer((file: ConfigFile): Linter => {
    if (profile !== undefined) requireProfile(profile, file);
    return createLinter({ settings: resolveSettings({ config: file.config, profile }).settings });
  });
  const redactorOf = oncePer(
    ({ config: { confidential = [] } }: ConfigFile) => new Redactor(new TermFinder(confidential)),
  );
  return (path, text) => {
    const absolute = path === STANDARD_INPUT ? undefined : resolve(path);
    const file = configFor(absolute === undefined ? resolve() : dirname(absolute));
    const front = once(() => readFrontMatter(text));
    const report = linterFor(file).lint(text, {
      ...(absolute !== undefined && { path: globPath(slashes(absolute), file.root) }),
      ...(all && { kind: front().frontMatter.starl ?? 'story' }),
    });
    const { kind, notes, stories } = report;
    // A fix is worked out when it is read: here, where what goes wrong is known to be this file's.
    const findings = report.findings.map(fixes ? (finding) => ({ ...finding }) : inWords(text, redactorOf(file)));
    const fingerprints = wanted ? findings.map((finding) => fingerprint(text, finding)) : [];
    const off = kind === undefined && isOff(text.slice(front().end));
    return { path, kind, off, findings, stories, notes, ownRules: file.config.ownRules ?? [], fingerprints };
  };
}

/** Tells a finding with the words that it is about, without confidential terms, and without its fixes. */
function inWords(text: string, redactor: Redactor): (finding: Finding) => ToldFinding {
  const redacted = once(() => redactor.redact(text));
  return ({ rule, severity, message, start, end }) => {
    const own = { start: start.offset, end: end.offset };
    // A key or a value of front matter is a word by itself.
    const span = rule === FRONT_MATTER.id && own.end > own.start ? own : passageOf(text, own);
    return {
      rule,
      severity,
      message,
      start,
      end,
      fixes: [],
      words: shortened(oneLine(redacted().part(span)), LONGEST),
    };
  };
}

/** So much of a sentence is shown, in UTF-16 code units. */
const LONGEST = 60;

/** A span with what comes behind it in its line and sentence, as far as that is shown; without the marks of a heading. */
function passageOf(text: string, { start, end }: Span): Span {
  const [line = ''] = text.slice(end, end + LONGEST).split(/[\r\n]/, 1);
  const passage = { start, text: text.slice(start, end) + line };
  const last = sentenceSpans(passage).find((sentence) => sentence.end >= end);
  const marks = /^#{1,6}\s/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + marks, end: last?.end ?? end };
}

/** Judges a text, or else what a file says. What goes wrong unexpectedly is told of that file, so that the others are judged. */
export function judgeFile(path: string, judge: Judge, text?: string): JudgedFile | RefusedFile {
  try {
    return judge(path, text ?? readText(path));
  } catch (error) {
    if (error instanceof Unreadable && error.problem.file === path) return { problem: error.problem };
    if (error instanceof Failure) throw error;
    return { problem: { file: path, message: wentWrong(error) } };
  }
}

/** Throws where a profile is neither built in nor among the packs that go with a configuration. */
export function requireProfile(profile: string, { config: { packs = [] }, refused }: ConfigFile): void {
  if (findPack(profile, packs)) return;
  const known = [...PACKS, ...packs].map(({ id }) => id);
  const cause = refused === undefined ? '' : `${refused}; `;
  throw new Failure(`${cause}there is no profile "${profile}". ${suggest(profile, known)}`);
}
