import type { Disposable, TextDocument, TextDocumentChangeEvent, Uri } from 'vscode';
import { isWithin } from '../files/paths';
import type { Listen } from '../signal';

/** Where documents and files come and go, as the editor tells it; injected so that every order of events can be tested. */
export interface DocumentSources {
  documents(): readonly TextDocument[];
  /** Whether the document's language and scheme are ours. */
  isOurs(document: TextDocument): boolean;
  /** Whether a tab or an editor shows the document. */
  isShown(document: TextDocument): boolean;
  readonly onDidOpen: Listen<TextDocument>;
  readonly onDidClose: Listen<TextDocument>;
  readonly onDidChange: Listen<TextDocumentChangeEvent>;
  readonly onDidSave: Listen<TextDocument>;
  readonly onDidChangeTabs: Listen<unknown>;
  readonly onDidChangeEditors: Listen<unknown>;
  /** Whether the file is there. */
  exists(uri: Uri): PromiseLike<boolean>;
  /** Files or folders were deleted or renamed away; some may be back when this is told. */
  readonly onDidVanish: Listen<readonly Uri[]>;
  /** Files or folders came into being. */
  readonly onDidAppear: Listen<readonly Uri[]>;
}

/** Who follows the documents. Each `enter` is answered by one `leave`, and `change` and `save` come between them. */
export interface DocumentFollower {
  enter(document: TextDocument): void;
  change(event: TextDocumentChangeEvent): void;
  save(document: TextDocument): void;
  leave(document: TextDocument): void;
}

/**
 * Tells the follower which documents a person has before them. The editor's close event can lag by minutes and its
 * delete events name folders only, so a document counts while it is open, shown in a tab, and its file is not gone.
 */
export function followDocuments(sources: DocumentSources, follower: DocumentFollower): Disposable {
  const followed = new Map<string, TextDocument>();
  const vanished = new Set<string>();

  const leave = (document: TextDocument) => {
    const key = document.uri.toString();
    if (followed.get(key) !== document) return;
    followed.delete(key);
    follower.leave(document);
  };
  const settle = (document: TextDocument) => {
    const key = document.uri.toString();
    const counts = !document.isClosed && !vanished.has(key) && sources.isOurs(document) && sources.isShown(document);
    const before = followed.get(key);
    if (before && (!counts || before !== document)) leave(before);
    if (!counts || before === document) return;
    followed.set(key, document);
    follower.enter(document);
  };
  const returned = (document: TextDocument) => {
    vanished.delete(document.uri.toString());
    settle(document);
  };
  const leaveIfGone = async (document: TextDocument) => {
    if ((await sources.exists(document.uri)) || document.isClosed) return;
    vanished.add(document.uri.toString());
    leave(document);
  };
  const settleAll = () => new Set([...followed.values(), ...sources.documents()]).forEach(settle);

  const listeners = [
    sources.onDidOpen(returned),
    sources.onDidClose((document) => {
      vanished.delete(document.uri.toString());
      leave(document);
    }),
    sources.onDidChange((event) => {
      const known = followed.get(event.document.uri.toString()) === event.document;
      if (event.contentChanges.length === 0) return;
      // What has just come to be followed is read as it now stands.
      if (known) follower.change(event);
      else returned(event.document);
    }),
    sources.onDidSave((document) => {
      returned(document);
      if (followed.get(document.uri.toString()) === document) follower.save(document);
    }),
    sources.onDidChangeTabs(settleAll),
    sources.onDidChangeEditors(settleAll),
    sources.onDidVanish((uris) => {
      for (const document of followed.values()) {
        if (uris.some((uri) => isWithin(document.uri, uri))) void leaveIfGone(document);
      }
    }),
    sources.onDidAppear((uris) => {
      if (vanished.size === 0) return;
      for (const document of sources.documents()) {
        if (uris.some((uri) => isWithin(document.uri, uri))) returned(document);
      }
    }),
  ];
  settleAll();
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
      for (const document of [...followed.values()]) leave(document);
    },
  };
}
