import type { Outcome } from '../checklist/edits';
import { makeChecklist } from '../checklist/makeChecklist';
import { setConfigValue, yamlScalar } from '../config/editConfig';
import { CHECKLIST_NAME, CONFIG_NAME } from '../fileNames';
import type { Pack } from '../packs/packSchema';
import { PACKS } from '../packs/packs';
import { difference } from '../text/difference';
import { applyEdit } from '../text/edits';

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

/** Sets the profile in the text of a `starl.yaml`; the comments that name profiles and levels follow, where they are as written here. */
export function switchConfig(text: string, to: Pack, from: Pack | undefined): Outcome {
  const { edit, refusal } = setConfigValue(text, 'profile', to.id);
  if (refusal !== undefined) return { refusal };
  if (!edit) return { edit: undefined };
  const comments = new Map(from && commentsOf(from).map((line, index) => [line, commentsOf(to)[index] ?? line]));
  const after = applyEdit(text, edit).replace(/^#.*/gm, (line) => comments.get(line) ?? line);
  return { edit: difference(text, after) };
}

/** What is said above profile and level. */
function commentsOf({ id, levels }: Pack): string[] {
  const profiles = [...new Set([...PACKS.map((pack) => pack.id), id])];
  return [
    `# What you prepare for: ${either(profiles)}.`,
    ...(levels.length > 0
      ? [`# The level that you are interviewed for: ${either(levels.map(({ name }) => name))}.`]
      : []),
  ];
}

function makeConfig({ pack, level, interview }: Aim): string {
  const [profileComment = '', levelComment] = commentsOf(pack);
  const first = pack.levels[0]?.name;
  const lines = ['# Settings of this preparation. Each of them can be left out.', ''];
  lines.push(profileComment, `profile: ${yamlScalar(pack.id)}`, '');
  if (first !== undefined && levelComment !== undefined) {
    lines.push(levelComment);
    lines.push(level === undefined ? `# level: ${yamlScalar(first)}` : `level: ${yamlScalar(level)}`, '');
  }
  lines.push('# The day of the first interview, as year, month and day.');
  lines.push(interview === undefined ? '# interview: 2030-01-31' : `interview: ${interview}`, '');
  return lines.join('\n');
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
