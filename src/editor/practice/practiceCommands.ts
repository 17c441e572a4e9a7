import { commands, Disposable, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { MOCKS_NAME, PLAN_NAME } from '../../core/fileNames';
import type { Mock } from '../../core/mocks/mocks';
import type { Clock } from '../clock';
import { chooseFolder } from '../files/chooseFolder';
import { openAt, tellFailure } from '../files/fileFailure';
import { offerUndo, reversible } from '../files/offerUndo';
import { ensureTextFile, exists } from '../files/textFile';
import { loadPracticeCore } from '../lazy/lazyCore';
import type { StoryFinders } from '../library/storyFinders';
import { storyTitles } from '../library/storyTitles';
import type { Services } from '../services';
import { unlinked } from '../ui/shownText';
import { askForMock } from './logMock';
import type { PracticeStore } from './practiceStore';
import { OPEN_PRACTICE_ROW, type PracticeTreeRow, placeOfRow } from './practiceTree';

/** What can be done in the view "Practice"; each of these asks for what it is not given. */
export function registerPracticeCommands(
  { practice: store, clock, library }: Services,
  finders: StoryFinders,
): Disposable {
  const tick = (row?: PracticeTreeRow) => row && tickPractice(store, row);
  return Disposable.from(
    commands.registerCommand(OPEN_PRACTICE_ROW, async (row?: PracticeTreeRow) => {
      if (!row) return;
      const { entry } = row;
      const place = placeOfRow(entry);
      const name = entry.row?.story;
      const one = name === undefined ? undefined : await finders.findListed(entry.of.folder, name);
      if (one) await openAt(Uri.parse(one.file), one.story.line);
      else if (place) await openAt(place.uri, place.line);
    }),
    commands.registerCommand('starl.practice.tickRow', tick),
    commands.registerCommand('starl.practice.untickRow', tick),
    commands.registerCommand('starl.practice.tickFocused', async (row: PracticeTreeRow | undefined) => {
      if (row?.entry.row?.item === undefined) await commands.executeCommand('list.toggleExpand');
      else await tick(row);
    }),
    commands.registerCommand('starl.practice.logMock', async () => {
      const folder = await chooseFolder();
      if (folder) await askAndLog({ practice: store, clock, library }, folder);
    }),
    commands.registerCommand('starl.practice.reflow', async (row?: PracticeTreeRow) => {
      const folder = row?.entry.of.folder ?? (await chooseFolder());
      if (folder) await reflow(store, clock, folder);
    }),
  );
}

/** Ticks or unticks what a row stands for; the user is told where that fails. */
export async function tickPractice(store: PracticeStore, { entry: { of, row } }: PracticeTreeRow): Promise<void> {
  if (row?.item === undefined || !row.place) return;
  const { item, done = false, place, label } = row;
  const uri = Uri.joinPath(of.folder.uri, place.file);
  try {
    await store.changeFile(uri, async () => {
      const { tickItem } = await loadPracticeCore();
      return (text) => tickItem(text, item, !done);
    });
  } catch (error) {
    await tellFailure(`“${label}” was not ${done ? 'unticked' : 'ticked'}`, uri, error);
  }
}

async function askAndLog(
  { practice: store, clock, library }: Pick<Services, 'practice' | 'clock' | 'library'>,
  folder: WorkspaceFolder,
): Promise<void> {
  const [core, held, pack] = await Promise.all([loadPracticeCore(), store.of(folder), library.profileFor(folder)]);
  const known = { earlier: held?.mocks ?? [], usual: core.usualKinds(pack), rubric: pack?.rubric ?? [] };
  const mock = await askForMock(core, core.dateOf(clock.now()), known, () => storyTitles(library, folder));
  if (!mock) return;
  try {
    await logMock(store, folder, mock);
    await commands.executeCommand('starl.practice.focus');
  } catch (error) {
    await tellFailure('The mock was not logged', Uri.joinPath(folder.uri, MOCKS_NAME), error);
  }
}

/** Adds a mock to the log of a folder, which is made where there is none. Throws where that fails. */
export async function logMock(store: PracticeStore, { uri: folder }: WorkspaceFolder, mock: Mock): Promise<void> {
  const { addMock, NEW_LOG } = await loadPracticeCore();
  const uri = Uri.joinPath(folder, MOCKS_NAME);
  await ensureTextFile(uri, NEW_LOG);
  await store.changeFile(uri, async () => (text) => addMock(text, mock));
}

/** Moves what was missed to the days that are left, says what was moved and offers to take it back; or says why nothing was. */
export async function reflow(store: PracticeStore, clock: Clock, folder: WorkspaceFolder): Promise<void> {
  const { dateOf, reflowPlan } = await loadPracticeCore();
  const uri = Uri.joinPath(folder.uri, PLAN_NAME);
  const practice = await store.of(folder);
  if (!(await exists(uri))) {
    void window.showInformationMessage(unlinked(`There is no ${PLAN_NAME} in ${folder.name} yet.`));
    return;
  }
  let words: string | undefined;
  const { change, undo } = reversible((text) => {
    const outcome = reflowPlan(text, dateOf(clock.now()), practice?.interview?.date);
    // A second attempt finds nothing left to move where the first got through.
    words = outcome.words ?? words;
    return outcome;
  });
  try {
    await store.changeFile(uri, async () => change);
  } catch (error) {
    await tellFailure('Nothing was moved', uri, error);
    return;
  }
  if (words === undefined)
    void window.showInformationMessage(unlinked(`Nothing was missed in ${workspace.asRelativePath(uri)}.`));
  else void offerUndo(words, () => store.changeFile(uri, async () => undo), 'The items were not moved back');
}
