import { commands, type Disposable, extensions, type Uri, workspace } from 'vscode';
import { findPack } from '../../src/core/packs/packs';
import { setUp } from '../../src/editor/setUp/setUp';
import { equal, eventually, ok } from './assert';
import { useDesk } from './desk';
import { MemoryFiles } from './memoryFiles';

describe('setting a preparation up', () => {
  const desk = useDesk('set-up');
  const failures: string[] = [];
  const pack = findPack('netflix-pmm');
  ok(pack);
  const into = (uri: Uri) =>
    setUp({ folder: { uri, name: 'folder', index: 0 }, aim: { pack } }, (what) => failures.push(what));
  const names = async () => (await workspace.fs.readDirectory(desk.at(''))).map(([name]) => name).sort();

  it('makes the settings, the checklist and the folders, and nothing else', async () => {
    await workspace.fs.createDirectory(desk.at(''));
    equal(await into(desk.at('')), { kept: [], failed: [] });
    equal(await names(), ['prep.md', 'starl.yaml', 'stories']);
    ok((await desk.read('prep.md')).startsWith('# Preparation: Netflix PMM\n'));
    ok((await desk.read('starl.yaml')).includes('\nprofile: netflix-pmm\n'));
  });

  it('leaves what is there already as it is, and says so', async () => {
    await desk.write('prep.md', 'Mine.');
    await desk.write('stories/mine.md', 'Mine.');
    equal(await into(desk.at('')), { kept: ['prep.md'], failed: [] });
    equal(await into(desk.at('')), { kept: ['starl.yaml', 'prep.md'], failed: [] });
    equal([await desk.read('prep.md'), await desk.read('stories/mine.md')], ['Mine.', 'Mine.']);
    equal(failures, []);
  });

  it('says what it could not make', async () => {
    const files = new MemoryFiles('starl-set-up');
    const registered: Disposable = files.register();
    files.put('/root/prep.md', 'Mine.');
    files.isLocked = true;
    equal(await into(files.uri('/root')), { kept: ['prep.md'], failed: ['stories', 'starl.yaml'] });
    equal(files.text('/root/prep.md'), 'Mine.');
    equal(failures, ['Could not create the folder stories']);
    registered.dispose();
  });
});

describe('the commands of the checklist', () => {
  const root = workspace.workspaceFolders?.[0]?.uri;
  ok(root);
  const file = root.with({ path: `${root.path}/prep.md` });

  it('are all there once Starl runs', async () => {
    const extension = extensions.getExtension('starl.starl');
    ok(extension);
    await extension.activate();
    const declared = extension.packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
    const known = new Set(await commands.getCommands(true));
    equal(
      declared.filter((command: string) => !known.has(command)),
      [],
    );
  });

  it('set the workspace up with a profile that is given', async () => {
    const exists = async () =>
      workspace.fs.stat(file).then(
        () => true,
        () => false,
      );
    const before = await exists();
    await commands.executeCommand('starl.setUp', { profile: 'general' });
    await eventually(exists, true);
    if (!before) await workspace.fs.delete(file);
  });
});
