import assert from 'node:assert/strict';
import type { Resolved } from '../../src/editor/config/config';
import { followDocuments } from '../../src/editor/documents/lifecycle';
import { Stories } from '../../src/editor/documents/stories';
import type { Engine } from '../../src/editor/lazy/engine';
import * as engine from '../../src/editor/lazy/engineModules';
import { Signal } from '../../src/editor/signal';
import { FakeSources, settled } from './fakeEditor';

const STORY = 'file:///prep/stories/a.md';
const TEXT = '# A story\n\n## Action\n\nWe decided to rewrite the scheduler.\n\n## Result\n\nIt held.\n';
const RESOLVED: Resolved = { settings: engine.DEFAULT_SETTINGS, root: undefined, file: undefined, userProblems: [] };

/** Stories whose engine comes and whose settings are resolved when the test says so. */
function slowStories(load: () => Promise<Engine> = async () => engine) {
  const sources = new FakeSources();
  const settingsChanged = new Signal<void>();
  const waiting: ((resolved: Resolved) => void)[] = [];
  const log: string[] = [];
  const stories = new Stories({
    loadEngine: load,
    resolve: () => new Promise((resolve) => waiting.push(resolve)),
    onDidChangeSettings: settingsChanged.event,
    failed: (_document, error) => log.push(`failed: ${error instanceof Error ? error.message : error}`),
  });
  stories.onDidJudge(({ session, cause }) =>
    log.push(`${cause} ${session.version}: ${session.report.findings.length > 0}`),
  );
  stories.onDidLeave(() => log.push('left'));
  followDocuments(sources, stories);
  const answer = async (index = waiting.length - 1) => {
    waiting[index]?.(RESOLVED);
    await settled();
  };
  return { sources, stories, settingsChanged, answer, heard: () => log.splice(0) };
}

describe('the stories before the user', () => {
  it('follow no change of the settings once they are disposed of', async () => {
    const { sources, stories, settingsChanged, answer, heard } = slowStories();
    sources.show(STORY, TEXT);
    await answer();
    stories.dispose();
    settingsChanged.fire();
    await answer();
    assert.deepEqual(heard(), ['opened 1: true']);
  });

  it('are judged as they stand when the engine is there', async () => {
    const { sources, stories, answer, heard } = slowStories();
    const story = sources.show(STORY, TEXT);
    sources.type(story, TEXT.indexOf('We'), 'I', 2);
    assert.deepEqual(heard(), []);
    assert.equal(stories.session(story.asDocument()), undefined);
    await answer();
    const { report } = stories.session(story.asDocument()) ?? assert.fail();
    assert.deepEqual(report, engine.createLinter().lint(story.getText(), { path: '/prep/stories/a.md' }));
    assert.equal(heard().length, 1);
  });

  it('are not judged when they were closed meanwhile, even if they are open again', async () => {
    const { sources, answer, heard } = slowStories();
    const story = sources.show(STORY, TEXT);
    sources.closeTab(story);
    sources.tabs.add(story);
    sources.tabsChanged.fire(undefined);
    await answer(0);
    assert.deepEqual(heard(), ['left']);
    await answer(1);
    assert.deepEqual(heard(), ['opened 1: true']);
  });

  it('are judged by the latest settings only', async () => {
    const { sources, settingsChanged, answer, heard } = slowStories();
    sources.show(STORY, TEXT);
    settingsChanged.fire();
    await answer(0);
    assert.deepEqual(heard(), []);
    await answer(1);
    assert.deepEqual(heard(), ['resettled 1: true']);
    settingsChanged.fire();
    await answer(2);
    assert.deepEqual(heard(), [], 'nothing has changed');
  });

  it('can be waited for', async () => {
    const { sources, stories, answer } = slowStories();
    const story = sources.show(STORY, TEXT);
    const judged = stories.whenJudged(story.asDocument());
    await answer();
    assert.equal((await judged)?.version, 1);
    assert.equal(await stories.whenJudged(sources.show('git:///prep/stories/a.md').asDocument()), undefined);
  });

  it('have no report for a text whose edit has not been told yet', async () => {
    const { sources, stories, answer } = slowStories();
    const story = sources.show(STORY, TEXT);
    await answer();
    story.replace(0, 0, 'x');
    assert.equal(stories.session(story.asDocument()), undefined);
  });

  it('say so when judging fails, try again with the next edit, and leave the others alone', async () => {
    let broken = true;
    const { sources, stories, answer, heard } = slowStories(async () => {
      if (broken) throw new Error('no engine');
      return engine;
    });
    const story = sources.show(STORY, TEXT);
    await settled();
    assert.deepEqual(heard(), ['failed: no engine', 'left']);
    assert.ok(stories.hasFailed(story.asDocument()));
    broken = false;
    sources.show('file:///prep/stories/b.md', TEXT);
    await answer();
    assert.deepEqual(heard(), ['opened 1: true']);
    sources.type(story, 0, '\n');
    await answer();
    assert.deepEqual(heard(), ['opened 2: true']);
    assert.ok(!stories.hasFailed(story.asDocument()));
  });

  it('find again what stood somewhere before', async () => {
    const { sources, stories, answer } = slowStories();
    const story = sources.show(STORY, TEXT);
    await answer();
    const session = stories.session(story.asDocument()) ?? assert.fail();
    const start = TEXT.indexOf('decided');
    sources.type(story, 0, 'ab');
    sources.type(story, story.getText().length, 'cd');
    assert.deepEqual(session.locate({ start, end: start + 7 }, 1), { start: start + 2, end: start + 9 });
    assert.equal(session.locate({ start, end: start + 7 }, 99), undefined);
    for (let i = 0; i < 300; i++) sources.type(story, 0, 'x');
    assert.equal(session.locate({ start, end: start + 7 }, 1), undefined, 'not for ever');
  });
});
