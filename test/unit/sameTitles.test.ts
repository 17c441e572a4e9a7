import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sameTitles, sameTitleWords } from '../../src/core/hints/sameTitles';
import { createLinter } from '../../src/core/index';
import { Library } from '../../src/core/library/library';
import { wholeStory } from '../wholeStory';

describe('stories of one title', () => {
  const linter = createLinter({});
  const say = (files: Readonly<Record<string, readonly string[]>>) => {
    const library = new Library();
    for (const [file, titles] of Object.entries(files)) {
      const text = titles.map((title) => wholeStory(title)).join('\n');
      library.put(file, text, linter.lint(text, { path: file }));
    }
    return sameTitles(library.stories).map(
      (same) => `${same.one.file}:${same.one.story.line} ${sameTitleWords(same, (file) => `./${file}`)}`,
    );
  };

  it('are each told with the place of the other, and with which of them the title means', () => {
    assert.deepEqual(say({ 'stories/freeze.md': ['The freeze'], 'stories/freeze-copy.md': ['Boats', 'the Freeze'] }), [
      'stories/freeze-copy.md:13 There is another "The freeze" in ./stories/freeze.md, line 1, and rounds and mocks that name it mean this one. Give one of them another title.',
      'stories/freeze.md:1 There is another "the Freeze" in ./stories/freeze-copy.md, line 13, and rounds and mocks that name it mean that one. Give one of them another title.',
    ]);
  });

  it('are all told where there are more than two, and within a file', () => {
    assert.deepEqual(
      say({ 'stories/a.md': ['Ships', 'Boats', 'Ships'], 'stories/b.md': ['Ships'] }).map(
        (one) => one.split(', and')[0],
      ),
      [
        'stories/a.md:1 There is another "Ships" in line 25',
        'stories/a.md:25 There is another "Ships" in line 1',
        'stories/b.md:1 There is another "Ships" in ./stories/a.md, line 1',
      ],
    );
    assert.deepEqual(say({ 'stories/a.md': ['Ships', 'Boats'] }), []);
  });
});
