import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { Edit, FindingsInTurn, OpenDocument, Report, TextChange } from '../../core';
import type { Span } from '../../core/text/span';
import type { Resolved } from '../config/config';
import type { Engine } from '../lazy/engine';
import { documentInfo } from './documentInfo';
import { moveSpan } from './spans';

/** How many past edits are kept to find again what was seen before them. */
const REMEMBERED_EDITS = 200;

/** One open document in the engine's hands: its report always belongs to the version that it names. */
export class Session {
  readonly document: TextDocument;
  /** By what it is judged. */
  readonly resolved: Resolved;
  readonly #engine: Engine;
  readonly #open: OpenDocument;
  readonly #edits: { readonly before: number; readonly changes: readonly TextChange[] }[] = [];
  #version: number;

  constructor(engine: Engine, document: TextDocument, resolved: Resolved) {
    this.document = document;
    this.resolved = resolved;
    this.#engine = engine;
    this.#version = document.version;
    this.#open = engine
      .createLinter({ settings: resolved.settings })
      .open(document.getText(), documentInfo(engine, document, resolved));
  }

  get report(): Report {
    return this.#open.report;
  }

  /** The findings of the report, of which only those that are reached are worked out. */
  get findings(): FindingsInTurn {
    return this.#open.findings;
  }

  get version(): number {
    return this.#version;
  }

  /** Takes over an edit of the document and judges again. */
  edit(contentChanges: readonly TextDocumentContentChangeEvent[]): readonly TextChange[] {
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    this.#edits.push({ before: this.#version, changes });
    if (this.#edits.length > REMEMBERED_EDITS) this.#edits.shift();
    this.#version = this.document.version;
    this.#open.edit(changes);
    return changes;
  }

  /** The edits that cure what can be cured without changing the meaning, in the document's current version. */
  fixAll(): Edit[] {
    return this.#open.fixAll();
  }

  /** Where a stretch of an earlier version stands now; undefined where it is gone or the version is not remembered. */
  locate(span: Span, version: number): Span | undefined {
    if (version === this.#version) return span;
    const from = this.#edits.findIndex(({ before }) => before === version);
    if (from < 0) return undefined;
    return moveSpan(
      span,
      this.#edits.slice(from).flatMap(({ changes }) => changes),
    );
  }

  /** The sentence in which the user writes whose cursor stands at an offset. */
  sentenceAt(offset: number): Span {
    return this.#engine.sentenceAt(this.document.getText(), offset);
  }

  close(): void {
    this.#open.close();
  }
}
