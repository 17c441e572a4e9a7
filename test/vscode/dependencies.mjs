// @ts-check
// The packages of package-lock.json, installed where they are missing or out of step.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, step } from './command.mjs';
import { root } from './pins.mjs';

export async function installDependencies() {
  if (inStep()) return;
  await step('Installing the npm packages', '30 seconds', () => npm(['ci'], { cwd: root }));
}

/** Whether node_modules holds every package of the lock in its version; those for other systems may be missing. */
function inStep() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf(join('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (present[path] ? present[path].version === version : optional),
  );
}

/**
 * @param {string} lock
 * @returns {Record<string, {version: string, optional?: boolean}>}
 */
function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(join(root, lock), 'utf8')).packages;
  } catch {
    return {};
  }
}
