import { CodeActionKind, commands, Range, Selection, window, workspace } from 'vscode';
import { equal, eventually, ok } from './assert';
import { actions, BAD, eventuallyMarks, said, story, useDesk } from './desk';

describe('quick fixes while somebody types', () => {
  const desk = useDesk('fix-while-typing');

  it('are offered for the sentence that is being typed, although its finding is not shown yet', async () => {
    const late = 'Engineering was late as usual.';
    const document = await desk.open('stories/a.md', story(`${late} ${BAD}`));
    await eventuallyMarks(document, ['We decided']);
    const editor = window.activeTextEditor;
    ok(editor);
    const at = document.positionAt(document.getText().indexOf(' as usual'));
    editor.selection = new Selection(at, at);
    const own = async () => {
      const { active } = editor.selection;
      const found = await actions(document, new Range(active, active), CodeActionKind.QuickFix);
      return found.filter(({ title }) => !/^(?:Ignore|Explain)/.test(title));
    };
    const before = (await own()).map(({ title }) => title);
    ok(before.length > 0, 'no fix');
    await commands.executeCommand('type', { text: ' again' });
    await eventually(() => document.getText().includes('late again as usual'), true);
    await eventually(() => said(document.uri).includes('blame-framing'), false);
    equal(
      (await own()).map(({ title }) => title),
      before,
    );
    await commands.executeCommand('undo');
    await eventually(() => document.getText().includes('late as usual'), true);
    equal(said(document.uri).includes('blame-framing'), true);
    const [fix] = await own();
    ok(fix?.edit, 'no fix with an edit');
    ok(await workspace.applyEdit(fix.edit));
    ok(!document.getText().includes(late) && document.getText().includes(BAD), document.getText());
    await commands.executeCommand('undo');
    await eventually(() => document.getText(), story(`${late} ${BAD}`));
    equal(
      (await own()).map(({ title }) => title),
      before,
    );
  });
});
