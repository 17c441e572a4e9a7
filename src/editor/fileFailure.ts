import { type Command, Range, type Uri, window, workspace } from 'vscode';
import { unlinked } from './shownText';

/** Tells that a file was left as it is, and why. */
export async function tellFailure(what: string, uri: Uri, error: unknown): Promise<void> {
  const open = `Open ${uri.path.split('/').at(-1)}`;
  const why = error instanceof Error ? error.message : String(error);
  if ((await window.showErrorMessage(unlinked(`${what} in ${workspace.asRelativePath(uri)}: ${why}.`), open)) === open)
    await openAt(uri, 1);
}

/** Shows a line of a file, counted from 1. */
export async function openAt(uri: Uri, line: number): Promise<void> {
  await window.showTextDocument(uri, { selection: startOf(line) });
}

/**
 * What a click on a row of a tree does that stands for a line of a file, counted from 1. VS Code tells its own command, and no
 * other, how the row was opened: a click shows a preview and leaves the focus in the tree, as in the Explorer.
 */
export function openCommand(uri: Uri, line: number): Command {
  return { command: 'vscode.open', title: 'Open in File', arguments: [uri, { selection: startOf(line) }] };
}

function startOf(line: number): Range {
  return new Range(line - 1, 0, line - 1, 0);
}
