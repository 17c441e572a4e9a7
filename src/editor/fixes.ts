import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Disposable,
  languages,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import type { Finding, Fix } from '../core';
import { spanOf, toRange, toWorkspaceEdit } from './convert';
import { ruleOf } from './diagnostics';
import type { Engine } from './engine';
import type { Services } from './services';
import type { Session } from './session';
import type { Span } from './spans';

const KIND = CodeActionKind.QuickFix;

/** A quick fix that is not worked out yet: what it cures, and as of which version of the document. */
class FixAction extends CodeAction {
  constructor(
    fix: Fix,
    readonly document: TextDocument,
    readonly version: number,
    readonly rule: string,
    readonly span: Span,
  ) {
    super(fix.title, KIND);
  }
}

/** Offers the fixes of each finding, and to ignore it. */
export function registerFixes({ stories, loadEngine }: Services): Disposable {
  return languages.registerCodeActionsProvider(
    'markdown',
    {
      async provideCodeActions(document, _range, { diagnostics, only }) {
        if (only && !only.contains(KIND)) return [];
        const engine = await loadEngine();
        const session = stories.session(document);
        if (!session) return [];
        return diagnostics.flatMap((diagnostic) => {
          const finding = findingOf(session, diagnostic);
          return finding ? actionsOf(engine, session, finding, diagnostic) : [];
        });
      },
      async resolveCodeAction(action) {
        if (!(action instanceof FixAction)) return action;
        const [engine, session] = await Promise.all([loadEngine(), stories.whenJudged(action.document)]);
        const edit = session && editOf(engine, session, action);
        if (edit) action.edit = edit;
        return action;
      },
    },
    { providedCodeActionKinds: [KIND] },
  );
}

/** The finding that a problem shows; between an edit and the next report the editor has moved it along by itself. */
function findingOf({ document, report }: Session, diagnostic: Diagnostic): Finding | undefined {
  const rule = ruleOf(diagnostic);
  return report.findings.find(
    (finding) => finding.rule === rule && toRange(document, spanOf(finding)).isEqual(diagnostic.range),
  );
}

function actionsOf(engine: Engine, session: Session, finding: Finding, diagnostic: Diagnostic): FixAction[] {
  const { document, version } = session;
  const fixes = [...finding.fixes, ...engine.ignoreFixes(document.getText(), finding)];
  const preferred = finding.fixes.find(({ snippet }) => !snippet);
  return fixes.map((fix) => {
    const action = new FixAction(fix, document, version, finding.rule, spanOf(finding));
    action.diagnostics = [diagnostic];
    action.isPreferred = fix === preferred;
    return action;
  });
}

/** What the fix has to change in the text as it is now; undefined where the finding or the fix is gone. */
function editOf(engine: Engine, session: Session, action: FixAction): WorkspaceEdit | undefined {
  const span = session.locate(action.span, action.version);
  const finding = session.report.findings.find(
    ({ rule, start, end }) => rule === action.rule && start.offset === span?.start && end.offset === span.end,
  );
  if (!finding) return undefined;
  const fixes = [...finding.fixes, ...engine.ignoreFixes(session.document.getText(), finding)];
  const fix = fixes.find(({ title }) => title === action.title);
  return fix && toWorkspaceEdit(session.document, fix);
}
