import type { ExtensionContext } from 'vscode';
import type { Clock } from './clock';
import type { Configs } from './config/config';
import type { Stories } from './documents/stories';
import type { FileEvents } from './files/fileEvents';
import type { WriteQueue } from './files/writeQueue';
import type { LoadEngine } from './lazy/engine';
import type { LibraryServices } from './library/libraryServices';
import type { Log } from './log';
import type { PracticeStore } from './practice/practiceStore';

/** What every feature is given, and all that features share. A feature is a function `registerX(services): Disposable`. */
export interface Services {
  readonly context: ExtensionContext;
  readonly log: Log;
  readonly clock: Clock;
  /** What is written to the user's files goes through it. */
  readonly writes: WriteQueue;
  /** Files and folders that come and go. */
  readonly files: FileEvents;
  /** Loads the judging core at its first call; nothing at activation may call it. */
  readonly loadEngine: LoadEngine;
  /** The settings by which a document is judged, from `starl.yaml` and the user's settings. */
  readonly configs: Configs;
  /** The story documents that are open, with their reports. */
  readonly stories: Stories;
  /** All stories of the workspace, and what changes them. */
  readonly library: LibraryServices;
  /** Plan, rounds and mocks of the workspace. */
  readonly practice: PracticeStore;
}
