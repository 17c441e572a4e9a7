// @ts-check
import { createRequire } from 'node:module';

export async function create() {
  const writeGood = createRequire(import.meta.url)('write-good');
  return (/** @type {string} */ text) => writeGood(text).length;
}
