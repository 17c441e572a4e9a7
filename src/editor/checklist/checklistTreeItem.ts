import { ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState } from 'vscode';
import type { Count, Section, UnreadableFile } from '../../core/checklist/checklist';
import type { ItemEvidence } from '../../core/evidence/checklistEvidence';
import { CHECKLIST_NAME } from '../../core/fileNames';
import { openCommand } from '../files/fileFailure';
import { capital } from '../ui/format';
import { cutLabel, tooltipOf } from '../ui/shownText';
import { type Entry, lineOf, type Row } from './checklistRows';
import type { FolderChecklist } from './checklistStore';

const { None, Expanded } = TreeItemCollapsibleState;

type ItemEntry = Extract<Entry, { kind: 'item' }>;

/** What there is to add about an item that asks for something. */
const ADDED: Readonly<Partial<Record<ItemEvidence['state'], string>>> = {
  earned: 'reached, tick it',
  lost: 'not reached',
};
const EVIDENCE_ICONS: Readonly<Partial<Record<ItemEvidence['state'], string>>> = {
  earned: 'verified',
  lost: 'warning',
  unknown: 'warning',
  wrong: 'error',
};

const UNREACHED: ReadonlySet<ItemEvidence['state']> = new Set(['open', 'lost']);
/** How many of how many there are, with what follows. */
const COUNT = /^\d+ of \d+(?= )/;

/** `3 of 8`. */
export function rollUp({ done, total }: Count): string {
  return `${done} of ${total}`;
}

/** What VS Code shows of a row. */
export function treeItem(row: Row): TreeItem {
  const { entry } = row;
  const item = bare(row);
  item.id = row.id;
  item.contextValue = entry.kind === 'item' ? contextOf(entry) : entry.kind;
  return item;
}

function bare(row: Row): TreeItem {
  const { entry } = row;
  if (entry.kind === 'folder') return folderItem(entry.of);
  if (entry.kind === 'section') return sectionItem(entry.section);
  const item = entry.kind === 'item' ? itemItem(entry) : problemItem(entry.problem);
  item.command = openCommand(entry.of.uri, lineOf(row));
  return item;
}

function folderItem({ folder: { name }, checklist }: FolderChecklist): TreeItem {
  const item = new TreeItem(name, Expanded);
  item.iconPath = ThemeIcon.Folder;
  if (checklist) showCount(item, name, checklist.count);
  return item;
}

function sectionItem({ title, count }: Section): TreeItem {
  const label = cutLabel(title) || 'Untitled';
  const item = new TreeItem(label, Expanded);
  showCount(item, label, count);
  return item;
}

function showCount(item: TreeItem, label: string, count: Count): void {
  item.description = rollUp(count);
  item.accessibilityInformation = { label: `${label}, ${rollUp(count)} done` };
}

/** What may be done to an item: `earned` is open, too. */
function contextOf({ of, item }: ItemEntry): string {
  if (item.done) return 'done';
  return of.evidence?.get(item.id)?.state === 'earned' ? 'earned' : 'open';
}

function itemItem({ of, item: { id, label, line, done, notes, items } }: ItemEntry): TreeItem {
  const title = cutLabel(label) || 'No text';
  const state = done ? 'Done' : 'Open';
  const item = new TreeItem(title, items.length > 0 ? Expanded : None);
  item.checkboxState = {
    state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: state,
    accessibilityInformation: { label: state, role: 'checkbox' },
  };
  const evidence = of.evidence?.get(id);
  const wrong = evidence?.state === 'wrong' ? [`${CHECKLIST_NAME}, line ${line}: ${evidence.words}`] : [];
  item.tooltip = tooltipOf([label || title, ...notes, ...wrong]);
  item.accessibilityInformation = { label: `${title}, ${state}` };
  if (evidence) showEvidence(item, title, `${title}, ${state}`, evidence);
  return item;
}

/** How far an item is that is not reached stands before its text: in a narrow side bar, what stands behind is cut off. */
function showEvidence(item: TreeItem, title: string, spoken: string, { state, words }: ItemEvidence): void {
  const added = ADDED[state] === undefined ? [] : [ADDED[state]];
  const icon = EVIDENCE_ICONS[state];
  const [figure] = (UNREACHED.has(state) && COUNT.exec(words)) || [];
  if (figure !== undefined) item.label = `${figure} · ${title}`;
  const what = figure === undefined ? words : words.slice(figure.length + 1);
  item.description = [what, ...added].map((text) => text.replace(/\.$/, '')).join(' · ');
  if (icon !== undefined) item.iconPath = new ThemeIcon(icon);
  item.accessibilityInformation = { label: [spoken, words, ...added].join(', ') };
}

function problemItem({ line, cause }: UnreadableFile): TreeItem {
  const label = capital(cause);
  const item = new TreeItem(label, None);
  item.iconPath = new ThemeIcon('warning');
  item.description = `${CHECKLIST_NAME}, line ${line}`;
  item.tooltip = `Starl leaves ${CHECKLIST_NAME} as it is until this is mended.`;
  item.accessibilityInformation = { label: `${label}: ${item.description}. ${item.tooltip}` };
  return item;
}
