import { makeChecklist } from '../checklist/makeChecklist';
import { yamlScalar } from '../config/editConfig';
import { CHECKLIST_NAME, CONFIG_NAME } from '../fileNames';
import type { Pack } from '../packs/packSchema';
import { PACKS } from '../packs/packs';

/** A file of a preparation, named from its folder. */
export interface PreparationFile {
  readonly path: string;
  readonly text: string;
}

/** What somebody prepares for. */
export interface Aim {
  /** The profile, with all that it inherits. */
  readonly pack: Pack;
  /** The name of one of its levels. */
  readonly level?: string | undefined;
  /** The day of the first interview, as `2026-12-31`. */
  readonly interview?: string | undefined;
}

/** The folders that a preparation begins with; others are made with the first file in them. */
export const PREPARATION_FOLDERS = ['stories'];

/** What a preparation starts with. */
export function preparationFiles(aim: Aim): PreparationFile[] {
  return [
    { path: CONFIG_NAME, text: makeConfig(aim) },
    { path: CHECKLIST_NAME, text: makeChecklist(aim.pack) },
  ];
}

function makeConfig({ pack, level, interview }: Aim): string {
  const profiles = [...new Set([...PACKS.map(({ id }) => id), pack.id])];
  const levels = pack.levels.map(({ name }) => name);
  const first = levels[0];
  const lines = ['# Settings of this preparation. Each of them can be left out.', ''];
  lines.push(`# What you prepare for: ${either(profiles)}.`, `profile: ${yamlScalar(pack.id)}`, '');
  if (first !== undefined) {
    lines.push(`# The level that you are interviewed for: ${either(levels)}.`);
    lines.push(level === undefined ? `# level: ${yamlScalar(first)}` : `level: ${yamlScalar(level)}`, '');
  }
  lines.push('# The day of the first interview, as year, month and day.');
  lines.push(interview === undefined ? '# interview: 2030-01-31' : `interview: ${interview}`, '');
  return lines.join('\n');
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
