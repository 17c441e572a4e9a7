import { commands, type Disposable, window } from 'vscode';
import type { Tick } from './checklistCommands';
import type { FolderChecklist } from './checklistStore';
import { hasFolder } from './chooseFolder';
import { loadChecklistCore } from './lazyCore';

/** "Starl: Tick What Is Reached": all items whose evidence is there, in one gesture. */
export function registerTickEarned(load: () => Promise<readonly FolderChecklist[]>, tick: Tick): Disposable {
  return commands.registerCommand('starl.checklist.tickEarned', async () => {
    if (!hasFolder()) return;
    const { itemsWithin } = await loadChecklistCore();
    const earned = (await load()).flatMap((of) =>
      [...(of.checklist ? itemsWithin(of.checklist) : [])].flatMap((item) =>
        of.evidence?.get(item.id)?.state === 'earned' ? { of, item } : [],
      ),
    );
    for (const { of, item } of earned) await tick(of, item, true);
    if (earned.length === 0) void window.showInformationMessage('No open item of the checklist has been reached yet.');
  });
}
