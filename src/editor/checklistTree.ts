import {
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type WorkspaceFolder,
} from 'vscode';
import type { Count, Item, Problem, Section } from '../core/checklist/checklist';
import { loadChecklistCore } from './checklistCore';
import { CHECKLIST_NAME, type ChecklistStore, type FolderChecklist } from './checklistStore';

/** Shows a row's line in the file. */
export const OPEN_ROW = 'starl.checklist.open';

/** A row of the tree, and whose it is. */
export type Row =
  | { readonly kind: 'folder'; readonly of: FolderChecklist }
  | { readonly kind: 'problem'; readonly of: FolderChecklist; readonly problem: Problem }
  | { readonly kind: 'section'; readonly of: FolderChecklist; readonly section: Section }
  | { readonly kind: 'item'; readonly of: FolderChecklist; readonly item: Item };

/** The checklists as a native tree: one level for the folders where there are several, then groups, then items. */
export class ChecklistTree implements TreeDataProvider<Row> {
  readonly #store: ChecklistStore;
  readonly #folders: () => readonly WorkspaceFolder[];
  readonly #changed = new EventEmitter<undefined>();
  #hidesDone = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: ChecklistStore, folders: () => readonly WorkspaceFolder[]) {
    this.#store = store;
    this.#folders = folders;
  }

  get hidesDone(): boolean {
    return this.#hidesDone;
  }

  set hidesDone(hides: boolean) {
    this.#hidesDone = hides;
    this.refresh();
  }

  /** Draws every row again as the file has it. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) {
      const all = await this.#store.all();
      if (this.#folders().length > 1) return all.map((of) => ({ kind: 'folder', of }));
      return (await Promise.all(all.map((of) => this.#top(of)))).flat();
    }
    if (row.kind === 'folder') return this.#top(row.of);
    if (row.kind === 'section') return this.#within(row.of, row.section);
    return row.kind === 'item' ? this.#within(row.of, row.item) : [];
  }

  getTreeItem(row: Row): TreeItem {
    const item = treeItem(row);
    item.contextValue = row.kind;
    return item;
  }

  async #top(of: FolderChecklist): Promise<Row[]> {
    if (of.problem) return [{ kind: 'problem', of, problem: of.problem }];
    return of.checklist ? this.#within(of, of.checklist) : [];
  }

  async #within(of: FolderChecklist, parent: Section | Item): Promise<Row[]> {
    const { isSettled } = await loadChecklistCore();
    const shown = (entry: Section | Item): boolean => !this.#hidesDone || !isSettled(entry);
    const sections = 'sections' in parent ? parent.sections : [];
    return [
      ...parent.items.filter(shown).map((item): Row => ({ kind: 'item', of, item })),
      ...sections.filter(shown).map((section): Row => ({ kind: 'section', of, section })),
    ];
  }
}

/** `3 of 8`. */
export function rollUp({ done, total }: Count): string {
  return `${done} of ${total}`;
}

function treeItem(row: Row): TreeItem {
  if (row.kind === 'folder') return folderItem(row.of);
  if (row.kind === 'problem') return problemItem(row, row.problem);
  return row.kind === 'section' ? sectionItem(row.of, row.section) : itemItem(row, row.item);
}

function folderItem({ folder, checklist }: FolderChecklist): TreeItem {
  const item = new TreeItem(folder.name, TreeItemCollapsibleState.Expanded);
  item.id = `folder ${folder.uri}`;
  item.iconPath = ThemeIcon.Folder;
  if (checklist) count(item, folder.name, checklist.count);
  return item;
}

function sectionItem({ folder }: FolderChecklist, section: Section): TreeItem {
  const title = section.title || 'Untitled';
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.id = `section ${folder.uri}${section.id}`;
  count(item, title, section.count);
  return item;
}

function count(item: TreeItem, title: string, { done, total }: Count): void {
  item.description = rollUp({ done, total });
  item.accessibilityInformation = { label: `${title}, ${rollUp({ done, total })} done` };
}

function itemItem(row: Row, { id, label, done, notes, items }: Item): TreeItem {
  const { None, Expanded } = TreeItemCollapsibleState;
  const title = label || 'No text';
  const state = done ? 'Done' : 'Open';
  const item = new TreeItem(title, items.length > 0 ? Expanded : None);
  item.id = `item ${row.of.folder.uri}${id}`;
  item.checkboxState = {
    state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: state,
    accessibilityInformation: { label: state, role: 'checkbox' },
  };
  item.tooltip = new MarkdownString();
  item.tooltip.appendText([title, ...notes].join('\n\n'));
  item.accessibilityInformation = { label: `${title}, ${state}` };
  item.command = { command: OPEN_ROW, title: 'Open in File', arguments: [row] };
  return item;
}

function problemItem(row: Row, { line, cause }: Problem): TreeItem {
  const item = new TreeItem(`${cause.charAt(0).toUpperCase()}${cause.slice(1)}`);
  item.id = `problem ${row.of.folder.uri}`;
  item.iconPath = new ThemeIcon('warning');
  item.description = `${CHECKLIST_NAME}, line ${line}`;
  item.tooltip = `Starl leaves ${CHECKLIST_NAME} as it is until this is mended.`;
  item.accessibilityInformation = { label: `${item.label}: ${item.description}. ${item.tooltip}` };
  item.command = { command: OPEN_ROW, title: 'Open in File', arguments: [row] };
  return item;
}
