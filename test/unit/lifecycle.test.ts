import assert from 'node:assert/strict';
import { followDocuments } from '../../src/editor/documents/lifecycle';
import { FakeDocument, FakeSources, settled, uri } from './fakeEditor';

const STORY = 'file:///prep/stories/a.md';

function follow() {
  const sources = new FakeSources();
  const log: string[] = [];
  const name = (document: { uri: { path: string } }) => document.uri.path.split('/').at(-1);
  const following = followDocuments(sources, {
    enter: (document) => log.push(`enter ${name(document)}`),
    change: ({ document }) => log.push(`change ${name(document)}`),
    save: (document) => log.push(`save ${name(document)}`),
    leave: (document) => log.push(`leave ${name(document)}`),
  });
  /** What has happened since the last call. */
  const heard = () => log.splice(0);
  return { sources, heard, following };
}

describe('the life of a document', () => {
  it('begins when it is open and shown, and ends with its close event', () => {
    const { sources, heard } = follow();
    const story = sources.show(STORY);
    sources.type(story, 0, 'x');
    sources.saved.fire(story.asDocument());
    sources.close(story);
    assert.deepEqual(heard(), ['enter a.md', 'change a.md', 'save a.md', 'leave a.md']);
  });

  it('does not begin for a document that no tab shows', () => {
    const { sources, heard } = follow();
    const story = new FakeDocument(STORY, '');
    sources.open.add(story);
    sources.opened.fire(story.asDocument());
    sources.type(story, 0, 'x');
    assert.deepEqual(heard(), []);
  });

  it('begins for documents that were there before', () => {
    const sources = new FakeSources();
    sources.show(STORY);
    const entered: string[] = [];
    followDocuments(sources, {
      enter: (document) => entered.push(document.uri.path),
      change: () => {},
      save: () => {},
      leave: () => {},
    });
    assert.deepEqual(entered, ['/prep/stories/a.md']);
  });

  it('ends with its tab, long before the close event, and begins again with a new tab', () => {
    const { sources, heard } = follow();
    const story = sources.show(STORY);
    sources.closeTab(story);
    assert.deepEqual(heard(), ['enter a.md', 'leave a.md']);
    sources.tabs.add(story);
    sources.editorsChanged.fire(undefined);
    assert.deepEqual(heard(), ['enter a.md']);
    sources.closeTab(story);
    sources.close(story);
    assert.deepEqual(heard(), ['leave a.md']);
  });

  it('goes on while another tab shows it', () => {
    const { sources, heard } = follow();
    sources.show(STORY);
    sources.show('file:///prep/stories/b.md');
    sources.tabsChanged.fire(undefined);
    assert.deepEqual(heard(), ['enter a.md', 'enter b.md']);
  });

  for (const gone of [STORY, 'file:///prep/stories', 'file:///prep/']) {
    it(`ends when ${gone} is deleted or renamed away, although the tab stays`, async () => {
      const { sources, heard } = follow();
      sources.show(STORY);
      sources.vanished.fire([uri(gone)]);
      await settled();
      sources.tabsChanged.fire(undefined);
      assert.deepEqual(heard(), ['enter a.md', 'leave a.md']);
    });
  }

  it('goes on when the file is back before its end is told', async () => {
    const { sources, heard } = follow();
    sources.show(STORY);
    sources.there.add(STORY);
    sources.vanished.fire([uri(STORY)]);
    await settled();
    assert.deepEqual(heard(), ['enter a.md']);
  });

  it('does not end when a file beside it goes', async () => {
    const { sources, heard } = follow();
    sources.show(STORY);
    sources.vanished.fire([
      uri('file:///prep/stories/a.m'),
      uri('file:///prep/storie'),
      uri('file:///prep/stories/b.md'),
    ]);
    await settled();
    assert.deepEqual(heard(), ['enter a.md']);
  });

  it('begins again when the file is back, or is typed into, or saved', async () => {
    const { sources, heard } = follow();
    const story = sources.show(STORY);
    const vanish = () => {
      sources.vanished.fire([uri(STORY)]);
      return settled();
    };
    await vanish();
    sources.appeared.fire([uri('file:///prep/stories')]);
    await vanish();
    sources.type(story, 0, 'x');
    await vanish();
    sources.saved.fire(story.asDocument());
    assert.deepEqual(heard(), [
      'enter a.md',
      'leave a.md',
      'enter a.md',
      'leave a.md',
      'enter a.md',
      'leave a.md',
      'enter a.md',
      'save a.md',
    ]);
  });

  it('of a renamed file ends under the old name and begins under the new one', async () => {
    const { sources, heard } = follow();
    const story = sources.show(STORY);
    sources.vanished.fire([uri(STORY)]);
    await settled();
    sources.show('file:///prep/stories/b.md');
    sources.closeTab(story);
    sources.close(story);
    assert.deepEqual(heard(), ['enter a.md', 'leave a.md', 'enter b.md']);
  });

  it('ends and begins with a change of language, and with another document under the same name', () => {
    const { sources, heard } = follow();
    const story = sources.show(STORY);
    // The editor sends a close and an open event for a change of language.
    Object.assign(story, { languageId: 'plaintext' });
    sources.closed.fire(story.asDocument());
    sources.opened.fire(story.asDocument());
    assert.deepEqual(heard(), ['enter a.md', 'leave a.md']);
    Object.assign(story, { languageId: 'markdown' });
    sources.opened.fire(story.asDocument());
    assert.deepEqual(heard(), ['enter a.md']);
    sources.open.delete(story);
    sources.tabs.delete(story);
    sources.show(STORY);
    assert.deepEqual(heard(), ['leave a.md', 'enter a.md']);
  });

  it('never begins for documents that are not ours', () => {
    const { sources, heard } = follow();
    sources.show('git:///prep/stories/a.md');
    assert.deepEqual(heard(), []);
  });

  it('hears of no empty changes, which the editor sends for saving', () => {
    const { sources, heard } = follow();
    const story = sources.show(STORY).asDocument();
    sources.changed.fire({ document: story, contentChanges: [], reason: undefined });
    assert.deepEqual(heard(), ['enter a.md']);
  });

  it('ends when nobody follows any more', () => {
    const { sources, heard, following } = follow();
    const story = sources.show(STORY);
    following.dispose();
    sources.type(story, 0, 'x');
    assert.deepEqual(heard(), ['enter a.md', 'leave a.md']);
  });
});
