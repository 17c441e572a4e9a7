import type { WorkspaceFolder } from 'vscode';
import { offerFolder } from './setUp';
import { NOT_CHOSEN, workspaceFolderForNewFile } from './workspaceFolder';

/** The folder of the preparation that a command is about; without any folder, the user is offered to open one. */
export async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folder = await workspaceFolderForNewFile();
  if (folder === NOT_CHOSEN) return undefined;
  if (!folder) await offerFolder();
  return folder;
}
