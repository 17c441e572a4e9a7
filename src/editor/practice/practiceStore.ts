import { Uri, type WorkspaceFolder } from 'vscode';
import { CONFIG_NAME, MOCKS_NAME, PLAN_NAME } from '../../core/fileNames';
import type { PracticeRow } from '../../core/practice/practiceRows';
import type { FileProblem, Practice, PracticeFile } from '../../core/practice/readPractice';
import { FolderFiles, type StoreSources } from '../files/folderFiles';
import { type FileTools, readTextFile } from '../files/textFile';
import type { PracticeCore } from '../lazy/lazyCore';
import type { Log } from '../log';

/** What a workspace folder holds on practising, as its files stand today. */
export interface FolderPractice {
  readonly folder: WorkspaceFolder;
  readonly practice: Practice;
  readonly rows: readonly PracticeRow[];
}

const FILES: readonly PracticeFile[] = [CONFIG_NAME, PLAN_NAME, MOCKS_NAME];

/** Plan, rounds and mocks of the workspace folders. */
export class PracticeStore extends FolderFiles<FolderPractice> {
  constructor({ clock, writes, log, loadCore, folders, onDidChangeFolders }: StoreSources<PracticeCore>) {
    super({
      clock,
      writes,
      folders,
      onDidChangeFolders,
      names: FILES,
      decode: async (bytes) => (await loadCore()).decodeText(bytes),
      read: async (folder, tools) => {
        const texts = await Promise.all(FILES.map((file) => readFile(folder, file, tools, log)));
        if (texts.every((text) => text === undefined)) return undefined;
        const { readPractice, practiceRows, dateOf } = await loadCore();
        const practice = readPractice(Object.fromEntries(FILES.map((file, index) => [file, texts[index]])));
        return { folder, practice, rows: practiceRows(practice, dateOf(clock.now())) };
      },
      failed: (error) => log.error('Could not show what has changed in plan, rounds and mocks', error),
      look: ({ folder, practice, rows }) => [folder.uri.toString(), practice, rows],
    });
  }

  /** What a folder holds; undefined where there is nothing. */
  async of({ uri }: WorkspaceFolder): Promise<Practice | undefined> {
    const key = uri.toString();
    return (await this.all()).find(({ folder }) => folder.uri.toString() === key)?.practice;
  }
}

async function readFile(
  folder: WorkspaceFolder,
  file: PracticeFile,
  tools: FileTools,
  log: Log,
): Promise<string | FileProblem | undefined> {
  const uri = Uri.joinPath(folder.uri, file);
  try {
    const { text, badLine } = (await readTextFile(uri, tools)) ?? {};
    return badLine === undefined ? text : { file, line: badLine, column: 1, message: 'Not UTF-8 text', isWhole: true };
  } catch (error) {
    log.error(`Could not read ${uri.path}`, error);
    return { file, line: 1, column: 1, message: error instanceof Error ? error.message : String(error), isWhole: true };
  }
}
