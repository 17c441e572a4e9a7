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
 * @property {0 | 1 | 2 | 'virtual'} [folders] what is open: nothing, the sample workspace, an empty one beside it, or a
 *   folder on a file system that an extension has to bring
 * @property {boolean} [restricted] whether the folders are not trusted
 *
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {import('./server.mjs').Server} server
 * @property {string} workspace a fresh copy of the sample workspace
 * @property {() => Promise<void>} open goes to VS Code's address
 * @property {() => Promise<void>} close
 * @property {() => Promise<Workbench>} another a second window on the same, which goes with the first
 */

/**
 * Starts all that is needed, up to an empty page, so that a caller can prepare it before `open`.
 * @param {WorkbenchOptions} [options]
 * @returns {Promise<Workbench>}
 */
export async function startWorkbench({
  version = newest,
  settings,
  vsix,
  tests,
  development,
  size,
  folders = 1,
  restricted = false,
} = {}) {
  const server = await startServer({
    version,
    settings: { ...settings, ...(restricted && untrusted) },
    ...(vsix && { vsix }),
  });
  try {
    const workspace = join(server.folder, 'interview-prep');
    await copySample(workspace);
    const browser = await openBrowser();
    const opened = await whatIsOpen(folders, workspace);
    const address = workbenchAddress(server.authority, opened, {
      skipWelcome: true,
      extensionDevelopmentPath: development ?? (vsix ? undefined : root),
      extensionTestsPath: tests,
    });
    /** @returns {Promise<Workbench>} */
    const window = async () => {
      // With animations, VS Code moves the focus once more when one has ended, and closes a quick input opened meanwhile.
      const page = await browser.newPage({ viewport: size ?? { width: 1280, height: 800 }, reducedMotion: 'reduce' });
      return {
        page,
        server,
        workspace,
        open: async () => void (await page.goto(address)),
        close: () => page.close(),
        another: window,
      };
    };
    const close = async () => {
      await browser.close();
      await server.stop();
    };
    return { ...(await window()), close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** No folder is trusted, and nobody is asked. */
const untrusted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.emptyWindow': false,
};

/**
 * The folder or the workspace file that goes into the address.
 * @param {NonNullable<WorkbenchOptions['folders']>} folders
 * @param {string} sample the sample workspace
 */
async function whatIsOpen(folders, sample) {
  if (folders === 0) return undefined;
  if (folders === 1) return sample;
  const second = join(dirname(sample), 'second');
  if (folders === 2) await mkdir(second);
  const listed = folders === 2 ? [{ path: sample }, { path: second }] : [{ uri: 'starl-virtual:/prep', name: 'prep' }];
  const file = join(dirname(sample), `${folders}.code-workspace`);
  await writeFile(file, JSON.stringify({ folders: listed }));
  return file;
}
