import { FileType, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import type { Clock } from './clock';

/** More files are not read: a workspace of notes or of documentation is no bank of stories. */
export const MOST_FILES = 5000;
/** After which a virtual file system is looked through folder by folder, in ms. */
const LONGEST_SEARCH = 3000;
/** How many folders are looked into where the file system cannot search. */
const MOST_FOLDERS = 2000;
/** Where stories are unless the user wants them elsewhere. */
export const STORIES = 'stories';
const PATTERN = '**/*.md';
const SKIPPED = /(?:^|\/)(?:node_modules|\.[^/]+)(?:\/|$)/;

/** Whether a file may hold stories, going by its name and by where in a folder it lies. */
export function isCandidate({ path }: Uri, folder: Uri): boolean {
  return path.endsWith('.md') && !SKIPPED.test(path.slice(folder.path.length));
}

/** The Markdown files below a folder, but for those of packages and of hidden folders. */
export async function findMarkdown(folder: WorkspaceFolder | Uri, clock: Clock): Promise<Uri[]> {
  const top = folder instanceof Uri ? folder : folder.uri;
  const found = await search(folder, top, clock);
  const files = found.length === 0 && top.scheme !== 'file' ? await walk(top) : found;
  return files.filter((uri) => isCandidate(uri, top));
}

/** Few file systems other than a machine's own can be searched; for one that can't be VS Code waits without end. */
function search(folder: WorkspaceFolder | Uri, { scheme }: Uri, clock: Clock): PromiseLike<readonly Uri[]> {
  const found = workspace.findFiles(new RelativePattern(folder, PATTERN), '**/node_modules/**', MOST_FILES);
  if (scheme === 'file' || scheme === 'vscode-remote') return found;
  return Promise.race([found, new Promise<[]>((resolve) => clock.after(LONGEST_SEARCH, () => resolve([])))]);
}

/** The Markdown files in a folder itself; none where there is no such folder. */
export async function listMarkdown(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  const files = entries.filter(([name, type]) => type & FileType.File && name.endsWith('.md'));
  return files.slice(0, MOST_FILES).map(([name]) => Uri.joinPath(folder, name));
}

async function walk(top: Uri): Promise<Uri[]> {
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
      else if (name.endsWith('.md')) files.push(uri);
    }
  }
  return files;
}
