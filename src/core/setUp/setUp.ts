import { makeChecklist } from '../checklist/makeChecklist';
import { PACKS } from '../packs/packs';

/** A file of a preparation, named from its folder. */
export interface PreparationFile {
  readonly path: string;
  readonly text: string;
}

/** The folders of a preparation. */
export const PREPARATION_FOLDERS = ['stories', 'design'];

/** What a preparation starts with, for the profile with an id; nothing where there is no such profile. */
export function preparationFiles(profile: string): PreparationFile[] {
  const pack = PACKS.find(({ id }) => id === profile);
  if (!pack) return [];
  return [
    { path: 'starl.yaml', text: makeConfig(profile) },
    { path: 'prep.md', text: makeChecklist(pack) },
  ];
}

function makeConfig(profile: string): string {
  const ids = PACKS.map(({ id }) => id);
  return `# Settings of this preparation. Each of them can be left out.

# What you prepare for: ${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}.
profile: ${profile}

# The day of the first interview, as year, month and day.
# interview: 2030-01-31
`;
}
