import { type Command, commands, FileSystemError, Range, type Uri, window, workspace } from 'vscode';
import { unlinked } from '../ui/shownText';
import { exists } from './textFile';

/** Tells that a file was left as it is, and why. */
export async function tellFailure(what: string, uri: Uri, error: unknown): Promise<void> {
  const open = `Open ${uri.path.split('/').at(-1)}`;
  const why = unlinked(`${what} in ${workspace.asRelativePath(uri)}: ${reasonOf(error)}.`);
  const offered = (await exists(uri)) ? [open] : [];
  // VS Code itself says so where a file cannot be shown.
  if ((await window.showErrorMessage(why, ...offered)) === open) await commands.executeCommand('vscode.open', uri);
}

/** Why something could not be written, and what to do about it where the cause is a common one. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/ENOSPC|EDQUOT/.test(said)) return 'the disk is full. Make room, then try again';
  const isRefused = error instanceof FileSystemError && error.code === 'NoPermissions';
  if (isRefused || /EACCES|EPERM|EROFS/.test(said))
    return 'it may not be written to. Look whether the file, its folder or the disk is write-protected';
  return said;
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
