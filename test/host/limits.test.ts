import { commands } from 'vscode';
import { LONGEST_LINE, LONGEST_TEXT, MOST_SHOWN } from '../../src/core/text/limits';
import { equal, eventually } from './assert';
import { BAD, ours, said, story, useDesk } from './desk';

describe('what is too much to be judged', () => {
  const desk = useDesk('limits');
  const found = (path: string) => said(desk.at(path)).filter((rule) => rule === 'vague-we').length;

  it('is a finding beyond those that an editor can list', async () => {
    const { uri } = await desk.open('stories/a.md', story(`${BAD}\n\n`.repeat(MOST_SHOWN + 20)));
    await eventually(() => ours(uri).length, MOST_SHOWN);
  });

  it('is a line that is too long, and the others go on', async () => {
    await desk.open('stories/a.md', story(`${BAD}\n\n${`${BAD} `.repeat(LONGEST_LINE / BAD.length)}\n`));
    await eventually(() => found('stories/a.md'), 1);
  });

  it('is a text that is too long, and one that is no longer so is judged', async () => {
    await desk.open('stories/b.md', `${story(BAD)}${'A word. '.repeat(LONGEST_TEXT / 8)}`);
    const { uri } = await desk.open('stories/a.md', story(BAD));
    await eventually(() => found('stories/a.md'), 1);
    equal(ours(desk.at('stories/b.md')), []);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await desk.write('stories/b.md', story(BAD));
    await eventually(() => found('stories/b.md'), 1);
    await eventually(() => ours(uri).length, 0);
  });
});
