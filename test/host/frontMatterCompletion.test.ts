import { type CompletionList, commands, type Position, type TextDocument } from 'vscode';
import { equal, eventually } from './assert';
import { useDesk } from './desk';

describe('completion in front matter', () => {
  const desk = useDesk('completion');

  async function offered(document: TextDocument, position: Position): Promise<string[]> {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('offers the questions of the profile, and not those that are there', async () => {
    await desk.write('starl.yaml', 'profile: netflix-tpm\n');
    const document = await desk.open('stories/a.md', '---\nstarl: story\nquestions: [failure, ]\n---\n\n# A\n');
    const items = await offered(document, document.lineAt(2).range.end.translate(0, -1));
    equal(
      ['failure', 'missed-date', 'hard-dependency'].map((id) => items.includes(id)),
      [false, true, true],
    );
  });

  it('follows the profile', async () => {
    const document = await desk.open('stories/b.md', '---\nquestions: []\n---\n');
    await desk.write('starl.yaml', 'profile: general\n');
    await eventually(async () => {
      const items = await offered(document, document.lineAt(1).range.end.translate(0, -1));
      return ['missed-date', 'hard-dependency'].map((id) => items.includes(id));
    }, [true, false]);
  });

  it('offers nothing of ours in the text', async () => {
    const document = await desk.open('stories/c.md', '---\nstarl: story\n---\n\nquestions: []\n');
    const items = await offered(document, document.lineAt(4).range.end.translate(0, -1));
    equal(items.includes('missed-date'), false);
  });
});
