import { commands, type Disposable, type QuickPickItem, Uri, window } from 'vscode';
import type { Outcome } from '../../core/checklist/edits';
import { CHECKLIST_NAME } from '../../core/fileNames';
import type { Pack } from '../../packs/schema';
import { tellFailure } from '../files/fileFailure';
import { changeTextFile, exists } from '../files/textFile';
import { type ChecklistCore, loadChecklistCore } from '../lazy/lazyCore';
import type { Services } from '../services';
import { SET_UP } from '../setUp/setUp';
import { ask, plain } from '../ui/quickInput';
import { unlinked } from '../ui/shownText';
import { readPacks } from './packFiles';

/** "Starl: Switch Profile": takes the id of a profile, or asks. */
const SWITCH_PROFILE = 'starl.switchProfile';

/** Changes the profile in `starl.yaml`, and adds what it asks for to the checklist; nothing that is there is lost. */
export function registerSwitchProfile({ clock, configs, log }: Services): Disposable {
  const change = async (uri: Uri, core: ChecklistCore, by: (text: string) => Outcome): Promise<boolean> => {
    try {
      await changeTextFile(uri, by, { clock, decode: async (bytes) => core.decodeText(bytes) });
      return true;
    } catch (error) {
      log.error(`Could not write ${uri.path}`, error);
      void tellFailure('Nothing was changed', uri, error);
      return false;
    }
  };
  return commands.registerCommand(SWITCH_PROFILE, async (given?: unknown) => {
    const file = await configs.nearest(window.activeTextEditor?.document.uri);
    if (!file) {
      await commands.executeCommand(SET_UP, { profile: given });
      return;
    }
    const core = await loadChecklistCore();
    const folder = Uri.joinPath(file.uri, '..');
    const { packs: own } = await readPacks(folder, core);
    const packs = [...core.PACKS, ...own];
    const pack = packs.find(({ id }) => id === given) ?? (await askForProfile(packs, file.config.profile));
    if (!pack || !(await change(file.uri, core, (text) => core.setConfigValue(text, 'profile', pack.id)))) return;
    const checklist = Uri.joinPath(folder, CHECKLIST_NAME);
    const old = packs.find(({ id }) => id === (file.config.profile ?? 'general'));
    const hasChecklist = await exists(checklist);
    if (
      hasChecklist &&
      !(await change(checklist, core, (text) => core.addMissing(text, pack, old ?? { checklist: [], sources: {} })))
    )
      return;
    const added = hasChecklist ? ` What it asks for stands in ${CHECKLIST_NAME} now; what was there stays.` : '';
    void window.showInformationMessage(unlinked(`You now prepare for ${pack.title}.${added}`));
  });
}

async function askForProfile(packs: readonly Pack[], current: string | undefined): Promise<Pack | undefined> {
  const input = window.createQuickPick<QuickPickItem & { readonly pack: Pack }>();
  input.title = 'Switch Profile';
  input.placeholder = 'What do you prepare for now? What is ticked stays ticked.';
  input.items = packs.map((pack) => ({
    label: plain(pack.title),
    description: pack.id === current ? 'current' : '',
    detail: plain(pack.description),
    pack,
  }));
  return ask<Pack>(input, (done) => [input.onDidAccept(() => done(input.selectedItems[0]?.pack))]);
}
