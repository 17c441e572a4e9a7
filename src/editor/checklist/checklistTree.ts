import type { WorkspaceFolder } from 'vscode';
import { RowTree } from '../ui/rowTree';
import { type Entry, entriesBelow, idOf, lookOf, topEntries } from './checklistRows';
import type { FolderChecklist } from './checklistStore';
import { treeItem } from './checklistTreeItem';

/** The checklists as a native tree: one level for the folders where there are several, then groups, then items. */
export class ChecklistTree extends RowTree<Entry> {
  readonly #folders: () => readonly WorkspaceFolder[];
  readonly #filter: { hidesDone: boolean };

  constructor(load: () => Promise<readonly FolderChecklist[]>, folders: () => readonly WorkspaceFolder[]) {
    const filter = { hidesDone: false };
    super({
      load: async () => topEntries(await load(), folders(), filter.hidesDone),
      below: (entry) => entriesBelow(entry, filter.hidesDone),
      idOf,
      lookOf,
      treeItem,
    });
    this.#folders = folders;
    this.#filter = filter;
  }

  get hidesDone(): boolean {
    return this.#filter.hidesDone;
  }

  /** Shows or hides what is done; takes effect with the next `show`. */
  set hidesDone(hides: boolean) {
    this.#filter.hidesDone = hides;
  }

  /** Brings the tree up to date with the checklists. */
  show(all: readonly FolderChecklist[]): void {
    this.update(topEntries(all, this.#folders(), this.hidesDone));
  }
}
