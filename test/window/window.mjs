// @ts-check
// Drives the window of the real VS Code as a person does, by keyboard, for the UI tests.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before } from 'mocha';
import { output } from '../vscode/pins.mjs';
import { startWorkbench } from '../vscode/workbench.mjs';

const parts = {
  editor: '.part.editor',
  hover: '.monaco-hover',
  menu: '.action-widget, .monaco-menu',
  notification: '.notifications-toasts',
  panel: '.part.panel',
  quickInput: '.quick-input-widget',
  sidebar: '.part.sidebar',
  statusBar: '.part.statusbar',
  window: 'body',
};

/** Up to VS Code 1.96 the widget also holds a box that chooses all rows. */
const QUICK_INPUT = '.quick-input-widget input[type="text"]';

const themes = {
  light: { name: 'Light Modern', look: '.monaco-workbench.vs' },
  dark: { name: 'Dark Modern', look: '.monaco-workbench.vs-dark' },
  'high-contrast': { name: 'Dark High Contrast', look: '.monaco-workbench.hc-black' },
};

/** @typedef {keyof typeof parts} Part */
/** @typedef {keyof typeof themes} Theme */

/**
 * A window for the tests of one suite: opened before them on a fresh copy of the sample workspace, closed after them,
 * and pictured where one fails.
 * @param {import('../vscode/workbench.mjs').WorkbenchOptions} [options]
 */
export function useWindow(options) {
  const window = new Window(options);
  before('open the window', async function () {
    this.timeout(120_000);
    await window.open();
  });
  afterEach('picture a failure', async function () {
    if (this.currentTest?.state === 'failed') await window.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  after('close the window', () => window.close());
  return window;
}

/** The window of a VS Code with Starl, driven by keys. */
export class Window {
  /** @type {import('../vscode/workbench.mjs').Workbench | undefined} */
  #workbench;
  #options;

  /** @param {import('../vscode/workbench.mjs').WorkbenchOptions} [options] */
  constructor(options) {
    this.#options = options;
  }

  get #open() {
    if (!this.#workbench) throw new Error('The window is not open.');
    return this.#workbench;
  }

  /** The page that VS Code runs in, for what the helpers here do not do. */
  get page() {
    return this.#open.page;
  }

  /** The folder that is open: a copy of the sample workspace. */
  get workspace() {
    return this.#open.workspace;
  }

  async open() {
    const version = process.env.STARL_TEST_VSCODE;
    this.#workbench = await startWorkbench({ ...(version && { version }), ...this.#options });
    this.page.setDefaultTimeout(20_000);
    await this.#workbench.open();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    // Commands are there as soon as the views are.
    await this.page.locator('.part.activitybar [aria-label^="Starl"]').first().waitFor({ timeout: 60_000 });
  }

  async close() {
    await this.#workbench?.close();
  }

  /** VS Code empties a file before it writes to it. @param {string} path of a file of the workspace */
  async read(path) {
    const text = () => readFile(join(this.workspace, path), 'utf8');
    return (await text()) || this.page.waitForTimeout(200).then(text);
  }

  /** @param {string[]} keys one after the other, such as 'Control+.' or 'Enter' */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** @param {string} text */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** @param {string} command its title, as the palette shows it */
  async runCommand(command) {
    await this.press('F1');
    await this.#choose(`>${command}`, command);
  }

  /** @param {string} path of a file of the workspace; the cursor goes to its start */
  async quickOpen(path) {
    const name = path.split('/').at(-1) ?? path;
    await this.press('Control+p');
    await this.#choose(path, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .view-lines .view-line').first().waitFor();
    await this.press('Control+Home');
  }

  /** @param {number} line counted from 1 @param {number} [column] */
  async goTo(line, column = 1) {
    await this.press('Control+g');
    await this.page.locator(QUICK_INPUT).fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.waitFor('statusBar', `Ln ${line},`);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * Fills the quick input, goes down to the row of that name, and takes it.
   * @param {string} filter
   * @param {string} name
   */
  async #choose(filter, name) {
    await this.page.locator(QUICK_INPUT).fill(filter);
    const label = this.page
      .locator('.label-name')
      .getByText(new RegExp(`^${name.replace(/[^\w\s]/g, '\\$&')}(\\.\\.\\.|…)?$`));
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ has: label }).first();
    await row.waitFor();
    while (!(await row.getAttribute('class'))?.includes('focused')) await this.press('ArrowDown');
    await this.press('Enter');
  }

  /**
   * Waits until a part of the window shows a text.
   * @param {Part} part
   * @param {string | RegExp} text
   */
  async waitFor(part, text) {
    await this.page.locator(parts[part]).filter({ hasText: text, visible: true }).first().waitFor();
  }

  /**
   * Waits until a part of the window no longer shows a text.
   * @param {Part} part
   * @param {string | RegExp} text
   */
  async waitUntilGone(part, text) {
    await this.page.locator(parts[part]).filter({ hasText: text, visible: true }).first().waitFor({ state: 'hidden' });
  }

  /**
   * Waits until the editor shows as many squiggles (in the lines that are in sight).
   * @param {number} count
   * @param {'error' | 'warning' | 'info' | 'hint'} [severity]
   */
  async waitForSquiggles(count, severity = 'info') {
    const squiggles = this.page.locator(`.part.editor .squiggly-${severity}`);
    const end = Date.now() + 20_000;
    while ((await squiggles.count()) !== count) {
      if (Date.now() > end) throw new Error(`${await squiggles.count()} ${severity} squiggles in place of ${count}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** @param {Theme} theme */
  async setTheme(theme) {
    await this.press('Control+k', 'Control+t');
    await this.#choose(themes[theme].name, themes[theme].name);
    await this.page.locator(themes[theme].look).waitFor();
  }

  /** @param {string} name of the picture in out/screenshots */
  async screenshot(name) {
    const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
    await this.page.screenshot({ path: join(output, 'screenshots', file), animations: 'disabled' });
  }
}
