import { commands, Disposable, TreeItemCheckboxState, window, workspace } from 'vscode';
import { affects, readSetting } from '../config/settings';
import { tellFailure } from '../files/fileFailure';
import { loadChecklistCore } from '../lazy/lazyCore';
import type { Services } from '../services';
import { registerChecklistCommands, type Tick } from './checklistCommands';
import { registerTickEarned } from './checklistEarned';
import { ChecklistEvidence } from './checklistEvidence';
import { ChecklistStore, type FolderChecklist } from './checklistStore';
import { showSummary } from './checklistSummary';
import { ChecklistTree } from './checklistTree';

/** Both the key of the stored choice and of the context by which the menu shows one command or the other. */
const HIDES_DONE = 'starl.checklist.hidesDone';
/** How long after the start the files are read for the badge, where the view has not asked for them before. */
const BADGE_DELAY = 1500;

/** The view "Checklist": the checklists of the workspace folders, to be read, ticked and added to. */
export function registerChecklist({
  context: { workspaceState },
  log,
  clock,
  writes,
  library,
  practice,
}: Services): Disposable {
  const folders = () => workspace.workspaceFolders ?? [];
  const onDidChangeFolders = workspace.onDidChangeWorkspaceFolders;
  const store = new ChecklistStore({ clock, writes, log, folders, loadCore: loadChecklistCore, onDidChangeFolders });
  const evidence = new ChecklistEvidence({
    library,
    practice,
    failed: (error) => log.error('Could not hold the checklist against the figures', error),
  });
  const load = async () => evidence.hold(await store.all());
  const loadHeld = async () => {
    await evidence.follow(await store.all());
    return load();
  };
  const tree = new ChecklistTree(load, folders);
  const view = window.createTreeView('starl.checklist', {
    treeDataProvider: tree,
    // An item and those nested in it are ticked one by one.
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });

  const show = (all: readonly FolderChecklist[]) => {
    tree.show(evidence.hold(all));
    showSummary(view, all, tree.hidesDone);
  };
  const showNow = async () => show(await store.all());
  const follow = (all: readonly FolderChecklist[]) => {
    show(all);
    // The badge alone is no reason to read the stories.
    if (view.visible) void evidence.follow(all);
  };
  const hideDone = (hides: boolean) => {
    tree.hidesDone = hides;
    void commands.executeCommand('setContext', HIDES_DONE, hides);
    return workspaceState.update(HIDES_DONE, hides);
  };
  const tick: Tick = async (of, item, done) => {
    try {
      await store.change(of.uri, (core) => (text) => core.tickItem(text, item.id, done));
      return true;
    } catch (error) {
      log.error(`Could not write ${of.uri.path}`, error);
      void tellFailure(`“${item.label}” was not ${done ? 'ticked' : 'unticked'}`, of.uri, error);
      return false;
    }
  };

  if (workspaceState.get(HIDES_DONE)) void hideDone(true);
  return Disposable.from(
    store,
    evidence,
    view,
    tree,
    registerChecklistCommands(store, tick),
    registerTickEarned(loadHeld, tick),
    commands.registerCommand('starl.checklist.hideDone', () => hideDone(true).then(showNow)),
    commands.registerCommand('starl.checklist.showDone', () => hideDone(false).then(showNow)),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [row, state] of items) {
        const { entry } = row;
        if (entry.kind !== 'item') continue;
        // Whatever comes of it, the box then goes by the file.
        const redraw = () => tree.redraw(row);
        void tick(entry.of, entry.item, state === TreeItemCheckboxState.Checked).then(redraw);
      }
    }),
    view.onDidChangeVisibility(async ({ visible }) => {
      store.refresh();
      if (visible) await evidence.follow(await store.all());
    }),
    store.onDidChange(follow),
    evidence.onDidChange(showNow),
    workspace.onDidChangeConfiguration((event) => affects(event, 'checklistBadge') && showNow()),
    clock.after(BADGE_DELAY, () => readSetting('checklistBadge') && showNow()),
  );
}
