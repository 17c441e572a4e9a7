import { commands, Disposable, TreeItemCheckboxState, window, workspace } from 'vscode';
import { loadPracticeCore } from '../lazy/lazyCore';
import { StoryFinders } from '../library/storyFinders';
import type { Services } from '../services';
import { registerPracticeCommands, tickPractice } from './practiceCommands';
import { type FolderPractice, PracticeStore } from './practiceStore';
import { PracticeTree } from './practiceTree';

/** What the welcome text and the buttons of the view go by: `empty` or `rows`. */
const STATE = 'starl.practice.state';

const workspaceFolders = () => workspace.workspaceFolders ?? [];

/** Plan, rounds and mocks of the workspace; nothing is read before somebody asks. */
export function createPractice({ clock, writes, log }: Pick<Services, 'clock' | 'writes' | 'log'>): PracticeStore {
  const onDidChangeFolders = workspace.onDidChangeWorkspaceFolders;
  return new PracticeStore({
    clock,
    writes,
    log,
    folders: workspaceFolders,
    loadCore: loadPracticeCore,
    onDidChangeFolders,
  });
}

/** The view "Practice": countdown, plan, rounds and mock interviews of the workspace folders. */
export function registerPractice(services: Services): Disposable {
  const { clock, practice: store, library } = services;
  const finders = new StoryFinders(library);
  const tree = new PracticeTree(store, workspaceFolders, finders.find);
  const view = window.createTreeView('starl.practice', {
    treeDataProvider: tree,
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  let midnight: Disposable | undefined;
  const show = async (all: readonly FolderPractice[]): Promise<void> => {
    tree.show(all);
    const isEmpty = all.every(({ rows }) => rows.length === 0);
    void commands.executeCommand('setContext', STATE, isEmpty ? 'empty' : 'rows');
    midnight?.dispose();
    if (isEmpty) return;
    const { untilTomorrow } = await loadPracticeCore();
    midnight = clock.after(untilTomorrow(clock.now()), () => store.refresh());
  };
  return Disposable.from(
    view,
    tree,
    { dispose: () => midnight?.dispose() },
    registerPracticeCommands(services, finders),
    store.onDidChange(show),
    library.store.onDidChange(async () => {
      await finders.update();
      if (view.visible) tree.show(await store.all());
    }),
    view.onDidChangeVisibility(async ({ visible }) => {
      store.refresh();
      // The stories may have changed meanwhile, and the files not.
      if (visible) tree.show(await store.all());
    }),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [row, state] of items) {
        const isTicked = state === TreeItemCheckboxState.Checked;
        // Whatever comes of it, the box then goes by the file.
        if (row.entry.row?.done !== isTicked) void tickPractice(store, row).then(() => tree.redraw(row));
      }
    }),
  );
}
