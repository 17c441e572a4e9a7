import { Disposable, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Problem } from '../core/config/problem';
import { CHECKLIST_NAME } from './checklistStore';
import { toDiagnostic } from './configDiagnostics';
import { SOURCE } from './diagnostics';
import { isShown } from './documentSources';
import { loadPracticeCore, type PracticeCore } from './lazyCore';
import type { Services } from './services';

/** How long after an edit of a file what is wrong with it is looked at anew, in milliseconds. */
const EDIT_DELAY = 500;

/** What is wrong in the files of a preparation, by their names. */
const CHECKS: Readonly<Record<string, (core: PracticeCore, text: string) => readonly Problem[]>> = {
  [CHECKLIST_NAME]: ({ readChecklist, evidenceProblems }, text) => {
    const { checklist } = readChecklist(text);
    return checklist ? evidenceProblems(text, checklist) : [];
  },
  'plan.md': ({ readPlan }, text) => readPlan(text).plan?.problems ?? [],
  'mocks.yaml': ({ readMocks }, text) => readMocks(text).problems,
};

/** Shows what is wrong in checklist, plan and mock log, at its place, while such a file is open. */
export function registerFileDiagnostics({ clock }: Services): Disposable {
  const collection = languages.createDiagnosticCollection(`${SOURCE} files`);
  const timers = new Map<string, Disposable>();
  const update = async (document: TextDocument): Promise<void> => {
    const check = checkFor(document);
    if (!check) return;
    if (!isShown(document)) {
      collection.delete(document.uri);
      return;
    }
    const { version } = document;
    const core = await loadPracticeCore();
    if (document.isClosed || document.version !== version) return;
    collection.set(document.uri, check(core, document.getText()).map(toDiagnostic));
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
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!checkFor(document)) return;
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

/** The files stand at the top of a workspace folder; elsewhere, such names are anybody's. */
function checkFor({ uri }: TextDocument) {
  const folder = workspace.getWorkspaceFolder(uri);
  const name = uri.path.split('/').at(-1) ?? '';
  const isTop = folder && Uri.joinPath(folder.uri, name).toString() === uri.toString();
  return isTop ? CHECKS[name] : undefined;
}
