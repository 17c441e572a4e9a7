// Measures the library in the extension host; see stories.mjs.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { LibraryDesk, loadCore } from '../host/libraryDesk';

/** Called by VS Code. */
export async function run(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  const bank = Uri.joinPath(folder.uri, 'bank');
  const desk = new LibraryDesk(bank);
  // What the judge loads for the first story is no story's own.
  const { engine } = await loadCore();
  engine.createLinter().lint('# A\n\n## Action\n\nI wrote it.\n\n## Result\n\nIt held.\n');
  const before = memory();
  const begun = performance.now();
  const since = (): number => performance.now() - begun;
  let rows = await desk.tree.getChildren();
  while (rows.length === 0) {
    await new Promise<void>((resolve) => {
      const listening = desk.tree.onDidChangeTreeData(() => {
        listening.dispose();
        resolve();
      });
    });
    rows = await desk.tree.getChildren();
  }
  const firstRows = since();
  const inSight = rows.length;
  await desk.store.listed();
  const listed = since();
  await desk.store.settled();
  const judged = since();
  await desk.tree.show();
  const uri = Uri.joinPath(bank, 'stories', 'story-3.md');
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  desk.stories.enter(document);
  let start = 0;
  const following = workspace.onDidChangeTextDocument((event) => {
    start ||= performance.now();
    desk.stories.change(event);
  });
  await desk.stories.whenJudged(document);
  await desk.store.settled();
  const times: number[] = [];
  for (let i = 0; i < 15; i++) {
    start = 0;
    const shown = new Promise<void>((resolve) => {
      const listening = desk.tree.onDidChangeTreeData(() => {
        times.push(performance.now() - start);
        listening.dispose();
        resolve();
      });
    });
    const edit = new WorkspaceEdit();
    const end = document.positionAt(document.getText().length);
    edit.replace(uri, new Range(end, end), `I changed the list again and told the ${i} managers why.\n`);
    await workspace.applyEdit(edit);
    await shown;
  }
  following.dispose();
  await desk.store.settled();
  const grown = memory() - before;
  const figures = {
    'first rows': firstRows,
    'rows in them': inSight,
    'all listed': listed,
    'all judged': judged,
    'one edit': times.toSorted((a, b) => a - b)[7] ?? 0,
    kB: grown / 1024,
  };
  const rounded = Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]);
  console.log(`STORIES ${JSON.stringify(Object.fromEntries(rounded))}`);
  desk.dispose();
}

/** Bytes in use after all garbage is gone. */
function memory(): number {
  setFlagsFromString('--expose_gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
  return process.memoryUsage().heapUsed;
}
