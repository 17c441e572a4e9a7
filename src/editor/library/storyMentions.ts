import { Uri } from 'vscode';
import type { Outcome } from '../../core/checklist/edits';
import { CONFIG_NAME, MOCKS_NAME } from '../../core/fileNames';
import type { LibraryStory } from '../../core/library/library';
import { type FileChange, type FileTools, readTextFile } from '../files/textFile';
import type { LibraryCore } from '../lazy/lazyCore';
import type { FolderLibrary } from './libraryStore';

/** What gives a story another title where rounds and mocks name it. */
export interface Mentions {
  readonly changes: readonly FileChange[];
  /** The files that are left as they are, and why. */
  readonly left: readonly string[];
}

/** Looks where the rounds and mocks of a folder name a story by its title. Names of its file stay true, and stay. */
export async function mentionsOf(
  core: LibraryCore,
  one: LibraryStory,
  title: string,
  { folder, library }: Pick<FolderLibrary, 'folder' | 'library'>,
  tools: FileTools,
): Promise<Mentions> {
  const find = core.storiesByName(library.stories);
  const old = one.story.title.toLowerCase();
  // Of stories with the same title, a name means the first.
  const isMeant = (name: string): boolean => name.toLowerCase() === old && find(name)?.key === one.key;
  const changes: FileChange[] = [];
  const left: string[] = [];
  for (const [name, key] of [
    [CONFIG_NAME, core.ROUNDS_KEY],
    [MOCKS_NAME, core.MOCKS_KEY],
  ] as const) {
    const uri = Uri.joinPath(folder.uri, name);
    const change = (text: string): Outcome => core.renameMentions(text, key, isMeant, title);
    try {
      const found = await readTextFile(uri, tools);
      if (!found) continue;
      const { edit, refusal } =
        found.text === undefined ? { refusal: `line ${found.badLine} is not UTF-8` } : change(found.text);
      if (refusal !== undefined) left.push(`${name}: ${refusal}`);
      else if (edit) changes.push({ uri, change });
    } catch (error) {
      left.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { changes, left };
}
