import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Grade } from '../../src/core/library/mapping';
import { mapStory } from '../../src/core/library/mapStory';
import { wholeStory as story } from '../wholeStory';
import { apply } from './applyOutcome';
import { mapTo } from './mapTo';
import { records } from './storyRecords';

/** The front matter after mapping the story below it to the question `new`. */
function mapIn(yaml: string, grade: Grade | undefined = 'strong', id = 'new'): string {
  const text = `---\n${yaml}\n---\n\n${story('One')}`;
  const after = mapTo(text, 'One', id, grade);
  assert.ok(after.endsWith(`\n---\n\n${story('One')}`));
  return after.slice(4, after.length - `\n---\n\n${story('One')}`.length);
}

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
    assert.equal(mapTo(text, 'One', 'new'), `---\nquestions:\n  - new\n---\n\n${story('One')}`);
  });

  it('makes the front matter where there is none', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = story('One').replaceAll('\n', eol);
      const front = ['---', 'questions:', '  - failure', '---', '', ''].join(eol);
      assert.equal(mapTo(text, 'One', 'failure'), front + text);
      assert.equal(mapTo(`\uFEFF${text}`, 'One', 'failure'), `\uFEFF${front}${text}`);
    }
  });

  it('writes below the heading of one of several stories', () => {
    const text = `---\nstarl: story\n---\n\n${story('One')}\n${story('Two')}`;
    const first = mapTo(text, 'Two', 'failure', 'partial');
    assert.equal(
      first,
      text.replace('## Two\n', '## Two\n\n<!-- starl:\nquestions:\n  - { id: failure, grade: partial }\n-->\n'),
    );
    const second = mapTo(first, 'Two', 'judgment', 'strong', 'competencies');
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
