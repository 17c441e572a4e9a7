import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Item, itemsWithin, type Section, sectionsWithin } from '../../src/core/checklist/checklist';
import { readChecklist } from '../../src/core/checklist/readChecklist';

function read(...lines: string[]): Section {
  const { checklist, problem } = readChecklist(lines.join('\n'));
  assert.ok(checklist, problem?.cause);
  return checklist;
}

/** The items as an outline: `x` or `-`, the label, and the line. */
function outline(section: Section): string[] {
  const show = (item: Item, depth: number): string[] => [
    `${'  '.repeat(depth)}${item.done ? 'x' : '-'} ${item.label} @${item.line}`,
    ...item.items.flatMap((inner) => show(inner, depth + 1)),
  ];
  const showSection = (inner: Section, depth: number): string[] => [
    `${'  '.repeat(depth)}# ${inner.title} ${inner.count.done}/${inner.count.total} @${inner.line}`,
    ...inner.items.flatMap((item) => show(item, depth + 1)),
    ...inner.sections.flatMap((deeper) => showSection(deeper, depth + 1)),
  ];
  return showSection(section, 0);
}

function labels(...lines: string[]): string[] {
  return [...itemsWithin(read(...lines))].map(({ label }) => label);
}

describe('a checklist', () => {
  it('takes headings for groups and counts in each and in all', () => {
    const section = read(
      '# Preparation',
      '',
      'Words.',
      '',
      '## Stories',
      '',
      '- [x] one',
      '- [ ] two',
      '',
      '### Failure',
      '',
      '* [X] three',
      '',
      '## Mocks',
      '1. [ ] four',
      '',
    );
    assert.deepEqual(outline(section), [
      '# Preparation 2/4 @1',
      '  # Stories 2/3 @5',
      '    x one @7',
      '    - two @8',
      '    # Failure 1/1 @10',
      '      x three @12',
      '  # Mocks 0/1 @14',
      '    - four @15',
    ]);
  });

  it('keeps what stands above the first heading, and several top headings', () => {
    const section = read('- [ ] zero', '', 'Stories', '=======', '- [ ] one', '', '# Mocks', '- [ ] two');
    assert.deepEqual(outline(section), [
      '#  0/3 @1',
      '  - zero @1',
      '  # Stories 0/1 @3',
      '    - one @5',
      '  # Mocks 0/1 @7',
      '    - two @8',
    ]);
  });

  it('drops headings with nothing to tick', () => {
    const section = read(
      '# Preparation',
      '## Notes',
      'Words.',
      '## Stories',
      '- [ ] one',
      '## Sources',
      '- 000: a guide',
    );
    assert.deepEqual(
      [...sectionsWithin(section)].map(({ title }) => title),
      ['Stories'],
    );
  });

  it('reads every form of list and nesting', () => {
    const section = read(
      '- [ ] dash',
      '+ [ ] plus',
      '* [x] star',
      '',
      '1. [ ] one',
      '2) [X] two',
      '',
      '- [ ] outer',
      '  - [x] inner',
      '    1. [ ] innermost',
      '  - plain',
      '    - [ ] under plain',
      '- - [ ] twice',
      '-   [ ]   wide   ',
      '-\t[ ]\ttabbed',
    );
    assert.deepEqual(outline(section).slice(1), [
      '  - dash @1',
      '  - plus @2',
      '  x star @3',
      '  - one @5',
      '  x two @6',
      '  - outer @8',
      '    x inner @9',
      '      - innermost @10',
      '    - under plain @12',
      '  - twice @13',
      '  - wide @14',
      '  - tabbed @15',
    ]);
  });

  it('sees no item in code, quotations, comments, HTML, tables, front matter or plain text', () => {
    assert.deepEqual(
      labels(
        '---',
        'a: |',
        '  - [ ] front',
        '---',
        '```',
        '- [ ] fenced',
        '```',
        '',
        '    - [ ] indented',
        '',
        '> - [ ] quoted',
        '',
        '<!--',
        '- [ ] commented',
        '-->',
        '',
        '<div>',
        '- [ ] html',
        '</div>',
        '',
        '| - [ ] a |',
        '|---|',
        '| - [ ] b |',
        '',
        '[ ] no list',
        '',
        '- [] none',
        '- [y] none',
        '- [ ]none',
        '- \\[ ] escaped',
        '- text [ ] later',
        '- [x](link)',
        '',
        '    ',
        '- first',
        '',
        '  [ ] second paragraph',
        '- [ ] real',
      ),
      ['real'],
    );
  });

  it('sees no item behind an unclosed fence', () => {
    assert.deepEqual(labels('- [ ] real', '', '```', '- [ ] fenced'), ['real']);
  });

  it('labels an item by what a reader sees', () => {
    assert.deepEqual(
      labels(
        '- [ ] **Bold**, _soft_, ~~gone~~, `code`',
        '- [ ] a [link](https://a.example "title"), <https://b.example> and https://c.example',
        '- [ ] [todo] ![a picture](x.png) \\*escaped\\* <b>html</b>',
        '- [ ] wrapped',
        '  over lines',
        '- [ ] cut at  ',
        '  a hard break',
        '- [ ] with <!-- a comment --> inside',
        '- [ ] <!-- nothing else -->',
      ),
      [
        'Bold, soft, gone, code',
        'a link, https://b.example and https://c.example',
        '[todo] a picture *escaped* html',
        'wrapped over lines',
        'cut at',
        'with inside',
        '',
      ],
    );
  });

  it('keeps evidence and notes', () => {
    const [first, second, third] = itemsWithin(
      read(
        '- [ ] mocks <!-- starl: mocks >= 5 -->',
        '  - Sources: 000, **003**',
        '',
        '  More words.',
        '- [ ] stories',
        '  <!-- starl: stories >= 8 -->',
        '- [ ] none <!-- a remark -->',
      ),
    );
    assert.deepEqual(
      [first?.evidence?.text, second?.evidence?.text, third?.evidence],
      ['mocks >= 5', 'stories >= 8', undefined],
    );
    assert.deepEqual(first?.notes, ['Sources: 000, 003', 'More words.']);
    assert.deepEqual([first?.label, second?.label, third?.label], ['mocks', 'stories', 'none']);
  });

  it('gives ids that survive edits elsewhere', () => {
    const before = read('# P', '## A', '- [ ] one', '- [ ] two', '## B', '- [ ] one');
    const after = read(
      'intro',
      '# P',
      '## New',
      '- [ ] other',
      '## A',
      '1. [x] zero',
      '2. [x] **one**',
      '',
      '## B',
      '- [ ] one',
      '- [ ] two',
    );
    const id = (section: Section, title: string, label: string) =>
      [...sectionsWithin(section)].find((inner) => inner.title === title)?.items.find((item) => item.label === label)
        ?.id;
    assert.equal(id(before, 'A', 'one'), id(after, 'A', 'one'));
    assert.equal(id(before, 'B', 'one'), id(after, 'B', 'one'));
    assert.notEqual(id(after, 'A', 'one'), id(after, 'B', 'one'));
  });

  it('gives the same text twice two ids', () => {
    const ids = [...itemsWithin(read('- [ ] a', '  - [ ] 2:a', '- [ ] a', '- [ ] 2:a'))].map((item) => item.id);
    assert.equal(new Set(ids).size, 4);
  });

  it('is empty where there is nothing', () => {
    for (const text of ['', '\uFEFF', '---\na: 1\n---\n', '# Title\n', '\r\n\r\n']) {
      assert.deepEqual(readChecklist(text).checklist?.count, { done: 0, total: 0 });
    }
  });
});

describe('what is no checklist', () => {
  const conflict = ['# A', '- [ ] a', '<<<<<<< HEAD', '- [x] b', '=======', '- [ ] b', '>>>>>>> theirs', ''];
  const cases: [string, string, number, string][] = [
    ['a merge conflict', conflict.join('\n'), 3, 'merge conflict'],
    ['a merge conflict in CRLF', conflict.join('\r\n'), 3, 'merge conflict'],
    ['half of a merge conflict', '- [ ] a\n>>>>>>> theirs\n', 2, 'merge conflict'],
    ['bytes', '- [ ] a\n\0\n', 2, 'not a text file'],
    ['a very long file', '- [ ] a\n'.repeat(30_000), 1, 'more than 200,000 characters'],
    ['a very long line', `- [ ] a\n- [ ] ${'b'.repeat(5_000)}\n`, 2, 'more than 5,000 characters in one line'],
  ];
  for (const [name, text, line, cause] of cases) {
    it(`says what is wrong with ${name}`, () => assert.deepEqual(readChecklist(text), { problem: { line, cause } }));
  }

  it('takes headings and quotations for what they are', () => {
    assert.equal(
      labels('Title', '=======', '>>>>> deep', '', 'a <<<<<<< b', '', '    <<<<<<< HEAD', '- [ ] a').length,
      1,
    );
  });
});
