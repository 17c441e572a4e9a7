// All views of a window of their own, made as the extension makes them, over the folders that are open in it.
import { type Disposable, type TreeItem, TreeItemCheckboxState, type WorkspaceFolder, workspace } from 'vscode';
import { ChecklistEvidence } from '../../src/editor/checklist/checklistEvidence';
import { ChecklistStore } from '../../src/editor/checklist/checklistStore';
import { ChecklistTree } from '../../src/editor/checklist/checklistTree';
import { systemClock } from '../../src/editor/clock';
import { type Configs, createConfigs } from '../../src/editor/config/config';
import { CoverageTree } from '../../src/editor/coverage/coverageTree';
import { messageFor } from '../../src/editor/coverage/heatMap';
import { Stories } from '../../src/editor/documents/stories';
import { watchFiles } from '../../src/editor/files/fileEvents';
import { WriteQueue } from '../../src/editor/files/writeQueue';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { loadChecklistCore, loadCueSheetCore } from '../../src/editor/lazy/lazyCore';
import { createLibrary, type LibraryServices } from '../../src/editor/library/libraryServices';
import { StoryFinders } from '../../src/editor/library/storyFinders';
import { makeSheet } from '../../src/editor/practice/exportCueSheet';
import { createPractice } from '../../src/editor/practice/practice';
import type { PracticeStore } from '../../src/editor/practice/practiceStore';
import { PracticeTree } from '../../src/editor/practice/practiceTree';
import { StoriesTree } from '../../src/editor/stories/storiesTree';

/** A tree, as a view sees it. */
interface Tree<R> {
  getChildren(row?: R): Promise<R[]> | R[];
  getTreeItem(row: R): TreeItem;
}

/** The services of the extension once more, and the trees that it would show. */
export class Views implements Disposable {
  /** What failed. */
  readonly log: string[] = [];
  readonly configs: Configs;
  readonly library: LibraryServices;
  readonly practice: PracticeStore;
  readonly checklists: ChecklistStore;
  readonly #evidence: ChecklistEvidence;
  readonly #finders: StoryFinders;
  readonly #files = watchFiles();

  constructor() {
    const log = { error: (what: string) => this.log.push(what), show: () => undefined, dispose: () => undefined };
    const [loadEngine, clock, files] = [createEngineLoader(), systemClock, this.#files];
    this.configs = createConfigs(loadEngine, files, log, systemClock);
    const { resolve, onDidChange: onDidChangeSettings } = this.configs;
    const failed = (_: unknown, error: unknown) => this.log.push(String(error));
    const stories = new Stories({ loadEngine, resolve, onDidChangeSettings, failed });
    const writes = new WriteQueue();
    const [loadCore, folders] = [loadChecklistCore, () => workspace.workspaceFolders ?? []];
    const onDidChangeFolders = workspace.onDidChangeWorkspaceFolders;
    this.checklists = new ChecklistStore({ clock, writes, log, loadCore, folders, onDidChangeFolders });
    // No view needs the rest of what the features are given.
    const shared = { log, clock, writes, files, loadEngine, configs: this.configs, stories };
    this.library = createLibrary(shared as unknown as Parameters<typeof createLibrary>[0]);
    this.practice = createPractice(shared);
    this.#finders = new StoryFinders(this.library);
    const { library, practice } = this;
    this.#evidence = new ChecklistEvidence({ library, practice, failed: (error) => this.log.push(String(error)) });
  }

  async checklist(): Promise<string[]> {
    const all = await this.checklists.all();
    await this.#evidence.follow(all);
    return outline(
      new ChecklistTree(
        async () => this.#evidence.hold(all),
        () => workspace.workspaceFolders ?? [],
      ),
    );
  }

  async stories(): Promise<string[]> {
    await this.library.store.settled();
    const mocks = async (folder: WorkspaceFolder) => (await this.practice.of(folder))?.mocks ?? [];
    return outline(new StoriesTree(this.library, { mocks, now: Date.now }));
  }

  async coverage(): Promise<string[]> {
    await this.library.store.settled();
    return outline(new CoverageTree(this.library));
  }

  /** The stories of each folder with what they are strong and weak in. */
  async heatMap(): Promise<string[]> {
    await this.library.store.settled();
    const { folders } = await messageFor(this.library);
    return folders.flatMap(({ name, maps }) => [
      ...(name ? [name] : []),
      ...maps.flatMap(({ rows }) =>
        rows.map(({ title, cells }) => `${name && '  '}${title}: ${cells.filter((grade) => grade !== null).length}`),
      ),
    ]);
  }

  async practising(): Promise<string[]> {
    await this.library.store.settled();
    await this.#finders.update();
    return outline(new PracticeTree(this.practice, () => workspace.workspaceFolders ?? [], this.#finders.find));
  }

  /** The sheet of a folder's first round, as Markdown; or the file because of which there is none. */
  async cueSheet(folder: WorkspaceFolder): Promise<string> {
    const { library, practice, configs } = this;
    const round = (await practice.of(folder))?.rounds[0];
    const sheet = await makeSheet({ clock: systemClock, library, practice, configs }, folder, round);
    return 'title' in sheet ? (await loadCueSheetCore()).cueMarkdown(sheet) : sheet.toString();
  }

  dispose(): void {
    this.#evidence.dispose();
    this.checklists.dispose();
    this.practice.dispose();
    this.library.dispose();
    this.configs.dispose();
    this.#files.dispose();
  }
}

/** The rows of a tree as they are read. */
async function outline<R>(tree: Tree<R>, row?: R, indent = ''): Promise<string[]> {
  const lines: string[] = [];
  for (const child of await tree.getChildren(row)) {
    const { label, description, checkboxState } = tree.getTreeItem(child);
    const state = typeof checkboxState === 'object' ? checkboxState.state : undefined;
    const box = state === undefined ? '' : state === TreeItemCheckboxState.Checked ? '[x] ' : '[ ] ';
    lines.push(`${indent}${box}${label}${description ? `: ${description}` : ''}`);
    lines.push(...(await outline(tree, child, `${indent}  `)));
  }
  return lines;
}
