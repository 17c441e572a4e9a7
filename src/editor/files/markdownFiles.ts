import { FileType, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { isMarkdown, MARKDOWN_GLOB } from '../../core/text/markdownFile';
import type { Clock } from '../clock';
import type { Log } from '../log';

/** More files of a folder are not read, and the views say so: four times as many as the largest bank of stories has. */
export const MOST_FILES = 20_000;
/** After which a virtual file system is looked through folder by folder, in ms. */
const LONGEST_SEARCH = 3000;
/** How many folders are looked into where the file system cannot search. */
const MOST_FOLDERS = 20_000;
/** Where stories are unless the user wants them elsewhere. */
export const STORIES = 'stories';
const SKIPPED = /(?:^|\/)(?:node_modules|\.[^/]+)(?:\/|$)/;

/** Whether a file may hold stories, going by its name and by where in a folder it lies. */
export function isCandidate({ path }: Uri, folder: Uri): boolean {
  return isMarkdown(path) && !SKIPPED.test(path.slice(folder.path.length));
}

/** What was found below a folder. */
export interface FoundMarkdown {
  readonly files: readonly Uri[];
  /** Whether there may be more. */
  readonly isCutOff: boolean;
}

/** What files are found with. */
export interface FindTools {
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
}

/** The Markdown files below a folder, but for those of packages and of hidden folders. */
export async function findMarkdown(folder: WorkspaceFolder | Uri, tools: FindTools): Promise<FoundMarkdown> {
  const top = folder instanceof Uri ? folder : folder.uri;
  try {
    return await findBelow(folder, top, tools.clock);
  } catch (error) {
    tools.log.error(`Could not search ${top.path}`, error);
    return { files: [], isCutOff: false };
  }
}

async function findBelow(folder: WorkspaceFolder | Uri, top: Uri, clock: Clock): Promise<FoundMarkdown> {
  const found = await search(folder, top, clock);
  const { files, isCutOff } =
    found.length === 0 && top.scheme !== 'file'
      ? await walk(top)
      : { files: found, isCutOff: found.length >= MOST_FILES };
  return { files: files.filter((uri) => isCandidate(uri, top)), isCutOff };
}

/** Few file systems other than a machine's own can be searched; for one that can't be VS Code waits without end. */
function search(folder: WorkspaceFolder | Uri, { scheme }: Uri, clock: Clock): PromiseLike<readonly Uri[]> {
  const found = workspace.findFiles(new RelativePattern(folder, MARKDOWN_GLOB), '**/node_modules/**', MOST_FILES);
  if (scheme === 'file' || scheme === 'vscode-remote') return found;
  return Promise.race([found, new Promise<[]>((resolve) => clock.after(LONGEST_SEARCH, () => resolve([])))]);
}

/** The Markdown files in a folder itself; none where there is no such folder. */
export async function listMarkdown(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  const files = entries.filter(([name, type]) => type & FileType.File && isMarkdown(name));
  return files.slice(0, MOST_FILES).map(([name]) => Uri.joinPath(folder, name));
}

async function walk(top: Uri): Promise<FoundMarkdown> {
  const files: Uri[] = [];
  const folders = [top];
  for (let visited = 0; visited < MOST_FOLDERS && files.length < MOST_FILES; visited++) {
    const folder = folders.shift();
    if (!folder) break;
    const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
    for (const [name, type] of entries) {
      if (SKIPPED.test(name)) continue;
      const uri = Uri.joinPath(folder, name);
      if (type & FileType.Directory) folders.push(uri);
      else if (isMarkdown(name)) files.push(uri);
    }
  }
  return { files, isCutOff: folders.length > 0 };
}
