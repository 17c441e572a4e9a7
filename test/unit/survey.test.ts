import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Uri } from 'vscode';
import { DEFAULT_SETTINGS } from '../../src/core/config/settings';
import { arrangeStories } from '../../src/core/library/arrange';
import { isClean } from '../../src/core/library/clean';
import { figuresOf, Library } from '../../src/core/library/library';
import { readRecords, type StoryRecord } from '../../src/core/library/record';
import { createSurveyor } from '../../src/core/library/survey';
import { ReadingQueue } from '../../src/editor/library/readingQueue';
import { wholeStory as story } from '../wholeStory';
import { info, linter, records } from './storyRecords';

const survey = createSurveyor(DEFAULT_SETTINGS);
const surveyed = (text: string): StoryRecord[] => readRecords(text, survey(text, info));
/** What a survey tells of stories, told of those that were judged. */
const marks = ({
  id,
  title,
  start,
  end,
  line,
  words,
  seconds,
  parts,
  competencies,
  questions,
  framings,
}: StoryRecord) => ({
  ...{ id, title, start, end, line, words, seconds, competencies, questions, framings },
  parts: parts.map(({ part, words: own, seconds: spoken, line: at }) => ({ part, own, spoken, at })),
});

describe('a survey of stories', () => {
  const folders = ['test/fixtures/stories', 'media/sample/stories'];
  for (const name of folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))) {
    it(`tells of ${name} what the judge tells of its marks`, () => {
      for (const text of [readFileSync(name, 'utf8'), readFileSync(name, 'utf8').replaceAll('\n', '\r\n')])
        assert.deepEqual(surveyed(text).map(marks), records(text).map(marks));
    });
  }

  it('tells the same of whatever is put together of marked stories', () => {
    const line = fc.constantFrom(
      story('One'),
      story('Two'),
      '## Three',
      "**Action:** I didn't wait; we'd “had” it [twice].",
      '**Situation:**',
      '```\n# code\n```',
      'Words between.',
      '# Result',
      '#',
      '<!-- starl: { questions: [failure] } -->',
      '---\nstarl: story\n---',
      '### Result\n\n- 12% more\n- 3 fewer',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n\n');
        const all = records(text);
        // Without a mark, and in front of a first one of the result, parts are estimated, and a survey leaves that to the judge.
        const first = linter.lint(text, info).outline.map(({ parts }) => parts.find(({ marked }) => marked)?.part);
        const isMarked = first.every((part) => part !== undefined && part !== 'result');
        if (isMarked) assert.deepEqual(surveyed(text).map(marks), all.map(marks));
        else
          assert.deepEqual(
            surveyed(text).map(({ title, words }) => [title, words]),
            all.map(({ title, words }) => [title, words]),
          );
      }),
    );
  });

  it('leaves open what only the judge can say', () => {
    const [one] = surveyed(story('One'));
    assert.ok(one && !one.isJudged && !isClean(one));
    assert.deepEqual([...new Set(one.parts.map(({ state }) => state))], ['unread']);
    const library = new Library();
    const text = story('One');
    library.put('a.md', text, survey(text, info));
    assert.deepEqual(
      (['all', 'unmapped', 'incomplete', 'findings', 'clean'] as const).map(
        (filter) => arrangeStories(library.stories, 'title', filter).length,
      ),
      [1, 1, 0, 0, 0],
    );
    assert.deepEqual([figuresOf(library.stories).clean, figuresOf(library.stories).complete], [0, 0]);
    assert.ok(library.put('a.md', text, linter.lint(text, info)));
    assert.deepEqual([figuresOf(library.stories).clean, figuresOf(library.stories).complete], [1, 1]);
  });

  it('finds no stories in notes and design sheets, and the length of a speech', () => {
    assert.deepEqual(readRecords('# Notes', survey('# Notes', { path: 'notes.md' })), []);
    assert.deepEqual(surveyed('---\nstarl: design\n---\n\n## Scope\n\nText.'), []);
    const library = new Library();
    const speech = '---\nstarl: speech\n---\n\nI build tools that people ask for by name, and I stay until they work.';
    library.put('me.md', speech, survey(speech, { path: 'me.md' }));
    assert.deepEqual(library.speeches, [linter.lint(speech, { path: 'me.md' }).outline[0]?.seconds]);
  });
});

describe('the queue of files to read', () => {
  const uri = (name: string) => ({ toString: () => name }) as Uri;
  const names = (uris: readonly Uri[]) => uris.map(String);

  it('surveys what is not known, and judges first what is before the user', () => {
    const queue = new ReadingQueue();
    for (const name of ['a', 'b', 'c', 'd']) queue.add(uri(name), true);
    queue.add(uri('new'), false);
    queue.prefer(['c', 'none', 'b']);
    assert.deepEqual([queue.size, queue.unknown], [5, 1]);
    assert.deepEqual(names(queue.takeUnknown(9)), ['new']);
    assert.deepEqual(names(queue.takeKnown(3)), ['c', 'b', 'a']);
    queue.add(uri('d'), true);
    assert.deepEqual(names(queue.takeKnown(3)), ['d']);
    assert.equal(queue.size, 0);
  });
});
