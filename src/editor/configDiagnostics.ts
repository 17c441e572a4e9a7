import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Problem } from '../core/config/problem';
import { CONFIG_NAME, type ConfigFile } from './config';
import { SOURCE } from './diagnostics';
import { isShown } from './documentSources';
import type { Engine } from './engine';
import { packsFolder } from './packFiles';
import { isWithin } from './paths';
import type { Services } from './services';

/** How long after an edit of the file what is wrong with it is looked at anew, in milliseconds. */
const EDIT_DELAY = 500;

/** Shows what is wrong in a `starl.yaml`, at its place, while the file is open or a story is judged by it. */
export function registerConfigDiagnostics({ clock, configs, loadEngine, stories }: Services): Disposable {
  const collection = languages.createDiagnosticCollection(`${SOURCE} configuration`);
  let latest = 0;
  let timer: Disposable | undefined;

  const update = async () => {
    timer?.dispose();
    const own = ++latest;
    const open = workspace.textDocuments.filter((document) => isConfig(document) && isShown(document));
    const found = new Map<string, [Uri, Diagnostic[]]>();
    for (const {
      resolved: { file },
    } of stories.sessions) {
      for (const { uri, problems } of file ? [file, ...file.refused] : [])
        found.set(uri.toString(), [uri, problems.map((problem) => toDiagnostic(problem))]);
    }
    // An open file is looked at as it stands in the editor, so that the marks fit its text.
    for (const document of open) {
      const problems = await configProblems(document, { configs, loadEngine });
      // Whatever has happened meanwhile has started a later update.
      if (own !== latest) return;
      found.set(document.uri.toString(), [document.uri, problems.map((problem) => toDiagnostic(problem))]);
    }
    for (const [uri] of collection) if (!found.has(uri.toString())) collection.delete(uri);
    for (const [uri, diagnostics] of found.values()) collection.set(uri, diagnostics);
  };
  const updateFor = (document: TextDocument) => isConfig(document) && update();
  void update();
  return Disposable.from(
    collection,
    { dispose: () => timer?.dispose() },
    stories.onDidJudge(({ cause }) => cause !== 'edited' && update()),
    stories.onDidLeave(update),
    workspace.onDidOpenTextDocument(updateFor),
    workspace.onDidCloseTextDocument(updateFor),
    workspace.onDidSaveTextDocument(updateFor),
    window.tabGroups.onDidChangeTabs(update),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!isConfig(document)) return;
      timer?.dispose();
      timer = clock.after(EDIT_DELAY, update);
    }),
  );
}

/** Whether a document holds settings, or may hold a pack of the user's own. */
function isConfig({ uri }: TextDocument): boolean {
  const isOurs = uri.path.endsWith(`/${CONFIG_NAME}`) || /\/packs\/[^/]+\.ya?ml$/i.test(uri.path);
  return isOurs && workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** What is wrong with the text of an open document, given the settings that go with it as they are on disk. */
function problemsOf(
  document: TextDocument,
  { parseConfig, parsePack }: Engine,
  file: ConfigFile | undefined,
): readonly Problem[] {
  if (document.uri.path.endsWith(`/${CONFIG_NAME}`))
    return parseConfig(document.getText(), file?.config.packs).problems;
  // Beside a `starl.yaml`, else a folder of that name is none of ours.
  const isPack = file !== undefined && isWithin(document.uri, packsFolder(Uri.joinPath(file.uri, '..')));
  if (!isPack) return [];
  const key = document.uri.toString();
  const asSaved = file.refused.find(({ uri }) => uri.toString() === key)?.problems ?? [];
  // A circle, or an id that another file has, is told once the file is saved.
  return document.isDirty ? parsePack(document.getText(), { own: file.config.packs ?? [] }).problems : asSaved;
}

/** What is wrong with the text of a document that holds settings or a pack; nothing where it does not. */
export async function configProblems(
  document: TextDocument,
  { configs, loadEngine }: Pick<Services, 'configs' | 'loadEngine'>,
): Promise<readonly Problem[]> {
  if (!isConfig(document)) return [];
  const [engine, file] = await Promise.all([loadEngine(), configs.nearest(document.uri)]);
  return problemsOf(document, engine, file);
}

/** A problem at its place. */
export function toDiagnostic(
  { message, line, column, start, end }: Problem,
  severity = DiagnosticSeverity.Error,
): Diagnostic {
  const from = new Position(line - 1, column - 1);
  const diagnostic = new Diagnostic(new Range(from, from.translate(0, end - start)), message, severity);
  diagnostic.source = SOURCE;
  return diagnostic;
}
