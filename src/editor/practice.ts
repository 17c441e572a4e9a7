import { commands, Disposable, TreeItemCheckboxState, window, workspace } from 'vscode';
import { registerPracticeCommands } from './practiceCommands';
import { loadPracticeCore } from './practiceCore';
import { type FolderPractice, PracticeStore } from './practiceStore';
import { PracticeTree } from './practiceTree';
import type { Services } from './services';

/** What the welcome text and the buttons of the view go by: `empty` or `rows`. */
const STATE = 'starl.practice.state';

/** The view "Practice": countdown, plan, rounds and mock interviews of the workspace folders. */
export function registerPractice({ log, clock }: Services): Disposable {
  const folders = () => workspace.workspaceFolders ?? [];
  const onDidChangeFolders = workspace.onDidChangeWorkspaceFolders;
  const store = new PracticeStore({ clock, log, folders, loadCore: loadPracticeCore, onDidChangeFolders });
  const tree = new PracticeTree(store, folders);
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
    store,
    view,
    { dispose: () => midnight?.dispose() },
    registerPracticeCommands(store, clock),
    store.onDidChange(show),
    view.onDidChangeVisibility(() => store.refresh()),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [row, state] of items) {
        const isTicked = state === TreeItemCheckboxState.Checked;
        // Whatever comes of it, the box then goes by the file.
        if (row.entry.row?.done !== isTicked)
          void commands.executeCommand('starl.practice.tickRow', row).then(() => tree.redraw(row));
      }
    }),
  );
}
