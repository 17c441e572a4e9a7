import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach } from 'mocha';

/** The built command line. */
export const CLI = resolve('dist/cli.js');

/** The command line, in a folder that is made anew for each test. */
export interface CommandLine {
  readonly folder: string;
  /** Writes files, by their paths in the folder, and makes what folders they need. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Runs it in the folder, or in another one, until it has ended. */
  readonly run: (args: readonly string[], options?: { input?: string; cwd?: string }) => SpawnSyncReturns<string>;
}

/** The command line for the tests of a suite. */
export function useCommandLine(): CommandLine {
  let folder = '';
  beforeEach('make a folder', () => {
    folder = mkdtempSync(join(tmpdir(), 'starl-cli-'));
  });
  afterEach('remove the folder', () => rmSync(folder, { recursive: true, force: true }));
  return {
    get folder() {
      return folder;
    },
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    run: (args, { input = '', cwd = folder } = {}) =>
      spawnSync(process.execPath, [CLI, ...args], { cwd, input, encoding: 'utf8' }),
  };
}
