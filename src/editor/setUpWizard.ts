import { QuickInputButtons, type QuickPickItem, type WorkspaceFolder, window } from 'vscode';
import type { Aim } from '../core/setUp/setUp';
import type { Pack } from '../packs/schema';
import { loadChecklistCore } from './lazyCore';
import { ask, BACK, plain } from './quickInput';
import { askForLine, type StepPlace } from './steps';

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
  readonly folder?: WorkspaceFolder;
  readonly surroundings?: Surroundings;
  readonly pack?: Pack;
  readonly level?: string;
  readonly interview?: string;
}

type Answer = Answers | typeof BACK | undefined;

/** A question that adds to the answers; one that is not due adds nothing. */
interface Question {
  readonly isDue: (answers: Answers) => boolean;
  readonly put: (answers: Answers, place: StepPlace) => Promise<Answer>;
}

/** Asks for the folder, where there are several, the profile, the level and the day. Undefined where the user gives up. */
export async function askForPreparation(
  folders: readonly WorkspaceFolder[],
  look: (folder: WorkspaceFolder) => Promise<Surroundings>,
): Promise<Preparation | undefined> {
  const [only] = folders;
  const isAlone = folders.length === 1;
  const questions: readonly Question[] = [
    { isDue: () => !isAlone, put: (_, place) => askForFolder(folders, look, place) },
    { isDue: () => true, put: askForProfile },
    {
      isDue: ({ surroundings, pack }) => !surroundings?.hasConfig && !!pack && pack.levels.length > 0,
      put: askForLevel,
    },
    { isDue: ({ surroundings }) => !surroundings?.hasConfig, put: askForDay },
  ];
  const start: Answers = only && isAlone ? { folder: only, surroundings: await look(only) } : {};
  const answers = await askAll(questions, start);
  if (!answers?.folder || !answers.pack) return undefined;
  const { folder, pack, level, interview } = answers;
  return { folder, aim: { pack, ...(level && { level }), ...(interview && { interview }) } };
}

/** Puts the questions that are due, one after the other, with a way back. */
async function askAll(questions: readonly Question[], start: Answers): Promise<Answers | undefined> {
  const asked: { readonly index: number; readonly before: Answers }[] = [];
  let answers = start;
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index];
    if (!question?.isDue(answers)) continue;
    const place = { title: TITLE, step: asked.length + 1 };
    const answer = await question.put(answers, place);
    if (answer === undefined) return undefined;
    if (answer !== BACK) {
      asked.push({ index, before: answers });
      answers = { ...answers, ...answer };
      continue;
    }
    const last = asked.pop();
    if (!last) return undefined;
    answers = last.before;
    index = last.index - 1;
  }
  return answers;
}

async function askForFolder(
  folders: readonly WorkspaceFolder[],
  look: (folder: WorkspaceFolder) => Promise<Surroundings>,
  place: StepPlace,
): Promise<Answer> {
  const items = folders.map((folder) => ({
    label: plain(folder.name),
    description: plain(folder.uri.path),
    value: folder,
  }));
  const folder = await pick(place, 'In which folder?', items);
  return folder && folder !== BACK ? { folder, surroundings: await look(folder) } : folder;
}

async function askForProfile({ surroundings }: Answers, place: StepPlace): Promise<Answer> {
  const packs = surroundings?.packs ?? [];
  // The pack that the others extend suits everybody else.
  const ordered = [...packs.filter((pack) => pack.extends), ...packs.filter((pack) => !pack.extends)];
  const items = ordered.map((pack) => ({ label: plain(pack.title), detail: plain(pack.description), value: pack }));
  const pack = await pick(place, 'What do you prepare for?', items);
  return pack && pack !== BACK ? { pack } : pack;
}

async function askForLevel({ pack }: Answers, place: StepPlace): Promise<Answer> {
  const levels = (pack?.levels ?? []).map(({ name, title, scope }) => ({
    label: plain(name),
    description: plain(title),
    detail: plain(scope),
    value: name,
  }));
  const level = await pick(place, 'For which level?', [...levels, { label: 'Not known yet', value: '' }]);
  return level === BACK || level === undefined ? level : { level };
}

async function askForDay(_: Answers, place: StepPlace): Promise<Answer> {
  const { isDate, WRITE_DATE } = await loadChecklistCore();
  const interview = await askForLine(place, {
    prompt: 'The day of the first interview, or nothing if there is none yet',
    placeholder: 'Year, month and day, like 2030-01-31',
    objection: (day) => (day === '' || isDate(day) ? undefined : `${WRITE_DATE}, or leave it empty`),
  });
  return interview === BACK || interview === undefined ? interview : { interview };
}

function pick<T>(
  place: StepPlace,
  placeholder: string,
  items: readonly (QuickPickItem & { readonly value: T })[],
): Promise<T | typeof BACK | undefined> {
  const input = Object.assign(window.createQuickPick<QuickPickItem & { readonly value: T }>(), place, {
    placeholder,
    items,
  });
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return ask<T | typeof BACK>(input, (done) => [
    input.onDidTriggerButton(() => done(BACK)),
    input.onDidAccept(() => done(input.selectedItems[0]?.value)),
  ]);
}
