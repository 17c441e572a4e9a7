// Every view and command over whatever is open in the window: a folder that is not trusted, one on no disk, several, or none.
import {
  type CompletionList,
  commands,
  extensions,
  type Hover,
  type MarkdownString,
  Position,
  TabInputWebview,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { addDays, dateOf } from '../../src/core/calendar/calendarDate';
import { findPack } from '../../src/core/packs/packs';
import { systemClock } from '../../src/editor/clock';
import { logMock, reflow } from '../../src/editor/practice/practiceCommands';
import { setUp } from '../../src/editor/setUp/setUp';
import { wholeStory } from '../wholeStory';
import { equal, eventually, ok } from './assert';
import { BAD, eventuallyMarks, ours, said, story } from './desk';
import { MemoryFiles } from './memoryFiles';
import { Views } from './viewsDesk';

/** The folder of a window that is opened on one that is on no disk. */
export const VIRTUAL = 'starl-virtual';

const TODAY = dateOf(Date.now());
const [YESTERDAY = '', INTERVIEW = ''] = [-1, 9].map((days) => addDays(TODAY, days));

const FILES: Readonly<Record<string, string>> = {
  'starl.yaml': `profile: mine # so far\ninterview: ${INTERVIEW}\nrounds:\n  - { title: Panel, stories: [The port of Acme] }\nconfidential:\n  - { term: Acme, say: a harbor }\n`,
  'packs/mine.yaml':
    'id: mine\ntitle: Mine\ndescription: My own\nextends: general\ncompetencies:\n  - { id: patience, title: Patience, probes: Waiting }\n',
  'stories/port.md': `---\ncompetencies: [patience]\n---\n\n${wholeStory('The port of Acme')}`,
  'prep.md':
    '# Preparation\n\n## Mocks\n\n- [ ] One mock <!-- starl: mocks >= 1 -->\n\n- [x] Two stories <!-- starl: stories >= 2 -->\n',
  'plan.md': `# Plan\n\n- [ ] ${YESTERDAY} Tell it\n`,
  'mocks.yaml': `mocks:\n  - { date: ${TODAY}, kind: behavioral, minutes: 45, scores: { clarity: 3 }, stories: [port] }\n`,
};

/** What each view shows of one folder: the row of the folder where there are several, and the rows below it. */
const SHOWN: Readonly<
  Record<string, readonly [read: (views: Views) => Promise<string[]>, folder: string, rows: string[]]>
> = {
  'the checklist with its evidence': [
    (views) => views.checklist(),
    ': 1 of 2',
    [
      'Mocks: 1 of 2',
      '  [ ] One mock: 1 of 1 mocks · reached, tick it',
      '  [x] 1 of 2 · Two stories: stories · not reached',
    ],
  ],
  'the stories with their parts': [
    (views) =>
      views.stories().then((lines) => lines.filter((line) => !/^ *(Situation|Task|Action|Result|Learning)/.test(line))),
    ': 1 story',
    ['The port of Acme: 0:53 · 1 finding · practised today'],
  ],
  'the coverage': [
    (views) => views.coverage().then((lines) => lines.filter((line) => /Patience|strong/.test(line) || isFolder(line))),
    '',
    ['  Patience: hangs on “The port of Acme”', '    The port of Acme: strong · 0:53 · 1 finding'],
  ],
  'the heat map': [(views) => views.heatMap(), '', ['The port of Acme: 1', 'The port of Acme: 0']],
  'countdown, plan, rounds and mocks': [
    (views) => views.practising(),
    '',
    [
      `Interview in 9 days: ${INTERVIEW}`,
      'Today: nothing planned',
      'Missed: 1 item',
      `  [ ] Tell it: ${YESTERDAY}`,
      'Rounds: 1',
      '  Panel: 1 story',
      '    The port of Acme: 0:53 · 1 finding',
      'Scores: out of 5',
      '  clarity: 3, scored once',
      'Mock log: 1 mock, 45 min',
      `  behavioral: ${TODAY}, scored 3, 45 min`,
    ],
  ],
};

const folders = workspace.workspaceFolders ?? [];
const isFolder = (line: string) => folders.some(({ name }) => line.startsWith(name));
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

for (const folder of folders) if (folder.uri.scheme === VIRTUAL) new MemoryFiles(VIRTUAL).register();

if (folders.length > 0) {
  const kind =
    folders.length > 1 ? 'several folders' : folders[0]?.uri.scheme === VIRTUAL ? 'a folder on no disk' : 'a folder';
  describe(`in ${kind}${workspace.isTrusted ? '' : ', not trusted'}, there`, () => {
    let views: Views;
    const inEach = async (work: (folder: WorkspaceFolder) => PromiseLike<unknown>): Promise<void> => {
      for (const folder of folders) await work(folder);
    };
    const fill = () =>
      inEach(async ({ uri }) => {
        for (const [path, text] of Object.entries(FILES))
          await workspace.fs.writeFile(Uri.joinPath(uri, path), bytes(text));
      });
    const open = async (uri: Uri): Promise<TextDocument> =>
      (await window.showTextDocument(uri, { preview: false })).document;

    before('fill the folders', async () => {
      await inEach(async ({ uri }) => {
        const entries = await workspace.fs.readDirectory(uri).then(undefined, () => []);
        for (const [name] of entries) await workspace.fs.delete(Uri.joinPath(uri, name), { recursive: true });
      });
      await fill();
      views = new Views();
    });
    afterEach('close the editors', async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
    });
    after(() => views.dispose());

    for (const [what, [show, head, rows]] of Object.entries(SHOWN))
      it(`is ${what}`, async () => {
        const expected =
          folders.length === 1
            ? rows
            : folders.flatMap(({ name }) => [`${name}${head}`, ...rows.map((row) => `  ${row}`)]);
        await eventually(() => show(views), expected);
        equal(views.log, []);
      });

    it('is a cue sheet of each, without confidential terms', () =>
      inEach(async (folder) => {
        const sheet = await views.cueSheet(folder);
        ok(
          sheet.startsWith('<!-- starl: off -->\n\n# Cue sheet: Panel\n') &&
            sheet.includes('\n## The port of a harbor\n'),
          sheet,
        );
        ok(!sheet.includes('Acme') && !sheet.includes('No story is named so'), sheet);
      }));

    it('is a pack of one’s own, which holds', () =>
      inEach(async (folder) => {
        equal((await views.library.profileFor(folder))?.id, 'mine');
      }));

    it('is help with starl.yaml, and with what is wrong in it', () =>
      inEach(async ({ uri }) => {
        const file = Uri.joinPath(uri, 'starl.yaml');
        const document = await open(file);
        const offered = async () => {
          const list: CompletionList = await commands.executeCommand(
            'vscode.executeCompletionItemProvider',
            file,
            new Position(0, 'profile: '.length),
          );
          const labels = list.items.map(({ label }) => (typeof label === 'object' ? label.label : label));
          return labels.filter((label) => ['mine', 'netflix-tpm'].includes(label)).sort();
        };
        await eventually(offered, ['mine', 'netflix-tpm'], 'completion');
        const hover = async () => {
          const hovers: Hover[] = await commands.executeCommand(
            'vscode.executeHoverProvider',
            file,
            new Position(1, 2),
          );
          return hovers.some(({ contents }) =>
            contents.some((one) => (one as MarkdownString).value.includes('interview')),
          );
        };
        await eventually(hover, true, 'no hover');
        equal(ours(file), []);
        await workspace.fs.writeFile(file, bytes(`${FILES['starl.yaml']}rounds: []\n`));
        await eventually(() => ours(file).length, 1, 'a key twice');
        await workspace.fs.writeFile(file, bytes(FILES['starl.yaml'] ?? ''));
        await eventually(() => ours(file).length, 0, 'mended');
        equal(document.isDirty, false);
      }));

    it('is a story judged by it', () =>
      inEach(async ({ uri }) => {
        const file = Uri.joinPath(uri, 'stories/bad.md');
        await workspace.fs.writeFile(file, bytes(`${story(BAD)}\nAcme paid.\n`));
        const document = await open(file);
        await eventuallyMarks(document, ['We decided']);
        await eventually(() => said(file).includes('confidential'), true);
        await workspace.fs.delete(file);
      }));

    it('are a tick, a mock and a plan, written where they belong', () =>
      inEach(async (folder) => {
        const at = (path: string) => Uri.joinPath(folder.uri, path);
        const held = (await views.checklists.all()).find((one) => one.folder.uri.toString() === folder.uri.toString());
        const item = held?.checklist?.sections[0]?.items[0];
        ok(held && item, 'no item');
        await views.checklists.change(held.uri, (core) => (text) => core.tickItem(text, item.id, true));
        equal(await read(at('prep.md')), FILES['prep.md']?.replace('[ ] One', '[x] One'));
        await reflow(views.practice, systemClock, folder);
        equal(await read(at('plan.md')), FILES['plan.md']?.replace(YESTERDAY, TODAY));
        await logMock(views.practice, folder, { date: TODAY, kind: 'behavioral' });
        equal(await read(at('mocks.yaml')), `${FILES['mocks.yaml']}  - date: ${TODAY}\n    kind: behavioral\n`);
      }));

    it('is a preparation set up beside what is there', () =>
      inEach(async (folder) => {
        const pack = findPack('general');
        ok(pack);
        const failures: string[] = [];
        equal(await setUp({ folder, aim: { pack } }, (what) => failures.push(what)), {
          kept: ['starl.yaml', 'prep.md'],
          failed: [],
        });
        equal(failures, []);
        await workspace.fs.delete(Uri.joinPath(folder.uri, 'prep.md'));
        await setUp({ folder, aim: { pack } }, (what) => failures.push(what));
        ok((await read(Uri.joinPath(folder.uri, 'prep.md'))).startsWith('# Preparation'), 'not made');
      }));

    it('is the heat map in a panel', async () => {
      await commands.executeCommand('starl.heatMap.open');
      const shown = () => {
        const { activeTab } = window.tabGroups.activeTabGroup;
        return activeTab?.input instanceof TabInputWebview && activeTab.label;
      };
      await eventually(shown, 'Story Heat Map');
    });

    it('is nothing that is off', () => {
      const { isActive, packageJSON } = extensions.getExtension('starl.starl') ?? {};
      equal(
        [isActive, packageJSON?.capabilities],
        [true, { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } }],
      );
    });
  });
}
