// @ts-check
// Waiting for states. No test waits for a time to pass: a machine may be slow, and a state may come in another order.
import { setTimeout } from 'node:timers/promises';

/** How long a state may take at most, in ms: on a machine that is busy with much else. */
export const PATIENCE = 45_000;

/**
 * Looks, or does something that can be done again and again, until it gives anything but false, null or undefined.
 * @template T
 * @param {() => Promise<T>} look
 * @param {string | (() => unknown)} what says what did not come about
 * @param {number} [patience] in ms
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(look, what, patience = PATIENCE) {
  for (const end = Date.now() + patience; ; await setTimeout(40)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end)
      throw new Error(`After ${patience / 1000} s: ${await (typeof what === 'string' ? what : what())}`);
  }
}

/**
 * Whether a wait of Playwright's ended well. What is not there in time is false; any other error is thrown.
 * @param {Promise<unknown>} wait
 */
export async function came(wait) {
  try {
    await wait;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return false;
    throw error;
  }
}
