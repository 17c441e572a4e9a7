// @ts-check
import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { useWindow } from './window.mjs';

const DRAFT = 'stories/the-login-move-that-slipped.md';
const THEMES = /** @type {const} */ (['light', 'dark', 'high-contrast']);

describe('stories and their coverage in the window', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off' }, size: { width: 1400, height: 1200 } });

  /** @param {string | RegExp} text */
  const row = (text) => window.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text });
  /** @param {string | RegExp} text */
  const focused = (text) => row(text).and(window.page.locator('.focused'));
  /** The page within the heat map's panel. */
  const heatMap = async () => {
    const end = Date.now() + 20_000;
    for (;;) {
      for (const frame of window.page.frames()) if ((await frame.locator('#main table').count()) > 0) return frame;
      assert.ok(Date.now() < end, 'no heat map');
      await window.page.waitForTimeout(100);
    }
  };

  before('open the view', async () => {
    await window.page.locator('.activitybar [aria-label^="Starl"]').first().click();
    await row('The login move that slipped').waitFor({ timeout: 60_000 });
  });

  it('opens a story and one of its parts by keyboard', async () => {
    await window.runCommand('Starl: Focus on Stories View');
    await window.press('Home');
    await focused('Ending the voice booking pilot').waitFor();
    await window.press('End');
    await focused('The login move that slipped').waitFor();
    await window.press('ArrowRight');
    await row('Situation').waitFor();
    await row('Learning').filter({ hasText: 'missing' }).waitFor();
    await window.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await focused('Action').waitFor();
    await window.press('Enter');
    await window.waitFor('statusBar', 'Ln 18, Col 1');
  });

  it('keeps the focus in the tree with a click, and asks before a key there deletes a story', async () => {
    const text = await window.read(DRAFT);
    await window.runCommand('View: Close All Editors');
    const story = row('The login move that slipped');
    await story.click();
    await window.waitFor('statusBar', 'Ln 8, Col 1');
    await window.page.locator('.tab.active .monaco-icon-label.italic').waitFor();
    await window.press('Delete');
    const dialog = window.page
      .locator('.monaco-dialog-box')
      .filter({ hasText: 'delete “The login move that slipped”?' });
    await dialog.filter({ hasText: 'Undo' }).waitFor();
    await window.screenshot('stories delete');
    await window.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await window.read(DRAFT), text);
    await window.press('F2');
    await window.waitFor('quickInput', 'Rename Story');
    await window.press('Escape');
    for (const view of ['Checklist', 'Coverage']) {
      await window.runCommand(`Starl: Focus on ${view} View`);
      await window.press('Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight');
      const inside = window.page.locator('.part.sidebar .pane-body .monaco-list-row.focused');
      await inside.first().click();
      assert.ok(await window.page.evaluate(() => document.activeElement?.closest('.part.sidebar') !== null), view);
    }
    await window.quickOpen(DRAFT);
  });

  it('maps the story at the cursor to a question, as one line of its front matter', async () => {
    const beforeMapping = await window.read(DRAFT);
    await window.quickOpen(DRAFT);
    await window.runCommand('Starl: Map Story to a Question...');
    await window.waitFor('quickInput', 'Mapped already');
    await window.type('killed-project');
    await window.press('Enter');
    await window.waitFor('quickInput', 'It answers this by itself');
    await window.screenshot('stories grade');
    await window.press('ArrowDown', 'Enter');
    const added = ', { id: killed-project, grade: partial }';
    const end = Date.now() + 10_000;
    while ((await window.read(DRAFT)) === beforeMapping && Date.now() < end) await window.page.waitForTimeout(50);
    assert.equal(await window.read(DRAFT), beforeMapping.replace('[missed-date', `[missed-date${added}`));
  });

  it('shows what is covered, what hangs on one story and what lacks one', async () => {
    await window.runCommand('Starl: Focus on Coverage View');
    await row('Questions')
      .filter({ hasText: /\d+ of \d+ covered/ })
      .waitFor();
    await window.press('Home', 'ArrowDown', 'ArrowRight');
    await row('gap').first().waitFor();
  });

  it('maps a story that is dragged onto a question', async () => {
    await window.runCommand('Starl: Focus on Coverage View');
    const gap = row(/gap$/).first();
    await gap.waitFor();
    const path = 'stories/half-an-hour-of-stale-prices.md';
    const text = await window.read(path);
    await row('Half an hour of stale prices').first().hover();
    await window.page.mouse.down();
    const place = await gap.boundingBox();
    assert.ok(place);
    await window.page.mouse.move(place.x + 60, place.y - 40, { steps: 8 });
    await window.page.mouse.move(place.x + 60, place.y + place.height / 2, { steps: 8 });
    // VS Code asks the view whether it takes what hovers over it.
    await window.page.waitForTimeout(500);
    await window.screenshot('stories drag');
    await window.page.mouse.up();
    const end = Date.now() + 10_000;
    while ((await window.read(path)) === text && Date.now() < end) await window.page.waitForTimeout(50);
    const lines = (await window.read(path)).split('\n');
    assert.equal(lines.filter((line) => !text.split('\n').includes(line)).length, 1);
  });

  for (const theme of THEMES) {
    it(`is readable in the ${theme} theme`, async () => {
      await window.setTheme(theme);
      await window.screenshot(`stories ${theme}`);
    });
  }

  it('shows the heat map, which is gone through by keyboard and opens stories', async () => {
    await window.runCommand('Starl: Show Story Heat Map');
    const frame = await heatMap();
    assert.equal(await frame.locator('tbody tr').count(), 4);
    for (const theme of THEMES) {
      await window.setTheme(theme);
      await window.page.waitForTimeout(300);
      await window.screenshot(`heat map ${theme}`);
    }
    await frame.getByRole('button', { name: 'Questions' }).focus();
    await window.press('Enter');
    await frame.getByText(/4 stories against \d+ questions/).waitFor();
    const cut = await frame
      .locator('thead .label')
      .evaluateAll(
        (labels) =>
          labels.filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth).length,
      );
    assert.equal(cut, 0, 'headings that are cut');
    await window.screenshot('heat map questions');
    await frame.locator('[data-row][tabindex="0"]').focus();
    await window.press('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    const cell = frame.locator('[data-row="3"][data-column="0"]:focus');
    assert.match((await cell.getAttribute('aria-label')) ?? '', /^The login move that slipped, .*: partial$/);
    await window.press('Enter');
    await window.page.locator('.tab.active[data-resource-name="the-login-move-that-slipped.md"]').waitFor();
  });
});
