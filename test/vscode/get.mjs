// @ts-check
// Fetches what the tests in a real VS Code need, once, into .vscode-test/. Run by `npm test` and `npm start`.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, step } from './command.mjs';
import { installBuildTools, installChromium } from './debian.mjs';
import { unpackNode, unpackVscode } from './npmPackages.mjs';
import { cache, newest, nodeHome, nodeVersion, oldest, vscodeHome } from './pins.mjs';

/**
 * Makes sure of everything that is needed; what is there already is left alone.
 * @param {{versions?: string[], chromium?: boolean}} [needs]
 */
export async function get({ versions = [newest, oldest], chromium = true } = {}) {
  await mkdir(cache, { recursive: true });
  await removeLeftovers();
  if (chromium) await installChromium();
  await once(nodeHome, `Fetching Node ${nodeVersion}, which runs VS Code`, '10 seconds', unpackNode);
  for (const version of versions) {
    await once(vscodeHome(version), `Fetching VS Code ${version}`, '1 minute', async (folder) => {
      await installBuildTools();
      await unpackVscode(version, folder);
    });
  }
}

/**
 * Fills a folder that is not there yet. It appears in one go when complete, so a stopped run leaves no half of it.
 * @param {string} home
 * @param {string} what
 * @param {string} about
 * @param {(folder: string) => Promise<void>} fill
 */
async function once(home, what, about, fill) {
  if (existsSync(home)) return;
  const partial = join(cache, `partial-${process.pid}`);
  await mkdir(partial);
  try {
    await step(what, about, () => fill(partial));
    await rename(partial, home).catch((error) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Removes what runs that were killed have left behind. */
async function removeLeftovers() {
  for (const name of await readdir(cache)) {
    const [, pid] = /^partial-(\d+)$/.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(() => get());
