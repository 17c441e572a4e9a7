import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Completion, completeFrontMatter, type Vocabulary } from '../../src/core/completion/frontMatter';

const VOCABULARY: Vocabulary = {
  competencies: ['ownership', 'judgment', 'technical-judgment'].map((id) => ({ id, detail: `About ${id}` })),
  questions: ['failure', 'missed-date'].map((id) => ({ id, detail: `Tell me about ${id}` })),
  rules: ['vague-we', 'blame-framing'].map((id) => ({ id, detail: `About ${id}` })),
};

/** Completes at the `|` of a text. */
function complete(marked: string): Completion[] {
  const offset = marked.indexOf('|');
  return completeFrontMatter(marked.replace('|', ''), offset, VOCABULARY);
}

/** The ids that are offered at the `|` between two fences. */
function ids(yaml: string, eol = '\n'): string[] {
  return complete(['---', ...yaml.split('\n'), '---', 'Text'].join(eol)).map(({ id }) => id);
}

/** The document after taking a choice, with the cursor at `|`. */
function take(marked: string, id: string): string {
  const text = `---\n${marked}\n---\n`;
  const choice = complete(text).find((one) => one.id === id);
  assert.ok(choice, `${id} is not offered`);
  const plain = text.replace('|', '');
  return (plain.slice(0, choice.start) + choice.text + plain.slice(choice.end)).slice(4, -5);
}

describe('completion in front matter', () => {
  it('offers the keys that are not there yet', () => {
    assert.deepEqual(ids('starl: story\n|\nquestions: []'), ['title', 'competencies', 'framings', 'rules']);
    assert.deepEqual(ids('starl: story\nque|'), ['title', 'competencies', 'questions', 'framings', 'rules']);
    assert.equal(take('starl: story\nque|', 'questions'), 'starl: story\nquestions: [|]');
  });

  it('offers the grades of a mapping', () => {
    assert.deepEqual(ids('questions:\n  - { id: failure, grade: | }'), ['strong', 'partial']);
    assert.deepEqual(ids('questions:\n  - { id: |, grade: partial }'), ['failure', 'missed-date']);
  });

  it('offers the same in the comment that maps one story', () => {
    const own = (yaml: string) => complete(`## One\n\n<!-- starl:\n${yaml}\n-->\n\nText`).map(({ id }) => id);
    assert.deepEqual(own('|'), ['competencies', 'questions', 'framings']);
    assert.deepEqual(own('questions:\n  - failure\n  - |'), ['missed-date']);
    assert.deepEqual(complete('<!-- starl:\nquestions:\n-->\n|'), []);
    assert.deepEqual(complete('<!-- starl-ignore |\n-->'), []);
  });

  it('offers the same while nothing closes the front matter yet, and nothing behind a blank line', () => {
    for (const eol of ['\n', '\r\n']) {
      const begun = (...lines: readonly string[]) => complete(['---', ...lines].join(eol)).map(({ id }) => id);
      assert.deepEqual(begun('starl: |'), ['story', 'design', 'speech', 'narrative']);
      assert.deepEqual(begun('starl: story', 'questions:', '  - |', '', '# One'), ['failure', 'missed-date']);
      assert.deepEqual(begun('questions:', '', '  - |'), []);
      assert.deepEqual(begun('', 'questions: [|]'), []);
    }
  });

  it('offers the kinds of document', () => {
    assert.deepEqual(ids('starl: |'), ['story', 'design', 'speech', 'narrative']);
    assert.equal(take('starl:|', 'speech'), 'starl: speech');
    assert.equal(take('starl: st|ory', 'design'), 'starl: design');
  });

  it('offers what is not yet in the list, in every form of list', () => {
    for (const eol of ['\n', '\r\n']) {
      assert.deepEqual(ids('competencies: [|]', eol), ['ownership', 'judgment', 'technical-judgment']);
      assert.deepEqual(ids('competencies: [ownership, ju|]', eol), ['judgment', 'technical-judgment']);
      assert.deepEqual(ids('competencies: [|, judgment]', eol), ['ownership', 'technical-judgment']);
      assert.deepEqual(ids('competencies:\n  - ownership\n  - |', eol), ['judgment', 'technical-judgment']);
      assert.deepEqual(ids('competencies:\n- ownership\n- |\n- judgment', eol), ['technical-judgment']);
      assert.deepEqual(ids('competencies: [\n  ownership,\n  |\n]\nquestions: [judgment]', eol).length, 2);
    }
  });

  it('writes the brackets and hyphens that are missing', () => {
    assert.equal(take('questions: |', 'failure'), 'questions: [failure|]');
    assert.equal(take('questions:|', 'failure'), 'questions: [failure|]');
    assert.equal(take('questions: [missed-|date]', 'failure'), 'questions: [failure]');
    assert.equal(take('questions:\n  |', 'failure'), 'questions:\n  - failure');
    assert.equal(take('questions:\n  - fa|', 'failure'), 'questions:\n  - failure');
  });

  it('offers questions and competencies to frame a story for', () => {
    assert.deepEqual(ids('framings:\n  failure: Say it first.\n  |'), [
      'missed-date',
      'ownership',
      'judgment',
      'technical-judgment',
    ]);
    assert.equal(take('framings:\n  own|', 'ownership'), 'framings:\n  ownership: |');
    assert.deepEqual(ids('framings:\n  failure: |'), []);
  });

  it('offers rules and their levels', () => {
    assert.deepEqual(ids('rules:\n  vague-we: off\n  |'), ['blame-framing']);
    assert.deepEqual(ids('rules:\n  vague-we: |'), ['error', 'warning', 'information', 'hint', 'off']);
    assert.equal(take('rules:\n  bl|', 'blame-framing'), 'rules:\n  blame-framing: |');
    assert.equal(take('rules:\n  vague-we:|', 'off'), 'rules:\n  vague-we: off');
  });

  it('offers nothing elsewhere', () => {
    for (const text of ['|---\nstarl: story\n---\n', '---\nstarl: story\n---\n|', 'starl: |', '|']) {
      assert.deepEqual(complete(text), [], text);
    }
    assert.deepEqual(ids('title: |'), []);
    assert.deepEqual(ids('author: Some|'), []);
  });

  it('never throws and only replaces the word at the cursor', () => {
    const piece = fc.constantFrom(
      'starl:',
      'rules:',
      'questions:',
      'competencies',
      ' ',
      '\n',
      '\r\n',
      '[',
      ']',
      ',',
      '-',
      'judgment',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, position) => {
        const text = `---\n${pieces.join('')}\n---\n`;
        const offset = position % (text.length + 1);
        for (const { start, end } of completeFrontMatter(text, offset, VOCABULARY)) {
          assert.ok(start <= offset && offset <= end);
          assert.match(text.slice(start, end), /^[\w-]*$/);
        }
      }),
    );
  });
});
