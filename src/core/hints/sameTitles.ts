import type { LibraryStory } from '../library/library';

/** A story with the title of one that stands before it, which is the one that the title means in rounds and mocks. */
export interface SameTitle {
  readonly one: LibraryStory;
  readonly first: LibraryStory;
}

/** The stories with a title that is taken, in whatever case. */
export function sameTitles(stories: readonly LibraryStory[]): SameTitle[] {
  const firsts = new Map<string, LibraryStory>();
  return stories.flatMap((one) => {
    const title = one.story.title.toLowerCase();
    const first = firsts.get(title);
    if (first && title !== '') return { one, first };
    firsts.set(title, one);
    return [];
  });
}

/** Says of a story that its title is taken; `shown` gives a file as the user knows it. */
export function sameTitleWords({ one, first }: SameTitle, shown: (file: string) => string): string {
  const { title, line } = first.story;
  const where = first.file === one.file ? `in line ${line}` : `in ${shown(first.file)}, line ${line}`;
  return `There is another "${title}" ${where}, and rounds and mocks that name it mean that one. Give one of them another title.`;
}
