import { Disposable, EventEmitter, type Uri, window, workspace } from 'vscode';
import type { Listen } from '../signal';

/** Files and folders that come and go, inside the editor and outside it. */
export interface FileEvents extends Disposable {
  readonly onDidAppear: Listen<readonly Uri[]>;
  readonly onDidVanish: Listen<readonly Uri[]>;
  /**
   * The user is back at the window, and what no event tells of may be different: some file systems report nothing, and of a
   * file that comes and goes at once VS Code tells neither.
   */
  readonly onDidReturn: Listen<unknown>;
}

export function watchFiles(): FileEvents {
  const appeared = new EventEmitter<readonly Uri[]>();
  const vanished = new EventEmitter<readonly Uri[]>();
  const returned = new EventEmitter<void>();
  let wasFocused = window.state.focused;
  // Of a folder that is removed outside the editor only the folder itself is reported, so every path is watched.
  const watcher = workspace.createFileSystemWatcher('**', false, true, false);
  const disposables = Disposable.from(
    appeared,
    vanished,
    returned,
    watcher,
    window.onDidChangeWindowState(({ focused }) => {
      if (focused && !wasFocused) returned.fire();
      wasFocused = focused;
    }),
    watcher.onDidCreate((uri) => appeared.fire([uri])),
    watcher.onDidDelete((uri) => vanished.fire([uri])),
    workspace.onDidDeleteFiles(({ files }) => vanished.fire(files)),
    workspace.onDidRenameFiles(({ files }) => {
      vanished.fire(files.map(({ oldUri }) => oldUri));
      appeared.fire(files.map(({ newUri }) => newUri));
    }),
  );
  return {
    onDidAppear: appeared.event,
    onDidVanish: vanished.event,
    onDidReturn: returned.event,
    dispose: () => disposables.dispose(),
  };
}
