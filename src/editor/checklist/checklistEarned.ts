import { commands, type Disposable, ProgressLocation, window } from 'vscode';
import type { Item } from '../../core/checklist/checklist';
import { requireFolder } from '../files/chooseFolder';
import { tellFailure } from '../files/fileFailure';
import { offerUndo } from '../files/offerUndo';
import { loadChecklistCore } from '../lazy/lazyCore';
import { cutLabel } from '../ui/shownText';
import type { Tick } from './checklistCommands';
import type { FolderChecklist } from './checklistStore';

interface Earned {
  readonly of: FolderChecklist;
  readonly item: Item;
}

/** How many items are told by name. */
const MOST_NAMED = 3;

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
    const ticked: Earned[] = [];
    for (const one of earned) if (await tick(one.of, one.item, true)) ticked.push(one);
    if (ticked.length > 0) void tell(ticked, tick);
    for (const { uri, problem } of all) if (problem) void tellFailure(`Line ${problem.line}`, uri, problem.cause);
    if (all.some(({ asks, evidence }) => asks && !evidence)) {
      void window.showErrorMessage('The checklist could not be held against stories and mocks; Starl’s log says why.');
    } else if (earned.length === 0 && all.every(({ problem }) => !problem)) {
      void window.showInformationMessage('No open item of the checklist has been reached yet.');
    }
  });
}

/** Says what was ticked, and takes the ticks back where the user wants that. */
function tell(ticked: readonly Earned[], tick: Tick): Promise<void> {
  const named = ticked.slice(0, MOST_NAMED).map(({ item }) => `“${cutLabel(item.label)}”`);
  const left = ticked.length - named.length;
  const names = new Intl.ListFormat('en').format(left > 0 ? [...named, `${left} more`] : named);
  const untick = async (): Promise<void> => {
    for (const { of, item } of ticked) await tick(of, item, false);
  };
  return offerUndo(`Ticked, as reached: ${names}.`, untick, 'The ticks were not taken back');
}
