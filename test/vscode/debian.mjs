// @ts-check
// What the system has to have: a Chromium to open VS Code in, and a compiler for two small native modules.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { attempt, Problem, run, step } from './command.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macBrowser = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser's program: CHROMIUM if set, else the first one on the path. */
export function findChromium() {
  return process.env.CHROMIUM || browsers.map(onPath).find(Boolean) || (isProgram(macBrowser) ? macBrowser : undefined);
}

export async function installChromium() {
  if (!findChromium()) await install('Chromium', ['chromium'], '1 minute');
}

export async function installBuildTools() {
  const missing = ['python3', 'make', 'g++'].filter((name) => !onPath(name));
  if (missing.length > 0) await install(missing.join(', '), missing, '1 minute');
}

/**
 * @param {string} what
 * @param {string[]} packages of Debian
 * @param {string} about
 */
async function install(what, packages, about) {
  const list = packages.join(' ');
  const advice = `install ${list} yourself (on Debian: apt-get install ${list}), then run this again.`;
  const [program, ...prefix] = await aptGet(what, advice);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${what} with apt-get`, about, async () => {
    await run(program, [...prefix, 'update'], { env, advice });
    await run(program, [...prefix, 'install', '--yes', ...packages], { env, advice });
  });
}

/**
 * @param {string} what
 * @param {string} advice
 * @returns {Promise<[string, ...string[]]>}
 */
async function aptGet(what, advice) {
  if (onPath('apt-get')) {
    if (process.getuid?.() === 0) return ['apt-get'];
    if (onPath('sudo') && (await attempt('sudo', ['-n', 'true'])).ok) return ['sudo', '-n', 'apt-get'];
  }
  throw new Problem(`${what} is missing: ${advice}`);
}

/**
 * The full path of a program that is on the path.
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
