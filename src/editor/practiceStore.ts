import { Uri, type WorkspaceFolder } from 'vscode';
import type { PracticeRow } from '../core/practice/practiceRows';
import type { FileProblem, Practice, PracticeFile } from '../core/practice/readPractice';
import { CONFIG_NAME } from './config';
import { FolderFiles, type StoreSources } from './folderFiles';
import type { PracticeCore } from './lazyCore';
import type { Log } from './log';
import { type FileTools, readTextFile } from './textFile';

/** What a workspace folder holds on practising, as its files stand today. */
export interface FolderPractice {
  readonly folder: WorkspaceFolder;
  readonly practice: Practice;
  readonly rows: readonly PracticeRow[];
}

const FILES: readonly PracticeFile[] = [CONFIG_NAME, 'plan.md', 'mocks.yaml'];

/** Plan, rounds and mocks of the workspace folders. */
export class PracticeStore extends FolderFiles<FolderPractice> {
  constructor({ clock, log, loadCore, folders, onDidChangeFolders }: StoreSources<PracticeCore>) {
    super({
      clock,
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
