import { commands, Disposable, window } from 'vscode';
import type { Item, Section } from '../../core/checklist/checklist';
import { openAt, tellFailure } from '../files/fileFailure';
import { pickChecklist, pickItem, pickSection } from './checklistPicks';
import { lineOf, type Row } from './checklistRows';
import type { ChecklistStore, FolderChecklist } from './checklistStore';

/** Ticks or unticks an item; false where that fails, which the user is told. */
export type Tick = (of: FolderChecklist, item: Item, done: boolean) => Promise<boolean>;

/** What can be done to a checklist; each of these asks for what it is not given. */
export function registerChecklistCommands(store: ChecklistStore, tick: Tick): Disposable {
  return Disposable.from(
    commands.registerCommand('starl.checklist.open', (row?: Row) => row && openAt(row.entry.of.uri, lineOf(row))),
    commands.registerCommand('starl.checklist.tickRow', (row?: Row) => row && tickRow(row, tick)),
    commands.registerCommand('starl.checklist.untickRow', (row?: Row) => row && tickRow(row, tick)),
    commands.registerCommand('starl.checklist.tickFocused', async (row: Row | undefined) => {
      if (row?.entry.kind === 'item') await tickRow(row, tick);
      else await commands.executeCommand('list.toggleExpand');
    }),
    commands.registerCommand('starl.checklist.openFile', async () => {
      const of = await pickChecklist(store);
      if (of) await openAt(of.uri, of.problem?.line ?? 1);
    }),
    commands.registerCommand('starl.checklist.add', async (row?: Row) => {
      const of = row?.entry.of ?? (await pickChecklist(store));
      const section = row?.entry.kind === 'section' ? row.entry.section : of && (await pickSection(of));
      if (of && section) await addItem(store, of, section);
    }),
    commands.registerCommand('starl.checklist.tick', async () => {
      const of = await pickChecklist(store);
      const item = of && (await pickItem(of));
      if (of && item) await tick(of, item, !item.done);
    }),
  );
}

async function tickRow({ entry }: Row, tick: Tick): Promise<void> {
  if (entry.kind === 'item') await tick(entry.of, entry.item, !entry.item.done);
}

async function addItem(store: ChecklistStore, of: FolderChecklist, section: Section): Promise<void> {
  const text = await window.showInputBox({
    title: section.title ? `Add Checklist Item: ${section.title}` : 'Add Checklist Item',
    prompt: 'Something to do before the interview, in one sentence',
    ignoreFocusOut: true,
  });
  if (!text?.trim()) return;
  const id = section === of.checklist ? undefined : section.id;
  try {
    await store.change(of.uri, (core) => (now) => core.addItem(now, id, text));
  } catch (error) {
    await tellFailure('The item was not added', of.uri, error);
  }
}
