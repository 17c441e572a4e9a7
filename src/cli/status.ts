import { join } from 'node:path';
import type { LintSettings } from '../core/config/settings';
import { CONFIG_NAME } from '../core/fileNames';
import { ROUNDS_KEY } from '../core/hints/configHints';
import { storyNamesUnder, unknownStories } from '../core/hints/storyNames';
import { Library } from '../core/library/library';
import { createLinter } from '../core/lint/linter';
import { figuresFor } from '../core/status/figures';
import { type ProblemInFile, type Status, statusOf } from '../core/status/status';
import { oncePer } from '../core/util/once';
import { toProblems } from '../core/yaml/problem';
import type { StatusCommand } from './arguments';
import { inFile } from './config';
import { readPreparation } from './preparation';
import { slashes } from './slashes';

/** Puts together how a preparation stands, as far as it can be read. Throws a failure where there is none. */
export async function status({ folder, profile }: StatusCommand): Promise<Status> {
  const { today, resolved, configText, practice, checklist, files, problems } = readPreparation(folder, profile);
  const linterOf = oncePer((settings: LintSettings) => createLinter({ settings }));
  const library = new Library();
  const notes: ProblemInFile[] = [];
  for (const { path, text, globPath, settings } of files) {
    const report = linterOf(settings).lint(text, { path: globPath });
    library.put(path, text, report);
    if (report.kind) notes.push(...report.notes.map((message) => ({ file: path, message })));
  }
  const pack = resolved.pack ?? { competencies: [], questions: [] };
  const figures = figuresFor(library, pack, practice);
  const unknown = toProblems(configText, unknownStories(storyNamesUnder(configText, ROUNDS_KEY), library.stories));
  const all = [...problems, ...inFile(slashes(join(folder, CONFIG_NAME)), unknown), ...notes];
  return statusOf({ ...practice, problems: all }, checklist, figures, today, library.stories);
}
