import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { cannotRead, decode } from './failure';
import { slashes } from './slashes';

/** A text to lint. */
export interface Source {
  /** As it is named in the output. */
  readonly path: string;
  /** Undefined for standard input. */
  readonly absolute: string | undefined;
}

export const STANDARD_INPUT = '-';
const MARKDOWN = /\.(?:md|markdown)$/i;

/**
 * The files named, and the Markdown files in the folders named: in the order of the names, folders in the order of
 * their entries' code units, each file once. Links are followed; hidden entries and `node_modules` are passed over.
 */
export function findSources(paths: readonly string[]): Source[] {
  const sources: Source[] = [];
  const seen = new Set<string>();
  const isNew = (path: string): boolean => {
    const real = realpathSync(path);
    return !seen.has(real) && Boolean(seen.add(real));
  };
  const add = (path: string): void => {
    if (isNew(path)) sources.push({ path: slashes(path), absolute: resolve(path) });
  };
  const walk = (folder: string): void => {
    if (!isNew(folder)) return;
    const names = readdirSync(folder).sort();
    for (const name of names) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
      const stats = statOf(path);
      if (stats?.isDirectory()) walk(path);
      else if (stats?.isFile() && MARKDOWN.test(name)) add(path);
    }
  };
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      if (!seen.has(path)) sources.push({ path, absolute: undefined });
      seen.add(path);
      continue;
    }
    try {
      if (statSync(path).isDirectory()) walk(path);
      else add(path);
    } catch (error) {
      throw cannotRead((error as NodeJS.ErrnoException).path ?? path, error);
    }
  }
  return sources;
}

/** Undefined where a link leads nowhere. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (['ENOENT', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** The text of a source. */
export async function readSource({ path, absolute }: Source): Promise<string> {
  return decode(path, absolute === undefined ? await readStandardInput() : readBytes(path, absolute));
}

function readBytes(path: string, absolute: string): Uint8Array {
  try {
    return readFileSync(absolute);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch (error) {
    throw cannotRead(STANDARD_INPUT, error);
  }
  return Buffer.concat(chunks);
}
