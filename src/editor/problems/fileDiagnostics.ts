import { Disposable, languages, type TextDocument, window, workspace } from 'vscode';
import { isShown } from '../documents/documentSources';
import type { Stories } from '../documents/stories';
import { SOURCE } from '../findings/diagnostics';
import type { Services } from '../services';
import { CONFIG_CHECK } from './configCheck';
import {
  type CheckSources,
  type FileCheck,
  HINTS_CHECK,
  PLAN_CHECK,
  PREPARATION_CHECK,
  TITLES_CHECK,
} from './fileChecks';
import { FileMarks, toDiagnostic } from './fileMarks';

/** How long after an edit of a file what is wrong with it is looked at anew, in milliseconds. */
const EDIT_DELAY = 500;

/** All that is checked in the files of a preparation. */
export const CHECKS: readonly FileCheck[] = [CONFIG_CHECK, PREPARATION_CHECK, PLAN_CHECK, HINTS_CHECK, TITLES_CHECK];

/** What the marks in the files of a preparation are made with. */
export interface FileDiagnosticsSources extends CheckSources, Pick<Services, 'clock' | 'log'> {
  readonly stories: Pick<Stories, 'sessions' | 'onDidJudge' | 'onDidLeave'>;
}

/**
 * Shows what is wrong, and what is most likely not meant, in the files of a preparation, at its place, while they are open; of a
 * `starl.yaml` and its packs also while a story is judged by them.
 */
export function registerFileDiagnostics(sources: FileDiagnosticsSources): Disposable {
  const { clock, log, stories } = sources;
  const judgedBy = languages.createDiagnosticCollection(`${SOURCE} configuration`);
  const timers = new Map<string, Disposable>();
  const checks = CHECKS.map((check) => {
    const marks = new FileMarks({
      check: (document) => check.find(document, sources),
      collection: languages.createDiagnosticCollection(`${SOURCE} ${check.name}`),
      severity: check.severity,
      failed: ({ path }, error) => log.error(`Could not check ${path}`, error),
    });
    return { ...check, marks };
  });

  const update = (document: TextDocument): void => {
    for (const { applies, marks } of checks) if (applies(document)) void marks.update(document);
  };
  /** The files by which stories are judged, unless they are open: then the marks are to fit the text in the editor. */
  const showJudgedBy = (): void => {
    judgedBy.clear();
    for (const { resolved } of stories.sessions) {
      for (const { uri, problems } of resolved.file ? [resolved.file, ...resolved.file.refused] : [])
        if (!isShown({ uri }))
          judgedBy.set(
            uri,
            problems.map((problem) => toDiagnostic(problem)),
          );
    }
  };
  const updateAll = (): void => {
    showJudgedBy();
    for (const document of workspace.textDocuments) update(document);
  };
  const updateLater = (document: TextDocument): void => {
    if (!checks.some(({ applies }) => applies(document))) return;
    const key = document.uri.toString();
    timers.get(key)?.dispose();
    const timer = clock.after(EDIT_DELAY, () => {
      timers.delete(key);
      update(document);
    });
    timers.set(key, timer);
  };

  updateAll();
  return Disposable.from(
    judgedBy,
    ...checks.map(({ marks }) => marks),
    ...checks.flatMap(({ changes, applies, marks }) => {
      const again = (): void => {
        for (const document of workspace.textDocuments) if (applies(document)) void marks.update(document);
      };
      return changes(sources).map((listen) => listen(again));
    }),
    { dispose: () => [...timers.values()].map((timer) => timer.dispose()) },
    stories.onDidJudge(({ cause }) => cause !== 'edited' && showJudgedBy()),
    stories.onDidLeave(showJudgedBy),
    workspace.onDidOpenTextDocument(update),
    workspace.onDidSaveTextDocument(update),
    workspace.onDidCloseTextDocument(({ uri }) => {
      for (const { marks } of checks) marks.clear(uri);
      showJudgedBy();
    }),
    window.tabGroups.onDidChangeTabs(updateAll),
    window.onDidChangeVisibleTextEditors(updateAll),
    workspace.onDidChangeTextDocument(({ document }) => updateLater(document)),
  );
}
