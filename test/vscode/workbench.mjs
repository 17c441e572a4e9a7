// @ts-check
// The real VS Code, open in a browser on a folder, with the extension from this checkout or from a package.
import { join } from 'node:path';
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
export async function startWorkbench({ version = newest, settings, vsix, tests, development, size } = {}) {
  const server = await startServer({ version, ...(settings && { settings }), ...(vsix && { vsix }) });
  try {
    const workspace = join(server.folder, 'interview-prep');
    await copySample(workspace);
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: size ?? { width: 1280, height: 800 } });
    const address = workbenchAddress(server.authority, workspace, {
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
