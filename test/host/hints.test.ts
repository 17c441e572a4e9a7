import { type CodeAction, CodeActionKind, commands, Range, type TextDocument, Uri, window, workspace } from 'vscode';
import { eventually, ok } from './assert';
import { actions, ours, replace } from './desk';

const root = workspace.workspaceFolders?.[0];
ok(root, 'the suite needs a folder');

/** Each file with a slip in it, the text that is marked, what the message asks, and the text when its fix is taken. */
const CASES: readonly (readonly [file: string, text: string, marked: string, says: string, meant: string])[] = [
  ['starl.yaml', 'profile: netflix-tmp\n', 'netflix-tmp', 'Did you mean "netflix-tpm"?', 'netflix-tpm'],
  ['starl.yaml', 'rounds:\n  - { titel: Panel }\n', 'titel', 'Did you mean "title"?', 'title'],
  [
    'starl.yaml',
    'rounds:\n  - { title: Panel, stories: [The login move that sliped] }\n',
    'The login move that sliped',
    'Did you mean "The login move that slipped"?',
    'The login move that slipped',
  ],
  [
    'starl.yaml',
    'interview: 2027-03-15\nrounds:\n  - { title: Panel, date: 2027-03-16 }\n',
    '2027-03-16',
    '1 day after the interview (2027-03-15)',
    'interview: 2027-03-16',
  ],
  [
    'prep.md',
    '- [ ] a <!-- starl: clean storys >= 1 -->\n',
    'clean storys',
    'Did you mean "clean stories"?',
    'clean stories',
  ],
  [
    'prep.md',
    '- [ ] a <!-- starl: mocks (behavorial) >= 1 -->\n',
    'behavorial',
    'Did you mean "behavioral"?',
    'behavioral',
  ],
  [
    'mocks.yaml',
    'mocks:\n  - { date: 2020-01-01, kind: sytem design }\n',
    'sytem design',
    'Did you mean',
    'system design',
  ],
  [
    'mocks.yaml',
    'mocks:\n  - { date: 2020-01-01, kind: a, scores: { clarity: 3 } }\n  - { date: 2020-01-02, kind: a, scores: { clarty: 3 } }\n',
    'clarty',
    'Did you mean "clarity"?',
    'clarity',
  ],
];

describe('what is most likely not meant in a file of the preparation', () => {
  const file = (name: string) => Uri.joinPath(root.uri, name);
  const before = new Map<string, Uint8Array>();
  const opened: TextDocument[] = [];

  afterEach('put the files back', async () => {
    for (const document of opened.splice(0)) {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    for (const [name, bytes] of before) await workspace.fs.writeFile(file(name), bytes);
    before.clear();
    await workspace.fs.delete(file('mocks.yaml')).then(undefined, () => undefined);
  });

  /** Shows a file with another text, which is not saved. */
  async function show(name: string, text: string): Promise<TextDocument> {
    if (name === 'mocks.yaml') await workspace.fs.writeFile(file(name), new Uint8Array());
    else before.set(name, await workspace.fs.readFile(file(name)));
    const { document } = await window.showTextDocument(file(name), { preview: false });
    opened.push(document);
    const all = document.getText();
    if (all === '') {
      const editor = await window.showTextDocument(document);
      ok(await editor.edit((edit) => edit.insert(document.positionAt(0), text)));
    } else await replace(document, all, text);
    return document;
  }

  for (const [name, text, marked, says, meant] of CASES) {
    it(`is marked in ${name}, and mended by its fix: ${marked}`, async () => {
      const document = await show(name, text);
      const found = () => ours(document.uri).map(({ range }) => document.getText(range));
      await eventually(found, [marked]);
      const [problem] = ours(document.uri);
      ok(problem?.message.includes(says), problem?.message);
      const start = document.getText().indexOf(marked);
      const at = new Range(document.positionAt(start), document.positionAt(start));
      // VS Code drops its question where any extension that starts up brings a provider meanwhile.
      let fixes: CodeAction[] = [];
      const offered = async () => {
        fixes = await actions(document, at, CodeActionKind.QuickFix);
        return fixes.length > 0;
      };
      await eventually(offered, true, 'no fix');
      const [fix] = fixes;
      ok(fix?.edit, 'an empty fix');
      ok(await workspace.applyEdit(fix.edit), 'it was refused');
      ok(document.getText().includes(meant), document.getText());
      await eventually(found, []);
    });
  }

  it('is told by its field where it is a day', async () => {
    const document = await show('starl.yaml', 'interview: soon\n');
    await eventually(
      () => ours(document.uri).map(({ message }) => message),
      ['"interview" is not a day. Write the day as year, month and day, like 2030-01-31.'],
    );
  });
});
