// @ts-check
import { after, afterEach, before } from 'mocha';
import { Window } from './window.mjs';

/**
 * A window for the tests of one suite: opened before them on a fresh copy of the sample workspace, closed after them,
 * and pictured where one fails.
 * @param {import('../vscode/workbench.mjs').WorkbenchOptions} [options]
 */
export function useWindow(options) {
  const window = new Window(options);
  before('open the window', async function () {
    this.timeout(240_000);
    await window.open();
  });
  afterEach('picture a failure', async function () {
    if (this.currentTest?.state === 'failed') await window.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  after('close the window', () => window.close());
  return window;
}
