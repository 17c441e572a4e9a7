import { ConfigurationTarget, commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { systemClock } from '../../src/editor/clock';
import { createConfigs } from '../../src/editor/config/config';
import { type FileEvents, watchFiles } from '../../src/editor/files/fileEvents';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { Signal } from '../../src/editor/signal';
import { equal, eventually, ok, pause } from './assert';
import { BAD, eventuallyMarks, OTHER, ours, replace, story, useDesk } from './desk';

/** What reads the settings, besides what the extension has of its own. */
function follow(files: FileEvents = watchFiles()) {
  const log = { error: () => undefined, show: () => undefined, dispose: () => undefined };
  const configs = createConfigs(createEngineLoader(), files, log, systemClock);
  const dispose = () => {
    configs.dispose();
    files.dispose();
  };
  return { configs, dispose };
}

describe('starl.yaml', () => {
  const desk = useDesk('config');
  const OFF = 'rules:\n  vague-we: off\n';
  const problems = (uri: Uri) => ours(uri).map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);

  it('decides from its folder downwards, the nearest one first, and at once', async () => {
    await desk.watched('prep/stories');
    const document = await desk.open('prep/stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    await desk.write('prep/starl.yaml', OFF);
    await eventuallyMarks(document, [], 'written');
    await desk.write('prep/stories/starl.yaml', 'rules:\n  vague-we: warning\n');
    await eventuallyMarks(document, ['We decided'], 'a nearer one');
    await desk.remove('prep/stories/starl.yaml');
    await eventuallyMarks(document, [], 'the nearer one deleted');
    await workspace.fs.rename(desk.at('prep/starl.yaml'), desk.at('prep/other.yaml'));
    await eventuallyMarks(document, ['We decided'], 'renamed away');
  });

  it('that is broken is marked where it is broken, and mended when mended, open or not', async () => {
    const config = desk.at('starl.yaml');
    await desk.write('starl.yaml', `${OFF}  vague-wee: off\n`);
    const document = await desk.open('stories/a.md', story(BAD));
    await eventually(() => problems(config), ['3:3'], 'one unknown rule');
    await eventuallyMarks(document, [], 'the rest goes on');
    await desk.write('starl.yaml', OFF);
    await eventually(() => problems(config), [], 'mended outside');
    const open = await window.showTextDocument(config, { preview: false });
    await replace(open.document, 'off', 'never');
    await eventually(() => problems(config), ['2:13'], 'broken in the editor, not saved');
    await replace(open.document, 'never', 'off');
    await eventually(() => problems(config), [], 'mended in the editor');
  });

  it('names the files that hold stories as they are seen from its folder, for the command “Fix All”, too', async () => {
    await desk.write('starl.yaml', 'files: [answers/*.md]\n');
    const text = `I led it.\n\n<!-- starl-ignore passenger: no longer -->\n${BAD}\n`;
    const elsewhere = await desk.open('old/answers/a.md', text);
    await commands.executeCommand('starl.fixAll');
    equal(elsewhere.getText(), text);
    const document = await desk.open('answers/a.md', text);
    await eventuallyMarks(document, ['We decided']);
    await eventuallyMarks(elsewhere, []);
    await commands.executeCommand('starl.fixAll');
    equal(document.getText(), `I led it.\n\n${BAD}\n`);
  });

  it('of a folder decides for the folder as a whole, whatever one within it says of its own files', async () => {
    await desk.write('starl.yaml', 'profile: netflix-pmm\nconfidential: [Acme]\n');
    await desk.write('stories/starl.yaml', 'profile: general\n');
    const { configs, dispose } = follow();
    try {
      const { pack, settings, file } = await configs.ofFolder(desk.at(''));
      equal([pack?.id, settings.confidential], ['netflix-pmm', [{ term: 'Acme' }]]);
      equal(file?.uri.toString(), desk.at('starl.yaml').toString());
      equal((await configs.ofFolder(desk.at('stories'))).pack?.id, 'general');
    } finally {
      dispose();
    }
  });

  it('is read again when the user is back at the window, as nobody may have told that it came or went', async () => {
    const [never, returned] = [new Signal<readonly Uri[]>().event, new Signal<void>()];
    const files = { onDidAppear: never, onDidVanish: never, onDidReturn: returned.event, dispose: () => undefined };
    const { configs, dispose } = follow(files);
    let changes = 0;
    configs.onDidChange(() => changes++);
    const own = desk.at('starl.yaml').toString();
    const isFound = async () => (await configs.nearest(desk.at('stories/a.md')))?.uri.toString() === own;
    try {
      await desk.watched('stories');
      equal(await isFound(), false);
      await desk.write('starl.yaml', OFF);
      await desk.write('packs/bad.yaml', 'id: [\n');
      equal(await isFound(), false, 'nobody tells of it');
      returned.fire();
      await eventually(isFound, true, 'it came');
      const refused = (await configs.nearest(desk.at('stories/a.md')))?.refused ?? [];
      equal(
        refused.map(({ uri }) => uri.toString()),
        [desk.at('packs/bad.yaml').toString()],
      );
      returned.fire();
      await pause(500);
      equal(changes, 1, 'all is as it was, the refused pack, too');
      await desk.remove('starl.yaml');
      returned.fire();
      await eventually(isFound, false, 'it went');
      equal(changes, 2);
      returned.fire();
      await configs.nearest(desk.at('stories/a.md'));
      equal(changes, 2, 'nothing is different');
    } finally {
      dispose();
    }
  });

  it('that is empty or not there is no problem', async () => {
    await desk.write('starl.yaml', '');
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    equal(problems(desk.at('starl.yaml')), []);
  });

  it('loses its problems with the last story that it is for', async () => {
    await desk.write('starl.yaml', 'nonsense: 1\n');
    await desk.open('stories/a.md', story(BAD));
    await eventually(() => problems(desk.at('starl.yaml')).length, 1);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually(() => problems(desk.at('starl.yaml')).length, 0);
  });

  it('is looked at again when a pack comes or goes, though no story is open', async () => {
    await desk.watched('packs');
    const { uri } = await desk.open('starl.yaml', 'profile: my-loop\n');
    await eventually(() => problems(uri), ['1:10'], 'no such profile');
    await desk.write('packs/my-loop.yaml', 'id: my-loop\ntitle: Mine\ndescription: My own\nextends: general\n');
    await eventually(() => problems(uri), [], 'the pack has come');
    await desk.remove('packs/my-loop.yaml');
    await eventually(() => problems(uri), ['1:10'], 'the pack has gone');
  });

  it('opens at its first problem', async () => {
    await desk.write('starl.yaml', '# mine\nnonsense: 1\n');
    await desk.open('stories/a.md', story(BAD));
    await eventually(() => problems(desk.at('starl.yaml')), ['2:1']);
    await commands.executeCommand('starl.openConfig');
    const editor = window.activeTextEditor;
    equal(editor?.document.uri.toString(), desk.at('starl.yaml').toString());
    equal(editor?.selection.active.line, 1);
  });
});

describe('settings', () => {
  const desk = useDesk('settings');
  const set = (document: TextDocument, key: string, value: unknown) =>
    workspace.getConfiguration('starl', document.uri).update(key, value, ConfigurationTarget.Workspace);

  it('of the user change what is found, and give way to starl.yaml', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    await set(document, 'rules.vague-we', 'off');
    try {
      await eventuallyMarks(document, [], 'switched off');
      await desk.write('starl.yaml', 'rules:\n  vague-we: warning\n');
      await eventuallyMarks(document, ['We decided'], 'starl.yaml overrules');
    } finally {
      await set(document, 'rules.vague-we', undefined);
    }
  });

  it('name the files that hold stories as they are seen from the folder of the workspace', async () => {
    const document = await desk.open('answers/a.md', `I led it. ${BAD}\n`);
    const path = workspace.asRelativePath(document.uri, false);
    await eventuallyMarks(document, []);
    await set(document, 'files', [path]);
    try {
      await eventuallyMarks(document, ['We decided']);
    } finally {
      await set(document, 'files', undefined);
    }
  });

  it('tell a rule that they misspell, in either form', async () => {
    const [root] = workspace.workspaceFolders ?? [];
    ok(root);
    const file = Uri.joinPath(root.uri, '.vscode', 'settings.json');
    const before = await workspace.fs.readFile(file).then(
      (bytes) => bytes,
      () => undefined,
    );
    const document = await desk.open('stories/a.md', story(BAD));
    const { configs, dispose } = follow();
    const told = async () => (await configs.sources(document.uri)).userProblems;
    try {
      equal(await told(), []);
      for (const written of [{ 'starl.rules': { pasenger: 'off' } }, { 'starl.rules.pasenger': 'off' }]) {
        await workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(written)));
        await eventually(told, ['starl.rules.pasenger: There is no rule "pasenger". Did you mean "passenger"?']);
        await workspace.fs.writeFile(file, new TextEncoder().encode('{}'));
        await eventually(told, []);
      }
    } finally {
      dispose();
      await (before ? workspace.fs.writeFile(file, before) : workspace.fs.delete(file));
    }
  });

  it('say when findings are shown', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    const files = workspace.getConfiguration('files', document.uri);
    // In a browser it is on unless said otherwise.
    await files.update('autoSave', 'off', ConfigurationTarget.Workspace);
    await set(document, 'run', 'onSave');
    try {
      await replace(document, 'scheduler.', `scheduler. ${OTHER}`);
      await document.save();
      await eventuallyMarks(document, ['We decided', 'We convinced']);
      await set(document, 'run', 'onDemand');
      await replace(document, 'We convinced', 'I convinced');
      await eventuallyMarks(document, ['We decided']);
      await replace(document, 'I convinced', 'We convinced');
      await document.save();
      await commands.executeCommand('starl.checkFile');
      await eventuallyMarks(document, ['We decided', 'We convinced']);
    } finally {
      await set(document, 'run', undefined);
      await files.update('autoSave', undefined, ConfigurationTarget.Workspace);
    }
    ok(!document.isDirty);
  });
});
