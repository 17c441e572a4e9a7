import { DiagnosticSeverity, type TextDocument, Uri, workspace } from 'vscode';
import { CONFIG_NAME } from '../../core/fileNames';
import type { Problem } from '../../core/yaml/problem';
import type { ConfigFile } from '../config/config';
import { packsFolder } from '../config/packFiles';
import { isWithin } from '../files/paths';
import type { Engine } from '../lazy/engine';
import type { FileCheck } from './fileChecks';

/** What is wrong in a `starl.yaml`, or in a pack of the user's own, wherever it is. */
export const CONFIG_CHECK: FileCheck = {
  name: 'settings',
  severity: DiagnosticSeverity.Error,
  applies: isConfig,
  changes: ({ configs }) => [configs.onDidChange],
  async find(document, { configs, loadEngine }) {
    if (!isConfig(document)) return [];
    const [engine, file] = await Promise.all([loadEngine(), configs.nearest(document.uri)]);
    return problemsOf(document, engine, file);
  },
};

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
