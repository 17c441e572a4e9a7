import { join } from 'node:path';
import { makeCueSheet, missingText } from '../core/cueSheet/cueSheet';
import { cueHtml, cueMarkdown } from '../core/cueSheet/formats';
import { CONFIG_NAME } from '../core/fileNames';
import type { ProblemInFile } from '../core/status/status';
import { capital } from '../core/text/capital';
import type { ExportCommand } from './arguments';
import { Failure } from './failure';
import { readPreparation } from './preparation';
import { slashes } from './slashes';

/**
 * Makes the cue sheet, and tells what it leaves out because it cannot be read. Throws a failure where there is no such
 * round, and where not all confidential terms are known, so that the sheet could hold one.
 */
export async function exportSheet(
  { folder, profile, round: title, format }: ExportCommand,
  tell: (problem: ProblemInFile) => void,
): Promise<string> {
  const { profiles, resolved, practice, files, problems, mayLoseTerms } = readPreparation(folder, profile);
  for (const problem of problems) tell(problem);
  if (mayLoseTerms)
    throw new Failure('no cue sheet is made, since confidential terms that cannot be read could stand in it');
  const { interview, rounds } = practice;
  const round = rounds.find((one) => one.title.toLowerCase() === title?.toLowerCase());
  if (title !== undefined && !round) {
    const known = rounds.length > 0 ? `there are: ${rounds.map((one) => one.title).join(', ')}` : 'it names none';
    throw new Failure(`there is no round "${title}" in starl.yaml; ${known}`);
  }
  const sheet = makeCueSheet(
    files.map(({ path, text, globPath, settings }) => ({ name: path, text, info: { path: globPath }, settings })),
    { interview: interview?.date, rounds, round, profiles, confidential: resolved.settings.confidential },
  );
  for (const note of sheet.notes) tell(note);
  const missing = missingText(sheet, round);
  if (missing !== undefined)
    tell({ file: slashes(join(folder, CONFIG_NAME)), line: round?.line, message: `${capital(missing)}.` });
  if (sheet.stories.length === 0) throw new Failure(`${folder}: there is no story for this cue sheet`);
  return format === 'html' ? cueHtml(sheet) : cueMarkdown(sheet);
}
