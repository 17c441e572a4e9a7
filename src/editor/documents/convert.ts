import {
  DiagnosticSeverity,
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEdit,
  WorkspaceEdit,
} from 'vscode';
import type { Finding, Fix, Severity } from '../../core';
import type { Span } from '../../core/text/span';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return SEVERITY[severity];
}

export function toRange(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

export function spanOf({ start, end }: Finding): Span {
  return { start: start.offset, end: end.offset };
}

/** The edit that applies a fix; a snippet's tab stops go to the document's editor. */
export function toWorkspaceEdit(document: TextDocument, { edits, snippet }: Omit<Fix, 'title'>): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  if (snippet) {
    const parts = edits.map((part) => new SnippetTextEdit(toRange(document, part), new SnippetString(part.text)));
    edit.set(document.uri, parts);
  } else {
    edit.set(
      document.uri,
      edits.map((part) => TextEdit.replace(toRange(document, part), part.text)),
    );
  }
  return edit;
}
