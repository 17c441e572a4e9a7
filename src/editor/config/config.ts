import { Disposable, FileSystemError, Uri, workspace } from 'vscode';
import type { Config } from '../../core/config/config';
import type { Layers } from '../../core/config/layers';
import type { LintSettings } from '../../core/config/settings';
import { CONFIG_NAME } from '../../core/fileNames';
import type { Pack } from '../../core/packs/packSchema';
import type { Problem } from '../../core/yaml/problem';
import type { Clock } from '../clock';
import type { FileEvents } from '../files/fileEvents';
import { folderOf, foldersAbove, isWithin } from '../files/paths';
import { readBytes } from '../files/readBytes';
import type { LoadEngine } from '../lazy/engine';
import type { Log } from '../log';
import { type Listen, Signal } from '../signal';
import { lookOf } from './configLook';
import { PACKS_GLOB, packsFolder, type RefusedPack, readPacks } from './packFiles';
import { affects, readExplicit } from './settings';

/** A `starl.yaml` as it was last read. */
export interface ConfigFile {
  readonly uri: Uri;
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Whether a confidential term may be among what could not be read. */
  readonly mayLoseTerms?: boolean;
  /** The packs beside it that are refused, with what is wrong with each. */
  readonly refused: readonly RefusedPack[];
}

/** What holds for a document. */
export interface Resolved {
  readonly settings: LintSettings;
  /** The path of the folder that the globs in `settings.files` start from; the top where undefined. */
  readonly root: string | undefined;
  /** The file that has a say, where there is one. */
  readonly file: ConfigFile | undefined;
  /** What is wrong in the user's settings, in words; it is left out. */
  readonly userProblems: readonly string[];
}

/** What holds for a folder as a whole, whatever a folder within it says of its own files. */
export interface ResolvedFolder extends Resolved {
  readonly pack: Pack | undefined;
}

/** Where what holds for a document comes from. */
export interface Sources {
  readonly layers: Pick<Layers, 'config' | 'user'>;
  readonly file: ConfigFile | undefined;
  readonly userProblems: readonly string[];
}

/** The one place in the editor where the layers of settings come together. */
export interface Configs extends Disposable {
  resolve(document: Uri): Promise<Resolved>;
  ofFolder(folder: Uri): Promise<ResolvedFolder>;
  /** The layers that `resolve` puts together. */
  sources(document: Uri): Promise<Sources>;
  /** The `starl.yaml` that has a say for a document, or for the workspace. */
  nearest(document?: Uri): Promise<ConfigFile | undefined>;
  /** What `resolve` has answered may be different now. */
  readonly onDidChange: Listen<void>;
}

export function createConfigs(loadEngine: LoadEngine, files: FileEvents, log: Log, clock: Clock): Configs {
  const cache = new Map<string, { readonly uri: Uri; readonly file: Promise<ConfigFile | undefined> }>();
  const changed = new Signal<void>((error) => log.error('Could not follow a change of the settings', error));

  const forget = (uris: readonly Uri[]) => {
    const stale = [...cache].filter(([, entry]) =>
      uris.some((uri) => isWithin(entry.uri, uri) || isWithin(uri, packsFolder(Uri.joinPath(entry.uri, '..')))),
    );
    for (const [key] of stale) cache.delete(key);
    if (stale.length > 0) changed.fire();
  };
  const read = async (uri: Uri): Promise<ConfigFile | undefined> => {
    const { decodeText, parseConfig } = await loadEngine();
    try {
      const { text, badLine } = decodeText(await readBytes(uri, clock));
      const { packs, refused } = await readPacks(Uri.joinPath(uri, '..'), await loadEngine());
      if (text !== undefined) return { uri, refused, ...parseConfig(text, packs) };
      return unreadable(uri, `Line ${badLine} is not UTF-8 text`, badLine);
    } catch (error) {
      if (isMissing(error)) return undefined;
      log.error(`Could not read ${uri.path}`, error);
      return unreadable(uri, `This file could not be read (${error instanceof Error ? error.message : error})`);
    }
  };
  const readOnce = (uri: Uri) => {
    const key = uri.toString();
    const entry = cache.get(key) ?? { uri, file: read(uri) };
    cache.set(key, entry);
    return entry.file;
  };

  const readAgain = async () => {
    const known = [...cache.values()];
    const before = await Promise.all(known.map(({ file }) => file));
    const now = await Promise.all(known.map(({ uri }) => read(uri)));
    forget(known.filter((_, i) => lookOf(before[i]) !== lookOf(now[i])).map(({ uri }) => uri));
  };

  const watchers = [`**/${CONFIG_NAME}`, PACKS_GLOB].map((glob) =>
    workspace.createFileSystemWatcher(glob, true, false, true),
  );
  const disposables = Disposable.from(
    ...watchers,
    ...watchers.map((watcher) => watcher.onDidChange((uri) => forget([uri]))),
    files.onDidAppear(forget),
    files.onDidVanish(forget),
    files.onDidReturn(() => readAgain().catch((error) => log.error('Could not read the settings again', error))),
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
  const sources = async (document: Uri): Promise<Sources> => {
    const [engine, file] = await Promise.all([loadEngine(), nearest(document)]);
    const own = file?.config.ownRules?.map(({ id }) => id);
    const user = engine.readUserLayer((key) => readExplicit(key, document), own);
    return { layers: { config: file?.config, user: user.layer }, file, userProblems: user.problems };
  };
  const resolve = async (document: Uri): Promise<ResolvedFolder> => {
    const [engine, { layers, file, userProblems }] = await Promise.all([loadEngine(), sources(document)]);
    const { settings, pack, decidedBy } = engine.resolveSettings(layers);
    const root = file ? folderOf(file.uri) : decidedBy('files') === 'user' ? workspaceFolder(document) : undefined;
    return { settings, pack, root, file, userProblems };
  };
  return {
    onDidChange: changed.event,
    nearest,
    sources,
    resolve,
    ofFolder: (folder) => resolve(within(folder)),
    dispose: () => disposables.dispose(),
  };
}

/** Where a document's `starl.yaml` may be: nearest first, and never above its workspace folder. */
function configsAbove(document?: Uri): Uri[] {
  if (!document || document.scheme === 'untitled')
    return (workspace.workspaceFolders ?? []).slice(0, 1).map(({ uri }) => within(uri));
  const top = workspaceFolder(document);
  return foldersAbove(document.path, top).map((path) => within(document.with({ path })));
}

function workspaceFolder(document: Uri): string | undefined {
  return workspace.getWorkspaceFolder(document)?.uri.path;
}

function within(folder: Uri): Uri {
  return folder.with({ path: `${folder.path.replace(/\/$/, '')}/${CONFIG_NAME}` });
}

function unreadable(uri: Uri, message: string, line = 1): ConfigFile {
  return {
    uri,
    config: {},
    mayLoseTerms: true,
    refused: [],
    problems: [{ message, line, column: 1, start: 0, end: 0 }],
  };
}

export function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
}
