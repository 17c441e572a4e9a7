import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  type Disposable,
  Position,
  Range,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { Problem } from '../../core/yaml/problem';
import { isShown } from '../documents/documentSources';
import { SOURCE } from '../findings/diagnostics';

/** What the marks of one check are made with. */
export interface FileMarksSources {
  readonly check: (document: TextDocument) => Promise<readonly Problem[]>;
  readonly collection: DiagnosticCollection;
  readonly severity: DiagnosticSeverity;
  /** What is told where a file could not be checked. */
  readonly failed: (uri: Uri, error: unknown) => void;
}

/** What one check finds in the files that are open. What comes late, of an earlier text or of a file closed since, is dropped. */
export class FileMarks implements Disposable {
  readonly #sources: FileMarksSources;
  /** The last update of each file that is open. */
  readonly #turns = new Map<string, symbol>();

  constructor(sources: FileMarksSources) {
    this.#sources = sources;
  }

  /** Checks a file again, if it is open. */
  async update(document: TextDocument): Promise<void> {
    const { check, collection, severity, failed } = this.#sources;
    const { uri, version } = document;
    if (!isShown(document)) return this.clear(uri);
    const turn = Symbol(uri.path);
    this.#turns.set(uri.toString(), turn);
    try {
      const problems = await check(document);
      if (this.#turns.get(uri.toString()) !== turn) return;
      // The events of its tab and of itself may come later than this.
      if (document.isClosed || !isShown(document)) this.clear(uri);
      else if (document.version === version)
        collection.set(
          uri,
          problems.map((problem) => toDiagnostic(problem, severity)),
        );
    } catch (error) {
      failed(uri, error);
    }
  }

  /** Takes away what was found in a file. */
  clear(uri: Uri): void {
    this.#turns.delete(uri.toString());
    this.#sources.collection.delete(uri);
  }

  dispose(): void {
    this.#turns.clear();
    this.#sources.collection.dispose();
  }
}

/** A problem at its place. */
export function toDiagnostic(
  { message, line, column, start, end }: Problem,
  severity = DiagnosticSeverity.Error,
): Diagnostic {
  const from = new Position(line - 1, column - 1);
  const diagnostic = new Diagnostic(new Range(from, from.translate(0, end - start)), message, severity);
  diagnostic.source = SOURCE;
  return diagnostic;
}
