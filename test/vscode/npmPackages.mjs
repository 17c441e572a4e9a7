// @ts-check
// What the npm registry holds: a Node to run VS Code with, and VS Code itself, inside the package `code-server`.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { npm, Problem, run } from './command.mjs';
import { nodeHome, nodeVersion, pins, ripgrep } from './pins.mjs';

/** The program of the Node that runs VS Code. */
export const nodeProgram = join(nodeHome, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** npm as run by that Node, so that native modules are built for it, against the headers that come with it. */
const env = {
  PATH: `${join(nodeHome, 'bin')}${delimiter}${process.env.PATH}`,
  npm_config_nodedir: nodeHome,
  npm_package_config_node_gyp_nodedir: nodeHome,
  npm_config_omit_lockfile_registry_resolved: 'true',
};

/** @param {string} folder */
export async function unpackNode(folder) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  await unpack(`node-${platform}-${process.arch}@${nodeVersion}`, folder);
}

/**
 * @param {string} version of VS Code
 * @param {string} folder
 */
export async function unpackVscode(version, folder) {
  const pin = pins.find((each) => each.version === version);
  if (!pin) throw new Problem(`No VS Code ${version} here: choose ${pins.map((each) => each.version).join(' or ')}.`);
  await unpack(`code-server@${pin.codeServer}`, folder, 'lib/vscode');
  await takeAllFromRegistry(folder);
  const install = ['install', '--omit=dev', '--ignore-scripts'];
  await npm(install, { cwd: folder, env });
  if (pin.replacements) await npm([...install, '--no-save', ...pin.replacements], { cwd: folder, env });
  if (pin.fetchesRipgrep) {
    await unpack(
      ripgrep,
      join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin'),
      `bin/${process.platform}-${process.arch}`,
    );
  }
  await npm(['rebuild', ...pin.natives], {
    cwd: folder,
    env,
    advice: 'VS Code needs python3, make and g++ to build two small modules; install them, then run this again.',
  });
}

/**
 * The lock of 1.96 points one package at a git address; the registry has the same version.
 * @param {string} folder
 */
async function takeAllFromRegistry(folder) {
  const path = join(folder, 'npm-shrinkwrap.json');
  const lock = JSON.parse(await readFile(path, 'utf8'));
  for (const entry of Object.values(lock.packages)) {
    if (!entry.resolved?.startsWith('git+')) continue;
    delete entry.resolved;
    delete entry.integrity;
  }
  await writeFile(path, JSON.stringify(lock));
}

/**
 * Downloads a package, or one folder of it, without its dependencies and without running anything of it.
 * @param {string} name
 * @param {string} folder
 * @param {string} [part]
 */
async function unpack(name, folder, part) {
  await mkdir(folder, { recursive: true });
  await npm(['pack', name], { cwd: folder, env });
  const archive = (await readdir(folder)).find((file) => file.endsWith('.tgz')) ?? name;
  const from = ['package', ...(part?.split('/') ?? [])];
  const args = ['-xzf', archive, `--strip-components=${from.length}`, from.join('/')];
  await run('tar', args, { cwd: folder, advice: 'see that the disk is not full, then run this again.' });
  await rm(join(folder, archive));
}
