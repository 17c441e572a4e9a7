import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  commands,
  type Diagnostic,
  Disposable,
  languages,
  type Range,
  type TextDocument,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Finding, Fix } from '../../core';
import { spanOf, toRange, toWorkspaceEdit } from '../documents/convert';
import type { Session } from '../documents/session';
import { touches } from '../documents/spans';
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

/** A finding near the place for which fixes are wanted. */
interface Found {
  readonly finding: Finding;
  /** Whether it stands at that very place. */
  readonly isTouched: boolean;
  /** What shows it, if it is shown yet. */
  readonly problem: Diagnostic | undefined;
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
      async provideCodeActions(document, range, { only, triggerKind }) {
        if (only && !only.contains(KIND)) return [];
        const engine = await loadEngine();
        const session = stories.session(document);
        if (!session) return [];
        // Who asks is answered at once; unasked, nothing is said of what is not shown yet.
        const isAsked = triggerKind === CodeActionTriggerKind.Invoke;
        const here = foundAt(session, range).filter(({ problem }) => isAsked || problem);
        const isOne = new Set(here.map(({ finding }) => finding.rule)).size === 1;
        const text = document.getText();
        return [
          ...here.flatMap((found) => curesOf(session, found, isOne)),
          ...ignoresOf(
            here.map((found) => engine.ignoreFixes(text, found.finding).map((fix) => rowOf(session, found, fix))),
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

/**
 * What is found at a range, in the order of the text, and behind it what else is found in the sentence of a cursor: a
 * finding marks a few words of it. Whether it is shown yet is another matter.
 */
function foundAt(session: Session, range: Range): Found[] {
  const { document, findings } = session;
  const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const sentence = range.isEmpty ? session.sentenceAt(asked.start) : asked;
  const problems = languages.getDiagnostics(document.uri);
  const here: Found[] = [];
  for (const finding of findings) {
    const span = spanOf(finding);
    // What stands behind need not even be placed.
    if (span.start > sentence.end) break;
    const isTouched = touches(span, asked);
    const isInSentence = sentence.start <= span.start && span.end <= sentence.end;
    if (isTouched || isInSentence) here.push({ finding, isTouched, problem: problemOf(document, finding, problems) });
  }
  return [...here.filter(({ isTouched }) => isTouched), ...here.filter(({ isTouched }) => !isTouched)];
}

/** The problem that shows a finding. */
function problemOf(document: TextDocument, finding: Finding, problems: readonly Diagnostic[]): Diagnostic | undefined {
  const range = toRange(document, spanOf(finding));
  return problems.find((problem) => ruleOf(problem) === finding.rule && problem.range.isEqual(range));
}

/** A row for each cure; where findings of several rules are to be cured, each says of which. */
function curesOf(session: Session, found: Found, isOne: boolean): FixAction[] {
  const { rule, fixes } = found.finding;
  return fixes.map((fix, i) => {
    const row = rowOf(session, found, fix, isOne ? fix.title : `${fix.title} (${rule})`);
    // The menu puts what is preferred before all else, so only what comes first is, and asks for nothing.
    row.isPreferred = found.isTouched && i === 0 && !fix.snippet;
    return row;
  });
}

function rowOf({ document, version }: Session, { finding, problem }: Found, fix: Fix, title = fix.title): FixAction {
  const offered = { title: fix.title, rule: finding.rule, span: spanOf(finding), version };
  const action = new FixAction(title, document, offered);
  if (problem) action.diagnostics = [problem];
  action.isPreferred = false;
  return action;
}
