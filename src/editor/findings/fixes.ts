import { CodeAction, CodeActionKind, type Diagnostic, type Disposable, languages, type TextDocument } from 'vscode';
import type { Finding, Fix } from '../../core';
import { spanOf, toRange, toWorkspaceEdit } from '../documents/convert';
import type { Session } from '../documents/session';
import type { Services } from '../services';
import { ruleOf } from './diagnostics';
import { type Offered, refind } from './refind';

const KIND = CodeActionKind.QuickFix;

/** A quick fix whose edit is worked out when it is chosen. */
class FixAction extends CodeAction {
  constructor(
    readonly document: TextDocument,
    readonly offered: Offered,
  ) {
    super(offered.title, KIND);
  }
}

/** A finding, and the problem that shows it. */
interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** Offers to cure the findings, and behind all cures to ignore them. */
export function registerFixes({ stories, loadEngine }: Pick<Services, 'stories' | 'loadEngine'>): Disposable {
  return languages.registerCodeActionsProvider(
    'markdown',
    {
      async provideCodeActions(document, _range, { diagnostics, only }) {
        if (only && !only.contains(KIND)) return [];
        const engine = await loadEngine();
        const session = stories.session(document);
        if (!session) return [];
        const here = diagnostics.flatMap((diagnostic): Shown[] => {
          const finding = findingOf(session, diagnostic);
          return finding ? [{ finding, diagnostic }] : [];
        });
        const text = document.getText();
        return [
          ...here.flatMap((shown) => actionsOf(session, shown, shown.finding.fixes)),
          ...here.flatMap((shown) => actionsOf(session, shown, engine.ignoreFixes(text, shown.finding))),
        ];
      },
      // The editor does not know for which version of the text an edit was meant, so it is made for the latest.
      async resolveCodeAction(action) {
        if (!(action instanceof FixAction)) return action;
        const [engine, session] = await Promise.all([loadEngine(), stories.whenJudged(action.document)]);
        const fix = session && refind(engine, session, action.offered);
        if (fix) action.edit = toWorkspaceEdit(action.document, fix);
        return action;
      },
    },
    { providedCodeActionKinds: [KIND] },
  );
}

/** The finding that a problem shows. */
function findingOf({ document, report }: Session, diagnostic: Diagnostic): Finding | undefined {
  const rule = ruleOf(diagnostic);
  return report.findings.find(
    (finding) => finding.rule === rule && toRange(document, spanOf(finding)).isEqual(diagnostic.range),
  );
}

function actionsOf(session: Session, { finding, diagnostic }: Shown, fixes: readonly Fix[]): FixAction[] {
  const { document, version } = session;
  // The menu puts what is preferred before all else, so only what comes first is, and asks for nothing.
  const cure = finding.fixes.slice(0, 1).find(({ snippet }) => !snippet);
  return fixes.map((fix) => {
    const offered = { title: fix.title, rule: finding.rule, span: spanOf(finding), version };
    const action = new FixAction(document, offered);
    action.diagnostics = [diagnostic];
    action.isPreferred = fix === cure;
    return action;
  });
}
