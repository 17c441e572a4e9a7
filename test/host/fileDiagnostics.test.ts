import { type CodeAction, commands, DiagnosticSeverity, Range, Uri, window, workspace } from 'vscode';
import { systemClock } from '../../src/editor/clock';
import { isShown } from '../../src/editor/documents/documentSources';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { registerFileDiagnostics } from '../../src/editor/problems/fileDiagnostics';
import { Signal } from '../../src/editor/signal';
import { equal, eventually, ok, pause } from './assert';
import { ours, replace } from './desk';

const MOCKS = 'mocks:\n  - { date: 2020-01-01, kind: sytem design, stories: [No such story] }\n';
const never = new Signal<never>().event;

describe('what is wrong in a file of the preparation', () => {
  const root = workspace.workspaceFolders?.[0];
  ok(root, 'the suite needs a folder');
  const uri = Uri.joinPath(root.uri, 'mocks.yaml');

  /** The feature of its own, whose search for stories ends when it is let. */
  function start() {
    const searches: (() => void)[] = [];
    const answers: string[] = [];
    const libraryOf = () => {
      answers.push('asked');
      return undefined;
    };
    const listed = () => new Promise<void>((resolve) => searches.push(resolve));
    const feature = registerFileDiagnostics({
      clock: systemClock,
      log: { error: (what) => answers.push(what), show: () => undefined, dispose: () => undefined },
      loadEngine: createEngineLoader(),
      configs: { nearest: async () => undefined, onDidChange: never },
      stories: { sessions: [], onDidJudge: never, onDidLeave: never },
      library: { profileFor: async () => undefined, store: { isListed: false, listed, libraryOf, onDidChange: never } },
      practice: { of: async () => undefined, onDidChange: never },
    });
    return { feature, searches, answers };
  }

  beforeEach(() => workspace.fs.writeFile(uri, new TextEncoder().encode(MOCKS)));
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(uri);
  });

  it('is not told of a file that was closed while it was looked for', async () => {
    const { feature, searches, answers } = start();
    try {
      await window.showTextDocument(uri, { preview: false });
      await eventually(() => searches.length > 0, true, 'the stories are not asked for');
      await commands.executeCommand('workbench.action.closeAllEditors');
      await eventually(() => isShown({ uri }), false);
      for (const end of searches) end();
      await eventually(() => answers.length, searches.length);
      // All that follows an answer does so at once.
      await pause(0);
      equal(ours(uri).length, 0);
    } finally {
      feature.dispose();
    }
  });

  it('is told where a merge has left a conflict, as long as that is so', async () => {
    const plan = Uri.joinPath(root.uri, 'plan.md');
    const conflict = '# Plan\n\n<<<<<<< ours\n- [ ] 2027-01-09 Read\n=======\n>>>>>>> theirs\n';
    await workspace.fs.writeFile(plan, new TextEncoder().encode(conflict));
    try {
      const { document } = await window.showTextDocument(plan, { preview: false });
      const told = () => ours(plan).map(({ range, message }) => `${document.getText(range)}: ${message}`);
      await eventually(told, [
        '<<<<<<< ours: Merge conflict. Until that is mended, this file is neither read nor changed.',
      ]);
      await replace(document, conflict, '# Plan\n\n- [ ] 2027-01-09 Read\n');
      await eventually(told, []);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      await workspace.fs.delete(plan);
    }
  });

  it('is told, and mended by a fix, where a day of the plan cannot be read', async () => {
    const plan = Uri.joinPath(root.uri, 'plan.md');
    await workspace.fs.writeFile(plan, new TextEncoder().encode('- [ ] 2026/11/26 Write\n'));
    try {
      const { document } = await window.showTextDocument(plan, { preview: false });
      await eventually(
        () => ours(plan).map(({ range, severity }) => [document.getText(range), severity]),
        [['2026/11/26', DiagnosticSeverity.Warning]],
      );
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        plan,
        new Range(0, 8, 0, 8),
      );
      const [fix] = actions.filter(({ title }) => title === 'Change to 2026-11-26');
      ok(fix?.edit, 'no fix is offered');
      equal(await workspace.applyEdit(fix.edit), true);
      equal(document.getText(), '- [ ] 2026-11-26 Write\n');
      await eventually(() => ours(plan).length, 0);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      await workspace.fs.delete(plan);
    }
  });
});
