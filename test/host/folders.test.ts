import {
  type CompletionList,
  ConfigurationTarget,
  commands,
  extensions,
  languages,
  Position,
  type Uri,
  Uri as VSCodeUri,
  window,
  workspace,
} from 'vscode';
import { equal, eventually, ok } from './assert';
import { BAD, dismissed, eventuallyMarks, ours, said, story } from './desk';
import { MemoryFiles } from './memoryFiles';
import { Views } from './viewsDesk';

const folders = workspace.workspaceFolders ?? [];

if (folders.length === 0) {
  describe('a window without a folder', () => {
    afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

    it('opens nothing for commands that have nothing to work on', async () => {
      await commands.executeCommand('starl.checkFile');
      await commands.executeCommand('starl.fixAll');
      await commands.executeCommand('starl.openConfig');
      await commands.executeCommand('starl.goToPart');
      for (const command of [
        'checklist.tickEarned',
        'checklist.openFile',
        'stories.map',
        'coverage.map',
        'heatMap.open',
      ])
        await commands.executeCommand(`starl.${command}`);
      equal(
        window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
        [],
      );
      ok(window.activeTextEditor === undefined);
    });

    it('has every command, those of a row included, and none of them fails', async () => {
      const { contributes } = extensions.getExtension('starl.starl')?.packageJSON ?? {};
      const names: string[] = contributes.commands.map(({ command }: { command: string }) => command);
      ok(names.length > 40, `${names.length} commands`);
      const failed: string[] = [];
      for (const name of names)
        await dismissed(commands.executeCommand(name)).catch((error) => failed.push(`${name}: ${error}`));
      equal(failed, []);
      const close = async () => {
        await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        return window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
      };
      await eventually(close, 0, 'what they opened does not close');
    });

    it('offers to open a folder for whatever needs one, and waits for nothing', async () => {
      const running = [
        'setUp',
        'exportCueSheet',
        'checklist.add',
        'checklist.tick',
        'stories.addFraming',
        'practice.logMock',
        'practice.makePlan',
        'practice.addRound',
        'practice.reflow',
      ].map((command) => commands.executeCommand(`starl.${command}`));
      let ended = 0;
      for (const one of running) one.then(() => ended++);
      await eventually(async () => {
        await commands.executeCommand('notifications.clearAll');
        return ended;
      }, running.length);
    });

    it('shows nothing in its views', async () => {
      const views = new Views();
      for (const read of ['checklist', 'stories', 'coverage', 'heatMap', 'practising'] as const)
        equal(await views[read](), [], read);
      equal(views.log, []);
      views.dispose();
    });

    it('helps with a starl.yaml that is opened by itself, and with what is wrong in it', async () => {
      const files = new MemoryFiles('starl-alone');
      const registered = files.register();
      files.put('/starl.yaml', 'profile: \nlevl: L6\n');
      const uri = files.uri('/starl.yaml');
      await window.showTextDocument(uri);
      const offered = async () => {
        const list: CompletionList = await commands.executeCommand(
          'vscode.executeCompletionItemProvider',
          uri,
          new Position(0, 'profile: '.length),
        );
        return list.items.some(({ label }) => typeof label === 'object' && label.label === 'netflix-pmm');
      };
      await eventually(offered, true, 'no completion');
      await eventually(() => ours(uri).map(({ message }) => message), ['Unknown key "levl". Did you mean "level"?']);
      registered.dispose();
    });

    it('takes a new story, and judges it', async () => {
      await commands.executeCommand('starl.newStory', { template: 'starl', title: 'The port' });
      await eventually(() => window.activeTextEditor?.document.uri.scheme, 'untitled');
      const document = window.activeTextEditor?.document;
      ok(document);
      ok(document.getText().includes('The port'), 'the title');
      await eventually(() => said(document.uri).includes('placeholder-left'), true, 'not judged');
    });

    it('has settings of the user only, which hold', async () => {
      // Of a name of its own: VS Code gives a reverted document back under the name that it had.
      const document = await workspace.openTextDocument(VSCodeUri.parse('untitled:settings.md'));
      const editor = await window.showTextDocument(document);
      ok(await editor.edit((edit) => edit.insert(document.positionAt(0), story(BAD))));
      await eventuallyMarks(document, ['We decided']);
      const settings = workspace.getConfiguration('starl', document.uri);
      await settings.update('rules.vague-we', 'off', ConfigurationTarget.Global);
      try {
        await eventuallyMarks(document, []);
      } finally {
        await settings.update('rules.vague-we', undefined, ConfigurationTarget.Global);
      }
      await eventuallyMarks(document, ['We decided']);
    });
  });
}

if (folders.length > 1) {
  describe('a window with several folders', () => {
    const [first, second] = folders.map(({ uri }) => uri);
    ok(first && second);
    const written: Uri[] = [];
    const write = async (folder: Uri, path: string, text: string): Promise<Uri> => {
      const uri = VSCodeUri.joinPath(folder, path);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      written.push(uri);
      return uri;
    };
    const open = async (folder: Uri, name: string) => {
      const uri = await write(folder, `stories/${name}.md`, story(BAD));
      return (await window.showTextDocument(uri, { preview: false })).document;
    };
    afterEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      for (const uri of written.splice(0)) await workspace.fs.delete(uri).then(undefined, () => undefined);
    });

    it('judges the stories of each by its own starl.yaml', async () => {
      await write(second, 'starl.yaml', 'rules:\n  vague-we: off\n');
      const here = await open(first, 'own-config');
      const there = await open(second, 'own-config');
      await eventually(() => said(there.uri).length > 0, true, 'not judged');
      await eventuallyMarks(here, ['We decided']);
      await eventuallyMarks(there, []);
      await write(second, 'starl.yaml', 'rules:\n  vague-we: warning\n');
      await eventuallyMarks(there, ['We decided']);
      equal(
        languages.getDiagnostics(here.uri).some(({ severity }) => severity === 1),
        false,
        'a warning in the other folder',
      );
    });

    it('judges the stories of each by its own settings', async () => {
      const here = await open(first, 'own-settings');
      const there = await open(second, 'own-settings');
      await eventuallyMarks(here, ['We decided']);
      await eventuallyMarks(there, ['We decided']);
      const settings = workspace.getConfiguration('starl', there.uri);
      await settings.update('rules.vague-we', 'off', ConfigurationTarget.WorkspaceFolder);
      try {
        await eventuallyMarks(there, []);
        await eventuallyMarks(here, ['We decided']);
      } finally {
        await settings.update('rules.vague-we', undefined, ConfigurationTarget.WorkspaceFolder);
      }
      await eventuallyMarks(there, ['We decided']);
    });

    it('sees files: patterns from the folder that each story is in', async () => {
      const text = `I led it. ${BAD}\n`;
      const settings = workspace.getConfiguration('starl', second);
      await settings.update('files', ['answers/*.md'], ConfigurationTarget.WorkspaceFolder);
      try {
        const uri = await write(second, 'answers/a.md', text);
        const { document } = await window.showTextDocument(uri, { preview: false });
        await eventuallyMarks(document, ['We decided']);
      } finally {
        await settings.update('files', undefined, ConfigurationTarget.WorkspaceFolder);
      }
    });

    it('puts a new story into the folder in which the user works', async () => {
      const there = await open(second, 'at-work');
      await eventuallyMarks(there, ['We decided']);
      await commands.executeCommand('starl.newStory', { template: 'starl', title: 'Beside it' });
      await eventually(() => window.activeTextEditor?.document.uri.path, `${second.path}/stories/beside-it.md`);
      written.push(VSCodeUri.joinPath(second, 'stories/beside-it.md'));
    });
  });
}
