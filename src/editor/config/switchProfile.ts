import { commands, type Disposable, Uri, window } from 'vscode';
import type { Outcome } from '../../core/checklist/edits';
import type { Switched } from '../../core/checklist/switchChecklist';
import { CHECKLIST_NAME, PLAN_NAME } from '../../core/fileNames';
import type { Pack } from '../../core/packs/packSchema';
import { oncePer } from '../../core/util/once';
import { openAt, tellFailure } from '../files/fileFailure';
import { changeTextFiles, exists, type FileChange, type FileTools, readTextFile } from '../files/textFile';
import { loadChecklistCore } from '../lazy/lazyCore';
import type { Services } from '../services';
import { SET_UP } from '../setUp/setUp';
import { unlinked } from '../ui/shownText';
import { readPacks } from './packFiles';
import { askForSwitch } from './switchWizard';

/** "Starl: Switch Profile": takes the id of a profile, and whether what is untouched goes; asks for what it is not given. */
const SWITCH_PROFILE = 'starl.switchProfile';

const FAILED = 'The profile was not switched';

/** Changes the profile in `starl.yaml`, and the checklist to what it asks for, in one step that one Undo takes back. */
export function registerSwitchProfile({ clock, writes, configs, log }: Services): Disposable {
  return commands.registerCommand(SWITCH_PROFILE, async (given?: unknown, takesAway?: unknown) => {
    const file = await configs.nearest(window.activeTextEditor?.document.uri);
    if (!file) {
      await commands.executeCommand(SET_UP, { profile: given });
      return;
    }
    const core = await loadChecklistCore();
    const tools: FileTools = { clock, writes, decode: async (bytes) => core.decodeText(bytes) };
    const folder = Uri.joinPath(file.uri, '..');
    const own = await readPacks(folder, core);
    const packs = [...core.PACKS, ...own.packs];
    const current = file.config.profile ?? core.DEFAULT_PROFILE;
    const checklist = Uri.joinPath(folder, CHECKLIST_NAME);
    const list = await readTextFile(checklist, tools);
    const from = packs.find(({ id }) => id === current);
    const switched = (text: string, to: Pack, isTidied: boolean): Switched =>
      core.switchChecklist(text, { to, from, known: packs, takesAway: isTidied });
    const answers = await askForSwitch(packs, current, {
      to: packs.find(({ id }) => id === given),
      takesAway: typeof takesAway === 'boolean' ? takesAway : undefined,
      refused: own.refused.map((pack) => ({
        name: pack.name,
        uri: pack.uri,
        line: pack.problems[0]?.line ?? 1,
        why: core.refusalWords(pack),
      })),
      untouched: oncePer((to) => untouchedIn(list?.text === undefined ? undefined : switched(list.text, to, false))),
    });
    if (!answers) return;
    if ('why' in answers) return openAt(answers.uri, answers.line);
    const { to, takesAway: isTidied } = answers;
    let outcome: Switched | undefined;
    const changes: FileChange[] = [{ uri: file.uri, change: (text) => core.switchConfig(text, to, from) }];
    if (list)
      changes.push({
        uri: checklist,
        change: (text) => {
          outcome = switched(text, to, isTidied);
          return outcome;
        },
      });
    const refused = await firstRefused(changes, tools);
    if (refused) return tellFailure(FAILED, refused.uri, refused.why);
    try {
      await changeTextFiles(changes, tools);
    } catch (error) {
      log.error(FAILED, error);
      return tellFailure(FAILED, file.uri, error);
    }
    await tell(to, folder, wordsOf(outcome, isTidied));
  });
}

function untouchedIn(outcome: Switched | undefined): number {
  return outcome && outcome.refusal === undefined ? outcome.untouched : 0;
}

/** The first file that cannot be changed as it stands, so that none is. */
async function firstRefused(
  changes: readonly FileChange[],
  tools: FileTools,
): Promise<{ readonly uri: Uri; readonly why: string } | undefined> {
  for (const { uri, change } of changes) {
    const { text, badLine } = (await readTextFile(uri, tools)) ?? { text: '' };
    const { refusal }: Outcome = text === undefined ? { refusal: `line ${badLine} is not UTF-8` } : change(text);
    if (refusal !== undefined) return { uri, why: refusal };
  }
  return undefined;
}

/** What has become of the checklist, in a few words. */
function wordsOf(outcome: Switched | undefined, takesAway: boolean): string {
  if (!outcome || outcome.refusal !== undefined) return '';
  const { added, reworded, untouched } = outcome;
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(reworded > 0 ? [`${reworded} reworded`] : []),
    ...(takesAway && untouched > 0 ? [`${untouched} taken away`] : []),
  ];
  return ` ${CHECKLIST_NAME}: ${parts.join(', ') || 'as it was'}.`;
}

/** A message without a button is cut off after its first line. */
async function tell(to: Pack, folder: Uri, words: string): Promise<void> {
  const open = `Open ${CHECKLIST_NAME}`;
  const plan = (await exists(Uri.joinPath(folder, PLAN_NAME))) ? ` ${PLAN_NAME} stays as it is.` : '';
  const message = unlinked(`You now prepare for ${to.title}.${words}${plan}`);
  void window.showInformationMessage(message, ...(words === '' ? [] : [open])).then((chosen) => {
    if (chosen === open) return openAt(Uri.joinPath(folder, CHECKLIST_NAME), 1);
    return undefined;
  });
}
