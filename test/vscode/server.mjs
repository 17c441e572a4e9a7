// @ts-check
// A VS Code server on 127.0.0.1, in a temporary folder of its own that goes when it stops.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem, run } from './command.mjs';
import { nodeProgram } from './npmPackages.mjs';
import { vscodeHome } from './pins.mjs';

const keep = fileURLToPath(new URL('keep.mjs', import.meta.url));

/** As on the desktop, with nothing in the way of a test or of a first look, and nothing sent. */
const quiet = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} ServerOptions
 * @property {string} version of VS Code
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string} [vsix] a packaged extension to install first
 * @property {number} [port] a free one unless given
 * @property {boolean} [driver] accept the test parameters in the address
 *
 * @typedef {object} Server
 * @property {string} authority host and port
 * @property {string} folder temporary, removed at the end
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({ version, settings = {}, vsix, port = 0, driver = true }) {
  const folder = await mkdtemp(join(tmpdir(), 'starl-vscode-'));
  const data = join(folder, 'server');
  const user = join(data, 'data', 'User');
  await mkdir(user, { recursive: true });
  await writeFile(join(user, 'settings.json'), JSON.stringify({ ...quiet, ...settings }, null, 2));
  const program = join(vscodeHome(version), 'out', 'server-main.js');
  if (vsix) await installExtension(program, data, vsix);

  const args = [program, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  args.push('--accept-server-license-terms', '--server-data-dir', data);
  if (driver) args.push('--enable-smoke-test-driver');
  const keeper = spawn(process.execPath, [keep, folder, nodeProgram, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => keeper.on('close', () => resolve()));
  const stop = () => {
    keeper.stdin.end();
    return ended;
  };
  try {
    const authority = `127.0.0.1:${await listening(keeper, `VS Code ${version}`)}`;
    return { authority, folder, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} program
 * @param {string} data
 * @param {string} vsix
 */
async function installExtension(program, data, vsix) {
  const args = [program, '--install-extension', vsix, '--server-data-dir', data, '--accept-server-license-terms'];
  const text = await run(nodeProgram, args, { minutes: 1, advice: `VS Code does not accept ${vsix}.` });
  if (!text.includes('successfully installed')) throw new Problem(`VS Code did not install ${vsix}:\n${text}`);
}

/**
 * The port that the server says it listens on. Its output is read to the end, or it would come to a stop.
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} keeper
 * @param {string} name
 * @returns {Promise<string>}
 */
function listening(keeper, name) {
  let text = '';
  return new Promise((resolve, reject) => {
    /** @param {string} problem */
    const fail = (problem) => {
      clearTimeout(timer);
      reject(new Problem(problem));
    };
    const timer = setTimeout(() => fail(`${text}\n${name} did not answer within a minute.`), 60_000);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      text = (text + chunk).slice(-5_000);
      const [, port] = /Extension host agent listening on (\d+)/.exec(text) ?? [];
      if (port) {
        clearTimeout(timer);
        resolve(port);
      }
      if (text.includes('EADDRINUSE'))
        fail(`${name} cannot have that port, another program uses it: set PORT to another.`);
    };
    keeper.stdout.on('data', read);
    keeper.stderr.on('data', read);
    keeper.on('close', () => fail(`${text}\n${name} stopped at its start.`));
  });
}
