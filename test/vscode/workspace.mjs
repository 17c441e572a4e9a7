// @ts-check
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './pins.mjs';

/** The story of the sample workspace that there is most to say about. */
export const draft = 'stories/the-login-move-that-slipped.md';

/** Copies the sample workspace; a folder that is there already is left as it is. @param {string} folder */
export async function copySample(folder) {
  await cp(join(root, 'media', 'sample'), folder, { recursive: true, force: false });
}
