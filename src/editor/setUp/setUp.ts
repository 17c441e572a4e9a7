import { commands, type Disposable, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { CONFIG_NAME } from '../../core/fileNames';
import { readPacks } from '../config/packFiles';
import { createTextFile, exists } from '../files/textFile';
import { loadChecklistCore } from '../lazy/lazyCore';
import type { Services } from '../services';
import { NEW_STORY } from './newStory';
import { askForPreparation, type Preparation, type Surroundings } from './setUpWizard';

export const SET_UP = 'starl.setUp';

/** What the command may be given, by a key binding say, in place of asking: the id of a profile, a level and a day. */
interface Arguments {
  readonly profile?: unknown;
  readonly level?: unknown;
  readonly interview?: unknown;
}

/** What became of the files of a preparation, by their names. */
interface Result {
  readonly kept: readonly string[];
  readonly failed: readonly string[];
}

/** "Starl: Set Up Preparation": the settings, the checklist and the folders, beside what is there already. */
export function registerSetUp({ log }: Services): Disposable {
  return commands.registerCommand(SET_UP, async (given?: Arguments) => {
    const folders = workspace.workspaceFolders ?? [];
    if (folders.length === 0) return offerFolder();
    const preparation = (await preparationFor(folders, given)) ?? (await askForPreparation(folders, look));
    if (!preparation) return;
    const result = await setUp(preparation, (what, error) => log.error(what, error));
    await commands.executeCommand('starl.checklist.focus');
    void tell(result);
  });
}

/** Without a folder there is nowhere to keep anything. */
export async function offerFolder(): Promise<void> {
  const open = 'Open Folder';
  const chosen = await window.showInformationMessage('Open a folder to keep your preparation in.', open);
  if (chosen === open) await commands.executeCommand('vscode.openFolder');
}

/** What is given in place of answers; undefined where that leaves something to ask. */
async function preparationFor(
  [folder, ...others]: readonly WorkspaceFolder[],
  { profile, level, interview }: Arguments = {},
): Promise<Preparation | undefined> {
  if (!folder || others.length > 0) return undefined;
  const [{ isDate }, { packs }] = await Promise.all([loadChecklistCore(), look(folder)]);
  const pack = packs.find(({ id }) => id === profile);
  if (!pack) return undefined;
  const known = pack.levels.find(({ name }) => name === level);
  const day = typeof interview === 'string' && isDate(interview) ? interview : undefined;
  return { folder, aim: { pack, ...(known && { level: known.name }), ...(day && { interview: day }) } };
}

/** What there is in a folder to go by. */
async function look({ uri }: WorkspaceFolder): Promise<Surroundings> {
  const core = await loadChecklistCore();
  const { packs } = await readPacks(uri, core);
  return { packs: [...core.PACKS, ...packs], hasConfig: await exists(Uri.joinPath(uri, CONFIG_NAME)) };
}

/** Makes what is missing; what is there already is left as it is. */
export async function setUp(
  { folder, aim }: Preparation,
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
  for (const { path, text } of preparationFiles(aim)) {
    const uri = Uri.joinPath(folder.uri, path);
    if (await exists(uri)) result.kept.push(path);
    else if (!(await createTextFile(uri, text))) result.failed.push(path);
  }
  return result;
}

/** Says what became of the files, and offers the next step. */
async function tell({ kept, failed }: Result): Promise<void> {
  if (failed.length > 0) {
    void window.showErrorMessage(`Could not be created: ${failed.join(', ')}.`);
    return;
  }
  const write = 'Write the First Story';
  const there = kept.length > 0 ? ` Left as it was, since it is there already: ${kept.join(', ')}.` : '';
  const chosen = await window.showInformationMessage(`Your preparation is set up.${there}`, write);
  if (chosen === write) await commands.executeCommand(NEW_STORY);
}
