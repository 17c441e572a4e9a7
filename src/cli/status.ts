import { join } from 'node:path';
import { readChecklist } from '../core/checklist/readChecklist';
import { Library } from '../core/library/library';
import { createLinter } from '../core/lint/linter';
import { figuresFor } from '../core/status/figures';
import { type Status, statusOf } from '../core/status/status';
import type { StatusCommand } from './arguments';
import { Failure } from './failure';
import { CHECKLIST_NAME, readPreparation } from './preparation';
import { slashes } from './slashes';

/** Puts together how a preparation stands. Throws a failure where something cannot be read. */
export async function status({ folder, profile }: StatusCommand): Promise<Status> {
  const { today, resolved, practice, checklist, files } = await readPreparation(folder, profile);
  const linter = createLinter({ settings: resolved.settings });
  const library = new Library();
  for (const { path, text, globPath } of files) library.put(path, text, linter.lint(text, { path: globPath }));
  const pack = resolved.pack ?? { competencies: [], questions: [] };
  const figures = figuresFor(library, pack, practice.mocks ?? []);
  const reading = checklist === undefined ? undefined : readChecklist(checklist);
  if (reading?.problem)
    throw new Failure(`${slashes(join(folder, CHECKLIST_NAME))}:${reading.problem.line}:1: ${reading.problem.cause}`);
  return statusOf(practice, reading?.checklist, figures, today);
}
