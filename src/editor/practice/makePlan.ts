import { commands, type Disposable, Uri, type WorkspaceFolder, window } from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendarDate';
import { CHECKLIST_NAME, CONFIG_NAME, PLAN_NAME } from '../../core/fileNames';
import type { Clock } from '../clock';
import { chooseFolder } from '../files/chooseFolder';
import { openAt, tellFailure } from '../files/fileFailure';
import { createTextFile, ensureTextFile, exists, readTextFile } from '../files/textFile';
import { loadPracticeCore, type PracticeCore } from '../lazy/lazyCore';
import type { Services } from '../services';
import { BACK } from '../ui/quickInput';
import { askForLine } from '../ui/steps';
import { reflow } from './practiceCommands';

const TITLE = 'Make Plan';

type PlanServices = Pick<Services, 'library' | 'practice' | 'clock'>;

/** "Starl: Make Plan": the plan of the profile, dated from the day of the interview, which is asked for where it is not known. */
export function registerMakePlan(services: Services): Disposable {
  return commands.registerCommand('starl.practice.makePlan', async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const core = await loadPracticeCore();
    const plan = Uri.joinPath(folder.uri, PLAN_NAME);
    if (await exists(plan)) {
      const [open, again] = [`Open ${PLAN_NAME}`, 'Re-flow Plan'];
      const chosen = await window.showInformationMessage(`There is a ${PLAN_NAME} already.`, open, again);
      if (chosen === open) await openAt(plan, 1);
      else if (chosen === again) await reflow(services.practice, services.clock, folder);
      return;
    }
    const { interview: day, level } = (await services.practice.of(folder)) ?? {};
    const known = day?.date;
    const interview = known ?? (await askForInterview(core, core.dateOf(services.clock.now())));
    if (interview === undefined) return;
    if (known === undefined) await keepInterview(services, folder, interview);
    if (await makePlanFile(services, folder, interview, level)) {
      await commands.executeCommand('starl.practice.focus');
      await openAt(plan, 1);
    } else
      await tellFailure(
        'The plan was not made',
        plan,
        'it could not be written; look whether the folder is write-protected, or the disk full',
      );
  });
}

async function askForInterview(core: PracticeCore, today: CalendarDate): Promise<CalendarDate | undefined> {
  const answer = await askForLine(
    { title: TITLE, step: 1, totalSteps: 1 },
    {
      prompt: 'On which day is the interview? Year, month and day.',
      placeholder: today,
      objection: (value) => {
        if (!core.isDate(value)) return core.WRITE_DATE;
        return value < today ? 'This day is over' : undefined;
      },
    },
  );
  return answer === BACK ? undefined : answer;
}

/** Writes the day of the interview to the settings of a folder; the user is told where that fails. */
async function keepInterview({ practice }: PlanServices, folder: WorkspaceFolder, date: CalendarDate): Promise<void> {
  const uri = Uri.joinPath(folder.uri, CONFIG_NAME);
  const { setConfigValue } = await loadPracticeCore();
  try {
    await ensureTextFile(uri, '');
    await practice.changeFile(uri, async () => (text) => setConfigValue(text, 'interview', date));
  } catch (error) {
    void tellFailure('The day of the interview was not kept', uri, error);
  }
}

/** Makes the plan of a folder's profile; false where that fails, or there is one. */
export async function makePlanFile(
  { library, clock }: Pick<PlanServices, 'clock'> & { readonly library: Pick<PlanServices['library'], 'profileFor'> },
  folder: WorkspaceFolder,
  interview: CalendarDate,
  level?: string,
): Promise<boolean> {
  const core = await loadPracticeCore();
  const profile = await library.profileFor(folder);
  const tasks = profile ? core.planTasks(profile, await ticked(core, clock, folder)) : [];
  const aim = profile?.levels.find(({ name }) => name === level);
  const plan = core.makePlan(tasks, core.dateOf(clock.now()), interview, aim);
  return createTextFile(Uri.joinPath(folder.uri, PLAN_NAME), plan);
}

/** The texts of the items of the checklist that are done; none where it cannot be read. */
async function ticked(core: PracticeCore, clock: Clock, { uri }: WorkspaceFolder): Promise<ReadonlySet<string>> {
  const decode = async (bytes: Uint8Array) => core.decodeText(bytes);
  const file = await readTextFile(Uri.joinPath(uri, CHECKLIST_NAME), { clock, decode }).catch(() => undefined);
  return new Set(
    core
      .itemsIn(file?.text ?? '')
      .filter(({ done }) => done)
      .map(({ label }) => label),
  );
}
