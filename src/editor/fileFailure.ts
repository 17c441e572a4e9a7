import { Range, type Uri, window, workspace } from 'vscode';

/** Tells that a file was left as it is, and why. */
export async function tellFailure(what: string, uri: Uri, error: unknown): Promise<void> {
  const open = `Open ${uri.path.split('/').at(-1)}`;
  const why = error instanceof Error ? error.message : String(error);
  if ((await window.showErrorMessage(`${what} in ${workspace.asRelativePath(uri)}: ${why}.`, open)) === open)
    await openAt(uri, 1);
}

/** Shows a line of a file, counted from 1. */
export async function openAt(uri: Uri, line: number): Promise<void> {
  const start = line - 1;
  await window.showTextDocument(uri, { selection: new Range(start, 0, start, 0) });
}
