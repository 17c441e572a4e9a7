import { commands, DataTransfer, DataTransferItem, type WorkspaceFolder, window } from 'vscode';
import { storiesToPick } from '../../src/editor/coverage/coverageCommands';
import type { CoverageRow } from '../../src/editor/coverage/coverageRows';
import { createHeatMap, messageFor } from '../../src/editor/coverage/heatMap';
import { readMessage } from '../../src/editor/coverage/heatMapMessages';
import { droppedStories, STORIES_MIME } from '../../src/editor/library/libraryViews';
import { mappingsToPick } from '../../src/editor/library/storyPicks';
import { equal, eventually, ok } from './assert';
import { useDesk } from './desk';
import { LibraryDesk, librariesOn, told } from './libraryDesk';
import { MemoryFiles } from './memoryFiles';

const mapped = (title: string, ...questions: string[]) =>
  told(title).replace('\n\n', `\n\n<!-- starl:\nquestions: [${questions.join(', ')}]\n-->\n\n`);

describe('the coverage', () => {
  const desk = useDesk('coverage');
  const start = librariesOn(desk);
  const row = async ({ coverage }: LibraryDesk, ...labels: string[]): Promise<CoverageRow> => {
    let found: CoverageRow | undefined;
    for (const label of labels) {
      const children: CoverageRow[] = await coverage.getChildren(found);
      found = children.find((child) => coverage.getTreeItem(child).label === label);
    }
    ok(found, `no row ${labels}`);
    return found;
  };

  it('lists gaps first, what hangs on one story, and the stories that nothing uses', async () => {
    await desk.write('stories/a.md', `${mapped('Ships', 'launch')}\n${told('Boats')}`);
    const library = start();
    equal(await library.coverageOutline(), [
      'Questions: 1 of 2 covered · 1 gap',
      '  Whose assumptions did the crews prove wrong?: gap',
      '  What did you launch?: hangs on “Ships”',
      'Competencies: 0 of 1 covered · 1 gap',
      '  Influence: gap',
      'Unused stories: 1',
      '  Boats: 0:53',
    ]);
    library.coverage.onlyGaps = true;
    await desk.write('stories/a.md', `${mapped('Ships', 'launch', 'crews')}\n${mapped('Boats', 'launch')}`);
    await eventually(
      () => library.coverageOutline(),
      [
        'Questions: 2 of 2 covered',
        '  Whose assumptions did the crews prove wrong?: hangs on “Ships”',
        'Competencies: 0 of 1 covered · 1 gap',
        '  Influence: gap',
      ],
    );
  });

  it('suggests stories for a gap, and says why', async () => {
    await desk.write('stories/a.md', told('Boats'));
    const library = start();
    await library.store.settled();
    const gap = await row(library, 'Questions', 'Whose assumptions did the crews prove wrong?');
    const [suggestion] = await library.coverage.getChildren(gap);
    ok(suggestion);
    const { label, accessibilityInformation } = library.coverage.getTreeItem(suggestion);
    equal(label, 'Boats');
    ok(accessibilityInformation?.label?.includes('Its Action speaks of “crews”'), accessibilityInformation?.label);
  });

  it('lists for a story first what it is mapped to, then the gaps that it might do for, with the reason', async () => {
    await desk.write('stories/a.md', mapped('Boats', 'launch'));
    const library = start();
    const one = await library.story('Boats');
    const [folder] = library.services.folders();
    ok(folder);
    const surroundings = async () => ({
      core: await library.services.loadCore(),
      stories: library.store.folders.flatMap((of) => of.library.stories),
      targets: await library.services.targetsFor(folder),
    });
    equal(
      mappingsToPick(one, 'questions', await surroundings()).map(({ label, description }) => [label, description]),
      [
        ['Mapped already', undefined],
        ['What did you launch?', 'Strong'],
        ['Might do for these', undefined],
        ['Whose assumptions did the crews prove wrong?', 'gap'],
      ],
    );
    const [, , , gap] = mappingsToPick(one, 'questions', await surroundings());
    ok(gap?.detail?.includes('speaks of'), gap?.detail);
    await desk.write('stories/b.md', mapped('Cranes', 'crews'));
    await library.store.refresh();
    await eventually(
      async () => mappingsToPick(one, 'questions', await surroundings()).map(({ label }) => label),
      ['Mapped already', 'What did you launch?', 'The others', 'Whose assumptions did the crews prove wrong?'],
    );
  });

  it('says of a gap that the stories are still being judged, and waits for that before one is picked', async () => {
    const other = (title: string) => told(title).replace(/crews|assumptions|wrong/g, 'cranes');
    const files = new MemoryFiles('starl-judging');
    desk.use(files.register());
    for (let i = 0; i < 60; i++) files.put(`/prep/stories/s${i}.md`, other(`Crane ${i}`), true);
    files.put('/prep/stories/z.md', told('Boats'), true);
    const judge = files.holdSecondReads();
    const library = desk.use(new LibraryDesk(files.uri('/prep')));
    await library.store.listed();
    const gap = await row(library, 'Questions', 'Whose assumptions did the crews prove wrong?');
    const below = async () =>
      (await library.coverage.getChildren(gap)).map((child) => library.coverage.getTreeItem(child));
    const last = (await below()).at(-1);
    equal(last?.label, 'Still judging');
    ok(String(last?.description).endsWith(' stories to go'), String(last?.description));
    ok(gap.entry.kind === 'covered');
    const picking = storiesToPick(library.store, gap.entry.in, gap.entry.covered);
    judge();
    const items = await picking;
    equal(
      items.slice(0, 2).map(({ label }) => label),
      ['Might do', 'Boats'],
    );
    equal(
      (await below()).map(({ contextValue }) => contextValue),
      ['suggestion'],
    );
  });

  it('follows a mapping', async () => {
    await desk.write('stories/a.md', told('Boats'));
    const library = start();
    ok((await library.coverageOutline()).includes('  What did you launch?: gap'));
    await library.edits.map(await library.story('Boats'), { target: 'questions', id: 'launch', grade: 'partial' });
    await eventually(
      async () => (await library.coverageOutline()).includes('  What did you launch?: only in part'),
      true,
    );
    const covered = await row(library, 'Questions', 'What did you launch?');
    const [use] = await library.coverage.getChildren(covered);
    ok(use);
    equal(library.coverage.getTreeItem(use).description, 'partial · 0:53');
  });

  it('has a level for folders where there are several', async () => {
    await desk.write('one/stories/a.md', told('Ships'));
    await desk.write('two/stories/a.md', mapped('Boats', 'launch'));
    equal(await start('one', 'two').coverageOutline(), [
      'one: ',
      '  Questions: 0 of 2 covered · 2 gaps',
      '  Competencies: 0 of 1 covered · 1 gap',
      '  Unused stories: 1',
      'two: ',
      '  Questions: 1 of 2 covered · 1 gap',
      '  Competencies: 0 of 1 covered · 1 gap',
    ]);
  });

  it('is a table in the heat map, with hostile titles as data', async () => {
    const hostile = '<img src=x onerror=alert(1)> [x](command:quit)';
    const text = mapped('Ships', 'crews').replace(
      '## Ships',
      `## ${hostile.replace('[', '\\[').replaceAll('<', '\\<')}`,
    );
    await desk.write('stories/a.md', text);
    const library = start();
    await library.store.settled();
    const { folders, opening } = await messageFor(library.services);
    equal(opening, 'questions');
    equal(
      folders[0]?.maps.map(({ target, columns, rows }) => [target, columns.length, rows.map(({ title }) => title)]),
      [
        ['competencies', 1, [hostile]],
        ['questions', 2, [hostile]],
      ],
    );
    equal(folders[0]?.maps[1]?.rows[0]?.cells, [null, 'strong']);
  });

  it('says nothing of a heat map that is closed while the stories are looked through', async () => {
    await desk.write('stories/a.md', told('Boats'));
    const library = start();
    await library.store.settled();
    const failures: unknown[] = [];
    let look = (): void => undefined;
    const looked = new Promise<void>((resolve) => {
      look = resolve;
    });
    const targetsFor = (folder: WorkspaceFolder) => looked.then(() => library.services.targetsFor(folder));
    const services = { ...library.services, targetsFor };
    const map = createHeatMap({ extensionUri: desk.at('') }, services, (error) => failures.push(error));
    map.update();
    map.panel.dispose();
    look();
    await messageFor(services);
    equal(failures, []);
    map.update();
  });

  it('opens the heat map', async () => {
    await commands.executeCommand('starl.heatMap.open');
    await eventually(
      () => window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Story Heat Map')),
      true,
    );
  });

  it('takes from the heat map only what it understands', () => {
    equal(readMessage({ type: 'ready', more: 1 }), { type: 'ready' });
    equal(readMessage({ type: 'open', key: 'a' }), { type: 'open', key: 'a' });
    for (const message of [undefined, null, 'open', {}, { type: 'open' }, { type: 'open', key: 1 }, { type: 'run' }]) {
      equal(readMessage(message), undefined);
    }
  });
});

describe('what is dropped on a question', () => {
  it('is taken for stories where it is a list of names, whoever offers it', async () => {
    for (const [text, keys] of [
      ['["a", "b"]', ['a', 'b']],
      ['["a", 1, null]', ['a']],
      ['nonsense', []],
      ['null', []],
      ['{"0": "a"}', []],
      ['', []],
    ] as const) {
      const data = new DataTransfer();
      data.set(STORIES_MIME, new DataTransferItem(text));
      equal(await droppedStories(data), keys, text);
    }
  });
});
