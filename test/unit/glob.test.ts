import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLinter } from '../../src/core';
import { storyFiles } from '../../src/core/story/declaration';
import { compileGlob } from '../../src/core/text/glob';

/** Globs with paths that they mean and paths that they don't. */
const MEANINGS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  '**/stories/**/*.md': [
    ['stories/a.md', 'x/y/stories/z/a.md', 'stories/.drafts/.a.md', 'stories/😀 é.md'],
    ['a.md', 'mystories/a.md', 'stories/a.txt', 'stories/a.MD', 'stories/a.md/b'],
  ],
  '**/*.story.md': [
    ['a.story.md', 'x/y/a.story.md', '.story.md'],
    ['astory.md', 'a.story.md.txt'],
  ],
  'answers/*.md': [['answers/a.md'], ['answers/x/a.md', 'x/answers/a.md']],
  './answers/*.md': [['answers/a.md'], ['a.md']],
  '/answers/*.md': [['answers/a.md'], ['x/answers/a.md']],
  'answers/**': [
    ['answers/a.md', 'answers/x/y.md'],
    ['answer/a.md', 'x/answers/a.md'],
  ],
  '**.md': [['a.md', 'x/y/a.md'], ['a.txt']],
  'a**b.md': [['ab.md', 'axxb.md'], ['a/b.md']],
  'answer-?.md': [
    ['answer-1.md', 'answer-😀.md'],
    ['answer-.md', 'answer-12.md', 'answer-/.md'],
  ],
  '{loop,screens/{tpm,pmm}}/*.md': [
    ['loop/a.md', 'screens/tpm/a.md', 'screens/pmm/a.md'],
    ['screens/a.md', 'tpm/a.md'],
  ],
  '{**/,}a.md': [['a.md', 'x/y/a.md'], ['ba.md']],
  'a{,-long}.md': [['a.md', 'a-long.md'], ['a-.md']],
  'a{1}, b}{.md': [['a{1}, b}{.md'], ['a1, b}{.md']],
  '{a{b,c}': [
    ['{ab', '{ac'],
    ['a{b,c}', 'ab'],
  ],
  '[a-cx]?.md': [
    ['a1.md', 'xx.md'],
    ['d1.md', '-1.md'],
  ],
  '[!a-c^]*.md': [
    ['d.md', '!.md'],
    ['a.md', '^.md', '/.md'],
  ],
  '[]{,}]*': [
    [']', '}x', ','],
    ['[', 'x'],
  ],
  'a[1.md': [['a[1.md'], ['a1.md']],
  '\\*\\{a,b\\}.md': [['*{a,b}.md'], ['xa.md', '*a.md']],
  'a\\?': [['a?'], ['ab']],
  '(old)+(new).md': [['(old)+(new).md'], ['oldnew.md']],
};

describe('a glob', () => {
  for (const [glob, [meant, others]] of Object.entries(MEANINGS))
    it(`means what ${glob} says`, () => {
      const means = compileGlob(glob);
      assert.deepEqual(
        meant.filter((path) => !means(path)),
        [],
      );
      assert.deepEqual(others.filter(means), []);
    });

  it('takes time in proportion, whatever a foreign starl.yaml holds', () => {
    const isStoryFile = storyFiles([
      '*a*a*a*a*a*a*a*a*a*a*b.md',
      '**/{a,b}/**/{a,b}/**/{a,b}/**/{a,b}/**/x',
      `${'{a,a}'.repeat(35)}b`,
      `${'{a*,*a}'.repeat(25)}b`,
      `${'{'.repeat(100)}${',a}'.repeat(30)}`,
      '[a-'.repeat(60),
    ]);
    assert.equal(isStoryFile('a'.repeat(1000)), undefined);
    assert.equal(isStoryFile('a/b/'.repeat(300)), undefined);
  });

  it('means any name that it spells, and never fails', () => {
    const spelt = fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !/^\.?\//.test(name));
    fc.assert(fc.property(spelt, (name) => compileGlob(name.replace(/[\\*?[{]/g, '\\$&'))(name)));
    const odd = fc.string({ unit: fc.constantFrom(...'ab/*?{},[]!^-\\.') });
    fc.assert(fc.property(odd, odd, (glob, path) => typeof compileGlob(glob)(path) === 'boolean'));
  });
});

describe('the files that hold stories', () => {
  it('are those that one glob means and no exception', () => {
    const isStoryFile = storyFiles(['stories/**', '!stories/old/**', '!**/draft-*.md']);
    assert.deepEqual(
      ['stories/a.md', './stories/a.md', 'stories/old/a.md', 'stories/x/draft-a.md', 'README.md'].map(isStoryFile),
      [true, true, false, false, undefined],
    );
  });

  it('are all others where there are only exceptions', () => {
    assert.deepEqual(['notes.md', 'a/old.md'].map(storyFiles(['!**/old.md'])), [true, false]);
    assert.equal(storyFiles([])('a.md'), undefined);
  });

  it('are none of the exceptions, whatever they look like, unless their front matter says so', () => {
    const linter = createLinter({ settings: { files: ['stories/**', '!**/old/**'] } });
    const kindOf = (path: string, front = '') =>
      linter.lint(`${front}# The port\n\n## Situation\n\nIt rained.\n\n## Action\n\nI left.\n`, { path }).kind;
    assert.deepEqual(
      [kindOf('a.md'), kindOf('stories/old/a.md'), kindOf('old/a.md', '---\nstarl: story\n---\n')],
      ['story', undefined, 'story'],
    );
  });
});
