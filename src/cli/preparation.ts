import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CalendarDate, dateOf } from '../core/calendar/calendarDate';
import { globPath } from '../core/config/globPath';
import { type ResolvedSettings, resolveSettings } from '../core/config/layers';
import { profileIds } from '../core/packs/packs';
import { PRACTICE_FILES, type Practice, type PracticeTexts, readPractice } from '../core/practice/readPractice';
import { createConfigReader } from './config';
import { cannotRead, Failure } from './failure';
import { findFiles, readText } from './files';
import { requireProfile } from './judge';
import { slashes } from './slashes';

/** A Markdown file of a preparation. */
export interface PreparationFile {
  /** As it is named in the output. */
  readonly path: string;
  readonly text: string;
  /** From the folder of `starl.yaml`, as globs see it. */
  readonly globPath: string;
}

/** What stands in the folder of a preparation. */
export interface Preparation {
  readonly today: CalendarDate;
  readonly resolved: ResolvedSettings;
  /** The ids of the profile and of what it extends, the most particular first. */
  readonly profiles: readonly string[];
  readonly practice: Practice;
  /** The text of the checklist; undefined where there is none. */
  readonly checklist: string | undefined;
  readonly files: readonly PreparationFile[];
}

/** The checklist at the top of a preparation's folder. */
export const CHECKLIST_NAME = 'prep.md';

/** Reads the folder of a preparation. Throws a failure where something cannot be read. */
export async function readPreparation(folder: string, profile: string | undefined): Promise<Preparation> {
  checkFolder(folder);
  const file = createConfigReader(undefined)(resolve(folder));
  if (profile !== undefined) requireProfile(profile, file);
  const { config, root } = file;
  const texts: PracticeTexts = Object.fromEntries(PRACTICE_FILES.map((file) => [file, readIfThere(folder, file)]));
  const files: PreparationFile[] = [];
  for (const path of findFiles([folder])) {
    files.push({ path, text: readText(path), globPath: globPath(slashes(resolve(path)), root) });
  }
  const resolved = resolveSettings({ config, profile });
  return {
    today: dateOf(Date.now()),
    resolved,
    profiles: profileIds(resolved.profile, config.packs),
    practice: readPractice(texts),
    checklist: readIfThere(folder, CHECKLIST_NAME),
    files,
  };
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

function readIfThere(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readText(slashes(path)) : undefined;
}
