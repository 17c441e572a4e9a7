import { type Disposable, window, workspace } from 'vscode';
import { equal, eventually, ok, pause } from './assert';
import { Checklist, list, SHOWN, ticked } from './checklistDesk';
import { MemoryFiles } from './memoryFiles';

describe('the checklist in a virtual workspace', () => {
  let files: MemoryFiles;
  let checklist: Checklist;
  let registered: Disposable;
  let tests = 0;

  beforeEach(() => {
    files = new MemoryFiles(`starl-checklist-${++tests}`);
    registered = files.register();
    files.put('/root/prep.md', list);
    checklist = new Checklist(files.uri('/root'));
  });
  afterEach(() => {
    checklist.dispose();
    registered.dispose();
  });

  it('is shown, followed and ticked', async () => {
    equal(await checklist.outline(), SHOWN);
    files.put('/root/prep.md', ticked(list, 'Conflict'));
    await eventually(async () => (await checklist.outline())[2], '  [x] Conflict');
    equal(await checklist.tick('Failure', true), '');
    equal(files.text('/root/prep.md'), ticked(list, 'Failure', 'Conflict'));
  });

  it('keeps what is written between reading and writing', async () => {
    await checklist.store.all();
    let reads = 0;
    files.beforeRead = () => {
      if (++reads === 2) files.put('/root/prep.md', ticked(list, 'Conflict'), true);
    };
    equal(await checklist.tick('Failure', true), '');
    equal(files.text('/root/prep.md'), ticked(list, 'Failure', 'Conflict'));
  });

  it('is shown as it was while its file is empty, since somebody is about to write to it', async () => {
    let reads = 0;
    files.beforeRead = () => files.put('/root/prep.md', ++reads === 1 ? '' : list, true);
    equal(await checklist.outline(), SHOWN);
    equal(reads, 2);
  });

  it('gives up where something else writes without end', async () => {
    await checklist.store.all();
    let words = '';
    files.beforeRead = () => {
      words += 'More words. ';
      files.put('/root/prep.md', `${list}${words}`, true);
    };
    equal(await checklist.tick('Failure', true), 'something else keeps changing the file');
    equal(files.text('/root/prep.md'), `${list}${words}`);
  });

  it('keeps what two windows tick at the same moment', async () => {
    const other = new Checklist(files.uri('/root'));
    await Promise.all([checklist.store.all(), other.store.all()]);
    equal(await Promise.all([checklist.tick('Failure', true), other.tick('Conflict', true)]), ['', '']);
    equal(files.text('/root/prep.md'), ticked(list, 'Failure', 'Conflict'));
    other.dispose();
  });

  for (const [where, open] of [
    ['on disk', async () => undefined],
    ['in the editor', async () => void (await window.showTextDocument(files.uri('/root/prep.md')))],
  ] as const) {
    it(`ticks again ${where} where another window writes what it made of the text before`, async () => {
      await open();
      await checklist.store.all();
      const theirs = ticked(list, 'Conflict');
      files.afterWrite = () => {
        files.afterWrite = undefined;
        files.beforeRead = () => {
          files.beforeRead = undefined;
          files.put('/root/prep.md', theirs);
        };
      };
      equal(await checklist.tick('Failure', true), '');
      equal(files.text('/root/prep.md'), ticked(theirs, 'Failure'));
    });
  }

  it('takes along what another window ticks while the editor is about to save', async () => {
    const { document } = await window.showTextDocument(files.uri('/root/prep.md'));
    await checklist.store.all();
    const slow = workspace.onWillSaveTextDocument((event) =>
      event.waitUntil(
        (async () => {
          files.put('/root/prep.md', ticked(list, 'Conflict'), true);
          await pause(400);
        })(),
      ),
    );
    equal(await checklist.tick('Failure', true), '');
    slow.dispose();
    equal(files.text('/root/prep.md'), ticked(list, 'Failure', 'Conflict'));
    equal([document.getText(), document.isDirty], [ticked(list, 'Failure', 'Conflict'), false]);
  });

  for (const [name, fault] of [
    ['the file is read-only', 'isLocked'],
    ['the disk is full', 'isFull'],
  ] as const) {
    it(`says so where ${name}, and shows it as it is`, async () => {
      await checklist.store.all();
      files[fault] = true;
      ok((await checklist.tick('Failure', true)) !== '', 'it was ticked');
      equal(files.text('/root/prep.md'), list);
      equal(await checklist.outline(), SHOWN);
      files[fault] = false;
      equal(await checklist.tick('Failure', true), '');
      equal(files.text('/root/prep.md'), ticked(list, 'Failure'));
    });

    it(`takes the tick out of the editor again where ${name}`, async () => {
      const { document } = await window.showTextDocument(files.uri('/root/prep.md'));
      await checklist.store.all();
      files[fault] = true;
      ok((await checklist.tick('Failure', true)).startsWith('it could not be saved; look whether'));
      equal(document.getText(), list);
      equal(await checklist.outline(), SHOWN);
      files[fault] = false;
      await document.save();
    });
  }

  it('waits for the editor to see a change from outside before it ticks there', async () => {
    const { document } = await window.showTextDocument(files.uri('/root/prep.md'));
    await checklist.store.all();
    const theirs = ticked(list, 'Conflict');
    files.put('/root/prep.md', theirs);
    equal(await checklist.tick('Failure', true), '');
    await eventually(() => files.text('/root/prep.md'), ticked(theirs, 'Failure'));
    equal(document.getText(), ticked(theirs, 'Failure'));
  });
});
