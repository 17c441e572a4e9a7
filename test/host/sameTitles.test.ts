import { commands, workspace } from 'vscode';
import { systemClock } from '../../src/editor/clock';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { TITLES_CHECK } from '../../src/editor/problems/fileChecks';
import { Signal } from '../../src/editor/signal';
import { equal, ok } from './assert';
import { useDesk } from './desk';
import { librariesOn, told } from './libraryDesk';

const never = new Signal<never>().event;

describe('a title that another story has', () => {
  const desk = useDesk('titles');
  const start = librariesOn(desk);

  it('is told where either of the two stands, with the place of the other, once all are listed', async () => {
    await desk.write('stories/a.md', told('Ships'));
    await desk.write('stories/b.md', `${told('Boats')}\n${told('ships')}`);
    const library = start();
    await library.titles();
    const [of] = library.store.folders;
    ok(of);
    const tell = async (path: string, isListed: boolean) => {
      const document = await workspace.openTextDocument(desk.at(path));
      const found = await TITLES_CHECK.find(document, {
        configs: { nearest: async () => undefined, onDidChange: never },
        loadEngine: createEngineLoader(),
        clock: systemClock,
        library: {
          profileFor: async () => undefined,
          store: { isListed, listed: async () => undefined, libraryOf: () => of.library, onDidChange: never },
        },
        practice: { of: async () => undefined, onDidChange: never },
      });
      return found.map(({ start: from, end, message }) => `${document.getText().slice(from, end)}: ${message}`);
    };
    const first = workspace.asRelativePath(desk.at('stories/a.md'));
    const second = workspace.asRelativePath(desk.at('stories/b.md'));
    const line = told('Boats').split('\n').length + 1;
    equal(await tell('stories/a.md', true), [
      `## Ships: There is another "ships" in ${second}, line ${line}, and rounds and mocks that name it mean this one. Give one of them another title.`,
    ]);
    equal(await tell('stories/b.md', true), [
      `## ships: There is another "Ships" in ${first}, line 1, and rounds and mocks that name it mean that one. Give one of them another title.`,
    ]);
    equal(await tell('stories/b.md', false), []);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
});
