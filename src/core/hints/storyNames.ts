import { storiesByName } from '../library/byName';
import type { LibraryStory } from '../library/library';
import { flowYaml } from '../yaml/flowYaml';
import { nearest } from '../yaml/nearest';
import { changeTo, type Objection } from '../yaml/problem';
import { allWrittenAt, entriesUnder, type Written, writtenAt } from './writtenEntries';

/** The stories that the entries of the list under a key name; only those of a title, where one is given. */
export function storyNamesUnder(text: string, key: string, title?: string): Written[] {
  return entriesUnder(text, key)
    .filter((entry) => title === undefined || writtenAt(entry, 'title')?.text === title)
    .flatMap((entry) => allWrittenAt(entry, 'stories'));
}

/** The names that no story has, with the title that was most likely meant. Where there is no story yet, any name may be. */
export function unknownStories(names: readonly Written[], stories: readonly LibraryStory[]): Objection[] {
  if (stories.length === 0) return [];
  const find = storiesByName(stories);
  const titles = new Map(stories.map(({ story: { title } }) => [title.toLowerCase(), title]));
  return names.flatMap(({ text, ...place }) => {
    if (find(text)) return [];
    const meant = titles.get(nearest(text, [...titles.keys()]) ?? '');
    const hint =
      meant === undefined ? 'Write the title of a story, or the name of its file.' : `Did you mean "${meant}"?`;
    return {
      message: `No story is named "${text}". ${hint}`,
      ...place,
      ...(meant !== undefined && { fixes: [changeTo(meant, place, flowYaml(meant))] }),
    };
  });
}
