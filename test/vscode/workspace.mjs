// @ts-check
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './pins.mjs';

/** Copies the sample workspace; a folder that is there already is left as it is. @param {string} folder */
export async function copySample(folder) {
  await cp(join(root, 'media', 'sample'), folder, { recursive: true, force: false });
}
