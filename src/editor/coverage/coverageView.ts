import { commands, Disposable, window } from 'vscode';
import { dragStories, droppedStories, messageOf, STORIES_MIME, setState } from '../library/libraryViews';
import type { Services } from '../services';
import { registerCoverageCommands } from './coverageCommands';
import type { FolderCoverage } from './coverageRows';
import { CoverageTree, coverageOfFolders } from './coverageTree';
import { mapDropped } from './mapDropped';

/** Both the key of the stored choice and of the context by which the menu shows one command or the other. */
const ONLY_GAPS = 'starl.coverage.onlyGaps';
/** What the welcome text goes by: `list` or `empty`. */
const STATE = 'starl.coverage.state';

/** The view "Coverage": which questions and competencies have stories, and which stories they have. */
export function registerCoverage({ context: { workspaceState }, library, configs }: Services): Disposable {
  const { store } = library;
  const tree = new CoverageTree(library);
  const view = window.createTreeView('starl.coverage', {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [STORIES_MIME],
      dropMimeTypes: [STORIES_MIME],
      handleDrag: (rows, data) => dragStories(rows, data),
      async handleDrop(row, data) {
        if (row) await mapDropped(library, row.entry, await droppedStories(data));
      },
    },
  });
  const show = async (): Promise<void> => {
    if (!view.visible) return;
    const all = await coverageOfFolders(library);
    tree.show(all);
    view.message = messageOf(store, summaryOf(all));
    setState(store, STATE, all.length === 0 ? 'empty' : 'list');
  };
  const only = async (gaps: boolean): Promise<void> => {
    tree.onlyGaps = gaps;
    void commands.executeCommand('setContext', ONLY_GAPS, gaps);
    await workspaceState.update(ONLY_GAPS, gaps);
    await show();
  };
  if (workspaceState.get(ONLY_GAPS)) void only(true);
  return Disposable.from(
    view,
    tree,
    registerCoverageCommands(library, () => (view.visible ? view.selection[0] : undefined)),
    commands.registerCommand('starl.coverage.onlyGaps', () => only(true)),
    commands.registerCommand('starl.coverage.showAll', () => only(false)),
    store.onDidChange(show),
    configs.onDidChange(show),
    view.onDidChangeVisibility(show),
  );
}

/** What is covered of all folders' profiles. */
function summaryOf(all: readonly FolderCoverage[]): string {
  const [first] = all;
  if (!first) return '';
  const questions = first.core.coverageFigures(all.flatMap(({ coverage }) => coverage.questions));
  const competencies = first.core.coverageFigures(all.flatMap(({ coverage }) => coverage.competencies));
  return `${questions.covered} of ${questions.total} questions and ${competencies.covered} of ${competencies.total} competencies covered`;
}
