// @ts-check
// Runs of words as hashes, by which a text is compared with sources whose wording must not stand in this project.
import { createHash } from 'node:crypto';

/** How many words in a row are a run. */
const RUN = 8;
/** Bytes of a hash; with so many two different runs are as good as never taken for one another. */
const BYTES = 6;

/**
 * The runs of a text, each with its hash.
 * @param {string} text
 * @returns {{ run: string, hash: string }[]}
 */
export function shingles(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, index) => {
    const run = words.slice(index, index + RUN).join(' ');
    return { run, hash: createHash('sha256').update(run).digest().subarray(0, BYTES).toString('base64url') };
  });
}
