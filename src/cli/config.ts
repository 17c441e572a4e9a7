import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Config, parseConfig } from '../core/config/config';
import { cannotRead, decode, Failure } from './failure';
import { slashes } from './slashes';

/** What holds for the files below a folder. */
export interface ConfigFile {
  readonly config: Config;
  /** The folder that the globs in it start from; undefined where there is no file. */
  readonly root: string | undefined;
}

const NAME = 'starl.yaml';

/** Gives the configuration for a folder: the file that was named, else the nearest `starl.yaml` above. */
export function createConfigReader(named: string | undefined): (folder: string) => ConfigFile {
  const known = new Map<string, ConfigFile>();
  const find = (folder: string): ConfigFile => {
    const kept = known.get(folder);
    if (kept) return kept;
    const above = dirname(folder);
    const found = read(join(folder, NAME)) ?? (above === folder ? { config: {}, root: undefined } : find(above));
    known.set(folder, found);
    return found;
  };
  if (named === undefined) return find;
  const only = read(named);
  if (!only) throw new Failure(`${named}: there is no such file or folder`);
  return () => only;
}

function read(path: string): ConfigFile | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw cannotRead(path, error);
  }
  const shown = slashes(relative('', path));
  const { config, problems } = parseConfig(decode(shown, bytes));
  const [first, ...others] = problems;
  if (!first) return { config, root: slashes(resolve(dirname(path))) };
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new Failure(`${shown}:${first.line}:${first.column}: ${first.message}${more}`);
}
