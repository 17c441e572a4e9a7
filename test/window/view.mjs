// @ts-check
// A view of Starl's in the side bar, and its rows.
import { came, until } from './until.mjs';

/** After which a key or a click is given again, in ms: where that costs much, and where it costs nothing. */
const SHORT = 5_000;
const SOON = 1_500;

/** One of Starl's views in the side bar of a window. */
export class View {
  #window;
  #name;

  /** @param {import('./window.mjs').Window} window @param {'Checklist' | 'Stories' | 'Coverage' | 'Practice'} name */
  constructor(window, name) {
    this.#window = window;
    this.#name = name;
  }

  /** All of it, heading included. */
  get pane() {
    const heading = this.#window.page.locator(`.pane-header[aria-label^="${this.#name}"]`);
    return this.#window.page.locator('.part.sidebar .pane').filter({ has: heading });
  }

  /** The rows that show a text; those out of sight are not there to be found. @param {string | RegExp} text */
  row(text) {
    return this.pane.locator('.monaco-list-row').filter({ hasText: text });
  }

  /** The row that shows a text, where keys go to it. @param {string | RegExp} text */
  focused(text) {
    return this.row(text).and(this.#window.page.locator('.focused'));
  }

  /** Opens the view and gives it the focus, which it can take only once it has rows. */
  async focus() {
    await until(async () => {
      await this.#window.runCommand(`Starl: Focus on ${this.#name} View`);
      return came(this.pane.locator('.monaco-list:focus-within').waitFor({ timeout: SHORT }));
    }, `the view ${this.#name} does not take the focus`);
  }

  /** Goes down by keyboard from the first row to the first that shows a text. @param {string | RegExp} text */
  async goTo(text) {
    await until(async () => {
      await this.focus();
      await this.#window.press('Home');
      const first = this.pane.locator('.monaco-list-row.focused[data-index="0"]');
      // A tree that has just got the focus may lack its rows.
      if (!(await came(first.waitFor({ timeout: SOON })))) return;
      while (!(await this.focused(text).isVisible())) if (!(await this.goDown())) return;
      return true;
    }, `no row ${text} in the view ${this.#name}`);
  }

  /** Goes to the row below; false where there is none. */
  async goDown() {
    const focused = this.pane.locator('.monaco-list-row.focused');
    const index = await focused.getAttribute('data-index');
    await this.#window.press('ArrowDown');
    const next = focused.and(this.#window.page.locator(`:not([data-index="${index}"])`));
    return came(next.waitFor({ timeout: SHORT }));
  }

  /** @param {string} text */
  isTicked(text) {
    return this.#box(text, true).isVisible();
  }

  /** @param {string} text @param {boolean} checked */
  async waitForBox(text, checked) {
    await this.#box(text, checked).waitFor();
  }

  /** Ticks or unticks a box with the mouse. @param {string} text @param {boolean} checked what it is to be */
  async tick(text, checked) {
    await until(async () => {
      // What the mouse is told of the row beside may lie above the box.
      await this.#window.page.mouse.move(640, 400);
      // A row that is drawn anew under the mouse gets nothing of the click.
      if (await this.#box(text, !checked).isVisible()) await this.#box(text, !checked).click();
      return came(this.#box(text, checked).waitFor({ timeout: SHORT }));
    }, `the box of ${text} does not change`);
  }

  /** @param {string} text @param {boolean} checked */
  #box(text, checked) {
    return this.row(text)
      .getByRole('checkbox')
      .and(this.#window.page.locator(`[aria-checked="${checked}"]`));
  }
}
