import {
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  type WorkspaceFolder,
} from 'vscode';
import type { LibraryStory } from '../core/library/library';
import type { PracticeRow } from '../core/practice/practiceRows';
import { openCommand } from './fileFailure';
import type { FolderPractice, PracticeStore } from './practiceStore';
import { type Row, RowTree } from './rowTree';
import { figuresOf } from './storiesTreeItem';

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
  missed: 'history',
  round: 'comment-discussion',
  mock: 'mic',
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
      lookOf: (entry) => JSON.stringify([lookOf(entry), storyFigures(entry, findStory)]),
      treeItem: (row) => treeItem(row, storyFigures(row.entry, findStory)),
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

/** How the story of a row stands, as far as that is known. */
function storyFigures({ of, row }: PracticeEntry, findStory: FindStory): string | undefined {
  const one = row?.story === undefined ? 'unknown' : findStory(of.folder, row.story);
  if (one === 'unknown') return undefined;
  return one ? figuresOf(one.story) : 'no story is named so';
}

function treeItem(treeRow: PracticeTreeRow, story: string | undefined): TreeItem {
  const { of, row } = treeRow.entry;
  const item = row
    ? rowItem(story === undefined ? row : { ...row, description: story })
    : new TreeItem(of.folder.name, Expanded);
  item.id = treeRow.id;
  if (!row) item.iconPath = ThemeIcon.Folder;
  const place = placeOfRow(treeRow.entry);
  if (place) item.command = openCommand(place.uri, place.line);
  return item;
}

function rowItem({ kind, label, description, detail, done, collapsed, rows }: PracticeRow): TreeItem {
  const item = new TreeItem(label, rows.length === 0 ? None : collapsed ? Collapsed : Expanded);
  const icon = ICONS[kind];
  if (icon) item.iconPath = new ThemeIcon(icon);
  if (description !== undefined) item.description = description;
  item.tooltip = [label, ...(detail ? [detail] : [])].join('\n\n');
  item.contextValue = done === undefined ? kind : done ? 'done' : 'open';
  const spoken = [label, ...(description === undefined ? [] : [description])];
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
