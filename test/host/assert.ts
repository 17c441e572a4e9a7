// Assertions for both kinds of host: a web worker has no node:assert.

export function ok(condition: unknown, message = 'not true'): asserts condition {
  if (!condition) throw new Error(message);
}

/** What JSON says of a value, in which nothing may be that it says nothing of. */
function toText(whole: unknown): string {
  const show = (_: string, value: unknown): unknown => {
    if (value instanceof Map || value instanceof Set || value instanceof Error)
      throw new Error(`JSON does not tell what is in ${String(value)}: compare that`);
    return Array.isArray(value) ? value.map((one) => (one === undefined ? { undefined: true } : one)) : value;
  };
  return JSON.stringify(whole, show, 1) ?? 'undefined';
}

/** Compares by what JSON says of both; a property that is undefined is none. */
export function equal(actual: unknown, expected: unknown, message = ''): void {
  const [is, should] = [actual, expected].map(toText);
  if (is !== should) throw new Error(`${message}\nis ${is}\nnot ${should}`);
}

/** How long that may take at most, in ms: on a machine that is busy with much else. */
const PATIENCE = 30_000;

/** Waits until `read` gives what is expected; events of the editor and of the file system cannot be awaited. */
export async function eventually<T>(read: () => T | PromiseLike<T>, expected: T, message = ''): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const actual = await read();
    if (toText(actual) === toText(expected)) return;
    if (Date.now() > end) equal(actual, expected, `${message} (after ${PATIENCE / 1000} s)`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
