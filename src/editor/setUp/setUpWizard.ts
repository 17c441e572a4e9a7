import type { WorkspaceFolder } from 'vscode';
import type { Pack } from '../../core/packs/packSchema';
import type { Aim } from '../../core/setUp/setUp';
import { loadChecklistCore } from '../lazy/lazyCore';
import { BACK, plain } from '../ui/quickInput';
import { askForLine, askForOne, askInTurn, type StepPlace, step } from '../ui/steps';

const TITLE = 'Set Up Preparation';

/** Where somebody prepares, and what for. */
export interface Preparation {
  readonly folder: WorkspaceFolder;
  readonly aim: Aim;
}

/** What there is in a folder to go by. */
export interface Surroundings {
  /** The profiles to choose from. */
  readonly packs: readonly Pack[];
  /** Whether there are settings already; what stands in them is not asked for. */
  readonly hasConfig: boolean;
}

/** What has been answered so far. The empty string stands for a question that was left open on purpose. */
interface Answers {
  readonly folder: WorkspaceFolder;
  readonly surroundings: Surroundings;
  readonly pack?: Pack;
  readonly level?: string;
  readonly interview?: string;
}

/** Asks for the folder, where there are several, the profile, the level and the day. Undefined where the user gives up. */
export async function askForPreparation(
  folders: readonly WorkspaceFolder[],
  look: (folder: WorkspaceFolder) => Promise<Surroundings>,
): Promise<Preparation | undefined> {
  const lookAt = async (folder: WorkspaceFolder): Promise<Answers> => ({ folder, surroundings: await look(folder) });
  const [only] = folders;
  const isAlone = folders.length === 1;
  let answers = only && isAlone ? await lookAt(only) : undefined;
  // An answer that is given anew does away with those after it.
  const isGiven = await askInTurn(TITLE, [
    step(
      async (place) => {
        const folder = await askForFolder(folders, place);
        return folder && folder !== BACK ? lookAt(folder) : folder;
      },
      (given) => {
        answers = given;
      },
      () => !isAlone,
    ),
    step(
      (place) => askForProfile(answers?.surroundings.packs ?? [], place),
      (pack) => {
        answers = answers && { folder: answers.folder, surroundings: answers.surroundings, pack };
      },
    ),
    step(
      (place) => askForLevel(answers?.pack?.levels ?? [], place),
      (level) => {
        answers = answers && { ...answers, level };
      },
      () => !answers?.surroundings.hasConfig && answers?.pack?.levels.length !== 0,
    ),
    step(
      askForDay,
      (interview) => {
        answers = answers && { ...answers, interview };
      },
      () => !answers?.surroundings.hasConfig,
    ),
  ]);
  if (!isGiven || !answers?.pack) return undefined;
  const { folder, pack, level, interview } = answers;
  return { folder, aim: { pack, ...(level && { level }), ...(interview && { interview }) } };
}

function askForFolder(folders: readonly WorkspaceFolder[], place: StepPlace) {
  const items = folders.map((folder) => ({
    label: plain(folder.name),
    description: plain(folder.uri.path),
    value: folder,
  }));
  return askForOne(place, 'In which folder?', items);
}

function askForProfile(packs: readonly Pack[], place: StepPlace) {
  // The pack that the others extend suits everybody else.
  const ordered = [...packs.filter((pack) => pack.extends), ...packs.filter((pack) => !pack.extends)];
  const items = ordered.map((pack) => ({ label: plain(pack.title), detail: plain(pack.description), value: pack }));
  return askForOne(place, 'What do you prepare for?', items);
}

function askForLevel(levels: Pack['levels'], place: StepPlace) {
  const items = levels.map(({ name, title, scope }) => ({
    label: plain(name),
    description: plain(title),
    detail: plain(scope),
    value: name,
  }));
  return askForOne(
    place,
    'For which level? Your plan says what it asks for; questions and rules are the same for all',
    [...items, { label: 'Not known yet', value: '' }],
  );
}

async function askForDay(place: StepPlace) {
  const { isDate, WRITE_DATE } = await loadChecklistCore();
  return askForLine(place, {
    prompt: 'The day of the first interview, like 2030-01-31, or nothing if there is none yet',
    placeholder: 'Year, month and day',
    objection: (day) => (day === '' || isDate(day) ? undefined : `${WRITE_DATE}, or leave it empty`),
  });
}
