import { commands, window, workspace } from 'vscode';
import { framingNames } from '../../src/editor/stories/addFraming';
import { equal, eventually, ok } from './assert';
import { replace, useDesk } from './desk';
import { librariesOn, told } from './libraryDesk';

describe('the stories, edited from their view,', () => {
  const desk = useDesk('edits');
  const start = librariesOn(desk);

  it('are mapped, on disk and in the editor', async () => {
    await desk.write('stories/a.md', told('Ships'));
    const library = start();
    const change = { target: 'questions', id: 'failure', grade: 'partial' } as const;
    ok(await library.edits.map(await library.story('Ships'), change));
    equal(
      await desk.read('stories/a.md'),
      `---\nquestions:\n  - { id: failure, grade: partial }\n---\n\n${told('Ships')}`,
    );
    await eventually(async () => (await library.story('Ships')).story.questions, [{ id: 'failure', grade: 'partial' }]);
    const { document } = await window.showTextDocument(desk.at('stories/a.md'));
    await replace(document, 'ask the crews', 'ask all the crews');
    ok(await library.edits.map(await library.story('Ships'), { ...change, grade: 'strong' }));
    ok(document.isDirty, 'unsaved edits stay unsaved');
    ok(document.getText().includes('{ id: failure, grade: strong }'));
  });

  it('are mapped so that it can be taken back, also after something else was mapped in the same file', async () => {
    await desk.write('stories/a.md', `${told('Ships')}\n${told('Boats')}`);
    const before = await desk.read('stories/a.md');
    const library = start();
    const change = { target: 'questions', id: 'failure', grade: 'strong' } as const;
    const undos = [];
    for (const title of ['Ships', 'Boats']) undos.push(await library.edits.map(await library.story(title), change));
    const [ships, boats] = undos;
    ok(ships && boats);
    await ships();
    await library.store.settled();
    equal((await library.story('Ships')).story.questions, []);
    equal((await library.story('Boats')).story.questions, [{ id: 'failure', grade: 'strong' }]);
    const again = await library.edits.map(await library.story('Boats'), { ...change, grade: 'partial' });
    await again?.();
    await eventually(async () => (await library.story('Boats')).story.questions, [{ id: 'failure', grade: 'strong' }]);
    ok((await desk.read('stories/a.md')) !== before);
    const text = await desk.read('stories/a.md');
    const exactly = await library.edits.map(await library.story('Ships'), change);
    await exactly?.();
    equal(await desk.read('stories/a.md'), text, 'a change that stands as it was made leaves nothing behind');
  });

  it('are renamed, and Undo takes it back', async () => {
    await desk.write('stories/a.md', told('Ships'));
    const library = start();
    ok(await library.rename('Ships', 'Boats'));
    equal(await desk.read('stories/a.md'), told('Boats'));
    await eventually(() => library.titles(), ['Boats']);
    const { document } = await window.showTextDocument(desk.at('stories/a.md'));
    await commands.executeCommand('undo');
    equal(document.getText(), told('Ships'));
    await eventually(() => library.titles(), ['Ships']);
  });

  it('are renamed where rounds and mocks name them, too', async () => {
    await desk.write('stories/a.md', told('Ships'));
    const rounds = (title: string) =>
      `# Mine\r\nrounds:\r\n  - { title: Panel, stories: ["${title}", a.md] } # soon\r\n`;
    await desk.write('starl.yaml', rounds('ships'));
    await desk.write('mocks.yaml', 'mocks: [\n');
    const library = start();
    const undo = await library.rename('Ships', 'Boats: two');
    ok(undo);
    equal(await desk.read('stories/a.md'), told('Boats: two'));
    equal(await desk.read('starl.yaml'), rounds('Boats: two'));
    equal(await desk.read('mocks.yaml'), 'mocks: [\n');
    await undo();
    equal(await desk.read('stories/a.md'), told('Ships'));
    equal(await desk.read('starl.yaml'), rounds('ships'));
    await commands.executeCommand('notifications.clearAll');
  });

  it('are framed under a heading, for names that are not taken', async () => {
    await desk.write('stories/a.md', told('Ships'));
    const library = start();
    ok(await library.edits.frame(await library.story('Ships'), { name: 'Acme', note: 'Begin with the bill.' }));
    equal(await desk.read('stories/a.md'), `${told('Ships').trimEnd()}\n\n### Framing: Acme\n\nBegin with the bill.\n`);
    const names = async () => (await library.story('Ships')).story.framings.map(({ name }) => name);
    await eventually(names, ['Acme']);
    const one = await library.story('Ships');
    const pack = { id: 'own', title: 'Own', questions: [], competencies: [] };
    equal(
      framingNames(one, pack, ['acme', 'Panel']).map(({ label }) => label),
      ['own', 'Panel'],
    );
  });

  it('are deleted with what stands below them, or with their file', async () => {
    await desk.write('stories/a.md', `${told('Ships')}\n${told('Boats')}`);
    const library = start();
    await library.edits.delete(await library.story('Ships'));
    equal(await desk.read('stories/a.md'), told('Boats'));
    await eventually(() => library.titles(), ['Boats']);
    await library.edits.delete(await library.story('Boats'));
    library.vanished.fire([desk.at('stories/a.md')]);
    await eventually(() => library.titles(), []);
    const there = await workspace.fs.stat(desk.at('stories/a.md')).then(
      () => true,
      () => false,
    );
    ok(!there, 'the file is still there');
  });

  it('refuse a mapping where the front matter cannot be read, and leave the file alone', async () => {
    const text = `---\nquestions: [a\n---\n\n${told('Ships')}`;
    await desk.write('stories/a.md', text);
    const library = start();
    const change = { target: 'questions', id: 'failure', grade: 'strong' } as const;
    ok(!(await library.edits.map(await library.story('Ships'), change)));
    equal(await desk.read('stories/a.md'), text);
    await commands.executeCommand('notifications.clearAll');
  });
});
