// A checklist to test with: its text, its rows, and what can be done to it.
import { type Disposable, TreeItemCheckboxState, type Uri, type WorkspaceFolder } from 'vscode';
import { itemsWithin } from '../../src/core/checklist/checklist';
import { ChecklistEvidence } from '../../src/editor/checklist/checklistEvidence';
import type { Row } from '../../src/editor/checklist/checklistRows';
import { ChecklistStore } from '../../src/editor/checklist/checklistStore';
import { ChecklistTree } from '../../src/editor/checklist/checklistTree';
import { systemClock } from '../../src/editor/clock';
import { WriteQueue } from '../../src/editor/files/writeQueue';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { loadChecklistCore, loadLibraryCore, loadPracticeCore } from '../../src/editor/lazy/lazyCore';
import { PracticeStore } from '../../src/editor/practice/practiceStore';
import { Signal } from '../../src/editor/signal';
import { ok } from './assert';

const LIST = [
  '# Preparation',
  '',
  '## Stories',
  '',
  '- [ ] Failure',
  '  - Sources: 000',
  '',
  '- [ ] Conflict',
  '',
  '## Mocks',
  '',
  '- [x] Partner',
  '',
];
export const list = LIST.join('\n');
export const SHOWN = ['Stories 0 of 2', '  [ ] Failure', '  [ ] Conflict', 'Mocks 1 of 1', '  [x] Partner'];
export const CONFLICT = list.replace(
  '- [ ] Conflict',
  '<<<<<<< ours\n- [x] Conflict\n=======\n- [ ] It\n>>>>>>> theirs',
);

/** A tree of its own over folders, without the view. */
export class Checklist implements Disposable {
  readonly log: string[] = [];
  readonly changes: (readonly Row[] | undefined)[] = [];
  readonly store: ChecklistStore;
  readonly tree: ChecklistTree;
  readonly practice: PracticeStore;
  readonly evidence: ChecklistEvidence;

  constructor(...uris: Uri[]) {
    const folders = uris.map((uri, index): WorkspaceFolder => ({ uri, index, name: uri.path.split('/').at(-1) ?? '' }));
    const sources = {
      clock: systemClock,
      writes: new WriteQueue(),
      log: { error: (what: string) => this.log.push(what), show: () => undefined, dispose: () => undefined },
      loadCore: loadChecklistCore,
      folders: () => folders,
      onDidChangeFolders: new Signal<void>().event,
    };
    this.store = new ChecklistStore(sources);
    this.practice = new PracticeStore({ ...sources, loadCore: loadPracticeCore });
    this.evidence = new ChecklistEvidence({
      library: {
        loadCore: () => loadLibraryCore(createEngineLoader()),
        targetsFor: async () => ({ competencies: [], questions: [] }),
        store: {
          libraryOf: () => undefined,
          unjudged: 0,
          settled: async () => undefined,
          onDidChange: new Signal<void>().event,
        },
      },
      practice: this.practice,
      failed: (error) => this.log.push(String(error)),
    });
    this.tree = new ChecklistTree(
      async () => this.evidence.hold(await this.store.all()),
      () => folders,
    );
    this.store.onDidChange((all) => {
      this.tree.show(this.evidence.hold(all));
      void this.evidence.follow(all);
    });
    this.evidence.onDidChange(async () => this.tree.show(this.evidence.hold(await this.store.all())));
    this.tree.onDidChangeTreeData((rows) => this.changes.push(rows));
  }

  /** The rows as they are read: `[x] label`, `group 1 of 2`. */
  async outline(row?: Row, indent = ''): Promise<string[]> {
    const lines: string[] = [];
    for (const child of await this.tree.getChildren(row)) {
      const { label, description, checkboxState } = this.tree.getTreeItem(child);
      const state = typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
      const box = state === undefined ? '' : state === TreeItemCheckboxState.Checked ? '[x] ' : '[ ] ';
      lines.push(`${indent}${box}${label}${description ? ` ${description}` : ''}`);
      lines.push(...(await this.outline(child, `${indent}  `)));
    }
    return lines;
  }

  async row(...labels: string[]): Promise<Row> {
    let row: Row | undefined;
    for (const label of labels) {
      row = (await this.tree.getChildren(row)).find((child) => this.tree.getTreeItem(child).label === label);
      ok(row, `no row ${label}`);
    }
    ok(row);
    return row;
  }

  /** Ticks as the tree does, which may be behind the file; gives the message where that fails. */
  async tick(
    label: string,
    done: boolean,
    folder = 0,
    meanwhile: () => PromiseLike<void> = async () => {},
  ): Promise<string> {
    const of = (await this.store.all())[folder];
    const item = of?.checklist && [...itemsWithin(of.checklist)].find((one) => one.label === label);
    ok(of && item, `no item ${label}`);
    await meanwhile();
    const change = this.store.change(of.uri, (core) => (text) => core.tickItem(text, item.id, done));
    return change.then(
      () => '',
      (error: Error) => error.message,
    );
  }

  async add(group: string, text: string): Promise<void> {
    const { entry } = await this.row(group);
    ok(entry.kind === 'section');
    await this.store.change(entry.of.uri, (core) => (now) => core.addItem(now, entry.section.id, text));
  }

  dispose(): void {
    this.practice.dispose();
    this.evidence.dispose();
    this.store.dispose();
  }
}

export function ticked(text: string, ...labels: string[]): string {
  return labels.reduce((all, label) => all.replace(`- [ ] ${label}`, `- [x] ${label}`), text);
}
