// @ts-check
// Runs the compiled host suite in the desktop VS Code, which @vscode/test-electron downloads.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { main, Problem, run } from './command.mjs';
import { cache, root } from './pins.mjs';
import { copySample } from './workspace.mjs';

main(async () => {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Problem('The desktop VS Code needs a display: run "xvfb-run --auto-servernum npm run test:desktop".');
  }
  const vscodeExecutablePath = process.env.VSCODE || (await download());
  await run(process.execPath, ['esbuild.js', '--tests'], { cwd: root, advice: 'correct what it names above.' });
  const folder = await mkdtemp(join(tmpdir(), 'starl-desktop-'));
  try {
    const workspace = join(folder, 'interview-prep');
    await copySample(workspace);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out', 'test', 'host', 'node.js'),
      launchArgs: [workspace, '--disable-extensions', '--no-sandbox', '--user-data-dir', join(folder, 'user')],
    });
  } catch (error) {
    throw new Problem(`The host suite failed in the desktop VS Code: ${error}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function download() {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cache, 'desktop') });
  } catch (error) {
    throw new Problem(
      `The desktop VS Code cannot be downloaded here (${error}): set VSCODE to the program of an installed one, or run ` +
        '"npm test", which runs the same suite in a VS Code from the npm registry.',
    );
  }
}
