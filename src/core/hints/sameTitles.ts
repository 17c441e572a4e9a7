import type { LibraryStory } from '../library/library';

/** A story whose title another one has. */
export interface SameTitle {
  readonly one: LibraryStory;
  /** The first of the others. */
  readonly other: LibraryStory;
  /** Whether the title means this one in rounds and mocks; else it means the other. */
  readonly isMeant: boolean;
}

/** The stories that have one title, in whatever case, in their order. */
export function sameTitles(stories: readonly LibraryStory[]): SameTitle[] {
  const groups = new Map<string, LibraryStory[]>();
  for (const one of stories) {
    const title = one.story.title.toLowerCase();
    const group = groups.get(title);
    if (group) group.push(one);
    else if (title !== '') groups.set(title, [one]);
  }
  return stories.flatMap((one) => {
    const [first, second] = groups.get(one.story.title.toLowerCase()) ?? [];
    if (!first || !second) return [];
    const isMeant = one === first;
    return [{ one, other: isMeant ? second : first, isMeant }];
  });
}

/** Says of a story which other has its title; `shown` gives a file as the user knows it. */
export function sameTitleWords({ one, other, isMeant }: SameTitle, shown: (file: string) => string): string {
  const { title, line } = other.story;
  const where = other.file === one.file ? `in line ${line}` : `in ${shown(other.file)}, line ${line}`;
  return `There is another "${title}" ${where}, and rounds and mocks that name it mean ${isMeant ? 'this' : 'that'} one. Give one of them another title.`;
}
