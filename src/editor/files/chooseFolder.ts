import { type WorkspaceFolder, workspace } from 'vscode';
import { offerFolder } from '../setUp/setUp';
import { NOT_CHOSEN, workspaceFolderForNewFile } from './workspaceFolder';

/** Whether a folder is open; where none is, the user is offered to open one, and nothing waits for that. */
export function requireFolder(): boolean {
  const isOpen = (workspace.workspaceFolders ?? []).length > 0;
  if (!isOpen) void offerFolder();
  return isOpen;
}

/** The folder of the preparation that a command is about; without any folder, the user is offered to open one. */
export async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folder = await workspaceFolderForNewFile();
  if (folder === NOT_CHOSEN) return undefined;
  if (!folder) await offerFolder();
  return folder;
}
