import { commands, type TreeView } from 'vscode';
import type { FolderChecklist } from './checklistStore';
import { type Row, rollUp } from './checklistTree';
import { counted } from './format';
import { readSetting } from './settings';

/** What the welcome text of the view goes by: `missing`, `empty` or `list`. */
const STATE = 'starl.checklist.state';

/** Shows the sum of all checklists beside the title of the view, in a line above the tree, and at its icon. */
export function showSummary(view: TreeView<Row>, all: readonly FolderChecklist[], hidesDone: boolean): void {
  const counts = all.flatMap(({ checklist }) => checklist?.count ?? []);
  const done = counts.reduce((sum, count) => sum + count.done, 0);
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  const open = total - done;
  view.description = total > 0 ? rollUp({ done, total }) : '';
  view.message = hidesDone ? message(done, open) : '';
  const tooltip = `${counted(open, 'item')} of the checklist open`;
  view.badge = open > 0 && readSetting('checklistBadge') ? { value: open, tooltip } : undefined;
  void commands.executeCommand('setContext', STATE, stateOf(all, total));
}

function message(done: number, open: number): string {
  if (done === 0) return '';
  if (open === 0) return `All done. ${counted(done, 'done item')} hidden.`;
  return `${counted(done, 'done item')} hidden.`;
}

function stateOf(all: readonly FolderChecklist[], total: number): string {
  if (all.length === 0) return 'missing';
  return total > 0 || all.some(({ problem }) => problem) ? 'list' : 'empty';
}
