import { CodeActionKind, commands, type TextDocument, window } from 'vscode';
import { equal, eventually, ok } from './assert';
import { accepted, actions, BAD, ours, said, story, useDesk } from './desk';

describe('Explain This Rule Here', () => {
  const desk = useDesk('explain');

  /** Explains `vague-we` by the action on its finding, and opens the place that decides. */
  async function explain(document: TextDocument): Promise<string | undefined> {
    await eventually(() => said(document.uri).includes('vague-we'), true);
    const problem = ours(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'vague-we');
    ok(problem);
    const offered = await actions(document, problem.range, CodeActionKind.QuickFix);
    const { command } = offered.find(({ title }) => title === 'Explain vague-we here') ?? {};
    ok(command, 'no action');
    await accepted(commands.executeCommand(command.command, ...(command.arguments ?? [])));
    const editor = window.activeTextEditor;
    return editor && `${editor.document.uri.path.split('/').at(-1)}: ${editor.document.getText(editor.selection)}`;
  }

  it('opens the place in starl.yaml, or in the front matter, that decides', async () => {
    await desk.write('starl.yaml', '# mine\r\nrules:\r\n  passenger: off\r\n  vague-we: warning\r\n');
    equal(await explain(await desk.open('stories/a.md', story(BAD))), 'starl.yaml: vague-we');
    const own = `---\nstarl: story\nrules:\n  vague-we: error\n---\n\n${story(BAD)}`;
    equal(await explain(await desk.open('stories/b.md', own)), 'b.md: vague-we');
  });
});
