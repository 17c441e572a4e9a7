// @ts-check
// The box at the top of the window in which VS Code and its extensions ask. Every key goes to its input, which takes the
// focus for it, as with a person who sees that the cursor is elsewhere.
import { came, until } from './until.mjs';

/** After which an input that went away, or never came, is asked for again, in ms. */
const SHORT = 8_000;

/** The quick input of a window. */
export class QuickInput {
  #window;

  /** @param {import('./window.mjs').Window} window */
  constructor(window) {
    this.#window = window;
  }

  get #page() {
    return this.#window.page;
  }

  get #widget() {
    return this.#page.locator('.quick-input-widget').filter({ visible: true });
  }

  /** Up to VS Code 1.96 the widget also holds a box that chooses all rows. */
  get #input() {
    return this.#widget.locator('input[type="text"]').filter({ visible: true });
  }

  /** Waits until a question is asked: in the title, beside or in the input, or by one of the rows. @param {string} question */
  async waitFor(question) {
    const inInput = this.#page.locator(`input[placeholder*="${question.replace(/["\\]/g, '\\$&')}"]`);
    await this.#widget
      .filter({ hasText: question })
      .or(this.#widget.filter({ has: inInput }))
      .first()
      .waitFor();
  }

  /** Answers a question with what is typed, or with what is proposed. @param {string} question @param {string} [text] */
  async answer(question, text) {
    await this.waitFor(question);
    if (text !== undefined) await this.#input.fill(text);
    await this.#input.press('Enter');
  }

  /** Answers whatever is asked; false where nothing is asked, or it goes away before. @param {string} text */
  async tryToAnswer(text) {
    if (!(await came(this.#input.fill(text, { timeout: SHORT })))) return false;
    if (!(await came(this.#input.press('Enter', { timeout: SHORT })))) return false;
    return came(this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: SHORT }));
  }

  /** Takes the row of that name. @param {string} name @param {string} [filter] typed to find it */
  async choose(name, filter = name) {
    await until(() => this.tryToChoose(name, filter), `no row “${name}” to choose`);
  }

  /** Types without an answer. @param {string} text */
  async type(text) {
    await this.#input.fill(text);
  }

  /** Whether a filter leaves a row of that name, once it leaves any or says that there is none. @param {string} filter @param {string} name */
  async shows(filter, name) {
    if (!(await came(this.#input.fill(filter, { timeout: SHORT })))) return false;
    const rows = this.#widget.locator('.quick-input-list .monaco-list-row');
    return came(rows.filter({ hasText: name }).first().waitFor({ timeout: 3000 }));
  }

  /** Goes back to the question before. */
  async back() {
    await this.#input.press('Control+Alt+Minus');
  }

  /** Gives up. */
  async dismiss() {
    await until(async () => {
      if (!(await this.#input.isVisible())) return true;
      await came(this.#input.press('Escape', { timeout: SHORT }));
    }, 'the quick input stays');
  }

  /** Waits until nothing is asked. */
  async waitUntilGone() {
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * Fills the input, goes down to the row of that name, and takes it; false where input or row did not come, or went away.
   * @param {string} name
   * @param {string} filter
   */
  async tryToChoose(name, filter) {
    const label = this.#page
      .locator('.label-name')
      .getByText(new RegExp(`^${name.replace(/[^\w\s]/g, '\\$&')}(\\.\\.\\.|…)?$`));
    const row = this.#widget.locator('.quick-input-list .monaco-list-row').filter({ has: label }).first();
    if (!(await came(this.#input.fill(filter, { timeout: SHORT })))) return false;
    if (!(await came(row.waitFor({ timeout: SHORT })))) return false;
    // More rows may come and move the focus: it counts where it is found twice.
    for (let found = 0; found < 2; ) {
      const look = await row.getAttribute('class', { timeout: SHORT }).catch(() => null);
      if (look === null) return false;
      found = /\bfocused\b/.test(look) ? found + 1 : 0;
      if (found === 0 && !(await came(this.#input.press('ArrowDown', { timeout: SHORT })))) return false;
      await this.#window.nextFrame();
    }
    if (!(await came(this.#input.press('Enter', { timeout: SHORT })))) return false;
    await row.waitFor({ state: 'hidden' });
    return true;
  }
}
