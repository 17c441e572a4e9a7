import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type CalendarDate, dateOf } from '../core/calendar/calendarDate';
import type { Section } from '../core/checklist/checklist';
import { readChecklist } from '../core/checklist/readChecklist';
import { globPath } from '../core/config/globPath';
import { type ResolvedSettings, resolveSettings } from '../core/config/layers';
import type { LintSettings } from '../core/config/settings';
import { evidenceProblems } from '../core/evidence/checklistEvidence';
import { CHECKLIST_NAME, CONFIG_NAME } from '../core/fileNames';
import { profileIds } from '../core/packs/packs';
import {
  type FileProblem,
  PRACTICE_FILES,
  type Practice,
  type PracticeFile,
  type PracticeTexts,
  readPractice,
} from '../core/practice/readPractice';
import type { ProblemInFile } from '../core/status/status';
import { capital } from '../core/text/capital';
import { oncePer } from '../core/util/once';
import { createConfigFinder, type FoundConfig, inFile } from './config';
import { cannotRead, Failure, told, Unreadable } from './failure';
import { findFiles, readText } from './files';
import { requireProfile } from './judge';
import { slashes } from './slashes';

/** A Markdown file of a preparation. */
export interface PreparationFile {
  /** As it is named in the output. */
  readonly path: string;
  readonly text: string;
  /** From the folder of its `starl.yaml`, as globs see it. */
  readonly globPath: string;
  /** Those of its own nearest `starl.yaml`. */
  readonly settings: LintSettings;
}

/** What stands in the folder of a preparation. */
export interface Preparation {
  readonly today: CalendarDate;
  readonly resolved: ResolvedSettings;
  /** The ids of the profile and of what it extends, the most particular first. */
  readonly profiles: readonly string[];
  /** The text of one of the files that practice goes by; empty where there is none, or none that can be read. */
  readonly textOf: (name: PracticeFile) => string;
  readonly practice: Practice;
  readonly checklist: Section | undefined;
  readonly files: readonly PreparationFile[];
  /** What could not be read, and is left out; each file is named as it can be opened from here. */
  readonly problems: readonly ProblemInFile[];
  /** Whether a confidential term may be among what was left out. */
  readonly mayLoseTerms: boolean;
}

/** Reads the folder of a preparation, as far as it can be read. Throws a failure where there is no such folder or profile. */
export function readPreparation(folder: string, profile: string | undefined): Preparation {
  checkFolder(folder);
  const configFor = createConfigFinder();
  const settingsOf = oncePer((config: FoundConfig) => {
    if (profile !== undefined) requireProfile(profile, config);
    return resolveSettings({ config: config.config, profile });
  });
  const config = configFor(resolve(folder));
  const resolved = settingsOf(config);
  const found = new Set([config]);
  const problems = [...config.problems, ...config.packProblems];
  const at = (name: string): string => slashes(join(folder, name));
  const texts: PracticeTexts = Object.fromEntries(PRACTICE_FILES.map((name) => [name, readPart(at(name), name)]));
  const practice = readPractice(texts);
  // Those of the settings have been found already, by what knows the packs, too.
  const own = [...practice.problems, ...practice.slips].filter((problem) => problem.file !== CONFIG_NAME);
  problems.push(...own.map(({ file: name, line, column, message }) => ({ file: at(name), line, column, message })));
  const files: PreparationFile[] = [];
  let checklist: Section | undefined;
  for (const path of findFiles([folder], ({ problem }) => problems.push(problem))) {
    try {
      const text = readText(path);
      const nearest = configFor(dirname(resolve(path)));
      if (!found.has(nearest)) problems.push(...nearest.problems, ...nearest.packProblems);
      found.add(nearest);
      const { settings } = settingsOf(nearest);
      files.push({
        path: slashes(join(path)),
        text,
        settings,
        globPath: globPath(slashes(resolve(path)), nearest.root),
      });
      if (slashes(join(path)) !== at(CHECKLIST_NAME)) continue;
      const reading = readChecklistFile(path, text);
      checklist = reading.checklist;
      problems.push(...reading.problems);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push(error.problem);
    }
  }
  return {
    today: dateOf(Date.now()),
    resolved,
    profiles: profileIds(resolved.profile, config.config.packs),
    textOf(name) {
      const text = texts[name];
      return typeof text === 'string' ? text : '';
    },
    practice,
    checklist,
    files,
    problems: distinct(problems),
    mayLoseTerms: [...found].some(({ mayLoseTerms }) => mayLoseTerms),
  };
}

/** Each once, with its file named in one way. */
function distinct(problems: readonly ProblemInFile[]): ProblemInFile[] {
  const named = problems.map((problem) => ({ ...problem, file: slashes(join(problem.file)) }));
  return [...new Map(named.map((problem) => [told(problem), problem])).values()];
}

function checkFolder(folder: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch (error) {
    throw cannotRead(folder, error);
  }
  if (!isFolder) throw new Failure(`${folder}: this is no folder`);
}

/** A file that there may be; or what keeps it from being read. */
function readPart(path: string, name: PracticeFile): string | FileProblem | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readText(path);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { line = 1, column = 1, message } = error.problem;
    return { file: name, line, column, message, isWhole: true };
  }
}

function readChecklistFile(file: string, text: string): Pick<Preparation, 'checklist' | 'problems'> {
  const { checklist, problem } = readChecklist(text);
  if (problem)
    return { checklist, problems: [{ file, line: problem.line, column: 1, message: capital(problem.cause) }] };
  return { checklist, problems: inFile(file, evidenceProblems(text, checklist)) };
}
