import { TabInputText, TabInputTextDiff, type TextDocument, window, workspace } from 'vscode';
import type { FileEvents } from '../files/fileEvents';
import { exists } from '../files/textFile';
import type { DocumentSources } from './lifecycle';

/** The editor's own events about documents and tabs. */
export function editorSources({ onDidAppear, onDidVanish }: FileEvents): DocumentSources {
  return {
    documents: () => workspace.textDocuments,
    isOurs,
    isShown,
    exists,
    onDidOpen: workspace.onDidOpenTextDocument,
    onDidClose: workspace.onDidCloseTextDocument,
    onDidChange: workspace.onDidChangeTextDocument,
    onDidSave: workspace.onDidSaveTextDocument,
    onDidChangeTabs: window.tabGroups.onDidChangeTabs,
    onDidChangeEditors: window.onDidChangeVisibleTextEditors,
    onDidAppear,
    onDidVanish,
  };
}

/**
 * Markdown that can be written: the left side of a diff (`git:` and its like), a notebook's cell or a chat's input is
 * a second sight of a text, or none of the user's files.
 */
export function isOurs({ languageId, uri }: TextDocument): boolean {
  return (
    languageId === 'markdown' && (uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true)
  );
}

/** Whether a tab or an editor shows the document; its close event may come much later than its tab's. */
export function isShown({ uri }: Pick<TextDocument, 'uri'>): boolean {
  const key = uri.toString();
  if (window.visibleTextEditors.some(({ document }) => document.uri.toString() === key)) return true;
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof TabInputText) return input.uri.toString() === key;
      return input instanceof TabInputTextDiff && input.modified.toString() === key;
    }),
  );
}
