import { CodeActionKind, workspace } from 'vscode';
import { equal, eventually, ok } from './assert';
import { actions, ours, said, useDesk } from './desk';

describe('confidential terms', () => {
  const desk = useDesk('confidential');

  it('are marked in headings, code and text, and swapped for what starl.yaml says', async () => {
    await desk.write('starl.yaml', 'confidential:\n  - { term: Acme Corp, say: the client }\n');
    const text = '# Acme Corp\r\n\r\n## Action\r\n\r\nI rang `acme corp` 🚢 for **Acme** Corp.\r\n';
    const document = await desk.open('stories/a.md', text);
    const marks = () => said(document.uri, document).filter((line) => line.startsWith('confidential: '));
    await eventually(
      marks,
      ['Acme Corp', 'acme corp', 'Acme** Corp'].map((term) => `confidential: ${term}`),
    );
    const [problem] = ours(document.uri).filter(({ message }) => message.includes('confidential'));
    ok(problem);
    const offered = await actions(document, problem.range, CodeActionKind.QuickFix);
    const swap = offered.find(({ title }) => title === 'Say “the client” instead (confidential)');
    ok(swap?.edit, 'no fix with an edit');
    ok(await workspace.applyEdit(swap.edit));
    equal(document.lineAt(0).text, '# The client');
    await eventually(() => marks().length, 2);
  });
});
