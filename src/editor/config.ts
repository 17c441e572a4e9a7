import { Disposable, FileSystemError, type Uri, workspace } from 'vscode';
import type { LintSettings } from '../core/config/settings';
import type { LoadEngine } from './engine';
import type { FileEvents } from './fileEvents';
import type { Config, ConfigProblem } from './interim';
import type { Log } from './log';
import { foldersAbove, isWithin } from './paths';
import { affects, readExplicit } from './settings';
import { type Listen, Signal } from './signal';

export const CONFIG_NAME = 'starl.yaml';

/** A `starl.yaml` as it was last read. */
export interface ConfigFile {
  readonly uri: Uri;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** What holds for a document. */
export interface Resolved {
  readonly settings: LintSettings;
  /** The file that has a say, where there is one. */
  readonly file: ConfigFile | undefined;
}

/** The one place in the editor where the layers of settings come together. */
export interface Configs extends Disposable {
  resolve(document: Uri): Promise<Resolved>;
  /** The `starl.yaml` that has a say for a document, or for the workspace. */
  nearest(document?: Uri): Promise<ConfigFile | undefined>;
  /** What `resolve` has answered may be different now. */
  readonly onDidChange: Listen<void>;
}

export function createConfigs(loadEngine: LoadEngine, files: FileEvents, log: Log): Configs {
  const cache = new Map<string, { readonly uri: Uri; readonly file: Promise<ConfigFile | undefined> }>();
  const changed = new Signal<void>();

  const forget = (uris: readonly Uri[]) => {
    const stale = [...cache].filter(([, entry]) => uris.some((uri) => isWithin(entry.uri, uri)));
    for (const [key] of stale) cache.delete(key);
    if (stale.length > 0) changed.fire();
  };
  const read = async (uri: Uri): Promise<ConfigFile | undefined> => {
    try {
      const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
      return { uri, ...(await loadEngine()).parseConfig(text) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      log.error(`Could not read ${uri.path}`, error);
      const message = `This file could not be read: ${error instanceof Error ? error.message : error}`;
      return { uri, config: {}, problems: [{ message, line: 1, column: 1, start: 0, end: 0 }] };
    }
  };
  const readOnce = (uri: Uri) => {
    const key = uri.toString();
    const entry = cache.get(key) ?? { uri, file: read(uri) };
    cache.set(key, entry);
    return entry.file;
  };

  const watcher = workspace.createFileSystemWatcher(`**/${CONFIG_NAME}`);
  const disposables = Disposable.from(
    watcher,
    watcher.onDidChange((uri) => forget([uri])),
    files.onDidAppear(forget),
    files.onDidVanish(forget),
    // The watcher sees neither files outside the workspace nor, in time, those that are saved here.
    workspace.onDidSaveTextDocument(({ uri }) => forget([uri])),
    workspace.onDidChangeConfiguration((event) => affects(event) && changed.fire()),
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
  );
  const nearest = async (document?: Uri) => {
    for (const uri of configsAbove(document)) {
      const file = await readOnce(uri);
      if (file) return file;
    }
    return undefined;
  };
  return {
    onDidChange: changed.event,
    nearest,
    async resolve(document) {
      const [engine, file] = await Promise.all([loadEngine(), nearest(document)]);
      const user = readUserLayer(document, Object.keys(engine.DEFAULT_SETTINGS));
      return { settings: engine.resolveSettings(file ? { config: file.config, user } : { user }), file };
    },
    dispose: () => disposables.dispose(),
  };
}

/** Where a document's `starl.yaml` may be: nearest first, and never above its workspace folder. */
function configsAbove(document?: Uri): Uri[] {
  if (!document || document.scheme === 'untitled')
    return (workspace.workspaceFolders ?? []).slice(0, 1).map(({ uri }) => within(uri));
  const top = workspace.getWorkspaceFolder(document)?.uri.path;
  return foldersAbove(document.path, top).map((path) => within(document.with({ path })));
}

function within(folder: Uri): Uri {
  return folder.with({ path: `${folder.path.replace(/\/$/, '')}/${CONFIG_NAME}` });
}

/** What the user has set of what decides how a text is judged. */
function readUserLayer(document: Uri, keys: readonly string[]): Config {
  const entries = keys.map((key) => [key, readExplicit(key, document)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
}
