import type { Disposable, TextDocument } from 'vscode';
import type { Finding } from '../../core';
import { MOST_SHOWN } from '../../core/text/limits';
import type { Clock } from '../clock';
import type { SettingValue } from '../config/settings';
import type { Session } from '../documents/session';
import type { Judged } from '../documents/stories';
import {
  firstOf,
  moveShown,
  outside,
  SHOW_DELAY,
  type Shown,
  sentencesBeingTyped,
  stillShown,
  TYPING_MOMENT,
  type Typed,
  toShown,
  typedBy,
} from './quiet';

/** So many findings are followed through what is typed: all that are shown, and some for those that the sentence being typed hides. */
const MOST_ALLOWED = MOST_SHOWN + 100;

/** What a Presenter works with. */
export interface PresenterHost {
  readonly clock: Clock;
  /** The document's session, if its report is of the document's current version. */
  session(document: TextDocument): Session | undefined;
  runMode(document: TextDocument): SettingValue<'run'>;
  /** The offsets at which the user can type in the document at this moment. */
  cursors(document: TextDocument): readonly number[];
  publish(session: Session, findings: readonly Finding[]): void;
  clear(document: TextDocument): void;
}

interface Presented {
  /** What may be shown: what was there when findings were last let in, and is there still. */
  allowed: readonly Shown[];
  /** How many of them are shown; the others stand in the sentence being typed. */
  visible: number;
  typed?: Typed;
  timer?: Disposable;
}

/** Decides when the user sees which findings: late to show, at once to clear, and silent about what is being typed. */
export class Presenter implements Disposable {
  readonly #host: PresenterHost;
  readonly #documents = new Map<TextDocument, Presented>();

  constructor(host: PresenterHost) {
    this.#host = host;
  }

  judged({ session, cause, changes, reason }: Judged): void {
    const presented = this.#of(session.document);
    if (cause === 'edited') {
      presented.allowed = moveShown(presented.allowed, changes);
      // Who undoes or redoes is not typing.
      if (reason !== undefined) {
        delete presented.typed;
        this.#refresh(session, presented, this.#host.runMode(session.document) === 'onType');
        return;
      }
      presented.typed = typedBy(changes, this.#host.clock.now());
      const visible = this.#visible(session, presented);
      if (visible.length !== presented.visible) this.#publish(session, presented, visible);
      this.#schedule(session.document, presented, SHOW_DELAY);
      return;
    }
    const letsIn = this.#host.runMode(session.document) !== 'onDemand';
    this.#refresh(session, presented, letsIn);
  }

  /** Shows everything, as the user has asked to see it. */
  check(session: Session): void {
    const presented = this.#of(session.document);
    delete presented.typed;
    this.#refresh(session, presented, true);
  }

  /** The cursor may have left the sentence that was being typed. */
  cursorMoved(document: TextDocument): void {
    const presented = this.#documents.get(document);
    if (presented?.timer) this.#schedule(document, presented, SHOW_DELAY);
  }

  left(document: TextDocument): void {
    this.#documents.get(document)?.timer?.dispose();
    this.#documents.delete(document);
    this.#host.clear(document);
  }

  dispose(): void {
    for (const { timer } of this.#documents.values()) timer?.dispose();
    this.#documents.clear();
  }

  #of(document: TextDocument): Presented {
    const presented = this.#documents.get(document) ?? { allowed: [], visible: 0 };
    this.#documents.set(document, presented);
    return presented;
  }

  /** One timer a document, which starts anew with every edit: `delay` counts from the last one. */
  #schedule(document: TextDocument, presented: Presented, delay: number): void {
    const { clock } = this.#host;
    presented.timer?.dispose();
    const due = (presented.typed?.at ?? clock.now()) + delay;
    presented.timer = clock.after(Math.max(0, due - clock.now()), () => {
      delete presented.timer;
      const session = this.#host.session(document);
      if (session) this.#refresh(session, presented, this.#host.runMode(document) === 'onType');
    });
  }

  #refresh(session: Session, presented: Presented, letsIn: boolean): void {
    if (letsIn) presented.allowed = firstOf(session.findings, MOST_ALLOWED).map(toShown);
    const visible = this.#visible(session, presented);
    this.#publish(session, presented, visible);
    if (visible.length < presented.allowed.length) this.#schedule(session.document, presented, TYPING_MOMENT);
  }

  /** What is to be seen now. Forgets what has been cured. */
  #visible(session: Session, presented: Presented): readonly Finding[] {
    const { clock, cursors } = this.#host;
    const here = cursors(session.document);
    const typed = sentencesBeingTyped(presented.typed, here, clock.now(), (offset) => session.sentenceAt(offset));
    const findings = stillShown(session.findings, presented.allowed);
    presented.allowed = findings.map(toShown);
    return outside(findings, typed);
  }

  #publish(session: Session, presented: Presented, visible: readonly Finding[]): void {
    presented.visible = visible.length;
    this.#host.publish(session, visible);
  }
}
