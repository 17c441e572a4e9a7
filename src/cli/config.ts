import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Config, parseConfig } from '../core/config/config';
import { CONFIG_NAME, PACKS_FOLDER } from '../core/fileNames';
import { isPackFile, type OwnPacks, readOwnPacks } from '../core/packs/ownPacks';
import type { ProblemInFile } from '../core/status/status';
import { decodeText } from '../core/text/decode';
import type { Problem } from '../core/yaml/problem';
import { cannotRead, decode, Failure, told, Unreadable } from './failure';
import { slashes } from './slashes';

/** What holds for the files below a folder. */
export interface ConfigFile {
  readonly config: Config;
  /** The folder that the globs in it start from; undefined where there is no file. */
  readonly root: string | undefined;
  /** What is wrong with the packs beside it, which are left out. */
  readonly refused?: string | undefined;
}

/** The same with what is wrong in it, and left out. */
export interface FoundConfig extends ConfigFile {
  readonly problems: readonly ProblemInFile[];
  /** What is wrong with the packs beside it. */
  readonly packProblems: readonly ProblemInFile[];
  /** Whether a term that must not be told may be among what is left out. */
  readonly mayLoseTerms: boolean;
}

const NONE: FoundConfig = { config: {}, root: undefined, problems: [], packProblems: [], mayLoseTerms: false };

/** Gives the configuration for a folder: the file that was named, else the nearest `starl.yaml` above. Throws a failure where anything in it is wrong. */
export function createConfigReader(named: string | undefined): (folder: string) => ConfigFile {
  if (named === undefined) {
    return nearestOf<ConfigFile>((folder) => {
      const path = join(folder, CONFIG_NAME);
      const found = read(path);
      return found && sound(found, path);
    });
  }
  const only = read(named);
  if (!only) throw new Failure(`${named}: there is no such file or folder`);
  const file = sound(only, named);
  return () => file;
}

/** Gives the nearest `starl.yaml` above a folder, without what is wrong in it. */
export function createConfigFinder(): (folder: string) => FoundConfig {
  return nearestOf((folder) => {
    try {
      return read(join(folder, CONFIG_NAME));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { ...NONE, root: slashes(resolve(folder)), problems: [error.problem], mayLoseTerms: true };
    }
  });
}

/** Looks in a folder, then in those above it, in each once. */
function nearestOf<File extends ConfigFile>(
  readAt: (folder: string) => File | undefined,
): (folder: string) => File | typeof NONE {
  const known = new Map<string, File | typeof NONE>();
  const find = (folder: string): File | typeof NONE => {
    const above = dirname(folder);
    const file = known.get(folder) ?? readAt(folder) ?? (above === folder ? NONE : find(above));
    known.set(folder, file);
    return file;
  };
  return find;
}

function sound(found: FoundConfig, path: string): ConfigFile {
  if (found.problems.length === 0) return found;
  // A profile may be unknown because its pack is refused.
  throw new Failure(summary([...found.packProblems, ...found.problems], path));
}

function read(path: string): FoundConfig | undefined {
  const shown = slashes(relative('', path));
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw cannotRead(shown, error);
  }
  const { packs, problems: packProblems } = readPacks(join(dirname(path), PACKS_FOLDER));
  const { config, problems, mayLoseTerms = false } = parseConfig(decode(shown, bytes), packs);
  return {
    config,
    root: slashes(resolve(dirname(path))),
    refused: packProblems.length > 0 ? summary(packProblems, path) : undefined,
    problems: inFile(shown, problems),
    packProblems,
    mayLoseTerms,
  };
}

/** The packs of a folder; none where there is no such folder. */
function readPacks(folder: string): Pick<OwnPacks, 'packs'> & Pick<FoundConfig, 'problems'> {
  const { packs, refused } = readOwnPacks(
    packNames(folder).map((name) => {
      try {
        return { name, ...decodeText(readFileSync(join(folder, name))) };
      } catch (error) {
        throw cannotRead(join(folder, name), error);
      }
    }),
  );
  const shown = (name: string): string => slashes(relative('', join(folder, name)));
  return { packs, problems: refused.flatMap(({ name, problems }) => inFile(shown(name), problems)) };
}

function packNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isPackFile);
  } catch {
    return [];
  }
}

/** Problems of a file, with its name. */
export function inFile(file: string, problems: readonly Problem[]): ProblemInFile[] {
  return problems.map(({ line, column, message }) => ({ file, line, column, message }));
}

/** What is wrong in a configuration and the packs beside it, in one line: the first problem, and how many there are besides. */
function summary([first, ...more]: readonly ProblemInFile[], config: string): string {
  if (first === undefined) return '';
  return more.length === 0 ? told(first) : `${told(first)} (and ${more.length} more${tellsAll(config)})`;
}

/** What tells all that is wrong in a configuration; only that of a folder is read by it. */
function tellsAll(config: string): string {
  if (basename(config) !== CONFIG_NAME) return '';
  const folder = slashes(relative('', dirname(config)));
  const shown = /[^\w./-]/.test(folder) ? JSON.stringify(folder) : folder;
  return `; all are told by: starl status${shown === '' ? '' : ` ${shown}`}`;
}
