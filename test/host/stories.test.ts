import { commands, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { systemClock } from '../../src/editor/clock';
import { Session } from '../../src/editor/documents/session';
import { findMarkdown, MOST_FILES } from '../../src/editor/files/markdownFiles';
import { LibraryReader } from '../../src/editor/library/libraryReader';
import { messageOf } from '../../src/editor/library/libraryViews';
import { equal, eventually, ok } from './assert';
import { replace, useDesk } from './desk';
import { LibraryDesk, librariesOn, loadCore, told } from './libraryDesk';
import { MemoryFiles } from './memoryFiles';

const FINDING = told('Cranes', 'We decided to rewrite the crane plan.');

describe('the stories on disk', () => {
  const desk = useDesk('library');
  const start = librariesOn(desk);

  it('are listed with their parts, and with words for those who cannot see the icons', async () => {
    await desk.write('stories/a.md', `${told('Ships')}\n${FINDING.replace(/\*\*Learning.*/, '')}`);
    await desk.write('notes.md', '# Notes\n\nNothing of ours.');
    await desk.write('node_modules/x/stories/a.md', told('Package'));
    const library = start();
    equal(await library.outline(2), [
      'Cranes 0:43 · lacks Learning · 2 findings',
      '  Situation 17 words · 0:07',
      '  Task 15 words · 0:06',
      '  Action 51 words · 0:22',
      '  Result 17 words · 0:07',
      '  Learning missing',
      'Ships 0:53',
      '  Situation 17 words · 0:07',
      '  Task 15 words · 0:06',
      '  Action 58 words · 0:25',
      '  Result 17 words · 0:07',
      '  Learning 16 words · 0:07',
    ]);
    const [row] = await library.tree.getChildren();
    ok(row);
    equal(
      library.tree.getTreeItem(row).accessibilityInformation?.label,
      'Cranes, 0:43 spoken, 100 words, lacks Learning, 2 findings',
    );
    const learning = (await library.tree.getChildren(row)).at(-1);
    ok(learning);
    ok(library.tree.getTreeItem(learning).accessibilityInformation?.label?.startsWith('Learning, missing. '));
  });

  it('are listed before they are judged', async () => {
    const files = new MemoryFiles('starl-listed');
    desk.use(files.register());
    for (let i = 0; i < 60; i++)
      files.put(`/prep/stories/s${i}.md`, told(`Crane ${i}`, 'We decided to rewrite it.'), true);
    files.put('/prep/elsewhere/other.md', told('Elsewhere'), true);
    const judge = files.holdSecondReads();
    const library = desk.use(new LibraryDesk(files.uri('/prep')));
    const labels = async () =>
      (await library.tree.getChildren()).map((row) => library.tree.getTreeItem(row).accessibilityInformation?.label);
    await library.store.listed();
    const before = await labels();
    equal(before.length, 61);
    ok(before.at(-2)?.startsWith('Crane 59, 0:') && before.at(-2)?.endsWith('still to be judged'), before.at(-2));
    judge();
    await library.store.settled();
    const after = await labels();
    ok(after.at(-2)?.endsWith('1 finding'), after.at(-2));
    equal(
      after.filter((label) => label?.includes('judged')),
      [],
    );
    equal(library.store.unjudged, 0);
  });

  it('stay while their file is empty, since somebody is about to write to it', async () => {
    const files = new MemoryFiles('starl-emptied');
    desk.use(files.register());
    let reads = 0;
    files.beforeRead = () => files.put('/prep/stories/a.md', ++reads === 1 ? '' : told('Ships'), true);
    files.put('/prep/stories/a.md', told('Ships'), true);
    const library = desk.use(new LibraryDesk(files.uri('/prep')));
    equal(await library.titles(), ['Ships']);
  });

  it('are sorted and filtered', async () => {
    await desk.write('stories/a.md', `${told('Ships 10')}\n${FINDING}\n${told('Ships 9')}`);
    const library = start();
    const titles = async () => (await library.outline()).map((line) => line.split(' 0:')[0]);
    equal(await titles(), ['Cranes', 'Ships 9', 'Ships 10']);
    library.tree.arrangement = { sort: 'file', filter: 'clean' };
    equal(await titles(), ['Ships 10', 'Ships 9']);
    library.tree.arrangement = { sort: 'findings', filter: 'all' };
    equal(await titles(), ['Cranes', 'Ships 9', 'Ships 10']);
    library.tree.arrangement = { sort: 'title', filter: 'findings' };
    equal(await titles(), ['Cranes']);
  });

  it('tell when they were last practised, and go by that', async () => {
    await desk.write('stories/a.md', told('Ships'));
    await desk.write('stories/b c.md', told('Cranes'));
    await desk.write('stories/d.md', told('Docks'));
    const library = start();
    library.mocks = [
      { date: '2020-01-02', kind: 'x', stories: ['ships', 'stories/b c.md'] },
      { date: '2020-01-05', kind: 'x', stories: ['SHIPS', 'Nothing of that name'] },
      { date: '2999-01-05', kind: 'x', stories: ['Docks'] },
    ];
    const lines = async () => (await library.outline()).map((line) => line.replace(/\d+ days/, 'N days'));
    equal(await lines(), ['Cranes 0:53 · practised N days ago', 'Docks 0:53', 'Ships 0:53 · practised N days ago']);
    library.tree.arrangement = { sort: 'practised', filter: 'all' };
    equal(
      (await lines()).map((line) => line.split(' ')[0]),
      ['Docks', 'Cranes', 'Ships'],
    );
    library.tree.arrangement = { sort: 'title', filter: 'unpractised' };
    equal(await lines(), ['Docks 0:53']);
  });

  it('follow edits that are not saved, and go back with them', async () => {
    const library = start();
    const document = await desk.open('stories/a.md', told('Ships'));
    equal(await library.titles(), ['Ships']);
    await replace(document, '## Ships', '## Boats');
    await eventually(() => library.titles(), ['Boats']);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(() => library.titles(), ['Ships']);
  });

  it('follow files that come, change and go outside the editor', async () => {
    // VS Code's watcher may miss what happens in folders as new as the desk's.
    const folder = desk.at('../stories');
    const file = desk.at('../stories/outside.md');
    const library = start('../stories');
    const titles = async () => (await library.titles()).filter((title) => ['Ships', 'Boats'].includes(title));
    equal(await titles(), []);
    await desk.write('../stories/outside.md', told('Ships'));
    await eventually(titles, ['Ships']);
    await desk.write('../stories/outside.md', told('Boats'));
    await eventually(titles, ['Boats']);
    await workspace.fs.delete(file);
    library.vanished.fire([folder]);
    await eventually(titles, []);
  });

  it('follow a folder that is moved', async () => {
    await desk.write('stories/a.md', told('Ships'));
    const library = start();
    equal(await library.titles(), ['Ships']);
    await workspace.fs.rename(desk.at('stories'), desk.at('later/stories'));
    library.vanished.fire([desk.at('stories')]);
    await eventually(() => library.titles(), []);
    library.appeared.fire([desk.at('later')]);
    await eventually(() => library.titles(), ['Ships']);
  });

  it('are listed by folder where there are several', async () => {
    await desk.write('one/stories/a.md', told('Ships'));
    await desk.write('two/stories/a.md', told('Boats'));
    await desk.write('three/notes.md', '# Notes');
    equal(await start('one', 'two', 'three').outline(2), [
      'one 1 story',
      '  Ships 0:53',
      'two 1 story',
      '  Boats 0:53',
    ]);
  });

  it('say which file cannot be read', async () => {
    await workspace.fs.writeFile(desk.at('stories/a.md'), new Uint8Array([35, 32, 10, 255, 254]));
    const library = start();
    equal(
      (await library.outline()).map((line) => line.replace(/^.*stories/, 'stories')),
      ['stories/a.md Line 2 is not UTF-8 text'],
    );
  });

  it('are all there but for one that no survey gets over, until it is mended', async () => {
    for (let i = 0; i < 40; i++)
      await desk.write(`stories/s${i}.md`, told(`Crane ${i}`, i === 7 ? 'Faulty.' : undefined));
    const library = start();
    library.fault = 'Faulty';
    await library.store.listed();
    ok(library.store.isListed, 'it is still listing');
    await library.store.settled();
    equal(library.store.unjudged, 0);
    const lines = await library.outline();
    equal(lines.length, 40);
    ok(lines.at(-1)?.endsWith('stories/s7.md A fault: Faulty'), lines.at(-1));
    // A watcher may tell of the file once more.
    equal([...new Set(library.log)], [`Could not read ${desk.at('stories/s7.md').path}`]);
    const { document } = await window.showTextDocument(desk.at('stories/s7.md'));
    await replace(document, 'Faulty.', 'I asked the crews.');
    await eventually(async () => (await library.titles()).length, 40);
    equal(library.store.refused.size, 0);
  });

  it('are those of the command line: Markdown by any of its names, however long up to 2 MB', async () => {
    await desk.write('stories/a.markdown', told('Alpha'));
    await desk.write('notes/B.MD', told('Beta'));
    await desk.write('stories/c.md', told('Gamma', 'I asked the crews of the port.\n\n'.repeat(15_000)));
    await desk.write('stories/d.md', told('Delta', 'I asked the crews of the port.\n\n'.repeat(70_000)));
    const library = start();
    await library.store.listed();
    equal(library.store.folders.flatMap((of) => of.library.stories.map(({ story }) => story.title)).sort(), [
      'Alpha',
      'Beta',
      'Gamma',
    ]);
    equal(
      [...library.store.refused.values()].map(({ why }) => why),
      ['This text is longer than 2 MB; nothing in it is judged'],
    );
  });

  it('are looked for in so many files, and the view says so', async () => {
    const files = new MemoryFiles('starl-many');
    const registered = files.register();
    try {
      for (let i = 0; i < MOST_FILES; i++) files.put(`/prep/${i}.md`, '', true);
      const clock = { now: () => 0, after: (_: number, then: () => void) => systemClock.after(0, then) };
      const tools = { clock, log: { error: () => undefined } };
      const all = await findMarkdown(files.uri('/prep'), tools);
      equal([all.files.length, all.isCutOff], [MOST_FILES, false]);
      for (const name of ['a.md', 'more/b.md']) files.put(`/prep/${name}`, '', true);
      equal((await findMarkdown(files.uri('/prep'), tools)).isCutOff, true);
      const cut = { isListed: true, unjudged: 0, isCutOff: true };
      equal(messageOf(cut, '3 of 3: all'), 'Only the first 20,000 Markdown files of a folder are read. 3 of 3: all');
    } finally {
      registered.dispose();
    }
  });

  it('share a judge across folders with the same settings', async () => {
    const files = new MemoryFiles('starl-shared');
    desk.use(files.register());
    for (const folder of ['ants', 'bees', 'cats']) files.put(`/prep/stories/${folder}/s.md`, told(folder), true);
    const library = desk.use(new LibraryDesk(files.uri('/prep')));
    equal(await library.titles(), ['ants', 'bees', 'cats']);
    equal(library.surveyors, 1);
  });

  it('are told of by the report of the text that was read, whatever is written meanwhile', async () => {
    const document = await desk.open('stories/a.md', told('Ships'));
    const library = start();
    const core = await loadCore();
    const session = new Session(core.engine, document, await library.configs.resolve(document.uri));
    const reader = new LibraryReader({ ...library.sources, stories: { ...library.stories, sessions: [session] } });
    const { found } = await reader.read(core, document.uri);
    session.edit([{ range: new Range(0, 3, 0, 8), rangeOffset: 3, rangeLength: 5, text: 'Boats' }]);
    equal(session.report.outline[0]?.title, 'Boats');
    for (const how of ['survey', 'judge'] as const) equal(found?.[how]().outline[0]?.title, 'Ships');
  });

  it('show hostile titles as they are', async () => {
    const hostile = '<b onclick="x">[run](command:workbench.action.quit) $(trash)';
    await desk.write(
      'stories/a.md',
      `---\ntitle: ${JSON.stringify(hostile)}\nstarl: story\n---\n\n${told('x').slice(6)}`,
    );
    const library = start();
    await library.store.settled();
    const [row] = await library.tree.getChildren();
    ok(row);
    const { label, tooltip } = library.tree.getTreeItem(row);
    equal(label, hostile);
    equal(typeof tooltip, 'string');
  });

  it('are not looked for before somebody asks', async () => {
    await desk.write('stories/a.md', told('Ships'));
    const library = start();
    const edit = new WorkspaceEdit();
    edit.createFile(Uri.joinPath(desk.at('stories'), 'b.md'), { contents: new TextEncoder().encode(told('Boats')) });
    await workspace.applyEdit(edit);
    equal(library.store.folders, []);
    equal(await library.titles(), ['Ships', 'Boats']);
  });
});
