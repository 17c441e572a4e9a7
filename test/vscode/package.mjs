// @ts-check
// Packs the extension into dist/<name>.vsix, which has to stay small enough to install in a moment.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, Problem, run } from './command.mjs';
import { root } from './pins.mjs';

const limit = 1_000_000;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export const vsix = join(root, 'dist', `${manifest.name}.vsix`);

export async function packExtension() {
  const advice = 'correct what it names above.';
  await run('npm', ['run', 'build', '--silent'], { cwd: root, advice });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const unpublished = ['--allow-missing-repository', '--no-rewrite-relative-links'];
  const args = [vsce, 'package', '--no-dependencies', '--out', vsix, ...(manifest.repository ? [] : unpublished)];
  const text = await run(process.execPath, args, { cwd: root, advice });
  const size = statSync(vsix).size;
  if (size > limit) throw new Problem(`${text}\n${vsix} has ${size} bytes, more than the ${limit} allowed.`);
  return { text, size };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(async () => {
    const { text, size } = await packExtension();
    console.log(`${text}\n${vsix}: ${Math.ceil(size / 1000)} kB`);
  });
}
