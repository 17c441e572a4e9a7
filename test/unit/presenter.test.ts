import assert from 'node:assert/strict';
import type { SettingValue } from '../../src/editor/config/settings';
import { followDocuments } from '../../src/editor/documents/lifecycle';
import { Stories } from '../../src/editor/documents/stories';
import { Presenter } from '../../src/editor/findings/presenter';
import { SHOW_DELAY, TYPING_MOMENT } from '../../src/editor/findings/quiet';
import * as engine from '../../src/editor/lazy/engineModules';
import { Signal } from '../../src/editor/signal';
import { FakeClock, type FakeDocument, FakeSources, settled } from './fakeEditor';

const STORY = 'file:///prep/stories/a.md';
const BAD = 'We decided to rewrite the scheduler.';
const OTHER = 'We convinced the harbour office to move the slot.';
const GOOD = 'I moved the scanners to the last wave.';

const story = (...action: string[]) =>
  `# A story\n\n## Situation\n\nThe port had 41 cranes.\n\n## Action\n\n${action.join(' ')}\n`;

/** A story in a tab, with the sentence of each `vague-we` that the user sees. */
async function present(text: string, run: SettingValue<'run'> = 'onType') {
  const sources = new FakeSources();
  const clock = new FakeClock();
  const settingsChanged = new Signal<void>();
  const state = { run, cursor: undefined as number | undefined, published: 0, settings: {} };
  const seen = new Map<string, string[]>();
  const stories = new Stories({
    loadEngine: async () => engine,
    resolve: async () => ({
      settings: { ...engine.DEFAULT_SETTINGS, ...state.settings },
      root: undefined,
      file: undefined,
      userProblems: [],
    }),
    onDidChangeSettings: settingsChanged.event,
    failed: (_document, error) => {
      throw error;
    },
  });
  const presenter = new Presenter({
    clock,
    session: (document) => stories.session(document),
    runMode: () => state.run,
    cursors: () => (state.cursor === undefined ? [] : [state.cursor]),
    publish: ({ document }, findings) => {
      state.published++;
      const found = findings.filter(({ rule }) => rule === 'vague-we');
      seen.set(
        document.uri.toString(),
        found.map(({ start }) => document.getText().slice(start.offset).split(/[.\n]/, 1)[0] ?? ''),
      );
    },
    clear: ({ uri }) => seen.delete(uri.toString()),
  });
  stories.onDidJudge((judged) => presenter.judged(judged));
  stories.onDidLeave((document) => presenter.left(document));
  followDocuments(sources, stories);
  const document = sources.show(STORY, text);
  await settled();

  /** Types at the end of the first place where `before` stands, the cursor going along. */
  const type = (before: string, put: string) => {
    const at = document.getText().indexOf(before) + before.length;
    state.cursor = at + put.length;
    sources.type(document, at, put);
    presenter.cursorMoved(document.asDocument());
  };
  const moveTo = (text: string) => {
    state.cursor = document.getText().indexOf(text);
    presenter.cursorMoved(document.asDocument());
  };
  const replace = (text: string, by: string) => {
    sources.type(document, document.getText().indexOf(text), by, text.length);
  };
  const undo = (text: string, by: string) => {
    sources.undo(document, document.getText().indexOf(text), by, text.length);
  };
  const shown = (one: FakeDocument = document) => seen.get(one.uri.toString());
  return { sources, clock, stories, presenter, document, state, settingsChanged, type, moveTo, replace, undo, shown };
}

const words = (sentence: string) => sentence.slice(0, -1);

describe('what the user sees', () => {
  it('is there when a story is opened', async () => {
    const { shown } = await present(story(BAD));
    assert.deepEqual(shown(), [words(BAD)]);
  });

  it('is not there in ordinary Markdown', async () => {
    const { sources, shown } = await present(story(BAD));
    const notes = sources.show('file:///notes.md', BAD);
    await settled();
    assert.deepEqual(shown(notes), []);
  });

  it('comes late: a while after the last key, counted anew with each', async () => {
    const { clock, type, moveTo, shown } = await present(story(GOOD));
    type(GOOD, ` ${BAD}`);
    moveTo('# A story');
    clock.pass(SHOW_DELAY - 1);
    assert.deepEqual(shown(), []);
    type('The port had', ' about');
    moveTo('# A story');
    clock.pass(SHOW_DELAY - 1);
    assert.deepEqual(shown(), []);
    clock.pass(1);
    assert.deepEqual(shown(), [words(BAD)]);
    assert.equal(clock.waiting, 0);
  });

  it('goes at once when cured, and only what is cured', async () => {
    const { replace, shown } = await present(story(BAD, OTHER));
    assert.deepEqual(shown(), [words(BAD), words(OTHER)]);
    replace('We decided', 'I decided');
    assert.deepEqual(shown(), [words(OTHER)]);
  });

  it('does not hold the sentence being typed, until a moment has passed', async () => {
    const { clock, type, shown } = await present(story(GOOD));
    type(GOOD, ` ${words(BAD)}`);
    clock.pass(TYPING_MOMENT - 1);
    assert.deepEqual(shown(), []);
    clock.pass(1);
    assert.deepEqual(shown(), [words(BAD)]);
  });

  it('holds the sentence as soon as the cursor has left it', async () => {
    const { clock, type, moveTo, shown } = await present(story(GOOD));
    type(GOOD, ` ${BAD}`);
    clock.pass(SHOW_DELAY + 500);
    assert.deepEqual(shown(), []);
    moveTo('# A story');
    clock.pass(0);
    assert.deepEqual(shown(), [words(BAD)]);
  });

  it('loses a sentence while it is typed in, and gets it back when it is still at fault', async () => {
    const { clock, type, shown } = await present(story(BAD, OTHER));
    type('We decided', ' quickly');
    assert.deepEqual(shown(), [words(OTHER)]);
    clock.pass(TYPING_MOMENT);
    assert.deepEqual(shown(), ['We decided quickly to rewrite the scheduler', words(OTHER)]);
  });

  it('is there at once when its cure is undone, although the cursor stands in it', async () => {
    const { moveTo, replace, undo, shown } = await present(story(BAD, OTHER));
    moveTo(BAD);
    replace('We decided', 'I decided');
    assert.deepEqual(shown(), [words(OTHER)]);
    undo('I decided', 'We decided');
    assert.deepEqual(shown(), [words(BAD), words(OTHER)]);
  });

  it('holds again what was typed in, as soon as that is undone', async () => {
    const { type, undo, shown } = await present(story(BAD, OTHER));
    type('We decided', ' quickly');
    assert.deepEqual(shown(), [words(OTHER)]);
    undo(' quickly', '');
    assert.deepEqual(shown(), [words(BAD), words(OTHER)]);
  });

  it('is not sent anew with every key', async () => {
    const { type, moveTo, state } = await present(story(BAD, OTHER));
    moveTo('# A story');
    const { published } = state;
    for (let i = 0; i < 10; i++) type('The port had', ' very');
    assert.equal(state.published, published);
  });

  it('goes with the tab, and no timer brings it back', async () => {
    const { sources, clock, document, type, shown } = await present(story(BAD));
    type(GOOD, ` ${OTHER}`);
    sources.closeTab(document);
    clock.pass(10_000);
    assert.equal(shown(), undefined);
    assert.equal(clock.waiting, 0);
  });

  it('is not brought by a report for an older text', async () => {
    const { clock, document, type, moveTo, state } = await present(story(GOOD));
    type(GOOD, ` ${BAD}`);
    moveTo('# A story');
    // An edit whose event has not come yet.
    document.replace(0, 0, 'x');
    const { published } = state;
    clock.pass(10_000);
    assert.equal(state.published, published);
  });

  it('is anew what it should be after a change of settings, but for the sentence being typed', async () => {
    const { state, settingsChanged, type, replace, shown } = await present(story(GOOD, OTHER));
    state.settings = { rules: { 'vague-we': 'off' } };
    settingsChanged.fire();
    await settled();
    assert.deepEqual(shown(), []);
    replace('The port', 'This port');
    type(GOOD, ` ${BAD}`);
    state.settings = {};
    settingsChanged.fire();
    await settled();
    assert.deepEqual(shown(), [words(OTHER)]);
  });

  it('does not come anew for settings that decide nothing', async () => {
    const { state, settingsChanged } = await present(story(BAD));
    const { published } = state;
    settingsChanged.fire();
    await settled();
    assert.equal(state.published, published);
  });
});

describe('when findings are shown', () => {
  it('on save: new ones come with opening and saving only, cured ones go at once', async () => {
    const { sources, clock, document, type, moveTo, replace, shown } = await present(story(OTHER), 'onSave');
    assert.deepEqual(shown(), [words(OTHER)]);
    type('slot.', ` ${BAD}`);
    moveTo('# A story');
    clock.pass(10_000);
    assert.deepEqual(shown(), [words(OTHER)]);
    sources.saved.fire(document.asDocument());
    assert.deepEqual(shown(), [words(OTHER), words(BAD)]);
    replace('We convinced', 'I convinced');
    assert.deepEqual(shown(), [words(BAD)]);
  });

  it('on save: what an undo brings back counts as new, and what was being typed is shown', async () => {
    const { type, replace, undo, shown } = await present(story(BAD, OTHER), 'onSave');
    replace('We decided', 'I decided');
    type('We convinced', ' quickly');
    assert.deepEqual(shown(), []);
    undo(' quickly', '');
    undo('I decided', 'We decided');
    assert.deepEqual(shown(), [words(OTHER)]);
  });

  it('on demand: nothing comes unasked, and what was shown is kept up to date', async () => {
    const { sources, clock, document, stories, presenter, type, replace, shown } = await present(
      story(BAD),
      'onDemand',
    );
    sources.saved.fire(document.asDocument());
    clock.pass(10_000);
    assert.deepEqual(shown(), []);
    const check = async () => {
      const session = await stories.whenJudged(document.asDocument());
      if (session) presenter.check(session);
    };
    type('scheduler.', ` ${OTHER}`);
    await check();
    assert.deepEqual(shown(), [words(BAD), words(OTHER)], 'also the sentence being typed');
    type('We decided', ' quickly');
    assert.deepEqual(shown(), [words(OTHER)]);
    clock.pass(TYPING_MOMENT);
    assert.deepEqual(shown(), ['We decided quickly to rewrite the scheduler', words(OTHER)]);
    replace('We convinced', 'I convinced');
    assert.deepEqual(shown(), ['We decided quickly to rewrite the scheduler']);
  });

  it('on demand: what was cured and is at fault again counts as new', async () => {
    const { sources, clock, document, state, replace, shown } = await present(story(BAD, OTHER), 'onSave');
    state.run = 'onDemand';
    replace('We convinced', 'I convinced');
    replace('I convinced', 'We convinced');
    sources.saved.fire(document.asDocument());
    clock.pass(10_000);
    assert.deepEqual(shown(), [words(BAD)]);
  });
});
