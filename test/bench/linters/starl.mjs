// @ts-check
import { createLinter } from '../../../dist/core.mjs';

export async function create() {
  const linter = createLinter();
  return (/** @type {string} */ text) => linter.lint(text, { kind: 'story' }).findings.length;
}

/**
 * @param {string} text keeps it open; gives what types one letter in the middle of it
 * @param {import('../../../src/core').LinterOptions} [options]
 */
export async function open(text, options) {
  const document = createLinter(options).open(text, { kind: 'story' });
  let at = text.indexOf(' ', text.length / 2);
  return () => {
    document.edit([{ start: at, end: at, text: at % 7 === 6 ? ' ' : 'a' }]);
    at++;
    return document.findings.length;
  };
}
