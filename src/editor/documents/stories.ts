import type { Disposable, TextDocument, TextDocumentChangeEvent, TextDocumentChangeReason, Uri } from 'vscode';
import type { TextChange } from '../../core';
import type { Resolved } from '../config/config';
import { lookOf } from '../config/configLook';
import type { LoadEngine } from '../lazy/engine';
import { type Listen, Signal } from '../signal';
import type { DocumentFollower } from './lifecycle';
import { Session } from './session';

/** A document has been judged. */
export interface Judged {
  readonly session: Session;
  /** `resettled`: anew, since settings have changed. */
  readonly cause: 'opened' | 'edited' | 'saved' | 'resettled';
  /** For `edited`: what was changed. */
  readonly changes: readonly TextChange[];
  /** For `edited`: given where it was undone or redone. */
  readonly reason?: TextDocumentChangeReason | undefined;
}

/** What a Stories object works with. */
export interface StoriesHost {
  readonly loadEngine: LoadEngine;
  resolve(document: Uri): Promise<Resolved>;
  readonly onDidChangeSettings: Listen<void>;
  /** A document could not be judged; the others go on. */
  failed(document: TextDocument, error: unknown): void;
}

interface Followed {
  readonly document: TextDocument;
  session?: Session | undefined;
  opening?: Promise<void> | undefined;
  /** How often it was opened; of several attempts the last one counts. */
  attempts: number;
  failed: boolean;
}

/** The documents before the user, each with its report, which is kept up to date with every edit. */
export class Stories implements DocumentFollower, Disposable {
  readonly #host: StoriesHost;
  readonly #followed = new Map<string, Followed>();
  readonly #judged = new Signal<Judged>();
  readonly #left = new Signal<TextDocument>();
  readonly #settings: Disposable;

  /** Fires synchronously with the edit; the session's report belongs to the document's current version. */
  readonly onDidJudge = this.#judged.event;
  /** Fires when a document is no longer before the user, or could not be judged: what was said of it no longer holds. */
  readonly onDidLeave = this.#left.event;

  constructor(host: StoriesHost) {
    this.#host = host;
    this.#settings = host.onDidChangeSettings(() => {
      for (const followed of this.#followed.values()) this.#open(followed, 'resettled');
    });
  }

  /** Follows no change of the settings any more. */
  dispose(): void {
    this.#settings.dispose();
  }

  /** The sessions that are open. */
  get sessions(): readonly Session[] {
    return [...this.#followed.values()].flatMap(({ session }) => session ?? []);
  }

  /** The session of a document, if its report is of the document's current version. */
  session(document: TextDocument): Session | undefined {
    const session = this.#find(document)?.session;
    return session?.version === document.version && !document.isClosed ? session : undefined;
  }

  /** As `session`, but waits for a document that is being read. */
  async whenJudged(document: TextDocument): Promise<Session | undefined> {
    await this.#find(document)?.opening;
    return this.session(document);
  }

  /** Whether the document is before the user, and of a kind that is read. */
  isFollowed(document: TextDocument): boolean {
    return this.#find(document) !== undefined;
  }

  /** Whether judging the document has failed. */
  hasFailed(document: TextDocument): boolean {
    return this.#find(document)?.failed ?? false;
  }

  enter(document: TextDocument): void {
    const followed: Followed = { document, attempts: 0, failed: false };
    this.#followed.set(document.uri.toString(), followed);
    this.#open(followed, 'opened');
  }

  change({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    const followed = this.#find(document);
    if (!followed) return;
    const { session } = followed;
    // A document that is being opened is read as it stands then.
    if (!session) {
      if (!followed.opening) this.#open(followed, 'opened');
      return;
    }
    let changes: readonly TextChange[];
    try {
      changes = session.edit(contentChanges);
    } catch (error) {
      this.#fail(followed, error);
      return;
    }
    this.#judged.fire({ session, cause: 'edited', changes, reason });
  }

  save(document: TextDocument): void {
    const session = this.session(document);
    if (session) this.#judged.fire({ session, cause: 'saved', changes: [] });
  }

  leave(document: TextDocument): void {
    const followed = this.#find(document);
    if (!followed) return;
    this.#followed.delete(document.uri.toString());
    followed.session?.close();
    this.#left.fire(document);
  }

  #find(document: TextDocument): Followed | undefined {
    const followed = this.#followed.get(document.uri.toString());
    return followed?.document === document ? followed : undefined;
  }

  #open(followed: Followed, cause: 'opened' | 'resettled'): void {
    followed.attempts++;
    followed.opening = this.#read(followed, cause);
  }

  async #read(followed: Followed, cause: 'opened' | 'resettled'): Promise<void> {
    const { document, attempts } = followed;
    let session: Session;
    const isOutdated = () => followed.attempts !== attempts || this.#find(document) !== followed;
    try {
      const [engine, resolved] = await Promise.all([this.#host.loadEngine(), this.#host.resolve(document.uri)]);
      if (isOutdated()) return;
      // Most settings decide nothing here; what is shown need not come anew for them.
      if (followed.session && isSame(followed.session.resolved, resolved)) {
        followed.opening = undefined;
        return;
      }
      session = new Session(engine, document, resolved);
      followed.session?.close();
      followed.session = session;
      followed.failed = false;
      followed.opening = undefined;
    } catch (error) {
      if (!isOutdated()) this.#fail(followed, error);
      return;
    }
    this.#judged.fire({ session, cause, changes: [] });
  }

  #fail(followed: Followed, error: unknown): void {
    followed.session?.close();
    followed.session = undefined;
    followed.opening = undefined;
    followed.failed = true;
    this.#host.failed(followed.document, error);
    this.#left.fire(followed.document);
  }
}

function isSame(before: Resolved, after: Resolved): boolean {
  const look = ({ file, ...rest }: Resolved): string => JSON.stringify([rest, lookOf(file)]);
  return look(before) === look(after);
}
