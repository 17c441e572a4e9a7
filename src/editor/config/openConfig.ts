import { commands, type Disposable, Range, window } from 'vscode';
import type { Services } from '../services';

/** Opens the `starl.yaml` by which the document in front is judged, at its first problem. */
export const OPEN_CONFIG = 'starl.openConfig';

export function registerOpenConfig({ configs }: Services): Disposable {
  return commands.registerCommand(OPEN_CONFIG, async () => {
    const file = await configs.nearest(window.activeTextEditor?.document.uri);
    if (!file) {
      void window.showInformationMessage('No starl.yaml stands above this file: your settings and the defaults hold.');
      return;
    }
    const problem = file.problems[0];
    const line = (problem?.line ?? 1) - 1;
    const column = (problem?.column ?? 1) - 1;
    await window.showTextDocument(file.uri, { selection: new Range(line, column, line, column) });
  });
}
