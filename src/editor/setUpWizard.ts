import { QuickInputButtons, type QuickPickItem, type WorkspaceFolder, window } from 'vscode';
import type { Pack } from '../packs/schema';
import { ask, BACK } from './quickInput';

/** Where somebody prepares, and what for: the id of a profile. */
export interface Preparation {
  readonly folder: WorkspaceFolder;
  readonly profile: string;
}

const TITLE = 'Set Up Preparation';

/** Asks for the folder, where there are several, and for the profile. Undefined where the user gives up. */
export async function askForPreparation(
  folders: readonly WorkspaceFolder[],
  packs: readonly Pack[],
): Promise<Preparation | undefined> {
  const [only, ...others] = folders;
  for (;;) {
    const folder = others.length > 0 ? await askForFolder(folders) : only;
    if (!folder) return undefined;
    const profile = await askForProfile(packs, others.length > 0);
    if (profile !== BACK) return profile === undefined ? undefined : { folder, profile };
  }
}

function askForFolder(folders: readonly WorkspaceFolder[]): Promise<WorkspaceFolder | undefined> {
  const input = window.createQuickPick<QuickPickItem & { folder: WorkspaceFolder }>();
  input.title = TITLE;
  input.step = 1;
  input.totalSteps = 2;
  input.placeholder = 'In which folder?';
  input.items = folders.map((folder) => ({ label: folder.name, description: folder.uri.path, folder }));
  return ask<WorkspaceFolder>(input, (done) => [input.onDidAccept(() => done(input.selectedItems[0]?.folder))]);
}

function askForProfile(packs: readonly Pack[], canGoBack: boolean): Promise<string | typeof BACK | undefined> {
  const input = window.createQuickPick<QuickPickItem & { id: string }>();
  input.title = TITLE;
  if (canGoBack) {
    input.step = 2;
    input.totalSteps = 2;
    input.buttons = [QuickInputButtons.Back];
  }
  input.placeholder = 'What do you prepare for?';
  // The pack that the others extend suits everybody else.
  const ordered = [...packs.filter((pack) => pack.extends), ...packs.filter((pack) => !pack.extends)];
  input.items = ordered.map(({ id, title, description }) => ({ label: title, detail: description, id }));
  return ask<string | typeof BACK>(input, (done) => [
    input.onDidTriggerButton(() => done(BACK)),
    input.onDidAccept(() => done(input.selectedItems[0]?.id)),
  ]);
}
