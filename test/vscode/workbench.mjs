// @ts-check
// The real VS Code, open in a browser on a folder, with the extension from this checkout or from a package.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workbenchAddress } from './address.mjs';
import { openBrowser } from './browser.mjs';
import { newest, root } from './pins.mjs';
import { startServer } from './server.mjs';
import { copySample } from './workspace.mjs';

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} [version] of VS Code
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string} [vsix] a packaged extension to use in place of the one under development
 * @property {string} [tests] a module whose `run` the extension host is to call
 * @property {string} [development] the folder of the extension under development; this one where no vsix is given
 * @property {{width: number, height: number}} [size]
 * @property {number} [folders] how many folders are open: none, the sample workspace, or an empty one beside it
 *
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {import('./server.mjs').Server} server
 * @property {string} workspace a fresh copy of the sample workspace
 * @property {() => Promise<void>} open goes to VS Code's address
 * @property {() => Promise<void>} close
 */

/**
 * Starts all that is needed, up to an empty page, so that a caller can prepare it before `open`.
 * @param {WorkbenchOptions} [options]
 * @returns {Promise<Workbench>}
 */
export async function startWorkbench({ version = newest, settings, vsix, tests, development, size, folders = 1 } = {}) {
  const server = await startServer({ version, ...(settings && { settings }), ...(vsix && { vsix }) });
  try {
    const workspace = join(server.folder, 'interview-prep');
    await copySample(workspace);
    const browser = await openBrowser();
    // With animations, VS Code moves the focus once more when one has ended, and closes a quick input opened meanwhile.
    const page = await browser.newPage({ viewport: size ?? { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    const opened = folders === 0 ? undefined : folders === 1 ? workspace : await besideAnother(workspace);
    const address = workbenchAddress(server.authority, opened, {
      skipWelcome: true,
      extensionDevelopmentPath: development ?? (vsix ? undefined : root),
      extensionTestsPath: tests,
    });
    return {
      page,
      server,
      workspace,
      open: async () => void (await page.goto(address)),
      close: async () => {
        await browser.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Makes a workspace file for a folder and an empty one beside it. @param {string} folder */
async function besideAnother(folder) {
  const second = join(dirname(folder), 'second');
  await mkdir(second);
  const file = join(dirname(folder), 'two.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: folder }, { path: second }] }));
  return file;
}
