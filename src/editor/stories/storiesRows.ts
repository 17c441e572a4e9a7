import { Uri } from 'vscode';
import type { LibraryStory } from '../../core/library/library';
import type { PartRecord } from '../../core/library/record';
import type { FolderLibrary } from '../library/libraryStore';
import type { Row } from '../ui/rowTree';

/** What a row of the view "Stories" stands for. */
export type StoryEntry =
  | {
      readonly kind: 'folder';
      readonly of: FolderLibrary;
      readonly stories: readonly LibraryStory[];
      /** When each story was last told in a mock, in words, by the stories' keys. */
      readonly practised: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: 'story';
      readonly of: FolderLibrary;
      readonly one: LibraryStory;
      readonly practised: string | undefined;
    }
  | { readonly kind: 'part'; readonly of: FolderLibrary; readonly one: LibraryStory; readonly part: PartRecord }
  | { readonly kind: 'refused'; readonly uri: Uri; readonly why: string };
export type StoryRow = Row<StoryEntry>;

/** Names an entry in the whole tree. */
export function idOfStory(entry: StoryEntry): string {
  if (entry.kind === 'folder') return `folder ${entry.of.folder.uri}`;
  if (entry.kind === 'refused') return `refused ${entry.uri}`;
  return entry.kind === 'story' ? `story ${entry.one.key}` : `part ${entry.part.part} ${entry.one.key}`;
}

/** The line of a file that an entry is about, counted from 1. */
export function placeOfStory(entry: StoryEntry): { readonly uri: Uri; readonly line: number } | undefined {
  if (entry.kind === 'folder') return undefined;
  if (entry.kind === 'refused') return { uri: entry.uri, line: 1 };
  const line = entry.kind === 'part' ? entry.part.line : undefined;
  return { uri: Uri.parse(entry.one.file), line: line ?? entry.one.story.line };
}

/** All that the tree shows of an entry itself, and where it leads. */
export function lookOfStory(entry: StoryEntry): string {
  if (entry.kind === 'folder') return `${entry.of.folder.name} ${entry.stories.length}`;
  if (entry.kind === 'refused') return entry.why;
  if (entry.kind === 'part') return JSON.stringify([{ ...entry.part, vocabulary: '' }, placeOfStory(entry)?.line]);
  const { start, end, parts, ...shown } = entry.one.story;
  return JSON.stringify([shown, parts.map(({ state }) => state), entry.practised]);
}

/** What stands below an entry. */
export function belowStory(entry: StoryEntry): StoryEntry[] {
  if (entry.kind === 'folder')
    return entry.stories.map((one) => ({ kind: 'story', of: entry.of, one, practised: entry.practised.get(one.key) }));
  if (entry.kind !== 'story') return [];
  return entry.one.story.parts.map((part) => ({ kind: 'part', of: entry.of, one: entry.one, part }));
}
