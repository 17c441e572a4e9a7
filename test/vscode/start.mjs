// @ts-check
// Opens VS Code with the extension on a copy of the sample workspace: the desktop's where `code` is on the path, else
// one that is served to the browser. Optional argument: the folder to work in.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { workbenchAddress } from './address.mjs';
import { attempt, main, run, step } from './command.mjs';
import { onPath } from './debian.mjs';
import { installDependencies } from './dependencies.mjs';
import { get } from './get.mjs';
import { packExtension, vsix } from './package.mjs';
import { newest, root } from './pins.mjs';
import { startServer } from './server.mjs';
import { copySample, draft } from './workspace.mjs';

main(async () => {
  await installDependencies();
  const folder = resolve(process.argv[2] ?? join(root, 'playground'));
  const known = existsSync(folder);
  if (!known) await copySample(folder);
  console.log(`Your folder: ${folder} (${known ? 'as you left it' : 'a copy of the sample, yours to change'})`);
  if (!(await openDesktop(folder))) await serve(folder);
});

/** @param {string} folder */
async function openDesktop(folder) {
  if (!onPath('code')) return false;
  console.log('Building the extension and opening it in the VS Code that is installed here...');
  await run('npm', ['run', 'build', '--silent'], { cwd: root, advice: 'correct what it names above.' });
  const { ok, text } = await attempt('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
  const failed = `${text.trim()}\nThat VS Code did not open; serving one in its place.`;
  console.log(ok ? 'It is open in a window of its own.' : failed);
  return ok;
}

/** @param {string} folder */
async function serve(folder) {
  console.log('No desktop VS Code (no "code" on the path): serving VS Code to the browser of this machine.');
  await get({ versions: [newest], chromium: false });
  await step('Packing the extension', '10 seconds', packExtension);
  const port = Number(process.env.PORT ?? 0);
  const server = await startServer({ version: newest, vsix, port, driver: false });
  const story = join(folder, draft);
  const address = workbenchAddress(server.authority, folder, { openFile: existsSync(story) ? story : undefined });
  console.log(`\nOpen ${address}\nStop with Ctrl+C.`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, server.stop);
  await server.ended;
}
