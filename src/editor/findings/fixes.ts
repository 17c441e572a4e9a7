import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Disposable,
  languages,
  type Position,
  type TextDocument,
} from 'vscode';
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
    title: string,
    readonly document: TextDocument,
    readonly offered: Offered,
  ) {
    super(title, KIND);
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
      async provideCodeActions(document, range, { diagnostics, only }) {
        if (only && !only.contains(KIND)) return [];
        const engine = await loadEngine();
        const session = stories.session(document);
        if (!session) return [];
        const touched = shownBy(session, diagnostics);
        const here = range.isEmpty ? [...touched, ...besides(session, range.start)] : touched;
        const isOne = new Set(here.map(({ finding }) => finding.rule)).size === 1;
        const text = document.getText();
        return [
          ...here.flatMap((shown) => curesOf(session, shown, touched.includes(shown), isOne)),
          ...here.flatMap((shown) => engine.ignoreFixes(text, shown.finding).map((fix) => rowOf(session, shown, fix))),
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

function shownBy(session: Session, diagnostics: readonly Diagnostic[]): Shown[] {
  return diagnostics.flatMap((diagnostic) => {
    const finding = findingOf(session, diagnostic);
    return finding ? [{ finding, diagnostic }] : [];
  });
}

/** What else is shown in the sentence in which the cursor stands: a finding marks a few words of it. */
function besides(session: Session, cursor: Position): Shown[] {
  const { document } = session;
  const sentence = toRange(document, session.sentenceAt(document.offsetAt(cursor)));
  const others = languages
    .getDiagnostics(document.uri)
    .filter(({ range }) => sentence.contains(range) && !range.contains(cursor));
  return shownBy(session, others);
}

/** The finding that a problem shows. */
function findingOf({ document, report }: Session, diagnostic: Diagnostic): Finding | undefined {
  const rule = ruleOf(diagnostic);
  return report.findings.find(
    (finding) => finding.rule === rule && toRange(document, spanOf(finding)).isEqual(diagnostic.range),
  );
}

/** A row for each cure; where findings of several rules are to be cured, each says of which. */
function curesOf(session: Session, shown: Shown, isTouched: boolean, isOne: boolean): FixAction[] {
  const { rule, fixes } = shown.finding;
  return fixes.map((fix, i) => {
    const row = rowOf(session, shown, fix, isOne ? fix.title : `${fix.title} (${rule})`);
    // The menu puts what is preferred before all else, so only what comes first is, and asks for nothing.
    row.isPreferred = isTouched && i === 0 && !fix.snippet;
    return row;
  });
}

function rowOf({ document, version }: Session, { finding, diagnostic }: Shown, fix: Fix, title = fix.title): FixAction {
  const offered = { title: fix.title, rule: finding.rule, span: spanOf(finding), version };
  const action = new FixAction(title, document, offered);
  action.diagnostics = [diagnostic];
  action.isPreferred = false;
  return action;
}
