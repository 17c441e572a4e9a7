import {
  CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  Disposable,
  languages,
  type Position,
  type TextDocument,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Finding, Fix } from '../../core';
import { spanOf, toRange, toWorkspaceEdit } from '../documents/convert';
import type { Session } from '../documents/session';
import type { Services } from '../services';
import { ruleOf } from './diagnostics';
import { type Offered, refind } from './refind';

const KIND = CodeActionKind.QuickFix;

/** Asks which of some findings to ignore in their part or file. */
const IGNORE_MORE = 'starl.ignoreMore';
const IGNORE_MORE_TITLE = 'Ignore in the part or file…';

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
  const editOf = async ({ document, offered }: FixAction): Promise<WorkspaceEdit | undefined> => {
    const [engine, session] = await Promise.all([loadEngine(), stories.whenJudged(document)]);
    const fix = session && refind(engine, session, offered);
    return fix && toWorkspaceEdit(document, fix);
  };
  const provider = languages.registerCodeActionsProvider(
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
          ...ignoresOf(
            here.map((shown) => engine.ignoreFixes(text, shown.finding).map((fix) => rowOf(session, shown, fix))),
          ),
        ];
      },
      // The editor does not know for which version of the text an edit was meant, so it is made for the latest.
      async resolveCodeAction(action) {
        if (!(action instanceof FixAction)) return action;
        const edit = await editOf(action);
        if (edit) action.edit = edit;
        return action;
      },
    },
    { providedCodeActionKinds: [KIND] },
  );
  const command = commands.registerCommand(IGNORE_MORE, async (rows: readonly FixAction[]) => {
    const items = rows.map((row) => ({ label: row.title, row }));
    const picked = await window.showQuickPick(items, { placeHolder: 'What is to be ignored, and how far?' });
    const edit = picked && (await editOf(picked.row));
    if (edit) await workspace.applyEdit(edit);
  });
  return Disposable.from(provider, command);
}

/** Of several findings the narrowest way to ignore each, and all that reach further behind one row that asks. */
function ignoresOf(rows: readonly (readonly FixAction[])[]): CodeAction[] {
  const further = new Map(rows.flatMap((own) => own.slice(1)).map((row) => [row.title, row]));
  if (rows.length < 2 || further.size === 0) return rows.flat();
  const asking = new CodeAction(IGNORE_MORE_TITLE, KIND);
  asking.command = { command: IGNORE_MORE, title: IGNORE_MORE_TITLE, arguments: [[...further.values()]] };
  return [...rows.flatMap((own) => own.slice(0, 1)), asking];
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
