import { join } from 'node:path';
import type { LintSettings } from '../core/config/settings';
import { hintsOnEvidence } from '../core/evidence/checklistEvidence';
import { CHECKLIST_NAME, CONFIG_NAME, MOCKS_NAME } from '../core/fileNames';
import { ROUNDS_KEY, roundAfter } from '../core/hints/configHints';
import { hintsOnMocks } from '../core/hints/mockHints';
import { sameTitles, sameTitleWords } from '../core/hints/sameTitles';
import { storyNamesUnder, unknownStories } from '../core/hints/storyNames';
import { Library } from '../core/library/library';
import { createLinter } from '../core/lint/linter';
import { usualKinds } from '../core/mocks/kinds';
import { type ProblemInFile, type Status, statusOf } from '../core/status/status';
import { withoutTerms } from '../core/status/withoutTerms';
import { oncePer } from '../core/util/once';
import { toProblems } from '../core/yaml/problem';
import type { StatusCommand } from './arguments';
import { inFile } from './config';
import { type Preparation, readPreparation } from './preparation';
import { slashes } from './slashes';

/**
 * Puts together how a preparation stands, as far as it can be read, without confidential terms. Throws a failure where there is
 * none.
 */
export async function status({ folder, profile }: StatusCommand): Promise<Status> {
  const preparation = readPreparation(folder, profile);
  const { today, resolved, textOf, practice, checklist, files } = preparation;
  const linterOf = oncePer((settings: LintSettings) => createLinter({ settings }));
  const library = new Library();
  const notes: ProblemInFile[] = [];
  for (const { path, text, globPath, settings } of files) {
    const report = linterOf(settings).lint(text, { path: globPath });
    library.put(path, text, report);
    if (report.kind) notes.push(...report.notes.map((message) => ({ file: path, message })));
  }
  const configText = textOf(CONFIG_NAME);
  const unknown = toProblems(configText, unknownStories(storyNamesUnder(configText, ROUNDS_KEY), library.stories));
  const problems = [...preparation.problems, ...inFile(slashes(join(folder, CONFIG_NAME)), unknown), ...notes];
  const hints = hintsOn(folder, preparation, library);
  const found = statusOf({ practice, checklist, library, profile: resolved.pack, today, problems, hints });
  return withoutTerms(found, resolved.settings.confidential);
}

/** What is allowed in the files of a preparation and most likely not meant, as the editor tells it. */
function hintsOn(
  folder: string,
  { today, resolved, textOf, practice, checklist, files }: Preparation,
  { stories }: Library,
): ProblemInFile[] {
  const at = (name: string): string => slashes(join(folder, name));
  const [config, mocks] = [textOf(CONFIG_NAME), textOf(MOCKS_NAME)];
  const checklistText = files.find(({ path }) => path === at(CHECKLIST_NAME))?.text ?? '';
  const rubric = resolved.pack?.rubric ?? [];
  const usual = usualKinds(resolved.pack);
  const asked = checklist ? hintsOnEvidence(checklistText, checklist, { logged: practice.mocks ?? [], usual }) : [];
  // A line is enough for the two of a pair.
  const twins = sameTitles(stories).filter(({ isMeant }) => !isMeant);
  return [
    ...inFile(at(CONFIG_NAME), toProblems(config, roundAfter(config))),
    ...inFile(at(MOCKS_NAME), hintsOnMocks(mocks, { stories, today, usual, rubric })),
    ...inFile(at(CHECKLIST_NAME), asked),
    ...twins.map((same) => ({
      file: same.one.file,
      line: same.one.story.line,
      message: sameTitleWords(same, (file) => file),
    })),
  ];
}
