import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { Outcome } from '../../src/core/checklist/edits';
import { tickItem } from '../../src/core/checklist/edits';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { deleteStory, deletionWords, whereNamed } from '../../src/core/library/deleteStory';
import type { LibraryStory } from '../../src/core/library/library';
import { renameMentions } from '../../src/core/library/renameMentions';
import { renameStory } from '../../src/core/library/renameStory';
import { wholeStory as story } from '../wholeStory';
import { apply } from './applyOutcome';
import { mapTo } from './mapTo';
import { records } from './storyRecords';

describe('renaming a story where rounds and mocks name it', () => {
  const NEW = "It's: new";
  const renamed = (text: string) =>
    apply(
      text,
      renameMentions(text, 'rounds', (name) => name.toLowerCase() === 'one: half', NEW),
    );

  it('keeps quotes, comments, order and line endings', () => {
    const text = (double: string, single: string, plain: string) =>
      [
        '# Mine',
        'rounds: # two',
        `  - { title: "One: half", stories: ["${double}", Two, '${single}'] } # soon`,
        '  - title: Screen',
        '    stories:',
        `      - ${plain} # first`,
        '      - One',
        'interview: 2027-01-12',
        '',
      ].join('\r\n');
    assert.equal(renamed(text('One: half', 'one: HALF', '"One: half"')), text(NEW, "It''s: new", `"${NEW}"`));
    const plain = 'rounds:\n  - stories: [One half, Two]\n';
    const quoted = renameMentions(plain, 'rounds', (name) => name === 'One half', 'A, b');
    assert.equal(apply(plain, quoted), plain.replace('One half', '"A, b"'));
  });

  it('leaves what names another story, and what cannot be read', () => {
    assert.equal(renamed('rounds:\n  - { stories: [Two] }\n'), 'rounds:\n  - { stories: [Two] }\n');
    assert.equal(renameMentions('rounds: [\n', 'rounds', () => true, NEW).refusal, 'it cannot be read');
    const block = 'rounds:\n  - stories:\n      - >-\n        One:\n        half\n';
    const { edit, refusal } = renameMentions(block, 'rounds', (name) => name === 'One: half', NEW);
    assert.deepEqual([edit, typeof refusal], [undefined, 'string']);
  });
});

describe('renaming a story', () => {
  const rename = (text: string, id: string, title: string) => apply(text, renameStory(text, id, title, records));

  it('changes heading and front matter where they agree', () => {
    const body = story('One')
      .replace('## ', '# ')
      .replaceAll(/\*\*(\w+):\*\*/g, '## $1\n\n');
    const text = `---\ntitle: "One" # mine\n---\n\n${body}`;
    assert.equal(
      rename(text, 'One', 'A `new` [one]'),
      text.replace('"One"', '"A `new` [one]"').replace('# One', '# A \\`new\\` \\[one\\]'),
    );
  });

  it('changes the heading of one of several', () => {
    const text = `${story('One')}\n${story('Two')}`;
    assert.equal(rename(text, 'Two', ' Three\n'), text.replace('## Two', '## Three'));
    const setext = text.replace('## Two', 'Two\n---');
    assert.equal(rename(setext, 'Two', 'Three'), setext.replace('Two\n---', 'Three\n---'));
    const closed = text.replace('## Two', '## Two ##');
    assert.equal(rename(closed, 'Two', 'C#'), closed.replace('## Two ##', '## C# ##'));
  });

  it('gives a title to a story that has none', () => {
    const text = story('One').replace('## One\n\n', '');
    assert.equal(rename(text, 'a', 'New'), `---\ntitle: "New"\n---\n\n${text}`);
  });

  it('leaves the heading of a part as it is', () => {
    const text = story('One')
      .replace('## One\n\n', '')
      .replaceAll(/\*\*(\w+):\*\*/g, '## $1\n\n');
    assert.equal(rename(text, 'a', 'New'), `---\ntitle: "New"\n---\n\n${text}`);
    const titled = `---\ntitle: "Old"\n---\n\n${text}`;
    assert.equal(rename(titled, 'Old', 'New'), titled.replace('Old', 'New'));
  });

  it('refuses an empty title', () => {
    assert.equal(renameStory(story('One'), 'One', ' ', records).refusal, 'a story needs a title');
  });
});

describe('deleting a story', () => {
  it('says before what becomes of its file', () => {
    assert.match(
      deletionWords('stories/x.md', 1, { rounds: [], mocks: [] }),
      /^Its file stories\/x\.md holds no other story and is deleted with it; /,
    );
    assert.match(
      deletionWords('stories/x.md', 2, { rounds: [], mocks: [] }),
      /^It is taken out of stories\/x\.md; Undo [^.]+\.$/,
    );
  });

  it('says before which rounds and mocks name it, by its title or its file', () => {
    const stories = ['One', 'Two'].map(
      (title) => ({ key: title, file: `file:///stories/${title}.md`, story: { title } }) as unknown as LibraryStory,
    );
    const [one, two] = stories;
    assert.ok(one && two);
    const naming = {
      rounds: [
        { title: 'Panel', stories: ['one', 'Two'] },
        { title: 'Screen' },
        { title: 'Lunch', stories: ['stories/one.md'] },
      ],
      mocks: [
        { date: '2027-01-09', stories: ['One'] },
        { date: '2027-01-10', stories: ['Three'] },
      ],
    };
    const words = (deleted: LibraryStory) => deletionWords('a.md', 2, whereNamed(deleted, stories, naming));
    assert.ok(
      words(one).endsWith(
        ' It is named by the rounds “Panel” and “Lunch” and the mock of 2027-01-09, and goes on being named there.',
      ),
    );
    assert.ok(words(two).endsWith(' It is named by the round “Panel”, and goes on being named there.'));
    const twice = { rounds: [], mocks: [...naming.mocks, { date: '2027-01-11', stories: ['One'] }] };
    assert.match(deletionWords('a.md', 2, whereNamed(one, stories, twice)), / It is named by 2 mocks, and/);
  });

  it('takes the heading and all below it', () => {
    const text = `${story('One')}\n${story('Two')}\n${story('Three')}`;
    assert.equal(apply(text, deleteStory(text, 'Two', records) as Outcome), `${story('One')}\n${story('Three')}`);
    assert.equal(apply(text, deleteStory(text, 'Three', records) as Outcome), `${story('One')}\n${story('Two')}\n`);
  });

  it('takes the file with its only story', () => {
    assert.deepEqual(deleteStory(story('One'), 'One', records), { wholeFile: true });
  });
});

describe('two branches', () => {
  /** What git makes of two changes of the same file. */
  function merge(base: string, ours: string, theirs: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'starl-merge-'));
    try {
      const files = { base, ours, theirs };
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      execFileSync('git', ['merge-file', '-q', 'ours', 'base', 'theirs'], { cwd: folder });
      return readFileSync(join(folder, 'ours'), 'utf8');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('that map two stories of one file merge cleanly', () => {
    const base = `---\nstarl: story\n---\n\n${story('One')}\n${story('Two')}`;
    const merged = merge(base, mapTo(base, 'One', 'failure'), mapTo(base, 'Two', 'killed-project', 'partial'));
    assert.deepEqual(
      records(merged).map(({ questions }) => questions),
      [[{ id: 'failure', grade: 'strong' }], [{ id: 'killed-project', grade: 'partial' }]],
    );
  });

  it('that map one story to a question and a competency merge cleanly', () => {
    const base = `---\nquestions:\n  - failure\nstarl: story\ncompetencies:\n  - judgment\n---\n\n${story('One')}`;
    const merged = merge(base, mapTo(base, 'One', 'a'), mapTo(base, 'One', 'b', 'strong', 'competencies'));
    const [one] = records(merged);
    assert.deepEqual([one?.questions.length, one?.competencies.length], [2, 2]);
  });

  it('that tick neighbouring items merge cleanly', () => {
    const base = '# Preparation\n\n- [ ] One\n\n- [ ] Two\n';
    const tick = (text: string, nth: number) => {
      const item = readChecklist(text).checklist?.items[nth];
      assert.ok(item);
      return apply(text, tickItem(text, item.id, true));
    };
    assert.equal(merge(base, tick(base, 0), tick(base, 1)), '# Preparation\n\n- [x] One\n\n- [x] Two\n');
  });
});
