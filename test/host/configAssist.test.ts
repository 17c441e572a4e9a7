import { type CompletionList, commands, type Hover, type MarkdownString, Position, type TextDocument } from 'vscode';
import { equal, eventually } from './assert';
import { replace, useDesk } from './desk';

describe('writing a starl.yaml', () => {
  const desk = useDesk('config-assist');

  async function offered(document: TextDocument, line: number): Promise<string[]> {
    const list: CompletionList = await commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(line).range.end,
    );
    return list.items.flatMap(({ label }) => (typeof label === 'object' ? [label.label] : []));
  }
  const has = (labels: readonly string[], ...wanted: string[]) => wanted.map((one) => labels.includes(one));

  it('offers keys, profiles with those of one’s own, levels, rules and severities', async () => {
    await desk.write('packs/mine.yaml', 'id: mine\ntitle: Mine\ndescription: My own\nextends: netflix-tpm\n');
    const document = await desk.open('starl.yaml', 'profile: \nlevel: \nrules:\n  \n  vague-we: \n');
    await eventually(
      async () => has(await offered(document, 0), 'mine', 'netflix-pmm', 'vague-we'),
      [true, true, false],
    );
    equal(has(await offered(document, 3), 'too-long', 'vague-we'), [true, false]);
    equal(has(await offered(document, 4), 'off', 'warning', 'mine'), [true, true, false]);
    await replace(document, 'profile: ', 'profile: mine');
    await document.save();
    await eventually(async () => has(await offered(document, 1), 'L4', 'L8'), [true, true]);
  });

  it('says what a key and a rule are for', async () => {
    const { uri } = await desk.open('starl.yaml', 'level: L6\nrules:\n  vague-we: off\n');
    const said = async (line: number, character: number) => {
      const hovers: Hover[] = await commands.executeCommand(
        'vscode.executeHoverProvider',
        uri,
        new Position(line, character),
      );
      return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n');
    };
    await eventually(async () => (await said(0, 2)).includes('interviewed'), true);
    await eventually(async () => /credited[\s\S]*command:starl\.openRulePage/.test(await said(2, 4)), true);
    equal(await said(1, 20), '');
  });
});
