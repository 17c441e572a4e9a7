import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Redactor } from '../../src/core/confidential/redact';
import { TermFinder } from '../../src/core/confidential/termFinder';

const TERMS = [
  { term: 'Acme Corp', say: 'the client' },
  { term: 'Bluebird' },
  { term: '$3.2M', say: 'a Bluebird sum' },
];

describe('a text without confidential terms', () => {
  it('holds none of them, wherever they stood', () => {
    const finder = new TermFinder(TERMS);
    const redactor = new Redactor(new TermFinder(TERMS));
    const piece = fc.constantFrom(
      'Acme',
      'Corp',
      'Acme Corp',
      'ACME  corps',
      "Bluebird's",
      '$3.2M',
      ' ',
      '\n',
      '\n\n',
      '**',
      '`',
      'the',
      '---\n',
      '# ',
      '- ',
      'a',
      '.',
      ': ',
      'title',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const redacted = redactor.redact(pieces.join('')).text;
        assert.deepEqual(
          finder.find(redacted).map(({ term }) => term.term),
          [],
          redacted,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the terms of a paragraph', () => {
    const redactor = new Redactor(new TermFinder(TERMS));
    const time = (count: number): number => {
      const start = performance.now();
      redactor.redact('I called Acme Corp. '.repeat(count));
      return performance.now() - start;
    };
    time(100);
    assert.ok(time(4000) < 60 * time(200) + 200);
  });

  it('is left alone where there is nothing to leave out', () => {
    const source = 'It saved 40% of $3.2M.';
    for (const terms of [[], [{ term: 'Nobody' }]]) {
      const { text, part } = new Redactor(new TermFinder(terms)).redact(source);
      assert.deepEqual([text, part({ start: 3, end: 12 })], [source, 'saved 40%']);
    }
  });

  it('tells of any part what has become of it, with all of a term that the part cuts', () => {
    const redactor = new Redactor(new TermFinder(TERMS));
    const { part } = redactor.redact('I left Acme Corp. The Bluebird sum rose.');
    assert.deepEqual(
      [
        part({ start: 0, end: 17 }),
        part({ start: 17, end: 40 }),
        part({ start: 0, end: 9 }),
        part({ start: 14, end: 24 }),
      ],
      ['I left the client.', ' The ■■■ sum rose.', 'I left the client', 'the client. The ■■■'],
    );
    const pieces = fc.constantFrom('Acme', 'Corp', 'Bluebird', '$3.2M', 'Bluebird sum', ' ', '. ', '\n\n', 'the', 'a');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.nat(), fc.nat(), (all, first, second) => {
        const source = all.join('');
        const { text, part: partOf } = redactor.redact(source);
        const [start = 0, end = 0] = [first, second].map((at) => at % (source.length + 1)).sort((a, b) => a - b);
        assert.equal(partOf({ start: 0, end: source.length }), text);
        assert.ok(text.includes(partOf({ start, end })));
      }),
      { numRuns: 500 },
    );
  });
});
