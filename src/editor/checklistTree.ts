import { EventEmitter, type TreeDataProvider, type TreeItem, type WorkspaceFolder } from 'vscode';
import { type Entry, entriesBelow, idOf, lookOf, type Row, topEntries } from './checklistRows';
import type { ChecklistStore, FolderChecklist } from './checklistStore';
import { treeItem } from './checklistTreeItem';

/** How a row looked when it was last shown, and what stood below it. */
interface Shown {
  readonly look: string;
  readonly below: readonly string[];
}

/** The checklists as a native tree: one level for the folders where there are several, then groups, then items. */
export class ChecklistTree implements TreeDataProvider<Row> {
  readonly #store: ChecklistStore;
  readonly #folders: () => readonly WorkspaceFolder[];
  readonly #changed = new EventEmitter<Row[] | undefined>();
  #rows = new Map<string, Row>();
  #shown = new Map<string, Shown>();
  #hidesDone = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: ChecklistStore, folders: () => readonly WorkspaceFolder[]) {
    this.#store = store;
    this.#folders = folders;
  }

  get hidesDone(): boolean {
    return this.#hidesDone;
  }

  /** Shows or hides what is done; takes effect with the next `update`. */
  set hidesDone(hides: boolean) {
    this.#hidesDone = hides;
  }

  /** Draws a row again, as the file has it. */
  redraw(row: Row): void {
    if (this.#rows.get(row.id) === row) this.#changed.fire([row]);
  }

  /** Brings the tree up to date with the checklists, touching only what looks different. */
  update(all: readonly FolderChecklist[]): void {
    const rows = new Map<string, Row>();
    const shown = new Map<string, Shown>();
    const changed: Row[] = [];
    const visit = (entries: readonly Entry[]): string[] =>
      entries.map((entry) => {
        const row = this.#row(entry);
        rows.set(row.id, row);
        const now = { look: lookOf(entry), below: visit(entriesBelow(entry, this.#hidesDone)) };
        shown.set(row.id, now);
        if (isDifferent(this.#shown.get(row.id), now)) changed.push(row);
        return row.id;
      });
    const top = { look: '', below: visit(topEntries(all, this.#folders(), this.#hidesDone)) };
    const isNew = isDifferent(this.#shown.get(''), top);
    this.#rows = rows;
    this.#shown = shown.set('', top);
    if (isNew) this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire(changed);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    const entries = row
      ? entriesBelow(row.entry, this.#hidesDone)
      : topEntries(await this.#store.all(), this.#folders(), this.#hidesDone);
    return entries.map((entry) => this.#row(entry));
  }

  getTreeItem(row: Row): TreeItem {
    return treeItem(row);
  }

  #row(entry: Entry): Row {
    const id = idOf(entry);
    const row = this.#rows.get(id) ?? { id, entry };
    row.entry = entry;
    this.#rows.set(id, row);
    return row;
  }
}

function isDifferent(before: Shown | undefined, now: Shown): boolean {
  return before?.look !== now.look || before.below.join('\t') !== now.below.join('\t');
}
