import {
  CodeAction,
  CodeActionKind,
  commands,
  Disposable,
  languages,
  type TextDocument,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Edit } from '../../core';
import { toWorkspaceEdit } from '../documents/convert';
import { documentInfo } from '../documents/documentInfo';
import { isOurs } from '../documents/documentSources';
import type { Services } from '../services';
import { leftWords } from './describeState';
import { stateOf } from './documentState';

/** Longer than a count alone takes to be read. */
const TOLD_MS = 6000;

const KIND = CodeActionKind.SourceFixAll.append('starl');

/** Applies, on request and on save, what can be cured without changing the meaning. */
export function registerFixAll({ configs, loadEngine, stories }: Services): Disposable {
  /** For a document that is not before the user. */
  const judgeAnew = async (document: TextDocument): Promise<Edit[]> => {
    const [engine, resolved] = await Promise.all([loadEngine(), configs.resolve(document.uri)]);
    const linter = engine.createLinter({ settings: resolved.settings });
    return linter.fixAll(document.getText(), documentInfo(engine, document, resolved));
  };
  const fixAll = async (document: TextDocument): Promise<WorkspaceEdit | undefined> => {
    if (!isOurs(document)) return undefined;
    const session = await stories.whenJudged(document);
    const edits = session ? session.fixAll() : await judgeAnew(document);
    return edits.length > 0 ? toWorkspaceEdit(document, { edits, snippet: false }) : undefined;
  };
  const provider = languages.registerCodeActionsProvider(
    'markdown',
    {
      async provideCodeActions(document, _range, { only }) {
        if (!only?.contains(KIND)) return [];
        const edit = await fixAll(document);
        if (!edit) return [];
        const action = new CodeAction('Fix all of Starl’s findings that need no decision', KIND);
        action.edit = edit;
        return [action];
      },
    },
    { providedCodeActionKinds: [KIND] },
  );
  const command = commands.registerCommand('starl.fixAll', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const edit = await fixAll(document);
    if (edit && !(await workspace.applyEdit(edit))) {
      void window.showWarningMessage('The text was changed meanwhile, so nothing was fixed. Run “Fix All” again.');
      return;
    }
    await stories.whenJudged(document);
    window.setStatusBarMessage(leftWords(stateOf(stories, document), edit !== undefined), TOLD_MS);
  });
  return Disposable.from(provider, command);
}
