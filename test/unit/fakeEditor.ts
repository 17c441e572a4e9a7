// An editor's documents, tabs and files without the editor: every event can be sent, or withheld, at will.
import type { TextDocument, TextDocumentChangeEvent, TextDocumentChangeReason, Uri } from 'vscode';
import type { Clock } from '../../src/editor/clock';
import type { DocumentSources } from '../../src/editor/documents/lifecycle';
import { Signal } from '../../src/editor/signal';

/** Enough of a Uri to tell files apart. */
export function uri(text: string): Uri {
  const { protocol, host, pathname } = new URL(text);
  return { scheme: protocol.slice(0, -1), authority: host, path: pathname, toString: () => text } as Uri;
}

/** A document that can be typed into. */
export class FakeDocument {
  readonly languageId = 'markdown';
  readonly uri: Uri;
  version = 1;
  isClosed = false;
  #text: string;

  constructor(address: string, text: string) {
    this.uri = uri(address);
    this.#text = text;
  }

  getText(): string {
    return this.#text;
  }

  /** Puts `text` in place of `length` characters at `offset`. */
  replace(offset: number, length: number, text: string): TextDocumentChangeEvent {
    this.#text = this.#text.slice(0, offset) + text + this.#text.slice(offset + length);
    this.version++;
    const contentChanges = [{ rangeOffset: offset, rangeLength: length, text }];
    return { document: this.asDocument(), contentChanges, reason: undefined } as unknown as TextDocumentChangeEvent;
  }

  asDocument(): TextDocument {
    return this as unknown as TextDocument;
  }
}

export class FakeSources implements DocumentSources {
  readonly open = new Set<FakeDocument>();
  readonly tabs = new Set<FakeDocument>();
  readonly opened = new Signal<TextDocument>();
  readonly closed = new Signal<TextDocument>();
  readonly changed = new Signal<TextDocumentChangeEvent>();
  readonly saved = new Signal<TextDocument>();
  readonly tabsChanged = new Signal<unknown>();
  readonly editorsChanged = new Signal<unknown>();
  readonly vanished = new Signal<readonly Uri[]>();
  readonly appeared = new Signal<readonly Uri[]>();
  readonly onDidOpen = this.opened.event;
  readonly onDidClose = this.closed.event;
  readonly onDidChange = this.changed.event;
  readonly onDidSave = this.saved.event;
  readonly onDidChangeTabs = this.tabsChanged.event;
  readonly onDidChangeEditors = this.editorsChanged.event;
  readonly onDidVanish = this.vanished.event;
  readonly onDidAppear = this.appeared.event;

  /** Files that are there although they were said to be gone. */
  readonly there = new Set<string>();

  exists = async (file: Uri) => this.there.has(file.toString());
  documents = () => [...this.open].map((document) => document.asDocument());
  isOurs = ({ uri: { scheme }, languageId }: TextDocument) => languageId === 'markdown' && scheme !== 'git';
  isShown = (document: TextDocument) => [...this.tabs].some((shown) => shown.asDocument() === document);

  /** Opens a document in a tab. */
  show(address: string, text = ''): FakeDocument {
    const document = new FakeDocument(address, text);
    this.open.add(document);
    this.opened.fire(document.asDocument());
    this.tabs.add(document);
    this.tabsChanged.fire(undefined);
    return document;
  }

  type(document: FakeDocument, offset: number, text: string, length = 0): void {
    this.changed.fire(document.replace(offset, length, text));
  }

  /** As `type`, but by Undo. */
  undo(document: FakeDocument, offset: number, text: string, length = 0): void {
    const reason: TextDocumentChangeReason.Undo = 1;
    this.changed.fire({ ...document.replace(offset, length, text), reason });
  }

  /** Closes the tab; the close event of the document is another matter. */
  closeTab(document: FakeDocument): void {
    this.tabs.delete(document);
    this.tabsChanged.fire(undefined);
  }

  close(document: FakeDocument): void {
    document.isClosed = true;
    this.open.delete(document);
    this.closed.fire(document.asDocument());
  }
}

/** Time that passes when told to. */
export class FakeClock implements Clock {
  #now = 0;
  readonly #timers = new Set<{ readonly due: number; readonly callback: () => void }>();

  now = () => this.#now;

  after(milliseconds: number, callback: () => void) {
    const timer = { due: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return { dispose: () => this.#timers.delete(timer) };
  }

  get waiting(): number {
    return this.#timers.size;
  }

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = next.due;
      next.callback();
    }
    this.#now = end;
  }
}

/** Lets everything that is only waiting for its turn go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
