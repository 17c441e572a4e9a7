import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KNOWN_RULE_IDS } from '../../src/core/config/knownRules';
import { applyIgnores, ChapterIgnores, type Ignored } from '../../src/core/lint/ignores';
import { readMarkdown } from '../../src/core/text/markdown';
import type { Span } from '../../src/core/text/span';
import type { Edit } from '../../src/core/types';

interface Found extends Span {
  readonly rule: string;
}

/** Stands in for the rules: every "we" is vague, every "my role" a passenger's. */
function findAll(text: string): Found[] {
  const find = (rule: string, word: RegExp): Found[] =>
    readMarkdown(text).blocks.flatMap((block) =>
      [...block.text.matchAll(word)].map(({ index, 0: match }) => {
        const start = block.start + index;
        return { rule, start, end: start + match.length };
      }),
    );
  return [...find('vague-we', /\bwe\b/gi), ...find('passenger', /\bmy role\b/gi)].sort((a, b) => a.start - b.start);
}

/** Parts reach from one heading to the next. */
function partRange(text: string, offset: number): Span | undefined {
  const headings = readMarkdown(text).blocks.filter(({ kind }) => kind === 'heading');
  const at = headings.findLastIndex(({ start }) => start <= offset);
  return at < 0 ? undefined : { start: headings[at]?.start ?? 0, end: headings[at + 1]?.start ?? text.length };
}

function apply(text: string, hasRun: (rule: string) => boolean = () => true): Ignored<Found> {
  const { blocks, comments } = readMarkdown(text);
  const chapter = new ChapterIgnores({
    text,
    blocks,
    comments,
    findings: findAll(text),
    known: KNOWN_RULE_IDS,
    partRange: (at) => partRange(text, at),
    hasRun,
  });
  return applyIgnores([chapter])[0] ?? assert.fail();
}

const lines = (text: string, { kept }: Ignored<Found>): number[] =>
  kept.map(({ start }) => text.slice(0, start).split(/\r\n|\n|\r/).length);

function edit(text: string, edits: readonly Edit[]): string {
  return edits.toReversed().reduce((all, { start, end, text: by }) => all.slice(0, start) + by + all.slice(end), text);
}

/** Applies the fix of the only stale directive. */
function cure(text: string): string {
  const { stale } = apply(text);
  assert.equal(stale.length, 1);
  return edit(text, stale[0]?.fixes[0]?.edits ?? []);
}

describe('an ignore comment', () => {
  const IGNORE = '<!-- starl-ignore vague-we: we voted -->';

  it('reaches the block that follows it, and no further', () => {
    for (const eol of ['\n', '\r\n']) {
      const text = [IGNORE, 'We met', 'and we went. We ate.', '', 'We left.'].join(eol);
      assert.deepEqual(lines(text, apply(text)), [5]);
      assert.deepEqual(apply(text).stale, []);
    }
    const spaced = `${IGNORE}\n\n\nWe met.\n\nWe left.`;
    assert.deepEqual(lines(spaced, apply(spaced)), [6]);
  });

  it('reaches one item of a list, one heading, one line of a table', () => {
    const list = `- We met.\n  ${IGNORE}\n- We ate.\n- We left.`;
    assert.deepEqual(lines(list, apply(list)), [1, 4]);
    const heading = `${IGNORE}\n## We ate\nWe left.`;
    assert.deepEqual(lines(heading, apply(heading)), [3]);
    const table = `${IGNORE}\n| we | we |\n|----|----|\n| we | we |`;
    assert.deepEqual(lines(table, apply(table)), [4, 4]);
  });

  it('reaches one sentence where it stands on the same line', () => {
    const before = `We met. ${IGNORE} We ate. We left.`;
    assert.deepEqual(
      apply(before).kept.map(({ start }) => start),
      [0, before.indexOf('We left')],
    );
    for (const first of [
      `${IGNORE} We ate. We left.`,
      `- ${IGNORE} We ate. We left.`,
      `**Action:** ${IGNORE} We ate. We left.`,
    ]) {
      assert.deepEqual(
        apply(first).kept.map(({ start }) => start),
        [first.indexOf('We left')],
        first,
      );
    }
    const within = `We ate ${IGNORE} what we had. We left.`;
    assert.deepEqual(
      apply(within).kept.map(({ start }) => start),
      [within.indexOf('We left')],
    );
  });

  it('reaches back where nothing follows it', () => {
    const behind = `We met. We ate. ${IGNORE}\n\nWe left.`;
    assert.deepEqual(
      apply(behind).kept.map(({ start }) => start),
      [0, behind.indexOf('We left')],
    );
    const heading = `## We ate ${IGNORE}\nWe left.`;
    assert.deepEqual(lines(heading, apply(heading)), [2]);
  });

  it('silences only the rules that it names', () => {
    const text =
      '<!-- starl-ignore vague-we,passenger -->\nWe shared my role.\n\n<!-- starl-ignore passenger: x -->\nWe shared my role.';
    assert.deepEqual(
      apply(text).kept.map(({ rule }) => rule),
      ['vague-we'],
    );
  });

  it('reaches a part, or the file', () => {
    const text = (scope: string) =>
      `# T\nWe met.\n## Action\nWe ate.\n<!-- starl-ignore-${scope} vague-we: why -->\nWe left.\n## Result\nWe won.`;
    assert.deepEqual(lines(text('part'), apply(text('part'))), [2, 8]);
    assert.deepEqual(lines(text('file'), apply(text('file'))), []);
  });

  it('may carry a reason of several lines, or none', () => {
    for (const reason of ['', ':', ': a: b', ': one\n  two -- three']) {
      assert.deepEqual(apply(`<!-- starl-ignore vague-we${reason} -->\nWe ate.`), { kept: [], stale: [] });
    }
  });

  it('is nothing where it is code, or another comment', () => {
    for (const text of [
      '`<!-- starl-ignore vague-we -->`\n\nI ate.',
      '<!-- starl: mocks >= 5 -->\nI ate.',
      '<!-- ignore starl-ignore -->',
    ]) {
      assert.deepEqual(apply(text).stale, []);
    }
  });
});

describe('a stale ignore comment', () => {
  const stale: readonly (readonly [text: string, message: string, at: string])[] = [
    [
      '<!-- starl-ignore vague-we: x -->\nI ate.',
      'There is no vague-we to ignore here.',
      '<!-- starl-ignore vague-we: x -->',
    ],
    [
      '<!-- starl-ignore-file vague-we -->',
      'There is no vague-we to ignore in this file.',
      '<!-- starl-ignore-file vague-we -->',
    ],
    [
      '<!-- starl-ignore-part vague-we -->\nWe ate.',
      'There is no vague-we to ignore in this part.',
      '<!-- starl-ignore-part vague-we -->',
    ],
    [
      '<!-- starl-ignore vauge-we -->\nWe ate.',
      'There is no rule "vauge-we". Did you mean "vague-we"?',
      '<!-- starl-ignore vauge-we -->',
    ],
    [
      '<!-- starl-ignore -->\nWe ate.',
      'This names no rule to ignore. Write <!-- starl-ignore vague-we: reason -->.',
      '<!-- starl-ignore -->',
    ],
    [
      '<!-- starl-ignore-prat vague-we -->\nWe ate.',
      'There is no directive "starl-ignore-prat". Did you mean "starl-ignore-part"?',
      '<!-- starl-ignore-prat vague-we -->',
    ],
    [
      '<!-- starl-ignore vague-we, stale-ignore -->\nWe ate.',
      'There is no stale-ignore to ignore here.',
      'stale-ignore',
    ],
  ];
  for (const [text, message, at] of stale) {
    it(`is told: ${message}`, () => {
      const found = apply(text).stale.map((one) => [one.message, text.slice(one.start, one.end)]);
      assert.deepEqual(found, [[message, text.slice(text.lastIndexOf(at)).slice(0, at.length)]]);
    });
  }

  it('is not called so where the rule has not been run', () => {
    const text = '<!-- starl-ignore vague-we: x -->\nI ate.';
    assert.deepEqual(apply(text, (rule) => rule !== 'vague-we').stale, []);
  });

  it('goes with its line', () => {
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['A.\n\n<!-- starl-ignore vague-we -->\nB.\n', 'A.\n\nB.\n'],
      ['A.\r\n\r\n  <!-- starl-ignore vague-we -->  \r\nB.\r\n', 'A.\r\n\r\nB.\r\n'],
      ['A.\n<!-- starl-ignore vague-we -->\n\nB.', 'A.\n\nB.'],
      ['A.\n\n<!-- starl-ignore vague-we -->\n\nB.', 'A.\n\nB.'],
      ['A.\r\n\r\n<!-- starl-ignore-file vague-we -->\r\n\r\n# B', 'A.\r\n\r\n# B'],
      ['A.\n\n<!-- starl-ignore-file vague-we -->\n', 'A.\n\n'],
      ['<!-- starl-ignore-file vague-we -->\n\n# B', '\n# B'],
      ['A.\n<!-- starl-ignore vague-we -->\nB.', 'A.\n\nB.'],
      ['A.\r\n<!-- starl-ignore vague-we -->\r\nB.', 'A.\r\n\r\nB.'],
      ['<!-- starl-ignore vague-we -->', ''],
      ['<!-- starl-ignore vague-we -->\n', ''],
      ['A.\n<!-- starl-ignore vague-we -->', 'A.\n'],
      ['A. <!-- starl-ignore vague-we --> B.', 'A. B.'],
      ['A. <!-- starl-ignore vague-we -->B.', 'A. B.'],
      ['A. <!-- starl-ignore vague-we -->\nB.', 'A.\nB.'],
      ['<!-- starl-ignore vague-we --> A.', 'A.'],
      ['- <!-- starl-ignore vague-we --> A.', '- A.'],
      ['<!-- starl-ignore vague-we:\n  of two lines -->\nA.', 'A.'],
    ];
    for (const [before, after] of cases) assert.equal(cure(before), after, JSON.stringify(before));
  });

  it('keeps the rules that it is needed for', () => {
    assert.equal(
      cure('<!-- starl-ignore passenger,vague-we, stale-ignore: why -->\nWe ate.'),
      '<!-- starl-ignore vague-we: why -->\nWe ate.',
    );
  });

  it('is only removed unasked where its rules are known', () => {
    const safe = (text: string): (boolean | undefined)[] => apply(text).stale.map(({ fixes }) => fixes[0]?.safe);
    assert.deepEqual(safe('<!-- starl-ignore vague-we -->'), [true]);
    assert.deepEqual(safe('<!-- starl-ignore vauge-we -->'), [false]);
    assert.deepEqual(safe('<!-- starl-ignore-next vague-we -->'), [false]);
  });
});

describe('ignore comments, whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      'We ate.',
      ' I ate. ',
      'we said “we” ',
      '\n',
      '\n\n',
      '\r\n',
      '- ',
      '## ',
      '> ',
      '```\n',
      '😀 ',
      'my role ',
      '| a | we |\n',
      '<b>',
    ],
    ...[
      '<!-- starl-ignore vague-we -->',
      '<!-- starl-ignore vague-we, passenger: x -->',
      '<!-- starl-ignore-part passenger -->',
    ],
    ...['<!-- starl-ignore-file vague-we -->', '<!-- starl-ignore nothing -->', '<!-- starl-', '-->', '<!-- other -->'],
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('silence what they name and keep the order of the rest', () => {
    fc.assert(
      fc.property(text, (body) => {
        const all = findAll(body);
        const { kept, stale } = apply(body);
        const positions = kept.map((one) =>
          all.findIndex(({ rule, start }) => rule === one.rule && start === one.start),
        );
        assert.deepEqual(
          positions,
          positions.toSorted((a, b) => a - b),
        );
        assert.ok(!positions.includes(-1));
        for (const { start, end } of stale)
          assert.ok(start < end && end <= body.length && body.slice(start, end) !== '');
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);

  it('are cured by their fixes, which touch nothing but comments', () => {
    fc.assert(
      fc.property(text, (body) => {
        const { comments } = readMarkdown(body);
        for (const { start, end } of apply(body).stale.flatMap(({ fixes }) => fixes[0]?.edits ?? [])) {
          const within = comments.some((comment) => comment.start < start && end < comment.end);
          assert.ok(within || comments.some((comment) => comment.text === body.slice(start, end).trim()));
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);
});
