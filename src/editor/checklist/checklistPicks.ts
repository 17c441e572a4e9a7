import { commands, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { Item, Section } from '../../core/checklist/checklist';
import { CHECKLIST_NAME } from '../../core/fileNames';
import { requireFolder } from '../files/chooseFolder';
import { tellFailure } from '../files/fileFailure';
import { loadChecklistCore } from '../lazy/lazyCore';
import { SET_UP } from '../setUp/setUp';
import { plain } from '../ui/quickInput';
import type { ChecklistStore, FolderChecklist } from './checklistStore';
import { rollUp } from './checklistTreeItem';

/** The only checklist, or the one that the user picks; offers to make one where there is none. */
export async function pickChecklist(store: ChecklistStore): Promise<FolderChecklist | undefined> {
  if (!requireFolder()) return undefined;
  const all = await store.all();
  if (all.length === 0) {
    const setUp = 'Set Up Preparation';
    const chosen = await window.showInformationMessage(`There is no ${CHECKLIST_NAME} here yet.`, setUp);
    if (chosen === setUp) await commands.executeCommand(SET_UP);
    return undefined;
  }
  if (all.length === 1) return all[0];
  const picks = all.map((of) => ({ label: plain(of.folder.name), of }));
  return (await window.showQuickPick(picks, { title: 'Checklist', placeHolder: 'Of which folder?' }))?.of;
}

/** The group that the user picks; without a choice, the only one or the checklist as a whole. */
export async function pickSection(of: FolderChecklist): Promise<Section | undefined> {
  const { sectionsWithin } = await loadChecklistCore();
  const checklist = readable(of);
  if (!checklist) return undefined;
  const sections = [...(checklist.items.length > 0 ? [checklist] : []), ...sectionsWithin(checklist)];
  if (sections.length < 2) return sections[0] ?? checklist;
  const picks = sections.map((section) => ({
    label: plain(section === checklist ? 'No group' : section.title),
    description: rollUp(section.count),
    section,
  }));
  return (await window.showQuickPick(picks, { title: 'Add Checklist Item', placeHolder: 'To which group?' }))?.section;
}

/** The item that the user picks. */
export async function pickItem(of: FolderChecklist): Promise<Item | undefined> {
  const { itemsWithin, sectionsWithin } = await loadChecklistCore();
  const checklist = readable(of);
  if (!checklist) return undefined;
  const sections = [checklist, ...sectionsWithin(checklist)].filter(({ items }) => items.length > 0);
  const picks = sections.flatMap((section): (QuickPickItem & { item?: Item })[] => [
    { label: plain(section.title), kind: QuickPickItemKind.Separator },
    ...[...itemsWithin({ ...section, sections: [] })].map((item) => ({
      label: plain(item.label),
      description: item.done ? 'done' : '',
      iconPath: new ThemeIcon(item.done ? 'check' : 'circle-large-outline'),
      item,
    })),
  ]);
  return (await window.showQuickPick(picks, { title: 'Tick or Untick', placeHolder: 'Which item?' }))?.item;
}

/** The checklist, where its file can be read as one; otherwise the user is told. */
function readable({ uri, checklist, problem }: FolderChecklist): Section | undefined {
  if (problem) void tellFailure(`Line ${problem.line}`, uri, problem.cause);
  return checklist;
}
