import type { WorkspaceFolder } from 'vscode';
import { RowTree } from '../ui/rowTree';
import { type Entry, entriesBelow, idOf, lookOf, topEntries } from './checklistRows';
import type { FolderChecklist } from './checklistStore';
import { treeItem } from './checklistTreeItem';

/** The checklists as a native tree: one level for the folders where there are several, then groups, then items. */
export class ChecklistTree extends RowTree<Entry> {
  readonly #folders: () => readonly WorkspaceFolder[];
  /** Whether what is done is hidden; takes effect with the next `show`. */
  hidesDone = false;

  constructor(load: () => Promise<readonly FolderChecklist[]>, folders: () => readonly WorkspaceFolder[]) {
    super({
      load: async () => topEntries(await load(), folders(), this.hidesDone),
      below: (entry) => entriesBelow(entry, this.hidesDone),
      idOf,
      lookOf,
      treeItem,
    });
    this.#folders = folders;
  }

  /** Brings the tree up to date with the checklists. */
  show(all: readonly FolderChecklist[]): void {
    this.update(topEntries(all, this.#folders(), this.hidesDone));
  }
}
