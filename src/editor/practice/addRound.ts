import { commands, type Disposable, Uri, type WorkspaceFolder } from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendarDate';
import type { Round } from '../../core/config/schemas';
import { CONFIG_NAME } from '../../core/fileNames';
import type { Pack } from '../../core/packs/packSchema';
import { LONGEST, tooLong } from '../../core/text/longest';
import { chooseFolder } from '../files/chooseFolder';
import { openAt, tellFailure } from '../files/fileFailure';
import { ensureTextFile } from '../files/textFile';
import { loadPracticeCore, type PracticeCore } from '../lazy/lazyCore';
import { storyTitles } from '../library/storyTitles';
import type { Services } from '../services';
import { askForLine, askForSome, askForWord, askInTurn, step } from '../ui/steps';
import type { PracticeStore } from './practiceStore';

/** "Starl: Add Round": asks for a round and writes it to `starl.yaml`. */
export function registerAddRound({ practice, library, clock }: Services): Disposable {
  return commands.registerCommand('starl.practice.addRound', async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const [core, pack] = await Promise.all([loadPracticeCore(), library.profileFor(folder)]);
    const round = await askForRound(core, core.dateOf(clock.now()), pack, () => storyTitles(library, folder));
    if (!round) return;
    try {
      await addRound(practice, folder, round);
      await commands.executeCommand('starl.practice.focus');
      const added = (await practice.of(folder))?.rounds.at(-1);
      if (added) await openAt(Uri.joinPath(folder.uri, CONFIG_NAME), added.line);
    } catch (error) {
      await tellFailure('The round was not added', Uri.joinPath(folder.uri, CONFIG_NAME), error);
    }
  });
}

/** Adds a round to the settings of a folder, which are made where there are none. Throws where that fails. */
export async function addRound(store: PracticeStore, folder: WorkspaceFolder, round: Round): Promise<void> {
  const { appendEntry } = await loadPracticeCore();
  const uri = Uri.joinPath(folder.uri, CONFIG_NAME);
  await ensureTextFile(uri, '');
  const { title, date, tests, stories = [] } = round;
  const entry = {
    title,
    ...(date ? { date } : {}),
    ...(tests ? { tests } : {}),
    ...(stories.length > 0 ? { stories } : {}),
  };
  await store.changeFile(uri, async () => (text) => appendEntry(text, 'rounds', entry));
}

async function askForRound(
  core: PracticeCore,
  today: CalendarDate,
  pack: Pack | undefined,
  titles: () => Promise<readonly string[]>,
): Promise<Round | undefined> {
  const reported = pack?.rounds ?? [];
  const draft: { -readonly [K in keyof Round]?: Round[K] } = {};
  const isGiven = await askInTurn('Add Round', [
    step(
      (place) => {
        const known = reported.map(({ title, tests }) => ({ label: title, detail: tests }));
        const placeholder = 'Which round? Choose one that is reported, or type its name.';
        return askForWord(place, placeholder, known, (title) => tooLong(title, LONGEST.line));
      },
      (title) => {
        draft.title = title;
      },
    ),
    step(
      (place) => {
        const prompt = 'On which day? Year, month and day. Leave it empty if you do not know yet.';
        const objection = (value: string) => (value === '' ? undefined : core.objectionToComing(value, today));
        return askForLine(place, { prompt, value: draft.date, objection });
      },
      (date) => {
        draft.date = date === '' ? undefined : date;
      },
    ),
    step(
      (place) => {
        const value = reported.find(({ title }) => title === draft.title)?.tests;
        const objection = (answer: string) => tooLong(answer, LONGEST.tests);
        return askForLine(place, { prompt: 'What does it test?', value, objection });
      },
      (tests) => {
        draft.tests = tests;
      },
    ),
    step(
      async (place) => askForSome(place, 'Which stories are meant for it?', await titles()),
      (stories) => {
        draft.stories = stories;
      },
    ),
  ]);
  return isGiven && draft.title !== undefined ? { ...draft, title: draft.title } : undefined;
}
