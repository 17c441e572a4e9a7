import { Uri, type WorkspaceFolder } from 'vscode';
import type { Reading } from '../../core/checklist/checklist';
import type { ItemEvidence } from '../../core/evidence/checklistEvidence';
import { CHECKLIST_NAME } from '../../core/fileNames';
import type { Change } from '../files/changeBytes';
import { FolderFiles, type StoreSources } from '../files/folderFiles';
import { type FileTools, readTextFile } from '../files/textFile';
import type { ChecklistCore } from '../lazy/lazyCore';
import type { Log } from '../log';

/** The checklist of a workspace folder, as its file stands; a file that can't be read as one is a problem. */
export type FolderChecklist = Reading & {
  readonly folder: WorkspaceFolder;
  readonly uri: Uri;
  /** Whether any item asks for something that is to be reached. */
  readonly asks?: boolean;
  /** How the items that do so stand, as far as that is known. */
  readonly evidence?: ReadonlyMap<string, ItemEvidence>;
};

/** The checklists of the workspace, one at the top of each folder. */
export class ChecklistStore extends FolderFiles<FolderChecklist> {
  readonly #loadCore: () => Promise<ChecklistCore>;

  constructor({ clock, writes, log, loadCore, folders, onDidChangeFolders }: StoreSources<ChecklistCore>) {
    super({
      clock,
      writes,
      folders,
      onDidChangeFolders,
      names: [CHECKLIST_NAME],
      // Without a file to read, the core is not loaded.
      decode: async (bytes) => (await loadCore()).decodeText(bytes),
      read: (folder, tools) => readFolder(folder, tools, loadCore, log),
      failed: (error) => log.error('Could not show what has changed in the checklist', error),
      look: ({ uri, checklist, problem }) => [uri.toString(), checklist, problem],
    });
    this.#loadCore = loadCore;
  }

  /** Changes a checklist's file when the changes before have ended; see `changeTextFile`. */
  change(uri: Uri, change: (core: ChecklistCore) => Change): Promise<void> {
    return this.changeFile(uri, async () => change(await this.#loadCore()));
  }
}

async function readFolder(
  folder: WorkspaceFolder,
  tools: FileTools,
  loadCore: () => Promise<ChecklistCore>,
  log: Log,
): Promise<FolderChecklist | undefined> {
  const uri = Uri.joinPath(folder.uri, CHECKLIST_NAME);
  try {
    const file = await readTextFile(uri, tools);
    if (!file) return undefined;
    if (file.badLine !== undefined) return { folder, uri, problem: { line: file.badLine, cause: 'not UTF-8 text' } };
    const { readChecklist, asksForEvidence } = await loadCore();
    const reading = readChecklist(file.text);
    return { folder, uri, asks: reading.checklist !== undefined && asksForEvidence(reading.checklist), ...reading };
  } catch (error) {
    log.error(`Could not read ${uri.path}`, error);
    return { folder, uri, problem: { line: 1, cause: error instanceof Error ? error.message : String(error) } };
  }
}
