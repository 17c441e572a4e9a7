import { join } from 'node:path';
import { Redactor } from '../core/confidential/redact';
import { TermFinder } from '../core/confidential/termFinder';
import { type CueSheet, makeCueSheet, missingText } from '../core/cueSheet/cueSheet';
import { cueHtml, cueMarkdown } from '../core/cueSheet/formats';
import { CONFIG_NAME } from '../core/fileNames';
import { ROUNDS_KEY } from '../core/hints/configHints';
import { storyNamesUnder, unknownStories } from '../core/hints/storyNames';
import { Library } from '../core/library/library';
import { createSurveyor } from '../core/library/survey';
import type { PlacedRound } from '../core/practice/readPractice';
import type { ProblemInFile } from '../core/status/status';
import { capital } from '../core/text/capital';
import { oncePer } from '../core/util/once';
import { toProblems } from '../core/yaml/problem';
import type { ExportCommand } from './arguments';
import { inFile } from './config';
import { Failure } from './failure';
import { type Preparation, readPreparation } from './preparation';
import { slashes } from './slashes';

/**
 * Makes the cue sheet, and tells what it leaves out because it cannot be read. Throws a failure where there is no such
 * round, and where not all confidential terms are known, so that the sheet could hold one.
 */
export async function exportSheet(
  { folder, profile, round: title, format }: ExportCommand,
  tell: (problem: ProblemInFile) => void,
): Promise<string> {
  const preparation = readPreparation(folder, profile);
  const { profiles, resolved, practice, files, problems, mayLoseTerms } = preparation;
  for (const problem of problems) tell(problem);
  if (mayLoseTerms)
    throw new Failure('no cue sheet is made, since confidential terms that cannot be read could stand in it');
  const { interview, level, rounds } = practice;
  const redactor = new Redactor(new TermFinder(resolved.settings.confidential));
  const shown = (text: string): string => redactor.redact(text).text;
  const round = title === undefined ? undefined : roundNamed(title, rounds, shown);
  if (title !== undefined && !round) {
    const known =
      rounds.length > 0 ? `there are: ${rounds.map((one) => shown(one.title)).join(', ')}` : 'it names none';
    throw new Failure(`there is no round "${shown(title)}" in starl.yaml; ${known}`);
  }
  const sheet = makeCueSheet(
    files.map(({ path, text, globPath, settings }) => ({ name: path, text, info: { path: globPath }, settings })),
    { interview: interview?.date, level, rounds, round, profiles, confidential: resolved.settings.confidential },
  );
  for (const note of sheet.notes) tell(note);
  for (const problem of missingIn(sheet, round, folder, preparation, shown)) tell(problem);
  if (sheet.stories.length === 0) throw new Failure(`${folder}: there is no story for this cue sheet`);
  return format === 'html' ? cueHtml(sheet) : cueMarkdown(sheet);
}

/** The round of a title, as it is written or as it is shown without confidential terms. */
function roundNamed(
  title: string,
  rounds: readonly PlacedRound[],
  shown: (text: string) => string,
): PlacedRound | undefined {
  const isNamed = (name: string): boolean => name.toLowerCase() === title.toLowerCase();
  return rounds.find((one) => isNamed(one.title)) ?? rounds.find((one) => isNamed(shown(one.title)));
}

/** The stories that are not there, each where it is named, and which was most likely meant. */
function missingIn(
  sheet: CueSheet,
  round: PlacedRound | undefined,
  folder: string,
  { textOf, files }: Preparation,
  shown: (text: string) => string,
): ProblemInFile[] {
  const missing = missingText(sheet, round);
  if (missing === undefined) return [];
  const file = slashes(join(folder, CONFIG_NAME));
  const library = new Library();
  const surveyorOf = oncePer(createSurveyor);
  for (const { path, text, globPath, settings } of files)
    library.put(path, text, surveyorOf(settings)(text, { path: globPath }));
  const config = textOf(CONFIG_NAME);
  const unknown = unknownStories(storyNamesUnder(config, ROUNDS_KEY, round?.title), library.stories);
  const told = inFile(file, toProblems(config, unknown)).map((problem) => ({
    ...problem,
    message: shown(problem.message),
  }));
  // Where there is no story at all, none of the names is wrong by itself.
  return told.length > 0 ? told : [{ file, line: round?.line, message: `${capital(missing)}.` }];
}
