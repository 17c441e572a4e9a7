import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isMarkdown } from '../core/text/markdownFile';
import { cannotRead, decode, Unreadable } from './failure';
import { slashes } from './slashes';

/** The name of standard input among paths. */
export const STANDARD_INPUT = '-';

/**
 * The files named, and the Markdown files in the folders named, as they are shown: in the order of the names, folders
 * in the order of their entries' code units, each file once. Links are followed; hidden entries and `node_modules` are
 * passed over. Throws where something that was named is not there; what cannot be looked into below it is `refused`.
 */
export function findFiles(paths: readonly string[], refused: (why: Unreadable) => void): string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const isNew = (real: string): boolean => !seen.has(real) && Boolean(seen.add(real));
  const add = (path: string, real: string): void => {
    if (isNew(real)) files.push(slashes(path));
  };
  const walk = (folder: string, real: string): void => {
    if (!isNew(real)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = below(folder, name);
      try {
        const target = entry.isSymbolicLink() ? statSync(path) : entry;
        const targetReal = () => (target === entry ? below(real, name) : realOf(path));
        if (target.isDirectory()) walk(path, targetReal());
        else if (target.isFile() && isMarkdown(name)) add(path, targetReal());
      } catch (error) {
        // A link that leads nowhere is missed only where a story could be behind it.
        if (!isNowhere(error) || isMarkdown(name)) refused(cannotFollow(path, error));
      }
    }
  };
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      add(path, path);
      continue;
    }
    try {
      if (statSync(path).isDirectory()) walk(path, realOf(path));
      else add(path, realOf(path));
    } catch (error) {
      throw cannotRead((error as NodeJS.ErrnoException).path ?? path, error);
    }
  }
  return files;
}

const realOf = (path: string): string => slashes(realpathSync(path));
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
const below = (folder: string, name: string): string => (folder.endsWith('/') ? folder + name : `${folder}/${name}`);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
const isNowhere = (error: unknown): boolean => ['ENOENT', 'ELOOP'].includes(codeOf(error));

/** The entry itself is there: it was listed. */
function cannotFollow(path: string, error: unknown): Unreadable {
  if (codeOf(error) === 'ENOENT') return new Unreadable({ file: path, message: 'this link leads nowhere' });
  return cannotRead(path, error);
}

/** The text of a file. */
export function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
  return decode(path, bytes);
}

/** The text on standard input. */
export async function readStandardInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch (error) {
    throw cannotRead(STANDARD_INPUT, error);
  }
  return decode(STANDARD_INPUT, Buffer.concat(chunks));
}
