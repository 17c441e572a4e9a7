import type { WorkspaceFolder } from 'vscode';
import type { Item, Section, UnreadableFile } from '../../core/checklist/checklist';
import type { Row as RowOf } from '../ui/rowTree';
import type { FolderChecklist } from './checklistStore';

/** What a row of the tree stands for, and whose it is. */
export type Entry =
  | { readonly kind: 'folder'; readonly of: FolderChecklist }
  | { readonly kind: 'problem'; readonly of: FolderChecklist; readonly problem: UnreadableFile }
  | { readonly kind: 'section'; readonly of: FolderChecklist; readonly section: Section }
  | { readonly kind: 'item'; readonly of: FolderChecklist; readonly item: Item };

/** A row of the tree. */
export type Row = RowOf<Entry>;

/** The line of the file that a row is about, from 1. */
export function lineOf({ entry }: Row): number {
  if (entry.kind === 'item') return entry.item.line;
  if (entry.kind === 'section') return entry.section.line;
  return entry.of.problem?.line ?? 1;
}

/** What stands at the top: the folders where the workspace has several, otherwise what is in the only one. */
export function topEntries(
  all: readonly FolderChecklist[],
  folders: readonly WorkspaceFolder[],
  hidesDone: boolean,
): Entry[] {
  if (folders.length > 1) return all.map((of) => ({ kind: 'folder', of }));
  return all.flatMap((of) => folderEntries(of, hidesDone));
}

/** What stands below an entry. */
export function entriesBelow(entry: Entry, hidesDone: boolean): Entry[] {
  if (entry.kind === 'folder') return folderEntries(entry.of, hidesDone);
  if (entry.kind === 'section') return within(entry.of, entry.section, hidesDone);
  return entry.kind === 'item' ? within(entry.of, entry.item, hidesDone) : [];
}

/** Names an entry in the whole tree. */
export function idOf(entry: Entry): string {
  const { uri } = entry.of.folder;
  if (entry.kind === 'item') return `item ${uri}${entry.item.id}`;
  return entry.kind === 'section' ? `section ${uri}${entry.section.id}` : `${entry.kind} ${uri}`;
}

/** All that the tree shows of an entry itself, and where it leads, to tell whether it looks different now. */
export function lookOf(entry: Entry): string {
  const { kind, of } = entry;
  if (kind === 'problem') return JSON.stringify([entry.problem]);
  if (kind === 'section') return JSON.stringify([entry.section.count]);
  if (kind === 'folder') return JSON.stringify([of.folder.name, of.checklist?.count]);
  return JSON.stringify([entry.item.done, entry.item.line, entry.item.notes, of.evidence?.get(entry.item.id)]);
}

function folderEntries(of: FolderChecklist, hidesDone: boolean): Entry[] {
  if (of.problem) return [{ kind: 'problem', of, problem: of.problem }];
  return within(of, of.checklist, hidesDone);
}

function within(of: FolderChecklist, parent: Section | Item, hidesDone: boolean): Entry[] {
  const sections = 'sections' in parent ? parent.sections : [];
  const shown = ({ count: { done, total } }: Section | Item): boolean => !hidesDone || done < total;
  return [
    ...parent.items.filter(shown).map((item): Entry => ({ kind: 'item', of, item })),
    ...sections.filter(shown).map((section): Entry => ({ kind: 'section', of, section })),
  ];
}
