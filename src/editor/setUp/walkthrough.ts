import { commands, Disposable, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Services } from '../services';

const OPEN_EXAMPLE = 'starl.openExample';

const EXAMPLE = ['media', 'sample', 'stories', 'the-login-move-that-slipped.md'];

/** What only the walkthrough needs: a draft to cure, and to know when a story has been cured. */
export function registerWalkthrough({ context, stories }: Services): Disposable {
  const flagged = new WeakSet<TextDocument>();
  return Disposable.from(
    stories.onDidJudge(({ session: { document, report, findings } }) => {
      if (findings.length > 0) flagged.add(document);
      else if (report.stories.length > 0 && flagged.delete(document)) {
        void commands.executeCommand('setContext', 'starl.hasCuredStory', true);
      }
    }),
    commands.registerCommand(OPEN_EXAMPLE, async () => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, ...EXAMPLE));
      const content = new TextDecoder().decode(bytes);
      await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    }),
  );
}
