import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addFraming } from '../../src/core/library/addFraming';
import { framingsFor } from '../../src/core/library/framing';
import { LONGEST } from '../../src/core/text/longest';
import { oneLine } from '../../src/core/text/oneLine';
import { wholeStory as story } from '../wholeStory';
import { apply } from './applyOutcome';
import { linter, records } from './storyRecords';

describe('framings', () => {
  it('are read with the story, and chosen by the names of an interview', () => {
    const framings =
      'framings:\n  netflix-tpm: Begin with what the outage cost.\n  failure: |\n    Say first\n    what you got wrong.';
    const [one] = records(`---\nstarl: story\n${framings}\n---\n\n${story('One')}`);
    assert.ok(one);
    assert.deepEqual(framingsFor(one.framings, ['failure', 'Netflix-TPM', 'general']), [
      { name: 'failure', note: 'Say first\nwhat you got wrong.' },
      { name: 'netflix-tpm', note: 'Begin with what the outage cost.' },
    ]);
  });
});

describe('framings under a heading', () => {
  const framed = [
    '## One',
    '',
    story('One').split('\n').slice(1).join('\n'),
    '### Framing: Acme Corp',
    '',
    'Begin with the *bill*.',
    '',
    '- First the cost',
    '- Then the cure',
    '',
    '#### Why',
    '',
    'We always decided together and leadership blamed us.',
    '',
    '### Framing for netflix-tpm',
    '',
    'Say what was yours.',
    '',
    story('Two'),
  ].join('\n');

  for (const text of [framed, framed.replaceAll('\n', '\r\n')]) {
    it(`belong to the story above, and are no part of it (${text.includes('\r') ? 'CRLF' : 'LF'})`, () => {
      const [one, two, ...others] = records(text);
      assert.deepEqual(others, []);
      assert.deepEqual(one?.framings, [
        {
          name: 'Acme Corp',
          note: 'Begin with the *bill*.\nFirst the cost · Then the cure\n#### Why\nWe always decided together and leadership blamed us.',
        },
        { name: 'netflix-tpm', note: 'Say what was yours.' },
      ]);
      assert.deepEqual(two?.framings, []);
      const [plain] = records(story('One'));
      assert.deepEqual([one?.words, one?.findings], [plain?.words, plain?.findings]);
    });
  }

  it('stand above what the front matter says for the same name', () => {
    const [one] = records(`---\nframings:\n  Acme: Old.\n---\n\n${story('One')}\n### Framing: acme\n\nNew.\n`);
    assert.deepEqual(one?.framings, [{ name: 'acme', note: 'New.' }]);
  });

  it('are no framings without a name, and no heading of a design sheet is one', () => {
    const [one] = records(`${story('One')}\n### Framing\n\nThe frame of it.\n`);
    assert.deepEqual(one?.framings, []);
    const sheet = '---\nstarl: design\n---\n\n## Framing: the load\n\nWe expect 100 users.\n';
    assert.ok(linter.lint(sheet).outline[0]?.words);
  });

  it('are for a company within the name of a round, not within another word', () => {
    const framings = [{ name: 'Acme', note: 'x' }];
    assert.equal(framingsFor(framings, ['Acme: the panel']).length, 1);
    assert.equal(framingsFor(framings, ['Acmeology', 'general']).length, 0);
    assert.equal(framingsFor([{ name: '—', note: 'x' }], ['Panel — 2']).length, 0);
  });
});

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
    assert.equal(refusal('Acme', 'x'.repeat(LONGEST.note + 1)), 'the note would be read as something else');
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
