import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Config, parseConfig } from '../core/config/config';
import type { Problem } from '../core/config/problem';
import { isPackFile, type OwnPacks, PACKS_FOLDER, readOwnPacks } from '../core/packs/ownPacks';
import { decodeText } from '../core/text/decode';
import { cannotRead, decode, Failure } from './failure';
import { slashes } from './slashes';

/** What holds for the files below a folder. */
export interface ConfigFile {
  readonly config: Config;
  /** The folder that the globs in it start from; undefined where there is no file. */
  readonly root: string | undefined;
  /** The first thing wrong with the packs beside it, which are left out. */
  readonly refused?: string | undefined;
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
  const { packs, refused } = readPacks(join(dirname(path), PACKS_FOLDER));
  const { config, problems } = parseConfig(decode(shown, bytes), packs);
  if (problems.length === 0) return { config, root: slashes(resolve(dirname(path))), refused };
  throw new Failure([summary(shown, problems), ...(refused === undefined ? [] : [refused])].join('; '));
}

/** The packs of a folder; none where there is no such folder. */
function readPacks(folder: string): Pick<OwnPacks, 'packs'> & Pick<ConfigFile, 'refused'> {
  const { packs, refused } = readOwnPacks(
    packNames(folder).map((name) => {
      try {
        return { name, ...decodeText(readFileSync(join(folder, name))) };
      } catch (error) {
        throw cannotRead(join(folder, name), error);
      }
    }),
  );
  const [first] = refused;
  return { packs, refused: first && summary(slashes(relative('', join(folder, first.name))), first.problems) };
}

function packNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isPackFile);
  } catch {
    return [];
  }
}

/** The first of some problems of a file, and how many others there are. */
function summary(path: string, [first, ...others]: readonly Problem[]): string {
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return first ? `${path}:${first.line}:${first.column}: ${first.message}${more}` : path;
}
