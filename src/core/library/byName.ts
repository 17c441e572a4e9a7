import { fileTitle } from '../text/markdownFile';
import type { LibraryStory } from './library';

/** Finds what a name stands for that the user has written: a story's title in whatever case, or else the name of its file. */
export function byName<T>(
  stories: readonly T[],
  read: (one: T) => { readonly title: string; readonly file: string },
): (name: string) => T | undefined {
  const titles = new Map<string, T>();
  const files = new Map<string, T>();
  for (const one of [...stories].reverse()) {
    const { title, file } = read(one);
    titles.set(title.toLowerCase(), one);
    files.set(fileTitle(file).toLowerCase(), one);
  }
  return (name) => titles.get(name.toLowerCase()) ?? files.get(fileTitle(name).toLowerCase());
}

/** The same for the stories of a library, whose files are URIs. */
export function storiesByName(stories: readonly LibraryStory[]): (name: string) => LibraryStory | undefined {
  return byName(stories, ({ file, story }) => ({ title: story.title, file: decoded(file) }));
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
