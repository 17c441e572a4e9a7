import { commands, type TreeView } from 'vscode';
import { readSetting } from '../config/settings';
import { counted } from '../ui/format';
import type { Row } from './checklistRows';
import type { FolderChecklist } from './checklistStore';
import { rollUp } from './checklistTreeItem';

/** What the welcome text and the buttons of the view go by: `missing`, `empty`, `list` or `problem`. */
const STATE = 'starl.checklist.state';

/** Shows the sum of all checklists above the tree and at the view's icon. */
export function showSummary(view: TreeView<Row>, all: readonly FolderChecklist[], hidesDone: boolean): void {
  const counts = all.flatMap(({ checklist }) => checklist?.count ?? []);
  const done = counts.reduce((sum, count) => sum + count.done, 0);
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  const open = total - done;
  const hidden = hidesDone && done > 0 ? '; what is done is hidden' : '';
  view.message = total > 0 ? `${rollUp({ done, total })} done${hidden}` : '';
  const tooltip = `${counted(open, 'open item')} in the checklist`;
  view.badge = open > 0 && readSetting('checklistBadge') ? { value: open, tooltip } : undefined;
  void commands.executeCommand('setContext', STATE, stateOf(all, total));
}

function stateOf(all: readonly FolderChecklist[], total: number): string {
  if (total > 0) return 'list';
  if (all.some(({ problem }) => problem)) return 'problem';
  return all.length > 0 ? 'empty' : 'missing';
}
