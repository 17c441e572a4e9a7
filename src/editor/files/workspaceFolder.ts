import { Uri, type WorkspaceFolder, window, workspace } from 'vscode';

/** No folder was chosen although there are several. */
export const NOT_CHOSEN = Symbol('not chosen');

/**
 * The workspace folder that a new file belongs into: the only one, the one in which the user works, or the one that the
 * user picks. Undefined where no folder is open.
 */
export async function workspaceFolderForNewFile(): Promise<WorkspaceFolder | undefined | typeof NOT_CHOSEN> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  const active = window.activeTextEditor?.document.uri ?? Uri.parse('untitled:');
  return (
    workspace.getWorkspaceFolder(active) ??
    (await window.showWorkspaceFolderPick({ placeHolder: 'Which folder is it for?' })) ??
    NOT_CHOSEN
  );
}
