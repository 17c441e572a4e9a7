// Plan, rounds and mocks to test with: their store and their tree.
import { type Disposable, TreeItemCheckboxState, type Uri, type WorkspaceFolder } from 'vscode';
import { systemClock } from '../../src/editor/clock';
import { WriteQueue } from '../../src/editor/files/writeQueue';
import { loadPracticeCore } from '../../src/editor/lazy/lazyCore';
import { PracticeStore } from '../../src/editor/practice/practiceStore';
import { type FindStory, PracticeTree, type PracticeTreeRow } from '../../src/editor/practice/practiceTree';
import { Signal } from '../../src/editor/signal';
import { ok } from './assert';

/** A tree of its own over folders, without the view. */
export class Practising implements Disposable {
  readonly store: PracticeStore;
  readonly tree: PracticeTree;
  readonly folders: readonly WorkspaceFolder[];
  findStory: FindStory = () => 'unknown';

  constructor(...uris: Uri[]) {
    this.folders = uris.map((uri, index) => ({ uri, index, name: uri.path.split('/').at(-1) ?? '' }));
    this.store = new PracticeStore({
      clock: systemClock,
      writes: new WriteQueue(),
      log: { error: () => undefined, show: () => undefined, dispose: () => undefined },
      loadCore: loadPracticeCore,
      folders: () => this.folders,
      onDidChangeFolders: new Signal<void>().event,
    });
    this.tree = new PracticeTree(
      this.store,
      () => this.folders,
      (folder, name) => this.findStory(folder, name),
    );
    this.store.onDidChange((all) => this.tree.show(all));
  }

  async outline(row?: PracticeTreeRow, indent = ''): Promise<string[]> {
    const lines: string[] = [];
    for (const child of await this.tree.getChildren(row)) {
      const { label, description, checkboxState } = this.tree.getTreeItem(child);
      const state = typeof checkboxState === 'object' ? checkboxState.state : undefined;
      const box = state === undefined ? '' : state === TreeItemCheckboxState.Checked ? '[x] ' : '[ ] ';
      lines.push(`${indent}${box}${label}${description ? `: ${description}` : ''}`);
      lines.push(...(await this.outline(child, `${indent}  `)));
    }
    return lines;
  }

  get only(): WorkspaceFolder {
    const [folder] = this.folders;
    ok(folder);
    return folder;
  }

  dispose(): void {
    this.store.dispose();
  }
}
