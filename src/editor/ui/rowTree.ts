import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';

/**
 * A row of a tree. It stays the same object for as long as its id is in the tree, so that VS Code need not build the
 * tree anew with every change; a click on a tree that is being built is lost.
 */
export interface Row<E> {
  readonly id: string;
  entry: E;
}

/** What a tree shows. */
export interface RowSource<E> {
  /** What stands at the top; read where that has not been done yet. */
  load(): Promise<readonly E[]>;
  below(entry: E): readonly E[];
  /** Names an entry in the whole tree. */
  idOf(entry: E): string;
  /** All that the tree shows of an entry itself, to tell whether it looks different now. */
  lookOf(entry: E): string;
  treeItem(row: Row<E>): TreeItem;
  /**
   * Whether what is below a row is left alone until the row is opened: for what is dear to work out. Whether a row can be
   * opened must not depend on it then.
   */
  readonly isLazy?: boolean;
}

/** How a row looked when it was last shown, and what stood below it. */
interface Shown {
  readonly look: string;
  readonly below: readonly string[];
}

/** Entries as a native tree, of which an update touches only what looks different. */
export class RowTree<E> implements TreeDataProvider<Row<E>>, Disposable {
  readonly #source: RowSource<E>;
  readonly #changed = new EventEmitter<Row<E>[] | undefined>();
  #rows = new Map<string, Row<E>>();
  #shown = new Map<string, Shown>();
  /** The rows that were opened once. */
  readonly #opened = new Set<string>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(source: RowSource<E>) {
    this.#source = source;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Draws a row again, as the file has it. */
  redraw(row: Row<E>): void {
    if (this.#rows.get(row.id) === row) this.#changed.fire([row]);
  }

  /** Brings the tree up to date. */
  update(entries: readonly E[]): void {
    const rows = new Map<string, Row<E>>();
    const shown = new Map<string, Shown>();
    const changed: Row<E>[] = [];
    const visit = (list: readonly E[]): string[] =>
      list.map((entry) => {
        const row = this.#row(entry);
        rows.set(row.id, row);
        const now = {
          look: this.#source.lookOf(entry),
          below: this.#isHidden(row) ? [] : visit(this.#source.below(entry)),
        };
        shown.set(row.id, now);
        if (isDifferent(this.#shown.get(row.id), now)) changed.push(row);
        return row.id;
      });
    const top = { look: '', below: visit(entries) };
    const isNew = isDifferent(this.#shown.get(''), top);
    this.#rows = rows;
    this.#shown = shown.set('', top);
    if (isNew) this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire(changed);
  }

  async getChildren(row?: Row<E>): Promise<Row<E>[]> {
    if (row) this.#opened.add(row.id);
    const entries = row ? this.#source.below(row.entry) : await this.#source.load();
    return entries.map((entry) => this.#row(entry));
  }

  getTreeItem(row: Row<E>): TreeItem {
    return this.#source.treeItem(row);
  }

  #isHidden({ id }: Row<E>): boolean {
    return this.#source.isLazy === true && !this.#opened.has(id);
  }

  #row(entry: E): Row<E> {
    const id = this.#source.idOf(entry);
    const row = this.#rows.get(id) ?? { id, entry };
    row.entry = entry;
    this.#rows.set(id, row);
    return row;
  }
}

function isDifferent(before: Shown | undefined, now: Shown): boolean {
  return before?.look !== now.look || before.below.join('\t') !== now.below.join('\t');
}
