// @ts-check
// Drives the window of the real VS Code as a person does, by keyboard, for the UI tests.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from '../vscode/pins.mjs';
import { startWorkbench } from '../vscode/workbench.mjs';
import { QuickInput } from './quickInput.mjs';
import { came, PATIENCE, until } from './until.mjs';
import { View } from './view.mjs';

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

/** After which a key is pressed again, where that does no harm, in ms. */
const SHORT = 8_000;

const themes = {
  light: { name: 'Light Modern', look: '.monaco-workbench.vs' },
  dark: { name: 'Dark Modern', look: '.monaco-workbench.vs-dark' },
  'high-contrast': { name: 'Dark High Contrast', look: '.monaco-workbench.hc-black' },
  'high-contrast-light': { name: 'Light High Contrast', look: '.monaco-workbench.hc-light' },
};

/** @typedef {keyof typeof parts} Part */
/** @typedef {keyof typeof themes} Theme */

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

  /** Where VS Code and Starl ask. */
  get quickInput() {
    return new QuickInput(this);
  }

  /** One of Starl's views. @param {ConstructorParameters<typeof View>[1]} name */
  view(name) {
    return new View(this, name);
  }

  /** The folder that is open: a copy of the sample workspace. */
  get workspace() {
    return this.#open.workspace;
  }

  async open() {
    const version = process.env.STARL_TEST_VSCODE;
    await this.#enter(await startWorkbench({ ...(version && { version }), ...this.#options }));
  }

  /** Opens a second window on the same folder, which goes with this one. */
  async another() {
    const other = new Window(this.#options);
    await other.#enter(await this.#open.another());
    return other;
  }

  /** @param {import('../vscode/workbench.mjs').Workbench} workbench */
  async #enter(workbench) {
    this.#workbench = workbench;
    this.page.setDefaultTimeout(PATIENCE);
    await this.#workbench.open();
    await this.#waitForFiles();
    // Commands are there as soon as the views are.
    await this.page.locator('.part.activitybar [aria-label^="Starl"]').first().waitFor();
  }

  async close() {
    await this.#workbench?.close();
  }

  /** Loads the window anew, on what it was open on. */
  async reload() {
    const old = this.page.locator('body[data-old]');
    await this.page.evaluate(() => document.body.setAttribute('data-old', ''));
    await this.runCommand('Developer: Reload Window');
    await old.waitFor({ state: 'detached' });
    await this.#waitForFiles();
  }

  async #waitForFiles() {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** VS Code empties a file before it writes to it. @param {string} path of a file of the workspace */
  async read(path) {
    const text = () => readFile(join(this.workspace, path), 'utf8');
    return (await text()) || this.page.waitForTimeout(200).then(text);
  }

  /** Waits until a file of the workspace is as it should be. @param {string} path @param {(text: string) => boolean} is */
  async waitForFile(path, is) {
    let text = '';
    const look = async () => {
      text = await this.read(path).catch(() => '');
      return is(text);
    };
    await until(look, () => `${path} is\n${text}`);
  }

  /** @param {string[]} keys one after the other, such as 'Control+.' or 'Enter', to what has the focus */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into what has the focus. @param {string} text */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** @param {string} command its title, as the palette shows it */
  async runCommand(command) {
    await until(async () => {
      await this.press('F1');
      return this.quickInput.tryToChoose(command, `>${command}`);
    }, `the palette does not offer “${command}”`);
  }

  /** Whether the palette offers a command now. @param {string} command its title */
  async offers(command) {
    await this.press('F1');
    const found = await this.quickInput.shows(`>${command}`, command);
    await this.quickInput.dismiss();
    return found;
  }

  /** @param {string} path of a file of the workspace; the cursor goes to its start */
  async quickOpen(path) {
    const name = path.split('/').at(-1) ?? path;
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`);
    await until(async () => {
      await this.press('Control+p');
      return (await this.quickInput.tryToChoose(name, path)) && came(tab.waitFor({ timeout: SHORT }));
    }, `${path} does not open`);
    const goToStart = async () => {
      await this.focusEditor(`/${name}`);
      await this.press('Control+Home');
      return this.#isAt(1, 1);
    };
    await until(goToStart, `the cursor does not go to the start of ${path}`);
  }

  /** Waits until keys go to the editor in front. @param {string} [end] with which the name of its file ends */
  async focusEditor(end) {
    const of = end === undefined ? '[data-uri]' : `[data-uri$="${end}"]`;
    const editor = this.page.locator(`.editor-group-container.active .monaco-editor${of}`);
    await editor.first().waitFor();
    await until(async () => {
      if ((await editor.and(this.page.locator('.focused')).count()) > 0) return true;
      await this.press('Control+1');
    }, 'the editor does not take the focus');
  }

  /** @param {number} line counted from 1 @param {number} [column] */
  async goTo(line, column = 1) {
    await until(async () => {
      await this.press('Control+g');
      return (await this.quickInput.tryToAnswer(`:${line}:${column}`)) && this.#isAt(line, column);
    }, `the cursor does not go to line ${line}, column ${column}`);
    await this.focusEditor();
  }

  /** Whether the cursor comes to stand there soon. @param {number} line @param {number} column */
  #isAt(line, column) {
    const place = new RegExp(`Ln ${line}, Col ${column}(?!\\d)`);
    return came(this.page.locator(parts.statusBar).getByText(place).first().waitFor({ timeout: SHORT }));
  }

  /** Opens the menu of fixes at the cursor, which shows this one. @param {string} title */
  async openFixes(title) {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await until(async () => {
      await this.press('Control+.');
      if (await came(row.waitFor({ timeout: SHORT }))) return true;
      // What was worked out for an earlier text goes.
      await this.press('Escape');
    }, `the menu of fixes does not show “${title}”`);
    return row;
  }

  /** Takes a fix at the cursor from the menu. @param {string} title */
  async chooseFix(title) {
    const row = await this.openFixes(title);
    while (!(await row.and(this.page.locator('.focused')).isVisible())) {
      await this.press('ArrowDown');
      await this.nextFrame();
    }
    await this.press('Enter');
    await this.waitUntilGone('menu', /./);
    await this.focusEditor();
  }

  /** Shows what the hover says at the cursor. @param {string | RegExp} text which it says */
  async showHover(text) {
    const hover = this.page.locator(parts.hover).filter({ hasText: text, visible: true });
    await until(async () => {
      await this.runCommand('Show or Focus Hover');
      return came(hover.first().waitFor({ timeout: SHORT }));
    }, `no hover says ${text}`);
  }

  /** Waits until the language status says something. @param {string | RegExp} text */
  async waitForLanguageStatus(text) {
    const says = this.page.getByText(text).filter({ visible: true });
    await until(async () => {
      await this.page.locator('.part.statusbar [id="status.languageStatus"]').hover();
      if (await came(says.first().waitFor({ timeout: SHORT }))) return true;
      await this.page.mouse.move(400, 300);
    }, `the language status does not say ${text}`);
  }

  /** The page within a panel or preview which holds this element. @param {string} selector */
  webview(selector) {
    return until(async () => {
      for (const frame of this.page.frames()) {
        // A frame may go while it is looked at.
        if (
          frame !== this.page.mainFrame() &&
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      }
    }, `no page shows ${selector}`);
  }

  /** Waits until the window has drawn what it was told. */
  async nextFrame() {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }

  /** Waits until a part of the window shows a text. @param {Part} part @param {string | RegExp} text */
  async waitFor(part, text) {
    await this.page.locator(parts[part]).filter({ hasText: text, visible: true }).first().waitFor();
  }

  /** Waits until a part of the window no longer shows a text. @param {Part} part @param {string | RegExp} text */
  async waitUntilGone(part, text) {
    await this.page.locator(parts[part]).filter({ hasText: text, visible: true }).first().waitFor({ state: 'hidden' });
  }

  /** How many squiggles of Starl's severity the editor shows, in the lines that are in sight. */
  squiggles() {
    return this.page.locator('.part.editor .squiggly-info').count();
  }

  /** Waits until the editor shows as many squiggles (in the lines that are in sight). @param {number} count */
  async waitForSquiggles(count) {
    let shown = 0;
    const look = async () => {
      shown = await this.squiggles();
      return shown === count;
    };
    await until(look, () => `${shown} squiggles in place of ${count}`);
  }

  /** @param {Theme} theme */
  async setTheme(theme) {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.choose(themes[theme].name);
    await this.page.locator(themes[theme].look).waitFor();
  }

  /** @param {string} name of the picture in out/screenshots */
  async screenshot(name) {
    const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
    await this.page.screenshot({ path: join(output, 'screenshots', file), animations: 'disabled' });
  }
}
