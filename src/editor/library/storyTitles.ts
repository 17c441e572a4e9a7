import type { WorkspaceFolder } from 'vscode';
import type { LibraryServices } from './libraryServices';

/** The titles of the stories of a folder, when all are listed. */
export async function storyTitles({ store }: LibraryServices, folder: WorkspaceFolder): Promise<readonly string[]> {
  await store.listed();
  const stories = store.libraryOf(folder)?.stories ?? [];
  return [...new Set(stories.map(({ story }) => story.title).filter((title) => title !== ''))];
}
