import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown, readMarkdown } from '../../src/core/text/markdown';
import { readPlainMarkdown } from '../../src/core/text/plainMarkdown';

const texts = (source: string): string[] => readMarkdown(source).blocks.map(({ text }) => text.trim());

describe('reading Markdown', () => {
  it('finds headings of both kinds, paragraphs and nested items', () => {
    const { blocks } = readMarkdown('One\n===\n\n## Two\n\nText\n\n- a\n  - b\n');
    assert.deepEqual(
      blocks.map(({ kind, level }) => [kind, level]),
      [
        ['heading', 1],
        ['heading', 2],
        ['paragraph', 0],
        ['item', 1],
        ['item', 2],
      ],
    );
  });

  it('judges no code, no quotation block, no comment and no table of links', () => {
    assert.deepEqual(texts('```\ncode\n```\n\n> quoted\n\n<!-- comment -->\n\n|[a](b)|\n|-|\n|[c](d)|\n'), []);
  });

  it('goes on to the end of the file where a fence is never closed', () =>
    assert.deepEqual(texts('Text\n\n```\ncode\n\nmore'), ['Text']));

  it('covers markup without moving a word', () => {
    const source = 'A **bold** [link](http://a.b) and `code` here';
    const [block] = readMarkdown(source).blocks;
    assert.equal(block?.text.length, source.length);
    assert.equal(block?.text.indexOf('here'), source.indexOf('here'));
    assert.ok(!block?.text.includes('http'));
  });

  it('tells what has marks around it, the outer ones first', () =>
    assert.deepEqual(readMarkdown('A ~~**b** c~~ [d](e).').blocks[0]?.wrapped, [
      [2, 13],
      [4, 9],
      [14, 20],
    ]));

  it('tells what has tags around it', () =>
    assert.deepEqual(readMarkdown('A <b>c *d*</b> </i>e<br>.').blocks[0]?.wrapped, [
      [2, 14],
      [7, 10],
    ]));

  it('tells what it covers that is more than marks', () =>
    assert.deepEqual(readMarkdown('A **b** `c` [d](e) <!-- f -->.').blocks[0]?.hidden, [
      [8, 11],
      [16, 17],
      [19, 29],
    ]));

  it('keeps square brackets that lead nowhere: they are placeholders', () =>
    assert.deepEqual(texts('I chose [what].'), ['I chose [what].']));

  it('reads prose in HTML between its tags', () => {
    assert.deepEqual(texts('<ul>\n<li><b>Task:</b> cut it</li>\n<li>more</li>\n</ul>\n'), ['Task:     cut it', 'more']);
    assert.equal(readMarkdown('<h2>Result</h2>\n').blocks[0]?.kind, 'heading');
  });

  it('puts every block where its text stands, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '# ',
            '- ',
            '> ',
            '`',
            '**',
            '\n',
            '\r\n',
            '\n\n',
            'word ',
            'é',
            '😀',
            'e\u0301',
            '|',
            '[',
            '](',
            ')',
            '<b>',
            '<!--',
            '-->',
            '```',
            '    ',
          ),
        ),
        (parts) => {
          const source = parts.join('');
          for (const { start, end, text } of readMarkdown(source).blocks) {
            assert.equal(text.length, end - start);
            for (const match of text.matchAll(/word/g))
              assert.equal(source.slice(start + match.index, start + match.index + 4), 'word');
          }
        },
      ),
    );
  });
});

describe('reading Markdown without markup', () => {
  const LINES = [
    ...[
      'We chose it.',
      'Ünder it',
      '“So,” he said.',
      "'tis",
      '(aside)',
      '# Title',
      '## Part',
      '### ',
      '#no',
      '####### 7',
    ],
    ...[
      '',
      ' ',
      '   ',
      ' indented',
      '\tindented',
      '- item',
      '1. item',
      '1986. A year',
      '===',
      '---',
      '***',
      '> quoted',
    ],
    ...['# Closed #', 'a * b', 'a ** b', 'see www.example.com', 'mail me@example.com', 'a &amp; b', 'a | b', '-- | --'],
    ...['trailing   ', 'broken\\', '```', '~~~', '<div>', '<!-- a -->', '[a]: b', '+ 1', '\u00a0space', 'C# is', '\r'],
  ];
  const text = fc
    .array(fc.constantFrom(...LINES), { maxLength: 8 })
    .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`, lines.join('\n\n')));
  it('finds what the parser finds', () => {
    let plain = 0;
    fc.assert(
      fc.property(text, (source) => {
        const read = readPlainMarkdown(source);
        if (!read) return;
        plain++;
        assert.deepEqual(read, parseMarkdown(source));
      }),
      { numRuns: 3000 },
    );
    assert.ok(plain > 100);
  });
});
