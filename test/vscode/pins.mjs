// @ts-check
// Everything that the tests fetch, pinned in one place, and where it is kept.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cache = join(root, '.vscode-test');
export const output = join(root, 'out');

/** Runs VS Code's server and carries the headers that its native modules are built against. */
export const nodeVersion = '22.23.3';

/**
 * How a VS Code that we test in is got from the npm registry.
 * @typedef {object} Pin
 * @property {string} version of VS Code
 * @property {string} codeServer the version of the npm package `code-server` that carries it
 * @property {string[]} natives the native modules without which its extension host does not start
 * @property {string[]} [replacements] packages to put in place of theirs, which do not run with this Node
 * @property {boolean} [fetchesRipgrep] its file search is a program that it would download from elsewhere
 */

/** @type {Pin} */
const newestPin = {
  version: '1.139',
  codeServer: '4.139.1',
  natives: ['@vscode/spdlog', '@vscode/native-watchdog'],
};

/** @type {Pin} */
const oldestPin = {
  version: '1.96',
  codeServer: '4.96.4',
  natives: ['@vscode/spdlog', 'native-watchdog'],
  replacements: ['@parcel/watcher@2.5.6'],
  fetchesRipgrep: true,
};

export const pins = [newestPin, oldestPin];
export const newest = newestPin.version;
export const oldest = oldestPin.version;

/** The npm package that carries the file search, ripgrep, for every system. */
export const ripgrep = '@vscode/ripgrep-universal@1.18.0';

/** @param {string} version */
export function vscodeHome(version) {
  return join(cache, `vscode-${version}`);
}

export const nodeHome = join(cache, `node-${nodeVersion}`);
