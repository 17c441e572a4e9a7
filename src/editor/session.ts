import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { Edit, Linter, OpenDocument, Report, TextChange } from '../core';
import type { ConfigFile } from './config';
import { sentenceAt } from './interim';
import { moveSpan, type Span } from './spans';

/** How many past edits are kept to find again what was seen before them. */
const REMEMBERED_EDITS = 200;

/** One open document in the engine's hands: its report always belongs to the version that it names. */
export class Session {
  readonly document: TextDocument;
  /** The `starl.yaml` that had a say, where there is one. */
  readonly config: ConfigFile | undefined;
  readonly #linter: Linter;
  #open: OpenDocument;
  #version: number;
  #edits: { readonly before: number; readonly changes: readonly TextChange[] }[] = [];

  constructor(linter: Linter, document: TextDocument, config: ConfigFile | undefined) {
    this.document = document;
    this.config = config;
    this.#linter = linter;
    this.#version = document.version;
    this.#open = this.#read();
  }

  get report(): Report {
    return this.#open.report;
  }

  get version(): number {
    return this.#version;
  }

  /** Takes over an edit and judges again. Returns the changes, or undefined where the whole text had to be read anew. */
  edit(contentChanges: readonly TextDocumentContentChangeEvent[]): readonly TextChange[] | undefined {
    const before = this.#version;
    this.#version = this.document.version;
    // Versions may restart or jump; then the changes do not fit what the engine holds.
    if (this.#version !== before + 1) {
      this.#edits = [];
      this.#open.close();
      this.#open = this.#read();
      return undefined;
    }
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    this.#edits.push({ before, changes });
    if (this.#edits.length > REMEMBERED_EDITS) this.#edits.shift();
    this.#open.edit(changes);
    return changes;
  }

  /** Where a stretch of an earlier version stands now; undefined where it is gone or the version is not remembered. */
  locate(span: Span, version: number): Span | undefined {
    if (version === this.#version) return span;
    const from = this.#edits.findIndex(({ before }) => before === version);
    if (from < 0) return undefined;
    const changes = this.#edits.slice(from).flatMap((edit) => edit.changes);
    return moveSpan(span, changes);
  }

  /** The sentence (or other smallest stretch that is judged alone) around an offset. */
  sentenceAt(offset: number): Span {
    return sentenceAt(this.document.getText(), offset);
  }

  /** The edits that cure what can be cured without changing the meaning. */
  fixAll(): readonly Edit[] {
    return this.#linter.fixAll(this.document.getText(), this.#info());
  }

  close(): void {
    this.#open.close();
  }

  #read(): OpenDocument {
    return this.#linter.open(this.document.getText(), this.#info());
  }

  #info() {
    return { path: this.document.uri.path };
  }
}
