import { commands, Diagnostic, Disposable, languages, type TextDocument, type Uri, window } from 'vscode';
import type { Finding } from '../../core';
import { MOST_SHOWN } from '../../core/text/limits';
import { readSetting } from '../config/settings';
import { spanOf, toRange, toSeverity } from '../documents/convert';
import type { Session } from '../documents/session';
import type { Services } from '../services';
import { unlinked } from '../ui/shownText';
import { outcomeOf } from './describeState';
import { stateOf } from './documentState';
import { Presenter } from './presenter';
import { rulePage } from './rulePages';

const TELL = {
  information: window.showInformationMessage,
  warning: window.showWarningMessage,
  error: window.showErrorMessage,
} as const;

export const SOURCE = 'Starl';

/** Shows all findings of the document in front. */
export const CHECK_FILE = 'starl.checkFile';

/** The rule that a problem of ours is about. */
export function ruleOf({ source, code }: Diagnostic): string | undefined {
  return source === SOURCE && typeof code === 'object' ? String(code.value) : undefined;
}

/** Shows findings as problems of the document, and offers to check it now. */
export function registerDiagnostics({ context, clock, stories }: Services): Disposable {
  const collection = languages.createDiagnosticCollection(SOURCE);
  const presenter = new Presenter({
    clock,
    session: (document) => stories.session(document),
    runMode: (document) => readSetting('run', document.uri),
    cursors,
    publish(session, findings) {
      // An event that comes late must not put old results on a newer text.
      if (stories.session(session.document) !== session) return;
      collection.set(session.document.uri, toDiagnostics(session, findings.slice(0, MOST_SHOWN), context.extensionUri));
    },
    clear: ({ uri }) => collection.delete(uri),
  });
  return Disposable.from(
    collection,
    presenter,
    stories.onDidJudge((judged) => presenter.judged(judged)),
    stories.onDidLeave((document) => presenter.left(document)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => presenter.cursorMoved(textEditor.document)),
    window.onDidChangeActiveTextEditor(() => {
      for (const { document } of stories.sessions) presenter.cursorMoved(document);
    }),
    commands.registerCommand(CHECK_FILE, async () => {
      const document = window.activeTextEditor?.document;
      if (!document) {
        void window.showInformationMessage('No file is open in front, so there is nothing to check.');
        return;
      }
      const session = await stories.whenJudged(document);
      if (session) presenter.check(session);
      const told = outcomeOf(stateOf(stories, document));
      if (told?.isPassing) window.setStatusBarMessage(told.text, 3000);
      else if (told) void TELL[told.severity](unlinked(told.text));
    }),
  );
}

function toDiagnostics({ document, resolved }: Session, findings: readonly Finding[], extension: Uri): Diagnostic[] {
  return findings.map((finding) => {
    const diagnostic = new Diagnostic(
      toRange(document, spanOf(finding)),
      finding.message,
      toSeverity(finding.severity),
    );
    diagnostic.source = SOURCE;
    // A rule of the user's own has no page but its definition.
    const isOwn = resolved.settings.ownRules.some(({ id }) => id === finding.rule);
    const target = (isOwn && resolved.file?.uri) || rulePage(extension, finding.rule);
    diagnostic.code = { value: finding.rule, target };
    return diagnostic;
  });
}

function cursors(document: TextDocument): number[] {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return [];
  return editor.selections.map(({ active }) => document.offsetAt(active));
}
