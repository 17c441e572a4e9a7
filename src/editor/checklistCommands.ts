import { commands, Disposable, window } from 'vscode';
import type { Section } from '../core/checklist/checklist';
import { openAt, tellFailure } from './checklistFailure';
import { pickChecklist, pickItem, pickSection } from './checklistPicks';
import type { ChecklistStore, FolderChecklist } from './checklistStore';
import { OPEN_ROW, type Row } from './checklistTree';

/** What can be done to a checklist; each of these asks for what it is not given. */
export function registerChecklistCommands(
  store: ChecklistStore,
  tick: (row: Row, done: boolean) => Promise<void>,
): Disposable {
  return Disposable.from(
    commands.registerCommand(OPEN_ROW, (row: Row) => openAt(row.of.uri, lineOf(row))),
    commands.registerCommand('starl.checklist.openFile', async () => {
      const of = await pickChecklist(store);
      if (of) await openAt(of.uri, of.problem?.line ?? 1);
    }),
    commands.registerCommand('starl.checklist.add', async (row?: Row) => {
      const of = row?.of ?? (await pickChecklist(store));
      const section = row?.kind === 'section' ? row.section : of && (await pickSection(of));
      if (of && section) await addItem(store, of, section);
    }),
    commands.registerCommand('starl.checklist.tick', async () => {
      const of = await pickChecklist(store);
      const item = of && (await pickItem(of));
      if (of && item) await tick({ kind: 'item', of, item }, !item.done);
    }),
  );
}

function lineOf(row: Row): number {
  if (row.kind === 'item') return row.item.line;
  if (row.kind === 'section') return row.section.line;
  return row.of.problem?.line ?? 1;
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
