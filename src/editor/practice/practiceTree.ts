import {
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  type WorkspaceFolder,
} from 'vscode';
import type { LibraryStory } from '../../core/library/library';
import { storyFigures } from '../../core/library/storyWords';
import type { PracticeRow } from '../../core/practice/practiceRows';
import { openCommand } from '../files/fileFailure';
import { type Row, RowTree } from '../ui/rowTree';
import { cutLabel, tooltipOf } from '../ui/shownText';
import type { FolderPractice, PracticeStore } from './practiceStore';

/** Opens the story that a row names, or the line that names it. */
export const OPEN_PRACTICE_ROW = 'starl.practice.open';

/** A row of the tree, and whose it is. */
export interface PracticeEntry {
  readonly of: FolderPractice;
  /** Undefined for the row of the folder itself. */
  readonly row: PracticeRow | undefined;
}
export type PracticeTreeRow = Row<PracticeEntry>;

/** Finds the story of a folder that a name stands for; `unknown` while the stories have not been read. */
export type FindStory = (folder: WorkspaceFolder, name: string) => LibraryStory | 'unknown' | undefined;

const ICONS: Readonly<Partial<Record<PracticeRow['kind'], string>>> = {
  problem: 'warning',
  interview: 'calendar',
  today: 'tasklist',
  missed: 'history',
  coming: 'arrow-right',
  undated: 'question',
  rounds: 'comment-discussion',
  scores: 'graph',
  mocks: 'mic',
  story: 'book',
};
const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** Plan, rounds and mocks as a native tree: one level for the folders where there are several. */
export class PracticeTree extends RowTree<PracticeEntry> {
  readonly #folders: () => readonly WorkspaceFolder[];

  constructor(store: PracticeStore, folders: () => readonly WorkspaceFolder[], findStory: FindStory) {
    super({
      load: async () => topEntries(await store.all(), folders()),
      below: entriesBelow,
      idOf,
      lookOf: (entry) => JSON.stringify([lookOf(entry), lookOfFound(storyOf(entry, findStory))]),
      treeItem: (row) => treeItem(row, storyOf(row.entry, findStory)),
    });
    this.#folders = folders;
  }

  /** Brings the tree up to date. */
  show(all: readonly FolderPractice[]): void {
    this.update(topEntries(all, this.#folders()));
  }
}

/** The line that a row is about. */
export function placeOfRow({ of, row }: PracticeEntry): { readonly uri: Uri; readonly line: number } | undefined {
  return row?.place && { uri: Uri.joinPath(of.folder.uri, row.place.file), line: row.place.line };
}

function topEntries(all: readonly FolderPractice[], folders: readonly WorkspaceFolder[]): PracticeEntry[] {
  const shown = all.filter(({ rows }) => rows.length > 0);
  if (folders.length > 1) return shown.map((of) => ({ of, row: undefined }));
  return shown.flatMap((of) => of.rows.map((row) => ({ of, row })));
}

function entriesBelow({ of, row }: PracticeEntry): PracticeEntry[] {
  return (row ?? of).rows.map((inner) => ({ of, row: inner }));
}

function idOf({ of, row }: PracticeEntry): string {
  return `${of.folder.uri} ${row?.id ?? ''}`;
}

function lookOf({ of, row }: PracticeEntry): string {
  return JSON.stringify(row ? { ...row, rows: row.rows.length } : of.folder.name);
}

type FoundStory = ReturnType<FindStory>;

function storyOf({ of, row }: PracticeEntry, findStory: FindStory): FoundStory {
  return row?.story === undefined ? 'unknown' : findStory(of.folder, row.story);
}

function treeItem(treeRow: PracticeTreeRow, story: FoundStory): TreeItem {
  const { of, row } = treeRow.entry;
  const item = row ? rowItem(story === 'unknown' ? row : { ...row, description: figuresOr(story) }) : folderItem(of);
  item.id = treeRow.id;
  const place = placeOfRow(treeRow.entry);
  if (story !== 'unknown' && story) item.command = openCommand(Uri.parse(story.file), story.story.line);
  // Where the stories have not been read yet, the story is looked for with the click.
  else if (row?.story !== undefined && story === 'unknown')
    item.command = { command: OPEN_PRACTICE_ROW, title: 'Open in File', arguments: [treeRow] };
  else if (place) item.command = openCommand(place.uri, place.line);
  return item;
}

function lookOfFound(story: FoundStory): unknown {
  return story === 'unknown' || !story ? story : [storyFigures(story.story), story.file, story.story.line];
}

function figuresOr(story: LibraryStory | undefined): string {
  return story ? storyFigures(story.story) : 'no story has this title';
}

function folderItem({ folder: { name } }: FolderPractice): TreeItem {
  const item = new TreeItem(name, Expanded);
  item.iconPath = ThemeIcon.Folder;
  return item;
}

function rowItem({ kind, label, description, detail, done, collapsed, rows }: PracticeRow): TreeItem {
  const item = new TreeItem(cutLabel(label), rows.length === 0 ? None : collapsed ? Collapsed : Expanded);
  const icon = ICONS[kind];
  if (icon) item.iconPath = new ThemeIcon(icon);
  if (description !== undefined) item.description = cutLabel(description);
  item.tooltip = tooltipOf([label, ...(description === undefined ? [] : [description]), ...(detail ? [detail] : [])]);
  item.contextValue = done === undefined ? kind : done ? 'done' : 'open';
  const spoken = [label, ...(description === undefined ? [] : [description])].map(cutLabel);
  if (done !== undefined) {
    const state = done ? 'Done' : 'Open';
    item.checkboxState = {
      state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip: state,
      accessibilityInformation: { label: state, role: 'checkbox' },
    };
    spoken.push(state);
  }
  item.accessibilityInformation = { label: spoken.join(', ') };
  return item;
}
