import { commands, Uri, window, workspace } from 'vscode';
import { toRange } from '../documents/convert';
import { SECTION } from './settings';

/** Where settings stand: those of the user, of the workspace, or of one of its folders. */
type SettingsPlace = 'user' | 'workspace' | 'folder';

/** Where the value of `starl.<key>` stands that holds for a document; with the user where none is set. */
export function settingPlace(key: string, document: Uri): SettingsPlace {
  const { workspaceFolderValue, workspaceValue } = workspace.getConfiguration(SECTION, document).inspect(key) ?? {};
  // A folder that is opened by itself is the workspace.
  if (workspaceFolderValue !== undefined && workspace.workspaceFile) return 'folder';
  return workspaceFolderValue === undefined && workspaceValue === undefined ? 'user' : 'workspace';
}

/** Opens `starl.<key>` where its value stands; `asJson` where the editor of settings does not know it. */
export async function openSetting(key: string, document: Uri, asJson = false): Promise<void> {
  const name = `${SECTION}.${key}`;
  const place = settingPlace(key, document);
  if (place === 'folder') return openInFolder(name, document);
  const isUser = place === 'user';
  if (asJson) {
    const command = isUser ? 'openSettingsJson' : 'openWorkspaceSettingsFile';
    await commands.executeCommand(`workbench.action.${command}`, { revealSetting: { key: name, edit: true } });
  } else {
    const command = isUser ? 'openSettings' : 'openWorkspaceSettings';
    await commands.executeCommand(`workbench.action.${command}`, `@id:${name}`);
  }
}

/** The command for the settings of a folder would ask which one is meant. */
async function openInFolder(name: string, document: Uri): Promise<void> {
  const folder = workspace.getWorkspaceFolder(document)?.uri;
  if (!folder) return;
  const settings = await workspace.openTextDocument(Uri.joinPath(folder, '.vscode', 'settings.json'));
  const start = settings.getText().indexOf(`"${name}"`);
  const selection = start < 0 ? undefined : toRange(settings, { start, end: start + name.length + 2 });
  await window.showTextDocument(settings, { ...(selection && { selection }) });
}
