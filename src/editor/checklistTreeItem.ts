import { ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState } from 'vscode';
import type { Count, Item, Problem, Section } from '../core/checklist/checklist';
import type { Row } from './checklistRows';
import { CHECKLIST_NAME, type FolderChecklist } from './checklistStore';

/** Shows a row's line in the file. */
export const OPEN_ROW = 'starl.checklist.open';

const { None, Expanded } = TreeItemCollapsibleState;

/** `3 of 8`. */
export function rollUp({ done, total }: Count): string {
  return `${done} of ${total}`;
}

/** What VS Code shows of a row. */
export function treeItem(row: Row): TreeItem {
  const { entry } = row;
  const item = bare(row);
  item.id = row.id;
  item.contextValue = entry.kind === 'item' ? (entry.item.done ? 'done' : 'open') : entry.kind;
  return item;
}

function bare(row: Row): TreeItem {
  const { entry } = row;
  if (entry.kind === 'folder') return folderItem(entry.of);
  if (entry.kind === 'section') return sectionItem(entry.section);
  const item = entry.kind === 'item' ? itemItem(entry.item) : problemItem(entry.problem);
  item.command = { command: OPEN_ROW, title: 'Open in File', arguments: [row] };
  return item;
}

function folderItem({ folder: { name }, checklist }: FolderChecklist): TreeItem {
  const item = new TreeItem(name, Expanded);
  item.iconPath = ThemeIcon.Folder;
  if (checklist) showCount(item, name, checklist.count);
  return item;
}

function sectionItem({ title, count }: Section): TreeItem {
  const label = title || 'Untitled';
  const item = new TreeItem(label, Expanded);
  showCount(item, label, count);
  return item;
}

function showCount(item: TreeItem, label: string, count: Count): void {
  item.description = rollUp(count);
  item.accessibilityInformation = { label: `${label}, ${rollUp(count)} done` };
}

function itemItem({ label, done, notes, items }: Item): TreeItem {
  const title = label || 'No text';
  const state = done ? 'Done' : 'Open';
  const item = new TreeItem(title, items.length > 0 ? Expanded : None);
  item.checkboxState = {
    state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: state,
    accessibilityInformation: { label: state, role: 'checkbox' },
  };
  item.tooltip = [title, ...notes].join('\n\n');
  item.accessibilityInformation = { label: `${title}, ${state}` };
  return item;
}

function problemItem({ line, cause }: Problem): TreeItem {
  const label = `${cause.charAt(0).toUpperCase()}${cause.slice(1)}`;
  const item = new TreeItem(label, None);
  item.iconPath = new ThemeIcon('warning');
  item.description = `${CHECKLIST_NAME}, line ${line}`;
  item.tooltip = `Starl leaves ${CHECKLIST_NAME} as it is until this is mended.`;
  item.accessibilityInformation = { label: `${label}: ${item.description}. ${item.tooltip}` };
  return item;
}
