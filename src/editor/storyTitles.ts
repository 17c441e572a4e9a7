import type { WorkspaceFolder } from 'vscode';
import type { LibraryServices } from './libraryServices';

/** The titles of the stories of a folder, when all are listed. */
export async function storyTitles({ store }: LibraryServices, { uri }: WorkspaceFolder): Promise<readonly string[]> {
  await store.listed();
  const key = uri.toString();
  const stories = store.folders.find(({ folder }) => folder.uri.toString() === key)?.library.stories ?? [];
  return [...new Set(stories.map(({ story }) => story.title).filter((title) => title !== ''))];
}
