import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { loadChecklistCore } from './checklistCore';
import type { Services } from './services';
import { askForPreparation, type Preparation } from './setUpWizard';
import { createTextFile, exists } from './textFile';

export const SET_UP = 'starl.setUp';

/** What became of the files of a preparation, by their names. */
interface Result {
  readonly kept: readonly string[];
  readonly failed: readonly string[];
}

/** "Starl: Set Up Preparation": the settings, the checklist and the folders, beside what is there already. */
export function registerSetUp({ log }: Services): Disposable {
  return commands.registerCommand(SET_UP, async (given?: { readonly profile?: unknown }) => {
    const folders = workspace.workspaceFolders ?? [];
    if (folders.length === 0) return offerFolder();
    const { PACKS } = await loadChecklistCore();
    const packs = PACKS.filter(({ id }) => given?.profile === undefined || id === given.profile);
    const [only] = folders;
    const preparation =
      only && folders.length === 1 && packs.length === 1 && packs[0]
        ? { folder: only, profile: packs[0].id }
        : await askForPreparation(folders, packs);
    if (!preparation) return;
    tell(await setUp(preparation, (what, error) => log.error(what, error)));
    await commands.executeCommand('starl.checklist.focus');
  });
}

/** Without a folder there is nowhere to keep anything. */
export async function offerFolder(): Promise<void> {
  const open = 'Open Folder';
  const chosen = await window.showInformationMessage('Open a folder to keep your preparation in.', open);
  if (chosen === open) await commands.executeCommand('vscode.openFolder');
}

/** Makes what is missing; what is there already is left as it is. */
export async function setUp(
  { folder, profile }: Preparation,
  failed: (what: string, error: unknown) => void,
): Promise<Result> {
  const { PREPARATION_FOLDERS, preparationFiles } = await loadChecklistCore();
  const result = { kept: [] as string[], failed: [] as string[] };
  for (const path of PREPARATION_FOLDERS) {
    try {
      await workspace.fs.createDirectory(Uri.joinPath(folder.uri, path));
    } catch (error) {
      failed(`Could not create the folder ${path}`, error);
      result.failed.push(path);
    }
  }
  for (const { path, text } of preparationFiles(profile)) {
    const uri = Uri.joinPath(folder.uri, path);
    if (await exists(uri)) result.kept.push(path);
    else if (!(await createTextFile(uri, text))) result.failed.push(path);
  }
  return result;
}

function tell({ kept, failed }: Result): void {
  if (failed.length > 0) void window.showErrorMessage(`Could not be created: ${failed.join(', ')}.`);
  if (kept.length > 0)
    void window.showInformationMessage(`Left as it was, since it is there already: ${kept.join(', ')}.`);
}
