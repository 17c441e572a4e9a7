import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isClean } from '../../src/core/library/clean';
import { readRecords } from '../../src/core/library/record';
import { wholeStory as story } from '../wholeStory';
import { info, linter, records } from './storyRecords';

describe('the record of a story', () => {
  it('knows place, parts, time and findings of each story of a file', () => {
    const text = `---\nstarl: story\n---\n\n${story('One')}\n${story('Two', { action: 'We decided to rewrite it.' })}`;
    const [one, two] = records(text);
    assert.equal(one?.title, 'One');
    assert.equal(one?.line, 5);
    assert.equal(text.slice(two?.start).split('\n')[0], '## Two');
    assert.deepEqual(
      two?.parts.map(({ part, state }) => `${part} ${state}`),
      ['situation present', 'task present', 'action present', 'result present', 'learning present'],
    );
    assert.equal(text.split('\n')[(two?.parts[2]?.line ?? 0) - 1]?.slice(0, 11), '**Action:**');
    assert.equal(two?.findings.information, 1);
    assert.ok((one?.seconds ?? 0) > 20);
    assert.ok(one && isClean(one));
    assert.ok(two && !isClean(two));
  });

  it('has the title of its heading, else of the front matter, else of its file', () => {
    const bare = story('One').replace('## One\n\n', '');
    const headed = bare.replaceAll(/\*\*(\w+):\*\*/g, '## $1\n\n');
    const titles = [
      story('One'),
      `---\ntitle: Two\n---\n\n${headed}`,
      bare,
      headed,
      'I wrote it.',
      `#\n\n${headed}`,
    ].map((text) => records(text)[0]?.title);
    assert.deepEqual(titles, ['One', 'Two', 'a', 'a', 'a', 'a']);
  });

  it('tells what is missing or thin, and why', () => {
    const text = story('One')
      .replace(/\*\*Learning.*/, '')
      .replace(/(\*\*Situation:\*\*).*/, '$1 The port had 41 cranes.');
    const [one] = records(text);
    assert.deepEqual(
      one?.parts.map(({ part, state }) => `${part} ${state}`),
      ['situation thin', 'task present', 'action present', 'result present', 'learning missing'],
    );
    assert.deepEqual(one?.parts[0]?.reasons, ['Only 5 words.']);
    assert.equal(one?.parts[4]?.reasons.length, 1);
  });

  it('counts no story as clean of which a part is thin', () => {
    const [speech] = records(
      '---\nstarl: story\n---\n\n# Elevator speech\n\nI run the moves that nobody wants. Last year I moved 41 tools of a parcel carrier in nine weeks, because I asked the docks first. I had to bring four teams to one date. Now I look for a larger move.\n',
    );
    assert.ok(speech);
    assert.ok(speech.parts.some(({ state, words }) => state === 'thin' && words === 0));
    assert.ok(!isClean({ ...speech, findings: { error: 0, warning: 0, information: 0, hint: 0 } }));
  });

  it('names two stories of one title apart', () => {
    assert.deepEqual(
      records(`${story('One')}\n${story('One')}`).map(({ id }) => id),
      ['One', 'One\n2'],
    );
  });

  it('takes mappings from the front matter for all, and from a comment for one', () => {
    const own = '<!-- starl:\nquestions:\n  - { id: failure, grade: strong }\n  - migration\n-->';
    const file = 'competencies:\n  - ownership\nquestions: [{ id: failure, grade: partial }]';
    const [one, two] = records(`---\n${file}\n---\n\n${story('One')}\n${story('Two', { own })}`);
    assert.deepEqual(one?.competencies, [{ id: 'ownership', grade: 'strong' }]);
    assert.deepEqual(one?.questions, [{ id: 'failure', grade: 'partial' }]);
    assert.deepEqual(two?.competencies, [{ id: 'ownership', grade: 'strong' }]);
    assert.deepEqual(two?.questions, [
      { id: 'failure', grade: 'strong' },
      { id: 'migration', grade: 'strong' },
    ]);
  });

  it('is none of a document that is no story', () => {
    assert.deepEqual(readRecords('# Notes\n\nText.', linter.lint('# Notes\n\nText.', { path: 'notes.md' })), []);
    const sheet = '---\nstarl: design\n---\n\n# Sheet\n\nText.';
    assert.deepEqual(readRecords(sheet, linter.lint(sheet)), []);
  });

  it('says where a comment cannot be read, and goes on without it', () => {
    const text = story('One', { own: '<!-- starl:\nquestion: failure\n-->' });
    const { findings } = linter.lint(text, info);
    const [finding] = findings.filter(({ rule }) => rule === 'front-matter');
    assert.equal(text.slice(finding?.start.offset, finding?.end.offset), 'question');
    assert.match(finding?.message ?? '', /Did you mean "questions"\?/);
    assert.deepEqual(records(text)[0]?.questions, []);
  });
});
