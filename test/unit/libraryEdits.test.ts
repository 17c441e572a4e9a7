import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Outcome } from '../../src/core/checklist/edits';
import { tickItem } from '../../src/core/checklist/edits';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { addFraming } from '../../src/core/library/addFraming';
import { deleteStory } from '../../src/core/library/deleteStory';
import { LONGEST_NOTE } from '../../src/core/library/longestNote';
import type { Grade, Target } from '../../src/core/library/mapping';
import { mapStory } from '../../src/core/library/mapStory';
import { renameStory } from '../../src/core/library/renameStory';
import { oneLine } from '../../src/core/text/oneLine';
import { wholeStory as story } from '../wholeStory';
import { records } from './storyRecords';

function apply(text: string, { edit, refusal }: Outcome): string {
  assert.equal(refusal, undefined);
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}

function map(
  text: string,
  title: string,
  id: string,
  grade: Grade | undefined = 'strong',
  target: Target = 'questions',
) {
  return apply(text, mapStory(text, title, { target, id, grade }, records));
}

/** The front matter after mapping the story below it to the question `new`. */
function mapIn(yaml: string, grade: Grade | undefined = 'strong', id = 'new'): string {
  const text = `---\n${yaml}\n---\n\n${story('One')}`;
  const after = map(text, 'One', id, grade);
  assert.ok(after.endsWith(`\n---\n\n${story('One')}`));
  return after.slice(4, after.length - `\n---\n\n${story('One')}`.length);
}

describe('framing a story', () => {
  const frame = (text: string, title: string, name = 'Acme', note = 'Begin with the bill.') =>
    apply(text, addFraming(text, title, { name, note }, records));

  it('writes a section below the story, with the line breaks of the file', () => {
    assert.equal(
      frame(`${story('One')}\n${story('Two')}`, 'One'),
      `${story('One').trimEnd()}\n\n### Framing: Acme\n\nBegin with the bill.\n\n${story('Two')}`,
    );
    const parts = '# One\r\n\r\n## Situation\r\n\r\nIt was slow.\r\n\r\n## Action\r\n\r\nI mended it.';
    const first = frame(parts, 'One');
    assert.equal(first, `${parts}\r\n\r\n## Framing: Acme\r\n\r\nBegin with the bill.\r\n`);
    assert.ok(
      frame(first, 'One', 'Other').endsWith(
        'Begin with the bill.\r\n\r\n## Framing: Other\r\n\r\nBegin with the bill.\r\n',
      ),
    );
  });

  it('is refused for a name that is taken, and without words', () => {
    const text = frame(story('One'), 'One');
    const refusal = (name: string, note: string) => addFraming(text, 'One', { name, note }, records).refusal;
    assert.equal(refusal('ACME', 'x'), 'there is a framing for ACME already');
    assert.equal(refusal(' ', 'x'), 'a framing needs a name and a note');
    assert.equal(addFraming(text, 'None', { name: 'a', note: 'b' }, records).refusal, 'the story is no longer there');
  });

  const NOTES = [
    '- a list',
    '+ *b*',
    '1. one',
    '12) two',
    '> q',
    '# head',
    'TODO: ```',
    '```',
    '---',
    '[a]: b',
    'Action: I paid.',
    '**Action:** I *paid*.',
    'a \\- b \\',
    '- <https://a.b/_c_> `\\*`',
    '- https://a.b/_c_',
    '<!-- a -->',
  ];
  for (const note of NOTES)
    it(`writes a note so that it reads as it was typed: ${note}`, () => {
      for (const text of [story('One'), `${story('One')}\n${story('Two')}`, story('One').replaceAll('\n', '\r\n')])
        assert.deepEqual(records(frame(text, 'One', 'Acme', note))[0]?.framings, [{ name: 'Acme', note }]);
    });

  for (const name of ['#', 'C#', 'C #', '# Acme ##', '*', '&amp;', '_a_', 'Acme: the bank', '1.', '[x](y)'])
    it(`writes a name so that it reads as it was typed: ${name}`, () => {
      const [one] = records(frame(story('One'), 'One', name));
      assert.deepEqual(one?.framings, [{ name, note: 'Begin with the bill.' }]);
    });

  it('says what is at fault: the name or the note', () => {
    const refusal = (name: string, note: string) => addFraming(story('One'), 'One', { name, note }, records).refusal;
    assert.equal(refusal('https://a.b/_c_', 'x'), 'the name would be read as something else');
    assert.equal(refusal('Acme', 'x'.repeat(LONGEST_NOTE + 1)), 'the note would be read as something else');
  });

  it('changes nothing but the framings, whatever they say', () => {
    const words = [
      'a',
      '#',
      '- ',
      '1. ',
      '**',
      '[x](y)',
      '<b>',
      '<!-- ',
      '-->',
      '`',
      '\n',
      ' ',
      '|',
      ':',
      'Action:',
      '>',
    ];
    const word = fc.constantFrom(...words, '~~~', '\\', '_', '&lt;', '=');
    const line = fc
      .array(word, { minLength: 1, maxLength: 6 })
      .map((words) => words.join(''))
      .filter((one) => one.trim() !== '');
    const text = `${story('One')}\n${story('Two')}`;
    fc.assert(
      fc.property(line, line, fc.constantFrom('One', 'Two'), (name, note, title) => {
        const framing = { name: oneLine(name), note: oneLine(note) };
        const before = records(text);
        const after = records(frame(text, title, name, note));
        assert.deepEqual(
          after.map((one) => [one.title, one.words, one.framings]),
          before.map((one) => [one.title, one.words, one.title === title ? [framing] : []]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('mapping a story', () => {
  it('adds a line to the list', () => {
    assert.equal(mapIn('questions:\n  - a # for Acme\ntitle: x'), 'questions:\n  - a # for Acme\n  - new\ntitle: x');
    assert.equal(mapIn('questions:\n- a\n- b'), 'questions:\n- a\n- b\n- new');
    assert.equal(mapIn('title: x', 'partial'), 'title: x\nquestions:\n  - { id: new, grade: partial }');
    assert.equal(mapIn('questions: # later\ntitle: x'), 'questions: # later\n  - new\ntitle: x');
    assert.equal(mapIn('questions: []\ntitle: x'), 'questions:\n  - new\ntitle: x');
    assert.equal(mapIn('questions: [a, b] # both'), 'questions: [a, b, new] # both');
    assert.equal(mapIn('questions: [] # none'), 'questions: [new] # none');
    assert.equal(mapIn('# only a remark'), '# only a remark\nquestions:\n  - new');
  });

  it('changes a grade', () => {
    assert.equal(mapIn('questions:\n  - new # why', 'partial'), 'questions:\n  - { id: new, grade: partial } # why');
    assert.equal(mapIn('questions: [{ id: new, grade: partial }]'), 'questions: [{ id: new, grade: strong }]');
    assert.equal(mapIn('questions: [{ id: new }]', 'partial'), 'questions: [{ id: new, grade: partial }]');
    assert.equal(
      mapIn('questions:\n  - id: new\n    grade: partial # so so'),
      'questions:\n  - id: new\n    grade: strong # so so',
    );
    assert.equal(mapIn('questions: ["new"]', 'partial'), 'questions: [{ id: new, grade: partial }]');
    assert.equal(mapIn('questions: [new]'), 'questions: [new]');
  });

  it('takes a mapping away', () => {
    const remove = (yaml: string) => {
      const text = `---\n${yaml}\n---\n\n${story('One')}`;
      return apply(text, mapStory(text, 'One', { target: 'questions', id: 'new', grade: undefined }, records))
        .slice(4)
        .split('\n---\n')[0];
    };
    assert.equal(remove('questions:\n  - a\n  - new\n  - b'), 'questions:\n  - a\n  - b');
    assert.equal(remove('questions:\n  - a\n  - new'), 'questions:\n  - a');
    assert.equal(remove('questions:\n  - new\ntitle: x'), 'questions:\ntitle: x');
    assert.equal(remove('questions: [a, new, b]'), 'questions: [a, b]');
    assert.equal(remove('questions: [a, new]'), 'questions: [a]');
    assert.equal(remove('questions: [new]'), 'questions: []');
    assert.equal(remove('questions: [a]'), 'questions: [a]');
  });

  it('fills an empty front matter', () => {
    const text = `---\n---\n\n${story('One')}`;
    assert.equal(map(text, 'One', 'new'), `---\nquestions:\n  - new\n---\n\n${story('One')}`);
  });

  it('makes the front matter where there is none', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = story('One').replaceAll('\n', eol);
      const front = ['---', 'questions:', '  - failure', '---', '', ''].join(eol);
      assert.equal(map(text, 'One', 'failure'), front + text);
      assert.equal(map(`\uFEFF${text}`, 'One', 'failure'), `\uFEFF${front}${text}`);
    }
  });

  it('writes below the heading of one of several stories', () => {
    const text = `---\nstarl: story\n---\n\n${story('One')}\n${story('Two')}`;
    const first = map(text, 'Two', 'failure', 'partial');
    assert.equal(
      first,
      text.replace('## Two\n', '## Two\n\n<!-- starl:\nquestions:\n  - { id: failure, grade: partial }\n-->\n'),
    );
    const second = map(first, 'Two', 'judgment', 'strong', 'competencies');
    assert.equal(second, first.replace('\n-->', '\ncompetencies:\n  - judgment\n-->'));
    assert.deepEqual(
      records(second).map(({ questions, competencies }) => questions.length + competencies.length),
      [0, 2],
    );
  });

  it('refuses what it cannot change, and says why', () => {
    const refusal = (text: string, grade: Grade | undefined = 'strong', title = 'One') =>
      mapStory(text, title, { target: 'questions', id: 'a', grade }, records).refusal;
    const broken = `---\nquestions: [b\n---\n\n${story('One')}`;
    assert.equal(refusal(broken), 'what stands there cannot be read');
    assert.match(refusal(`---\nquestions: b\n---\n\n${story('One')}`) ?? '', /only you can change/);
    assert.match(refusal(`---\nquestions: [a, a]\n---\n\n${story('One')}`, 'partial') ?? '', /only you can change/);
    assert.equal(mapIn('questions: [[b]]'), 'questions: [[b], new]');
    const two = `---\nquestions: [a]\n---\n\n${story('One')}\n${story('Two')}`;
    const change = { target: 'questions', id: 'a', grade: undefined } as const;
    assert.match(mapStory(two, 'One', change, records).refusal ?? '', /all stories/);
    assert.deepEqual(mapStory(two, 'One', { ...change, grade: 'strong' }, records), { edit: undefined });
    assert.match(refusal(story('One'), 'strong', 'Other') ?? '', /no longer there/);
    assert.match(
      refusal(`---\nquestions:\n<<<<<<< a\n  - a\n=======\n>>>>>>> b\n---\n\n${story('One')}`) ?? '',
      /cannot be read/,
    );
  });

  it('loses no byte outside of what it writes', () => {
    const line = fc.constantFrom(
      '- a',
      '- b # why',
      '- { id: c, grade: partial }',
      '# remark',
      '- "d e"',
      '- {id: f}',
      '',
    );
    const list = fc
      .uniqueArray(line, { maxLength: 4 })
      .map((lines) => ['questions:', ...lines.map((one) => `  ${one}`.trimEnd())]);
    const other = fc.constantFrom(
      [],
      ['title: "x: y"'],
      ['# remark'],
      ['competencies: [ownership] # one'],
      ['mine: { a: [1] }'],
    );
    const eols = fc.constantFrom('\n', '\r\n', '\r');
    const shape = fc.tuple(
      other,
      fc.oneof(list, fc.constantFrom([], ['questions: [a,b]'], ['questions: [ ]'])),
      other,
      eols,
      fc.boolean(),
    );
    const ids = fc.constantFrom('a', 'b', 'c', 'd e', 'f', 'new');
    const grades = fc.constantFrom<Grade | undefined>('strong', 'partial', undefined);
    fc.assert(
      fc.property(shape, ids, grades, ([before, questions, after, eol, bom], id, grade) => {
        const twice = before.length > 0 && String(before) === String(after);
        const front = ['---', ...before, ...questions, ...(twice ? [] : after), '---', '', ''];
        const text = (bom ? '\uFEFF' : '') + [...front, ...story('One').split('\n')].join(eol);
        const { edit, refusal } = mapStory(text, 'One', { target: 'questions', id, grade }, records);
        assert.equal(refusal, undefined);
        const now = edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
        assert.equal(records(now)[0]?.questions.find((one) => one.id === id)?.grade, grade);
        // Every line that does not name the id is still there, in its order, with its ending.
        const lines = (all: string) => all.split(/(?<=\r\n|\n|\r(?!\n))/);
        const foreign = lines(text).filter((one) => !one.includes(id) && !one.startsWith('questions'));
        const rest = lines(now);
        for (const one of foreign) {
          const at = rest.indexOf(one);
          assert.ok(at >= 0, JSON.stringify([one, now]));
          rest.splice(0, at + 1);
        }
        if (eol !== '\n') assert.doesNotMatch(now.replaceAll(eol, ''), /\n/);
      }),
      { numRuns: 60 },
    );
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
    assert.equal(rename(text, '', 'New'), `---\ntitle: "New"\n---\n\n${text}`);
  });

  it('refuses an empty title', () => {
    assert.equal(renameStory(story('One'), 'One', ' ', records).refusal, 'a story needs a title');
  });
});

describe('deleting a story', () => {
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
    const merged = merge(base, map(base, 'One', 'failure'), map(base, 'Two', 'killed-project', 'partial'));
    assert.deepEqual(
      records(merged).map(({ questions }) => questions),
      [[{ id: 'failure', grade: 'strong' }], [{ id: 'killed-project', grade: 'partial' }]],
    );
  });

  it('that map one story to a question and a competency merge cleanly', () => {
    const base = `---\nquestions:\n  - failure\nstarl: story\ncompetencies:\n  - judgment\n---\n\n${story('One')}`;
    const merged = merge(base, map(base, 'One', 'a'), map(base, 'One', 'b', 'strong', 'competencies'));
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
