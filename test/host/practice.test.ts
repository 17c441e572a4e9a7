import { commands, Uri, window, workspace } from 'vscode';
import { addDays, dateOf } from '../../src/core/calendar/calendarDate';
import type { CueSheet } from '../../src/core/cueSheet/cueSheet';
import { PACKS } from '../../src/core/packs/packs';
import { systemClock } from '../../src/editor/clock';
import type { ConfigFile } from '../../src/editor/config/config';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { StoryFinders } from '../../src/editor/library/storyFinders';
import { addRound } from '../../src/editor/practice/addRound';
import { makeSheet, writeSheet } from '../../src/editor/practice/exportCueSheet';
import { logMock, reflow } from '../../src/editor/practice/practiceCommands';
import { equal, eventually, ok } from './assert';
import { ours, replace, useDesk } from './desk';
import { LibraryDesk, told } from './libraryDesk';
import { MemoryFiles } from './memoryFiles';
import { Practising } from './practiceDesk';

const TODAY = dateOf(Date.now());
const [YESTERDAY, TOMORROW, INTERVIEW] = [-1, 1, 9].map((days) => addDays(TODAY, days));
const PLAN = [
  `# Plan`,
  '',
  `- [x] ${TODAY} Read`,
  '',
  `- [ ] ${YESTERDAY} Tell <b>it</b>`,
  '',
  `- [ ] ${TOMORROW} Time it`,
  '',
];
const CONFIG = `# mine\nprofile: general\ninterview: ${INTERVIEW}\nrounds:\n  - title: Panel\n    stories: [A]\n`;
const SHOWN = [
  `Interview in 9 days: ${INTERVIEW}`,
  'Today: 1 of 1',
  '  [x] Read',
  'Missed: 1 item',
  `  [ ] Tell it: ${YESTERDAY}`,
  'Coming up: 1 item to do',
  `  [ ] Time it: ${TOMORROW}`,
  'Rounds: 1',
  '  Panel: 1 story',
  '    A',
];

describe('practice', () => {
  const desk = useDesk('practice');
  const start = (...uris: Uri[]): Practising => desk.use(new Practising(...uris));

  it('shows countdown, plan, rounds and mocks, and follows the files', async () => {
    await workspace.fs.createDirectory(desk.at(''));
    const practising = start(desk.at(''));
    equal(await practising.outline(), []);
    await desk.write('starl.yaml', CONFIG);
    await desk.write('plan.md', PLAN.join('\n'));
    await eventually(() => practising.outline(), SHOWN);
    await desk.write('mocks.yaml', `mocks:\n  - { date: ${TODAY}, kind: behavioral, scores: { clarity: 3 } }\n`);
    await eventually(
      async () => (await practising.outline()).slice(SHOWN.length),
      ['Scores: out of 5', '  clarity: 3, scored once', 'Mock log: 1 mock', `  behavioral: ${TODAY}, scored 3`],
    );
    const [first] = await practising.tree.getChildren();
    ok(first);
    equal(practising.tree.getTreeItem(first).accessibilityInformation, {
      label: `Interview in 9 days, ${INTERVIEW}`,
    });
  });

  it('shows the stories of a round as they stand, and opens them', async () => {
    await desk.write('starl.yaml', 'rounds:\n  - { title: Panel, stories: [ships, cranes, none] }\n');
    const library = desk.use(new LibraryDesk(desk.at('')));
    await desk.write('stories/cranes.md', told('Lifting'));
    await desk.write('stories/a.md', told('Ships'));
    const finders = new StoryFinders(library.services);
    const practising = start(desk.at(''));
    practising.findStory = finders.find;
    equal(await practising.outline(), ['Rounds: 1', '  Panel: 3 stories', '    ships', '    cranes', '    none']);
    await library.store.settled();
    await finders.update();
    equal((await practising.outline()).slice(2), [
      '    ships: 0:53',
      '    cranes: 0:53',
      '    none: no story has this title',
    ]);
  });

  it('re-flows what was missed beside unsaved edits, and leaves what is done', async () => {
    await desk.write('starl.yaml', CONFIG);
    const document = await desk.open('plan.md', PLAN.join('\r\n'));
    await replace(document, 'Time it', 'Time it well');
    const practising = start(desk.at(''));
    await reflow(practising.store, systemClock, practising.only);
    const expected = PLAN.join('\r\n')
      .replace(YESTERDAY ?? '', TODAY)
      .replace('Time it', 'Time it well');
    equal(document.getText(), expected);
    ok(document.isDirty, 'saving is left to the user');
    equal(await desk.read('plan.md'), PLAN.join('\r\n'));
    await eventually(
      async () => (await practising.outline()).slice(1, 4),
      ['Today: 1 of 2', '  [x] Read', '  [ ] Tell it'],
    );
  });

  it('offers to take a re-flow back', async () => {
    await desk.write('starl.yaml', CONFIG);
    const document = await desk.open('plan.md', PLAN.join('\n'));
    await commands.executeCommand('notifications.clearAll');
    const practising = start(desk.at(''));
    await reflow(practising.store, systemClock, practising.only);
    ok(document.getText() !== PLAN.join('\n'), 'nothing was moved');
    await eventually(async () => {
      await commands.executeCommand('notification.acceptPrimaryAction');
      return document.getText();
    }, PLAN.join('\n'));
    await eventually(() => document.isDirty, false);
    equal(await desk.read('plan.md'), PLAN.join('\n'));
  });

  it('logs mocks: makes the file, then adds to it and keeps what the user wrote', async () => {
    await desk.write('starl.yaml', CONFIG);
    const practising = start(desk.at(''));
    await logMock(practising.store, practising.only, { date: TODAY, kind: 'behavioral', minutes: 45 });
    const text = `${await desk.read('mocks.yaml')}    # well done\r\n`;
    ok(text.includes(`\nmocks:\n  - date: ${TODAY}\n    kind: behavioral\n    minutes: 45\n`), text);
    await desk.write('mocks.yaml', text);
    await logMock(practising.store, practising.only, { date: TODAY, kind: 'a: b', scores: { clarity: 4 } });
    ok((await desk.read('mocks.yaml')).startsWith(text.trimEnd()), await desk.read('mocks.yaml'));
    await eventually(async () => (await practising.outline()).at(-2), `  a: b: ${TODAY}, scored 4`);
  });

  it('leaves a log alone that it cannot read, and says where', async () => {
    const broken = `mocks:\n  - date: ${TODAY}\n<<<<<<< ours\n    kind: a\n=======\n    kind: b\n>>>>>>> theirs\n`;
    await desk.write('mocks.yaml', broken);
    const practising = start(desk.at(''));
    const [row] = await practising.outline();
    ok(row?.startsWith('A merge left a conflict here.') && row.endsWith('mocks.yaml, line 3'), row);
    let message = '';
    const logged = logMock(practising.store, practising.only, { date: TODAY, kind: 'a' });
    await logged.catch((error: Error) => {
      message = error.message;
    });
    ok(message.startsWith('line 3: A merge left a conflict here.'), message);
    equal(await desk.read('mocks.yaml'), broken);
    await workspace.fs.writeFile(desk.at('mocks.yaml'), Uint8Array.of(109, 10, 0xe9, 10));
    await eventually(() => practising.outline(), ['Not UTF-8 text: mocks.yaml, line 2']);
  });

  it('adds a round to the settings, and makes them where there are none', async () => {
    await workspace.fs.createDirectory(desk.at(''));
    const practising = start(desk.at(''));
    await addRound(practising.store, practising.only, { title: 'Screen: one', stories: [] });
    equal(await desk.read('starl.yaml'), 'rounds:\n  - title: "Screen: one"\n');
    await addRound(practising.store, practising.only, {
      title: 'Panel',
      date: INTERVIEW,
      tests: 'You',
      stories: ['A'],
    });
    equal(
      await desk.read('starl.yaml'),
      `rounds:\n  - title: "Screen: one"\n  - title: Panel\n    date: ${INTERVIEW}\n    tests: You\n    stories: [A]\n`,
    );
    await eventually(async () => (await practising.outline())[0], 'Rounds: next in 9 days');
  });

  it('says at its place what is wrong in the files at the top of the workspace', async () => {
    const root = workspace.workspaceFolders?.[0];
    ok(root);
    const wrong: [string, string, string][] = [
      ['mocks.yaml', 'mocks:\n  - { date: soon, kind: a }\n', 'soon'],
      ['plan.md', '- [ ] 2027-02-30 a\n', '2027-02-30'],
      ['prep.md', '- [ ] a <!-- starl: mock >= 1 -->\n', 'mock'],
    ];
    for (const [name, text, marked] of wrong) {
      const uri = Uri.joinPath(root.uri, name);
      const before = await workspace.fs.readFile(uri).then(
        (bytes) => bytes,
        () => undefined,
      );
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      try {
        const { document } = await window.showTextDocument(uri, { preview: false });
        await eventually(() => ours(uri).map(({ range }) => document.getText(range)), [marked]);
        await replace(document, text, '');
        await eventually(() => ours(uri).length, 0);
        await document.save();
      } finally {
        await commands.executeCommand('workbench.action.closeActiveEditor');
        if (before) await workspace.fs.writeFile(uri, before);
        else await workspace.fs.delete(uri);
      }
    }
  });

  it('puts a cue sheet together from files as the user sees them, without confidential terms', async () => {
    await desk.write('starl.yaml', CONFIG.replace('[A]', '[the port of acme]'));
    const document = await desk.open('stories/port.md', told('The port of Acme'));
    await desk.write('stories/other.md', told('Another one'));
    await replace(document, 'The port had 41 cranes', 'Acme had 42 cranes');
    const practising = start(desk.at(''));
    const library = new LibraryDesk(desk.at(''));
    try {
      const { DEFAULT_SETTINGS } = await createEngineLoader()();
      const settings = { ...DEFAULT_SETTINGS, confidential: [{ term: 'Acme', say: 'a harbor' }] };
      const resolvingTo = (file: ConfigFile | undefined) => {
        const resolved = { settings, pack: PACKS[0], root: undefined, file, userProblems: [] };
        return { resolve: async () => resolved, ofFolder: async () => resolved };
      };
      const services = {
        clock: systemClock,
        practice: practising.store,
        library,
        configs: resolvingTo(undefined),
      };
      const round = (await practising.store.of(practising.only))?.rounds[0];
      const sheet = await makeSheet(services, practising.only, round);
      ok(!(sheet instanceof Uri));
      equal(
        [sheet.title, sheet.missing, sheet.stories.map(({ title }) => title)],
        ['Cue sheet: Panel', [], ['The port of a harbor']],
      );
      equal(
        sheet.stories[0]?.lines[0]?.text,
        'A harbor had 42 cranes, and 9 of them stood still at any time of the day.',
      );
      const whole = await makeSheet(services, practising.only, undefined);
      ok(!(whole instanceof Uri));
      equal([whole.stories.length, whole.notes], [2, []]);
      await workspace.fs.writeFile(desk.at('stories/latin.md'), new Uint8Array([0x23, 0x20, 0xe9, 0x0a]));
      const left = async () => {
        await library.store.refresh();
        const { notes } = (await makeSheet(services, practising.only, undefined)) as CueSheet;
        return notes.map(({ file, message }) => [file.endsWith('stories/latin.md'), message]);
      };
      await eventually(left, [[true, 'Line 1 is not UTF-8 text']]);
      for (const [name, start] of [
        ['Sheet.MD', '<!-- starl: off -->\n\n# Cue sheet: Panel\n'],
        ['sheet.html', '<!doctype html>'],
      ] as const) {
        await writeSheet(desk.at(name), sheet);
        const text = await desk.read(name);
        ok(text.startsWith(start) && text.includes('The port of a harbor') && !/acme/i.test(text), text);
      }
      const locked = new MemoryFiles('starl-sheet');
      const registered = locked.register();
      locked.isLocked = true;
      const refused = await writeSheet(locked.uri('/sheet.md'), sheet).then(
        () => '',
        (error: Error) => error.message,
      );
      ok(refused !== '', 'it was written');
      registered.dispose();
      const uri = desk.at('starl.yaml');
      const file = { uri, config: {}, mayLoseTerms: true, problems: [], refused: [] };
      equal(await makeSheet({ ...services, configs: resolvingTo(file) }, practising.only, undefined), uri);
    } finally {
      library.dispose();
    }
  });

  it('works on a virtual workspace, in two roots, and where writing is refused', async () => {
    const files = new MemoryFiles('starl-practice');
    const registered = files.register();
    try {
      files.put('/one/plan.md', PLAN.join('\n'));
      files.put('/one/starl.yaml', CONFIG);
      files.put('/two/starl.yaml', `interview: ${TOMORROW}\n`);
      const practising = start(files.uri('/one'), files.uri('/two'));
      equal(await practising.outline(), [
        'one',
        ...SHOWN.map((line) => `  ${line}`),
        'two',
        `  Interview tomorrow: ${TOMORROW}`,
      ]);
      await reflow(practising.store, systemClock, practising.only);
      equal(files.text('/one/plan.md'), PLAN.join('\n').replace(YESTERDAY ?? '', TODAY));
      await logMock(practising.store, practising.only, { date: TODAY, kind: 'behavioral' });
      const logged = files.text('/one/mocks.yaml');
      files.isLocked = true;
      const refused = await logMock(practising.store, practising.only, { date: TODAY, kind: 'behavioral' }).then(
        () => '',
        (error: Error) => error.message,
      );
      ok(refused !== '', 'it was written');
      equal(files.text('/one/mocks.yaml'), logged);
    } finally {
      registered.dispose();
    }
  });
});
