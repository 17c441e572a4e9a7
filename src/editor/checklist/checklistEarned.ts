import { commands, type Disposable, ProgressLocation, window } from 'vscode';
import { requireFolder } from '../files/chooseFolder';
import { tellFailure } from '../files/fileFailure';
import { loadChecklistCore } from '../lazy/lazyCore';
import type { Tick } from './checklistCommands';
import type { FolderChecklist } from './checklistStore';

/**
 * "Starl: Tick What Is Reached": all items whose evidence is there, in one gesture. `load` gives the checklists when it is
 * known how their items stand, for which all stories may have to be read.
 */
export function registerTickEarned(load: () => Promise<readonly FolderChecklist[]>, tick: Tick): Disposable {
  return commands.registerCommand('starl.checklist.tickEarned', async () => {
    if (!requireFolder()) return;
    const title = 'Starl holds the checklist against stories and mocks';
    const all = await window.withProgress({ location: ProgressLocation.Window, title }, load);
    const { itemsWithin } = await loadChecklistCore();
    const earned = all.flatMap((of) =>
      [...(of.checklist ? itemsWithin(of.checklist) : [])].flatMap((item) =>
        of.evidence?.get(item.id)?.state === 'earned' ? { of, item } : [],
      ),
    );
    for (const { of, item } of earned) await tick(of, item, true);
    for (const { uri, problem } of all) if (problem) void tellFailure(`Line ${problem.line}`, uri, problem.cause);
    if (all.some(({ asks, evidence }) => asks && !evidence)) {
      void window.showErrorMessage('The checklist could not be held against stories and mocks; Starl’s log says why.');
    } else if (earned.length === 0 && all.every(({ problem }) => !problem)) {
      void window.showInformationMessage('No open item of the checklist has been reached yet.');
    }
  });
}
