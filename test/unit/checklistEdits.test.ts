import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Item, itemsWithin, type Section, sectionsWithin } from '../../src/core/checklist/checklist';
import { addItem, type Outcome, tickItem } from '../../src/core/checklist/edits';
import { itemsIn, readChecklist } from '../../src/core/checklist/readChecklist';

const EOLS = ['\n', '\r\n', '\r'];

function apply(text: string, { edit, refusal }: Outcome): string {
  assert.equal(refusal, undefined);
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}

function tick(text: string, item: Item): string {
  return apply(text, tickItem(text, item.id, !item.done));
}

function add(text: string, label: string, title?: string): string {
  const { checklist } = readChecklist(text);
  assert.ok(checklist);
  const section =
    title === undefined ? undefined : [...sectionsWithin(checklist)].find((inner) => inner.title === title);
  return apply(text, addItem(text, section?.id, label));
}

/** Markdown of all the shapes that surround and resemble items. */
const lines = fc.array(
  fc
    .tuple(
      fc.constantFrom('', '', '', '  ', '    ', '\t', '> ', '- '),
      fc.constantFrom(
        '- [ ] a',
        '- [x] b',
        '- [X] 𝒸é',
        '* [ ] a',
        '+ [x] **b** <!-- starl: mocks >= 5 -->',
        '1. [ ] a',
        '9) [x] b',
        '- [ ] ',
        '- [ ]',
        '- plain',
        'text',
        '',
        '',
        '',
        '# A',
        '## A',
        '## B',
        '### C',
        '===',
        '---',
        '```',
        '~~~',
        '<!--',
        '-->',
        '<div>',
        '</div>',
        '| a |',
        '|---|',
        '\\',
        '- [ ] `a',
        '`',
        '&amp;',
        '\uFEFF',
        '[a]: b',
      ),
    )
    .map(([indent, line]) => indent + line),
  { maxLength: 25 },
);
const document = fc.tuple(lines, fc.boolean()).map(([all, end]) => all.join('\n') + (end ? '\n' : ''));

describe('a tick', () => {
  it('changes one character, and nothing else that is read', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(...EOLS), (source, eol) => {
        const text = source.replaceAll('\n', eol);
        const before = itemsIn(text);
        before.forEach((item, index) => {
          const ticked = tick(text, item);
          assert.equal(ticked.length, text.length);
          assert.equal([...text].filter((_, at) => text[at] !== ticked[at]).length, 1);
          const after = itemsIn(ticked);
          assert.deepEqual(
            after.map((other) => ({ ...other, count: undefined, items: [] })),
            before.map((other, at) => ({ ...other, done: (at === index) !== other.done, count: undefined, items: [] })),
          );
          const restored = tick(ticked, after[index] ?? item);
          assert.equal(restored.toLowerCase(), text.toLowerCase());
        });
      }),
    );
  });

  it('is nothing where the box is so already', () => {
    const [item] = itemsIn('- [X] a');
    assert.ok(item);
    assert.deepEqual(tickItem('- [X] a', item.id, true), { edit: undefined });
  });
});

describe('a tick that cannot be', () => {
  it('is refused', () => {
    assert.deepEqual(tickItem('- [ ] a', 'gone', true), { refusal: 'the item is no longer there' });
    assert.deepEqual(tickItem('- [ ] a\n>>>>>>> theirs', '', true), { refusal: 'merge conflict in line 2' });
  });
});

describe('a reading', () => {
  it('is the same whatever ends the lines', () => {
    fc.assert(
      fc.property(document, (text) => {
        const seen = (eol: string) => {
          const source = text.replaceAll('\n', eol);
          return itemsIn(source).map((item) => {
            assert.match(source.slice(item.mark - 1, item.mark + 2), /^\[[ xX]\]$/);
            const toLf = (offset: number) => source.slice(0, offset).replaceAll(eol, '\n').length;
            const evidence = item.evidence && { ...item.evidence, start: toLf(item.evidence.start) };
            return {
              ...item,
              evidence,
              mark: toLf(item.mark),
              start: toLf(item.start),
              end: toLf(item.end),
              items: [],
            };
          });
        };
        for (const eol of EOLS) assert.deepEqual(seen(eol), seen('\n'));
      }),
    );
  });

  it('gives every item and section an id of its own', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { checklist } = readChecklist(text);
        assert.ok(checklist);
        const entries = [...itemsWithin(checklist), ...sectionsWithin(checklist)];
        assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
      }),
    );
  });

  it('never throws', function () {
    this.timeout(20_000);
    const noise = fc.string({ unit: fc.constantFrom(...'-*+[]xX \t\n\r#>`~<!1.)|\\\0a\uD835') });
    fc.assert(fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => void readChecklist(text)));
  });

  it('ends for a hostile text', function () {
    this.timeout(20_000);
    for (const unit of ['- ', '> ', '[', '<!--', '*a ', '- [ ] ', '`', '1) ']) {
      const row = unit.repeat(4_999 / unit.length);
      const start = Date.now();
      readChecklist(`${row}\n\n`.repeat(3));
      assert.ok(Date.now() - start < 5_000, `${unit}: ${Date.now() - start} ms`);
    }
  });
});

describe('a new item', () => {
  it('keeps every line there is, and every item', () => {
    const label = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('plain', '[a](b)', '<!--', '**bold**', '# a', '- [ ] b', '``` `'),
    );
    fc.assert(
      fc.property(document, fc.constantFrom(...EOLS), label, (source, eol, added) => {
        const text = source.replaceAll('\n', eol);
        const { checklist } = readChecklist(text);
        assert.ok(checklist);
        const targets: (Section | undefined)[] = [undefined, ...sectionsWithin(checklist)];
        for (const target of targets) {
          const { edit } = addItem(text, target?.id, added);
          if (!edit) continue;
          assert.equal(edit.start, edit.end);
          assert.doesNotMatch(edit.text.replaceAll(text.includes(eol) ? eol : '\n', ''), /[\r\n]/);
          const after = itemsIn(apply(text, { edit }));
          const fresh = after.filter(({ mark }) => mark >= edit.start && mark < edit.start + edit.text.length);
          assert.deepEqual(
            fresh.map((item) => [item.done, item.label]),
            [[false, added.replace(/[\s\p{Cc}]+/gu, ' ').trim()]],
          );
          const state = (all: readonly Item[]) => all.map(({ label, done, evidence }) => [label, done, evidence?.text]);
          assert.deepEqual(state(after.filter((item) => !fresh.includes(item))), state(itemsIn(text)));
        }
      }),
    );
  });

  const cases: [name: string, before: string[], title: string | undefined, after: string[]][] = [
    [
      'goes to the end of its group',
      ['# A', '- [x] a', '', '# B', '- [ ] b'],
      'A',
      ['# A', '- [x] a', '- [ ] new', '', '# B', '- [ ] b'],
    ],
    [
      'stands apart where the others do',
      ['# A', '- [ ] a', '', '- [ ] b', '  - note', ''],
      'A',
      ['# A', '- [ ] a', '', '- [ ] b', '  - note', '', '- [ ] new', ''],
    ],
    [
      'stands apart where those of another group do',
      ['# A', '- [ ] a', '', '- [ ] b', '# B', '- [ ] c', ''],
      'B',
      ['# A', '- [ ] a', '', '- [ ] b', '# B', '- [ ] c', '', '- [ ] new', ''],
    ],
    ['takes the marker and its distance', ['*   [ ] a', ''], undefined, ['*   [ ] a', '*   [ ] new', '']],
    ['goes on counting', ['8) [ ] a', '9) [ ] b'], undefined, ['8) [ ] a', '9) [ ] b', '10) [ ] new']],
    ['repeats a number that is repeated', ['1. [ ] a', '1. [ ] b'], undefined, ['1. [ ] a', '1. [ ] b', '1. [ ] new']],
    [
      'takes the indentation',
      ['- Group', '\t- [ ] a', '', 'End.'],
      undefined,
      ['- Group', '\t- [ ] a', '\t- [ ] new', '', 'End.'],
    ],
    [
      'comes behind what is nested',
      ['- [ ] a', '  1. [ ] b', '     more'],
      undefined,
      ['- [ ] a', '  1. [ ] b', '     more', '- [ ] new'],
    ],
    [
      'makes a list where a group has none of its own',
      ['# A', 'Words.', '## B', '- [ ] b', '# C', '- [ ] c'],
      'A',
      ['# A', 'Words.', '', '- [ ] new', '', '## B', '- [ ] b', '# C', '- [ ] c'],
    ],
    ['comes last in a file without items', ['# A', 'Words.'], undefined, ['# A', 'Words.', '', '- [ ] new', '']],
    ['comes behind front matter', ['---', 'a: 1', '---', ''], undefined, ['---', 'a: 1', '---', '', '- [ ] new', '']],
    ['comes behind a byte order mark', ['\uFEFF- [ ] a', ''], undefined, ['\uFEFF- [ ] a', '- [ ] new', '']],
  ];
  for (const [name, before, title, after] of cases) {
    it(name, () => {
      for (const eol of EOLS) assert.equal(add(before.join(eol), 'new', title), after.join(eol));
    });
  }

  it('comes first in an empty file', () => {
    assert.equal(add('', 'new'), '- [ ] new\n');
    assert.equal(add('\uFEFF', 'new'), '\uFEFF- [ ] new\n');
    assert.equal(add('\r\n', 'new'), '- [ ] new\r\n');
  });

  it('stands for itself, with no more escapes than it needs', () => {
    assert.equal(
      add('', ' Ask (twice) a * b,\nsnake_case, [what] "q" '),
      '- [ ] Ask (twice) a * b, snake_case, [what] "q"\n',
    );
    assert.equal(add('', 'a **b** <!-- c'), '- [ ] a \\*\\*b\\*\\* \\<!-- c\n');
  });

  it('is refused where it could not be one', () => {
    const open = 'an item would not be one there; a code block or a comment may be left open';
    assert.deepEqual(addItem('```\nopen', undefined, 'new'), { refusal: open });
    assert.deepEqual(addItem('- [ ] a', undefined, ' \n'), { refusal: 'an item needs a text' });
    assert.deepEqual(addItem('- [ ] a', 'gone', 'new'), { refusal: 'the group is no longer there' });
    assert.deepEqual(addItem('a\n<<<<<<< HEAD\n', undefined, 'new'), { refusal: 'merge conflict in line 2' });
  });
});
