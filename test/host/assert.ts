// Assertions for both kinds of host: a web worker has no node:assert.

export function ok(condition: unknown, message = 'not true'): asserts condition {
  if (!condition) throw new Error(message);
}

/** Compares by what JSON says of both. */
export function equal(actual: unknown, expected: unknown, message = ''): void {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value, null, 1) ?? 'undefined');
  if (is !== should) throw new Error(`${message}\nis ${is}\nnot ${should}`);
}

/** How long that may take at most, in ms: on a machine that is busy with much else. */
const PATIENCE = 30_000;

/** Waits until `read` gives what is expected; events of the editor and of the file system cannot be awaited. */
export async function eventually<T>(read: () => T | PromiseLike<T>, expected: T, message = ''): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const actual = await read();
    if (JSON.stringify(actual) === JSON.stringify(expected)) return;
    if (Date.now() > end) equal(actual, expected, `${message} (after ${PATIENCE / 1000} s)`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
