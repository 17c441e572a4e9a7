import { addDays, dateOf } from '../../src/core/calendar/calendarDate';
import { PACKS } from '../../src/core/packs/packs';
import { planTasks } from '../../src/core/plan/planTasks';
import { systemClock } from '../../src/editor/clock';
import { makePlanFile } from '../../src/editor/practice/makePlan';
import { equal, ok } from './assert';
import { useDesk } from './desk';
import { Practising } from './practiceDesk';

const TODAY = dateOf(Date.now());
const INTERVIEW = addDays(TODAY, 9);

describe('making a plan', () => {
  const desk = useDesk('plan');
  const start = (): Practising => desk.use(new Practising(desk.at('')));

  it('makes the plan of the profile up to the eve of the interview, and never over another', async () => {
    await desk.write('starl.yaml', `interview: ${INTERVIEW}\n`);
    const practising = start();
    const services = { clock: systemClock, library: { profileFor: async () => PACKS[0] } };
    ok(await makePlanFile(services, practising.only, INTERVIEW), 'it was not made');
    const text = await desk.read('plan.md');
    ok(PACKS[0], 'a profile');
    equal(text.match(/^- \[ \] /gm)?.length, planTasks(PACKS[0], new Set()).length);
    ok(text.includes(' items for 30 days, of which 9 are left.') && text.includes('\n## Left out\n'), text);
    ok(text.includes(`- [ ] ${TODAY} `) && text.includes(`- [ ] ${addDays(INTERVIEW, -1)} `), text);
    ok(!(await makePlanFile(services, practising.only, INTERVIEW)), 'it was made twice');
    equal(await desk.read('plan.md'), text);
  });

  it('says in the plan what is expected at the level that is aimed at, and plans nothing that is ticked', async () => {
    await desk.write('starl.yaml', `profile: netflix-tpm\nlevel: L6\ninterview: ${INTERVIEW}\n`);
    const tpm = PACKS.find(({ id }) => id === 'netflix-tpm');
    const done = tpm?.checklist[0]?.items.find(({ id }) => id === 'resume-proof')?.text ?? '';
    const credentials = tpm?.checklist[1]?.items.find(({ id }) => id === 'credentials')?.text ?? '';
    await desk.write('prep.md', `- [x] ${done}\n- [X] ${credentials}\n`);
    const practising = start();
    const services = { clock: systemClock, library: { profileFor: async () => tpm } };
    const level = (await practising.store.of(practising.only))?.level;
    ok(await makePlanFile(services, practising.only, INTERVIEW, level), 'it was not made');
    const text = await desk.read('plan.md');
    ok(text.includes('\n\nYou aim at L6, Senior'), text);
    ok(!text.includes('every line of your resume'), text);
  });
});
