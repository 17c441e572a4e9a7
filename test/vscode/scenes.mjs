// @ts-check
// What the README's pictures show, and how a person would get there.

/** @typedef {import('../window/window.mjs').Window} Window */

/**
 * @typedef {object} Scene
 * @property {[width: number, height: number]} size
 * @property {(window: Window) => Promise<void>} prepare
 */

const draft = 'stories/the-login-move-that-slipped.md';
/** The sentence of the draft that is looked at closely. */
const claim = { line: 20, column: 5 };

/** @type {Record<string, Scene>} */
export const scenes = {
  story: {
    size: [1180, 760],
    async prepare(window) {
      await openDraft(window);
      await showChecklist(window);
      await window.press('Control+1');
    },
  },
  see: {
    size: [900, 560],
    async prepare(window) {
      await openDraft(window);
      await hideSidebar(window);
      await window.goTo(claim.line, claim.column);
      await window.runCommand('Show or Focus Hover');
      await window.waitFor('hover', /interviewer/i);
    },
  },
  fix: {
    size: [900, 560],
    async prepare(window) {
      await openDraft(window);
      await hideSidebar(window);
      await window.goTo(claim.line, claim.column);
      await window.press('Control+.');
      await window.waitFor('menu', /\S/);
    },
  },
  tick: {
    size: [900, 560],
    async prepare(window) {
      await window.quickOpen('prep.md');
      await showChecklist(window);
    },
  },
  write: {
    size: [900, 620],
    async prepare(window) {
      await hideSidebar(window);
      await window.runCommand('Starl: New Story');
      await window.waitFor('quickInput', 'Killed project');
      await window.type('uncertainty');
      await window.press('Enter');
      await window.waitFor('quickInput', /title/);
      await window.type('Opening the warehouse a day early');
      await window.press('Enter');
      await window.waitFor('editor', 'Opening the warehouse a day early');
    },
  },
};

/** @param {Window} window */
async function openDraft(window) {
  await window.quickOpen(draft);
  await window.page.locator('.part.editor .squiggly-info').first().waitFor();
  await window.waitFor('editor', /words/);
}

/** @param {Window} window */
async function showChecklist(window) {
  await window.runCommand('Focus on Checklist View');
  await window.waitFor('sidebar', / of /);
}

/** @param {Window} window */
async function hideSidebar(window) {
  const sidebar = window.page.locator('.part.sidebar');
  if (await sidebar.isVisible()) await window.runCommand('View: Toggle Primary Side Bar Visibility');
}
