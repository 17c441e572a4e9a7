import { CodeAction, CodeActionKind, type Diagnostic, type Disposable, languages, type TextDocument } from 'vscode';
import { CHECKLIST_NAME, CONFIG_NAME, MOCKS_NAME, PLAN_NAME } from '../../core/fileNames';
import type { Problem } from '../../core/yaml/problem';
import { PACKS_GLOB } from '../config/packFiles';
import { toRange, toWorkspaceEdit } from '../documents/convert';
import type { Services } from '../services';
import { CHECKS } from './fileDiagnostics';

const KIND = CodeActionKind.QuickFix;
const FILES = [`**/{${CONFIG_NAME},${MOCKS_NAME},${CHECKLIST_NAME},${PLAN_NAME}}`, PACKS_GLOB].map((pattern) => ({
  pattern,
}));

/** Offers to write what was most likely meant in the files of a preparation. */
export function registerFileFixes(services: Services): Disposable {
  const problemsIn = async (document: TextDocument): Promise<readonly Problem[]> =>
    (await Promise.all(CHECKS.map((check) => check.find(document, services)))).flat();
  return languages.registerCodeActionsProvider(
    FILES,
    {
      async provideCodeActions(document, range, { diagnostics, only }) {
        if (only && !only.contains(KIND)) return [];
        const { version } = document;
        const problems = await problemsIn(document);
        // What was found in an earlier text may stand elsewhere by now.
        if (document.version !== version) return [];
        return problems
          .filter((problem) => toRange(document, problem).intersection(range))
          .flatMap((problem) => actionsOf(document, problem, diagnostics));
      },
    },
    { providedCodeActionKinds: [KIND] },
  );
}

function actionsOf(document: TextDocument, problem: Problem, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const { fixes = [], message } = problem;
  return fixes.map(({ title, edits }) => {
    const action = new CodeAction(title, KIND);
    action.edit = toWorkspaceEdit(document, { edits, snippet: false });
    action.diagnostics = diagnostics.filter((one) => one.message === message);
    action.isPreferred = fixes.length === 1;
    return action;
  });
}
