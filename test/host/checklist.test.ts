import { window, workspace } from 'vscode';
import { equal, eventually, ok } from './assert';
import { Checklist, CONFLICT, list, SHOWN, ticked } from './checklistDesk';
import { replace, useDesk } from './desk';

describe('the checklist on disk', () => {
  const desk = useDesk('checklist');
  const start = async (text?: string): Promise<Checklist> => {
    await (text === undefined ? workspace.fs.createDirectory(desk.at('')) : desk.write('prep.md', text));
    return desk.use(new Checklist(desk.at('')));
  };
  const read = () => desk.read('prep.md');

  it('is shown in groups, with words for those who cannot see the boxes', async () => {
    const checklist = await start(list);
    equal(await checklist.outline(), SHOWN);
    const group = checklist.tree.getTreeItem(await checklist.row('Stories'));
    equal(group.accessibilityInformation, { label: 'Stories, 0 of 2 done' });
    const item = checklist.tree.getTreeItem(await checklist.row('Stories', 'Failure'));
    equal(item.accessibilityInformation, { label: 'Failure, Open' });
    equal(item.checkboxState, {
      state: 0,
      tooltip: 'Open',
      accessibilityInformation: { label: 'Open', role: 'checkbox' },
    });
    equal(item.tooltip, 'Failure\n\nSources: 000');
  });

  it('follows edits that are not saved', async () => {
    const checklist = await start(list);
    await checklist.outline();
    const document = await desk.open('prep.md', list);
    for (const [from, to] of [
      [' ', 'x'],
      ['x', ' '],
    ]) {
      await replace(document, `- [${from}] Failure`, `- [${to}] Failure`);
      await eventually(async () => (await checklist.outline())[1], `  [${to}] Failure`);
    }
    await replace(document, '- [ ] Failure', '- [ ] New\n- [x] Failure');
    const rows = ['Stories 1 of 3', '  [ ] New', '  [x] Failure', '  [ ] Conflict', ...SHOWN.slice(3)];
    await eventually(() => checklist.outline(), rows);
    equal(await read(), list);
  });

  it('follows changes on disk, renaming and deleting', async () => {
    const checklist = await start();
    equal(await checklist.outline(), []);
    await desk.write('prep.md', list);
    await eventually(() => checklist.outline(), SHOWN);
    await desk.write('prep.md', ticked(list, 'Failure'));
    await eventually(async () => (await checklist.outline())[1], '  [x] Failure');
    await workspace.fs.rename(desk.at('prep.md'), desk.at('other.md'));
    await eventually(() => checklist.outline(), []);
    await workspace.fs.rename(desk.at('other.md'), desk.at('prep.md'));
    await eventually(async () => (await checklist.outline())[0], 'Stories 1 of 2');
    await desk.remove('prep.md');
    await eventually(() => checklist.outline(), []);
  });

  it('forgets a file that is deleted while it is open', async () => {
    const checklist = await start(list);
    await desk.open('prep.md', list);
    equal(await checklist.outline(), SHOWN);
    await desk.remove('prep.md');
    await eventually(() => checklist.outline(), []);
  });

  it('ticks by one character of the file, whatever else is in it', async () => {
    const text = `\uFEFF${list.replaceAll('\n', '\r\n')}tail \t\r\n<!-- starl: mocks >= 5 -->`;
    const checklist = await start(text);
    equal(await checklist.tick('Failure', true), '');
    equal(await read(), ticked(text, 'Failure'));
    equal(await checklist.tick('Failure', false), '');
    equal(await read(), text);
  });

  it('keeps what others have written since it was read', async () => {
    const checklist = await start(list);
    const theirs = ticked(list, 'Conflict').replace('## Stories\n', '## Stories\n\nNew words.\n\n- [ ] New\n');
    equal(await checklist.tick('Failure', true, 0, () => desk.write('prep.md', theirs)), '');
    equal(await read(), ticked(theirs, 'Failure'));
  });

  it('ticks several at once, one after the other', async () => {
    const checklist = await start(list);
    equal(
      await Promise.all([
        checklist.tick('Failure', true),
        checklist.tick('Conflict', true),
        checklist.tick('Partner', false),
      ]),
      ['', '', ''],
    );
    equal(await read(), ticked(list, 'Failure', 'Conflict').replace('[x] Partner', '[ ] Partner'));
  });

  it('ticks in the editor where the file is open, and saves it', async () => {
    const checklist = await start(list);
    const document = await desk.open('prep.md', list);
    equal(await checklist.tick('Failure', true), '');
    equal(document.getText(), ticked(list, 'Failure'));
    ok(!document.isDirty, 'it is saved');
    equal(await read(), ticked(list, 'Failure'));
  });

  it('ticks beside unsaved edits, and leaves saving to the user', async () => {
    const checklist = await start(list);
    const document = await desk.open('prep.md', list);
    await replace(document, 'Partner', 'Partners');
    equal(await checklist.tick('Failure', true), '');
    equal(document.getText(), ticked(list, 'Failure').replace('Partner', 'Partners'));
    ok(document.isDirty);
    equal(await read(), list);
  });

  it('says so where the item is gone, and leaves the file alone', async () => {
    const checklist = await start(list);
    const meanwhile = () => desk.write('prep.md', '- [ ] Failure');
    equal(await checklist.tick('Failure', true, 0, meanwhile), 'the item is no longer there');
    equal(await read(), '- [ ] Failure');
    await eventually(() => checklist.outline(), ['[ ] Failure']);
  });

  it('adds an item to a group', async () => {
    const checklist = await start(list);
    await checklist.add('Stories', 'Killed project');
    equal(await read(), list.replace('- [ ] Conflict\n', '- [ ] Conflict\n\n- [ ] Killed project\n'));
    equal((await checklist.outline()).slice(0, 4), [
      'Stories 0 of 3',
      '  [ ] Failure',
      '  [ ] Conflict',
      '  [ ] Killed project',
    ]);
  });

  const broken: [string, string | Uint8Array, string][] = [
    ['a merge conflict', CONFLICT, 'Merge conflict prep.md, line 8'],
    ['another encoding', Uint8Array.of(45, 32, 10, 0xe9, 10), 'Not UTF-8 text prep.md, line 2'],
    ['no text', '- [ ] a\n\0', 'Not a text file prep.md, line 2'],
  ];
  for (const [name, content, shown] of broken) {
    it(`shows ${name} with its line, and leaves the file alone until it is mended`, async () => {
      const checklist = await start(list);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const meanwhile = async () => workspace.fs.writeFile(desk.at('prep.md'), bytes);
      ok((await checklist.tick('Failure', true, 0, meanwhile)) !== '', 'it was ticked');
      equal([...(await workspace.fs.readFile(desk.at('prep.md')))], [...bytes]);
      await eventually(() => checklist.outline(), [shown]);
      await desk.write('prep.md', list);
      await eventually(() => checklist.outline(), SHOWN);
    });
  }

  it('leaves a conflict alone that is in the editor only', async () => {
    const checklist = await start(list);
    const document = await desk.open('prep.md', list);
    const meanwhile = () => replace(document, list, CONFLICT);
    equal(await checklist.tick('Failure', true, 0, meanwhile), 'merge conflict in line 8');
    equal(document.getText(), CONFLICT);
    equal(await checklist.outline(), ['Merge conflict prep.md, line 8']);
  });

  it('shows a folder of that name as what it is', async () => {
    await workspace.fs.createDirectory(desk.at('prep.md'));
    const checklist = await start();
    const [row, ...others] = await checklist.outline();
    ok(row?.endsWith('prep.md, line 1') && others.length === 0, row);
    equal(checklist.log.length > 0, true);
  });

  it('shows how far an item is, offers the tick when it is reached, and says when a tick no longer holds', async () => {
    const asking = '- [ ] Mocks <!-- starl: mocks >= 2 -->\n\n- [ ] Wrong <!-- starl: mock >= 2 -->\n\n- [ ] Other\n';
    const wrong = '[ ] Wrong There is no figure "mock". Did you mean "mocks"?';
    const checklist = await start(asking);
    await checklist.outline();
    await eventually(() => checklist.outline(), ['[ ] 0 of 2 · Mocks mocks', wrong, '[ ] Other']);
    const mock = (day: number) => `  - { date: 2027-01-0${day}, kind: behavioral }\n`;
    await desk.write('mocks.yaml', `mocks:\n${mock(1)}${mock(2)}`);
    await eventually(async () => (await checklist.outline())[0], '[ ] Mocks 2 of 2 mocks · reached, tick it');
    const item = checklist.tree.getTreeItem(await checklist.row('Mocks'));
    equal(
      [item.contextValue, item.accessibilityInformation?.label],
      ['earned', 'Mocks, Open, 2 of 2 mocks, reached, tick it'],
    );
    equal(await checklist.tick('Mocks', true), '');
    await eventually(async () => (await checklist.outline())[0], '[x] Mocks 2 of 2 mocks');
    await desk.write('mocks.yaml', `mocks:\n${mock(1)}`);
    await eventually(async () => (await checklist.outline())[0], '[x] 1 of 2 · Mocks mocks · not reached');
    equal(await read(), ticked(asking, 'Mocks'));
  });

  it('says that the log cannot be read rather than that a tick no longer holds', async () => {
    const checklist = await start('- [x] Mocks <!-- starl: mocks >= 2 -->\n');
    await desk.write('mocks.yaml', 'mocks:\n  - { date: 2027-01-01, kind: a }\n  - { date: soon, kind: a }\n');
    await checklist.outline();
    await eventually(() => checklist.outline(), ['[x] Mocks mocks.yaml cannot be read in line 3']);
    await desk.write('mocks.yaml', 'mocks: [\n');
    await eventually(() => checklist.outline(), ['[x] Mocks mocks.yaml cannot be read in line 1']);
  });

  it('ticks in a file of UTF-16 with a byte order mark, which it stays', async () => {
    const utf16 = (text: string) =>
      Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    const checklist = await start();
    await workspace.fs.writeFile(desk.at('prep.md'), utf16(list));
    equal(await checklist.tick('Failure', true), '');
    equal(Array.from(await workspace.fs.readFile(desk.at('prep.md'))), Array.from(utf16(ticked(list, 'Failure'))));
  });

  it('hides what is done', async () => {
    const checklist = await start(ticked(list, 'Failure'));
    checklist.tree.hidesDone = true;
    equal(await checklist.outline(), ['Stories 1 of 2', '  [ ] Conflict']);
  });

  it('draws only those rows again that look different', async () => {
    const checklist = await start(list);
    await checklist.outline();
    const [mocks, failure] = [await checklist.row('Mocks'), await checklist.row('Stories', 'Failure')];
    checklist.changes.length = 0;
    await desk.write('prep.md', `${list}\nWords.\n`);
    await desk.write('prep.md', `${ticked(list, 'Failure')}\nWords.\n`);
    await eventually(() => checklist.changes.length > 0, true);
    equal(
      checklist.changes.flatMap((rows) => rows?.map(({ id }) => id.split(':').at(-1)) ?? ['all']),
      ['Failure', 'Stories'],
    );
    ok(
      (await checklist.row('Mocks')) === mocks && (await checklist.row('Stories', 'Failure')) === failure,
      'the rows stay',
    );
    checklist.changes.length = 0;
    await desk.write('prep.md', `Words.\n\n${ticked(list, 'Failure')}`);
    await eventually(() => checklist.changes.flatMap((rows) => rows ?? []).includes(failure), true);
    const { command } = checklist.tree.getTreeItem(failure);
    const [uri, { selection }] = command?.arguments ?? [];
    const { document } = await window.showTextDocument(uri, { selection });
    ok(document.lineAt(selection.start.line).text.includes('Failure'), 'a click leads to where the item is now');
  });

  it('keeps the folders of a workspace apart', async () => {
    await desk.write('one/prep.md', list);
    await desk.write('two/prep.md', list);
    await desk.write('three/other.md', list);
    const checklist = desk.use(new Checklist(desk.at('one'), desk.at('two'), desk.at('three')));
    const within = SHOWN.map((line) => `  ${line}`);
    equal(await checklist.outline(), ['one 1 of 3', ...within, 'two 1 of 3', ...within]);
    equal(await checklist.tick('Failure', true, 1), '');
    equal([await desk.read('one/prep.md'), await desk.read('two/prep.md')], [list, ticked(list, 'Failure')]);
    await workspace.fs.writeFile(desk.at('one/prep.md'), new TextEncoder().encode(CONFLICT));
    await eventually(
      async () => (await checklist.outline()).slice(0, 3),
      ['one', '  Merge conflict prep.md, line 8', 'two 2 of 3'],
    );
  });

  it('is empty where no folder is open', async () => {
    equal(await desk.use(new Checklist()).outline(), []);
  });
});
