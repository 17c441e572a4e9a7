import { commands, type Disposable, FileType, window } from 'vscode';
import { dateOf } from '../../src/core/calendar/calendarDate';
import { itemsWithin } from '../../src/core/checklist/checklist';
import { findPack } from '../../src/core/packs/packs';
import { systemClock } from '../../src/editor/clock';
import { tellFailure } from '../../src/editor/files/fileFailure';
import { addRound } from '../../src/editor/practice/addRound';
import { writeSheet } from '../../src/editor/practice/exportCueSheet';
import { makePlanFile } from '../../src/editor/practice/makePlan';
import { logMock, reflow } from '../../src/editor/practice/practiceCommands';
import { setUp } from '../../src/editor/setUp/setUp';
import { wholeStory } from '../wholeStory';
import { equal, eventually, ok } from './assert';
import { Checklist, list } from './checklistDesk';
import { LibraryDesk } from './libraryDesk';
import { MemoryFiles } from './memoryFiles';
import { Practising } from './practiceDesk';

const TODAY = dateOf(Date.now());
/** The files of a preparation as they are before the disk fails. */
const BEFORE: Readonly<Record<string, string>> = {
  'prep.md': list,
  'starl.yaml': '# mine\nprofile: general\n',
  'plan.md': '# Plan\n\n- [ ] 2020-01-01 Read\n\n- [ ] 2020-01-02 Tell it\n',
  'mocks.yaml': '# mine\nmocks:\n  - { date: 2027-01-01, kind: panel }\n',
  'stories/port.md': wholeStory('The port'),
  'sheet.md': 'An old sheet',
};
const SHEET = { title: 'Cue sheet', facts: [], stories: [], isDense: false, leftOut: [], missing: [], notes: [] };

describe('a disk that cannot be written to', () => {
  let files: MemoryFiles;
  let told: string[];
  let open: Disposable[];
  let tests = 0;
  const { showErrorMessage } = window;
  const pack = findPack('general');
  ok(pack);
  const at = (path: string) => files.uri(`/prep/${path}`);
  const folder = () => ({ uri: files.uri('/prep'), name: 'prep', index: 0 });
  const opened = <T extends Disposable>(one: T): T => {
    open.push(one);
    return one;
  };
  const store = () => opened(new Practising(files.uri('/prep'))).store;
  const texts = () => Object.fromEntries(Object.keys(BEFORE).map((path) => [path, files.text(`/prep/${path}`)]));

  beforeEach(() => {
    files = new MemoryFiles(`starl-disk-${++tests}`);
    told = [];
    open = [files.register()];
    Object.assign(window, { showErrorMessage: async (said: string) => void told.push(said) });
    for (const [path, text] of Object.entries(BEFORE)) files.put(`/prep/${path}`, text);
  });
  afterEach(async () => {
    Object.assign(window, { showErrorMessage });
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    for (const one of open.reverse()) one.dispose();
  });

  /** What writes, the file that it writes to, and whether it then takes more room. */
  const writers: readonly [what: string, path: string, write: () => Promise<unknown>][] = [
    [
      'a tick',
      'prep.md',
      async () => {
        const { store } = opened(new Checklist(files.uri('/prep')));
        const [of] = await store.all();
        const [item] = of?.checklist ? itemsWithin(of.checklist) : [];
        ok(of && item);
        await store.change(of.uri, (core) => (text) => core.tickItem(text, item.id, true));
      },
    ],
    [
      'a new item',
      'prep.md',
      async () => opened(new Checklist(files.uri('/prep'))).add('Stories', 'Tell how a project was killed'),
    ],
    [
      'a mapping',
      'stories/port.md',
      async () => {
        const library = opened(new LibraryDesk(files.uri('/prep')));
        await library.edits.map(await library.story('The port'), {
          target: 'questions',
          id: 'failure',
          grade: 'strong',
        });
      },
    ],
    ['a mock', 'mocks.yaml', () => logMock(store(), folder(), { date: TODAY, kind: 'panel' })],
    ['a round', 'starl.yaml', () => addRound(store(), folder(), { title: 'Panel', stories: [] })],
    ['a plan that is re-flowed', 'plan.md', () => reflow(store(), systemClock, folder())],
    ['a cue sheet', 'sheet.md', () => writeSheet(at('sheet.md'), SHEET)],
  ];
  for (const [what, path, write] of writers) {
    /** Tells a failure as the commands do. */
    const tried = () => write().catch((error) => tellFailure('Not done', at(path), error));

    it(`keeps ${what} out of a file that is write-protected, and says so`, async () => {
      files.isLocked = true;
      await tried();
      equal(texts(), BEFORE);
      await eventually(() => told.map((said) => /write-protected/.test(said)), [true]);
      files.isLocked = false;
      await tried();
      ok(files.text(`/prep/${path}`) !== BEFORE[path], 'it does not work afterwards');
    });

    it(`loses nothing to ${what} where the disk is full, and says so`, async () => {
      files.room = BEFORE[path]?.length ?? 0;
      await tried();
      const isDone = files.text(`/prep/${path}`) !== BEFORE[path];
      if (isDone) equal(told, [], 'it takes no more room than before');
      else await eventually(() => told.map((said) => /full/.test(said)), [true]);
      equal({ ...texts(), [path]: '' }, { ...BEFORE, [path]: '' });
      files.room = Number.POSITIVE_INFINITY;
      if (!isDone) await tried();
      ok(files.text(`/prep/${path}`) !== BEFORE[path], 'it does not work afterwards');
    });
  }

  it('shows what was in a file that it has lost, and cannot take again', async () => {
    files.room = 20;
    const why = await opened(new Checklist(files.uri('/prep'))).tick('Failure', true);
    ok(/untitled/.test(why), why);
    const { document } = window.activeTextEditor ?? {};
    equal([document?.isUntitled, document?.getText()], [true, list]);
  });

  for (const [what, fault] of [
    ['write-protected', () => Object.assign(files, { isLocked: true })],
    ['full', () => Object.assign(files, { room: 5 })],
  ] as const) {
    it(`leaves no half of what it cannot make where it is ${what}`, async () => {
      fault();
      const uri = files.uri('/new');
      const aim = { folder: { uri, name: 'new', index: 0 }, aim: { pack } };
      const made = await setUp(aim, (_, error) => void told.push(String(error)));
      equal([made.kept, made.failed.slice(-2)], [[], ['starl.yaml', 'prep.md']]);
      const services = { clock: systemClock, library: { profileFor: async () => pack } };
      ok(!(await makePlanFile(services, aim.folder, '2031-02-28')), 'a plan was made');
      for (const add of [
        () => logMock(store(), aim.folder, { date: TODAY, kind: 'panel' }),
        () => addRound(store(), aim.folder, { title: 'Panel', stories: [] }),
      ]) {
        const why = await add().then(
          () => '',
          (error: Error) => error.message,
        );
        ok(/full|ENOSPC|NoPermissions/.test(why), why);
      }
      equal(
        files.readDirectory(uri).filter(([name, type]) => type === FileType.File && files.text(`/new/${name}`) !== ''),
        [],
      );
    });
  }
});
