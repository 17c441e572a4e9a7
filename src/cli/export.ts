import { makeCueSheet } from '../core/cueSheet/cueSheet';
import { cueHtml, cueMarkdown } from '../core/cueSheet/formats';
import type { ExportCommand } from './arguments';
import { Failure } from './failure';
import { readPreparation } from './preparation';

/** Makes the cue sheet. Throws a failure where something cannot be read, or there is no such round. */
export async function exportSheet({ folder, profile, round: title, format }: ExportCommand): Promise<string> {
  const { today, resolved, profiles, practice, files } = await readPreparation(folder, profile);
  const { interview, rounds } = practice;
  const round = rounds.find((one) => one.title.toLowerCase() === title?.toLowerCase());
  if (title !== undefined && !round) {
    const known = rounds.length > 0 ? `there are: ${rounds.map((one) => one.title).join(', ')}` : 'it names none';
    throw new Failure(`there is no round "${title}" in starl.yaml; ${known}`);
  }
  const sheet = makeCueSheet(
    files.map(({ text, globPath }) => ({ text, info: { path: globPath }, settings: resolved.settings })),
    { today, interview: interview?.date, rounds, round, profiles },
  );
  if (sheet.stories.length === 0) throw new Failure(`${folder}: there is no story here for a cue sheet`);
  return format === 'html' ? cueHtml(sheet) : cueMarkdown(sheet);
}
