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
  const first = await desk.tree.getChildren();
  const firstPaint = performance.now() - begun;
  await desk.store.settled();
  const everything = performance.now() - begun;
  await desk.tree.show();
  const count = desk.store.folders[0]?.library.stories.length ?? 0;
  const uri = Uri.joinPath(bank, 'stories', 'story-3.md');
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  await desk.store.settled();
  const times: number[] = [];
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
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
  await desk.store.settled();
  const grown = memory() - before;
  const figures = {
    'first paint': firstPaint,
    'rows in it': first.length,
    'all read': everything,
    'one edit': times.toSorted((a, b) => a - b)[7] ?? 0,
    'kB a story': grown / 1024 / Math.max(1, count),
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
