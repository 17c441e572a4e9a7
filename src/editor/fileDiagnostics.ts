import { DiagnosticSeverity, Disposable, languages, type TextDocument, window, workspace } from 'vscode';
import { toDiagnostic } from './configDiagnostics';
import { SOURCE } from './diagnostics';
import { isShown } from './documentSources';
import { checkFile, isChecked } from './fileChecks';
import type { Services } from './services';

/** How long after an edit of a file what is wrong with it is looked at anew, in milliseconds. */
const EDIT_DELAY = 500;

/** Shows what is wrong, and what is most likely not meant, in the files of a preparation, at its place, while they are open. */
export function registerFileDiagnostics({ clock, library, practice }: Services): Disposable {
  const collection = languages.createDiagnosticCollection(`${SOURCE} files`);
  const timers = new Map<string, Disposable>();
  const update = async (document: TextDocument): Promise<void> => {
    if (!isChecked(document)) return;
    if (!isShown(document)) {
      collection.delete(document.uri);
      return;
    }
    const { version } = document;
    const found = await checkFile(document, { library, practice });
    if (!found || document.isClosed || document.version !== version) return;
    const { problems, hints } = found;
    const hinted = hints.map((hint) => toDiagnostic(hint, DiagnosticSeverity.Information));
    collection.set(document.uri, [...problems.map((problem) => toDiagnostic(problem)), ...hinted]);
  };
  const updateAll = (): void => {
    for (const document of workspace.textDocuments) void update(document);
  };
  updateAll();
  return Disposable.from(
    collection,
    { dispose: () => [...timers.values()].map((timer) => timer.dispose()) },
    workspace.onDidOpenTextDocument(update),
    workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    window.tabGroups.onDidChangeTabs(updateAll),
    library.store.onDidChange(updateAll),
    practice.onDidChange(updateAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!isChecked(document)) return;
      const key = document.uri.toString();
      timers.get(key)?.dispose();
      timers.set(
        key,
        clock.after(EDIT_DELAY, () => {
          timers.delete(key);
          void update(document);
        }),
      );
    }),
  );
}
