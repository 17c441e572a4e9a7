import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter } from '../../src/core';
import { TermFinder } from '../../src/core/confidential/termFinder';
import { parseConfig } from '../../src/core/config/config';
import type { ConfidentialTerm } from '../../src/core/config/settings';
import { ignoreFixes } from '../../src/core/lint/ignoreFixes';
import { applyFix } from './applyFix';

const terms = (...list: readonly (string | readonly [string, string])[]): ConfidentialTerm[] =>
  list.map((one) => (typeof one === 'string' ? { term: one } : { term: one[0], say: one[1] }));
const marked = (text: string, ...list: readonly string[]): string[] =>
  new TermFinder(terms(...list)).find(text).map(({ start, end }) => text.slice(start, end));

describe('confidential terms', () => {
  const cases: readonly (readonly [why: string, terms: readonly string[], text: string, marked: readonly string[]])[] =
    [
      ['whole words', ['Acme'], 'Acme, Acmeology and McAcme', ['Acme']],
      ['any case', ['Acme'], 'ACME and acme', ['ACME', 'acme']],
      ['plurals', ['Acme', 'Nexus', 'Sky'], 'Acmes, Nexuses, skies', ['Acmes', 'Nexuses', 'skies']],
      ['possessives', ['Acme', 'Nexus'], "Acme's, Acme’s, Acmes' and Nexus' plan", ['Acme', 'Acme', 'Acmes', 'Nexus']],
      ['the longest first', ['Acme', 'Acme Corp'], 'Acme Corp and Acme', ['Acme Corp', 'Acme']],
      ['a shorter one where a longer one breaks off', ['Acme', 'Acme Corp of Ohio'], 'Acme Corp of Iowa', ['Acme']],
      [
        'figures',
        ['$3.2M', '200', '40%'],
        '$3.2M, $3.25M, US$3.2m, 1,200, 200.5, 200. 40%',
        ['$3.2M', '$3.2m', '200', '40%'],
      ],
      ['signs', ['C++', 'AT&T'], 'C++ at AT&T', ['C++', 'AT&T']],
      ['emphasis within', ['Acme Corp'], '**Acme** Corp, _Acme_ _Corp_', ['Acme** Corp', 'Acme_ _Corp']],
      ['wrapped lines', ['Acme Corp'], 'Acme\r\nCorp, > Acme\n> Corp', ['Acme\r\nCorp', 'Acme\n> Corp']],
      ['hyphens', ['Acme Corp', 'Jean-Luc', '-5'], 'Acme-Corp, Jean Luc, 5, x - 5', ['Acme-Corp', 'Jean Luc']],
      [
        'addresses',
        ['Acme Corp', 'Nexus'],
        '[it](https://www.acme-corp.com/Acme%20Corp) <nexus.io> ann@acmecorp.de',
        ['acme-corp', 'Acme%20Corp', 'nexus', 'acmecorp'],
      ],
      ['no two words that only look so', ['a part', 'On Time'], 'apart, ontime', []],
      ['no two paragraphs', ['Acme Corp'], 'Acme\n\nCorp, Acme\r\n\r\nCorp', []],
      ['identifiers', ['acme'], '`acme_core.acme`', ['acme', 'acme']],
      ['accents, however written', ['Zo\u00EB', 'Zoe'], 'Zoe\u0308, Zo\u00EB, Zoe', ['Zoe\u0308', 'Zo\u00EB', 'Zoe']],
      ['typography', ["O'Neil", 'Jean-Luc'], 'O’Neil, Jean‑Luc', ['O’Neil', 'Jean‑Luc']],
      ['pictures', ['🚀', '👩'], '🚀 👩‍💻 👩🏽 👩', ['🚀', '👩']],
      ['what is hidden in a word', ['Acme'], 'Ac\u00ADme', ['Ac\u00ADme']],
      [
        'initials, however written',
        ['J. R. Smith'],
        "J.R. Smith's plan, J R Smith, JR Smith, J.R.Smith, JRSmith, J.-R. Smith, J. Smith, R. Smith",
        ['J.R. Smith', 'J R Smith', 'JR Smith', 'J.R.Smith', 'JRSmith', 'J.-R. Smith'],
      ],
      [
        'initials without full stops',
        ['JR Smith', 'IBM', 'AI'],
        'J. R. Smith, I.B.M., plan A I left',
        ['J. R. Smith', 'I.B.M'],
      ],
      [
        'underscores',
        ['Acme Corp', 'blue_bird'],
        'acme_corp, ACME__Corp, blue bird, acme_corps',
        ['acme_corp', 'ACME__Corp', 'blue bird', 'acme_corps'],
      ],
      [
        'figures with a gap or without',
        ['$3.2M', '40 %', '5 M', 'A1'],
        '$3.2 M, $ 3.2M, 40%, 5M; $3. 2M, $3.2 MB, 15 M, 5Ms, 5 ms, a 1',
        ['$3.2 M', '$ 3.2M', '40%', '5M'],
      ],
      ['capitals within', ['On Time', 'J. Fox'], 'OnTime, JFox, ontime, jfox', ['OnTime', 'JFox']],
      [
        'abbreviations',
        ['Acme Inc.', 'St Jude'],
        'Acme Inc, acme-inc. and St. Jude',
        ['Acme Inc', 'acme-inc', 'St. Jude'],
      ],
      ['no longer words', ['Acme Corp', '$3.2M', '2 M'], 'Acme Corpus, Acme2 Corp, XAcme Corp, $3.2Mio, 12 M', []],
      ['nothing where there are none', [], 'Acme', []],
    ];
  for (const [why, list, text, found] of cases) {
    it(`are found: ${why}`, () => assert.deepEqual(marked(text, ...list), found));
  }

  it('are found in time that does not depend on how many there are', () => {
    const text = 'a a a a a a a a Project Alpha one two three $3.2M 🚀 '.repeat(500);
    const time = (count: number): number => {
      const list = Array.from({ length: count }, (_, i) => ({
        term: `Project Alpha one two ${'a '.repeat(i % 80)}x${i}`,
      }));
      const finder = new TermFinder([...list, { term: 'Alpha' }]);
      const start = performance.now();
      assert.equal(finder.find(text).length, 500);
      return performance.now() - start;
    };
    time(1);
    assert.ok(time(10_000) < 20 * time(1) + 1000);
  });

  it('are found whatever stands between their words and initials, and not within longer words', () => {
    const gaps = fc.constantFrom('', ' ', '\n', '\r\n> ', '-', '_', '‑', '  ', '** ', ' *');
    const names = fc.constantFrom(
      ['J', 'R', 'Smith'],
      ['Acme', 'Corp'],
      ['Blue', 'Bird', 'Two'],
      ['A', 'Lindholm'],
      ['$3.2', 'M'],
    );
    const written = names.chain((words) =>
      fc.record({
        term: fc.constantFrom(words.join(' '), words.join(' ').replace(/\b\p{L}\b/gu, '$&.'), words.join('_')),
        text: fc.tuple(...words.slice(1).map(() => fc.tuple(fc.boolean(), gaps))).map((between) =>
          words
            .map((word, i) => {
              const [hasStop, gap] = between[i] ?? [false, ''];
              return word + (hasStop && /^\p{L}$/u.test(word) ? '.' : '') + gap;
            })
            .join(''),
        ),
      }),
    );
    fc.assert(
      fc.property(
        written,
        fc.constantFrom(...' .,;"(\n'),
        fc.constantFrom(...'aX7é'),
        ({ term, text }, around, more) => {
          assert.deepEqual(marked(`${around}${text}${around}`, term), [text], term);
          if (/^\p{L}/u.test(text)) assert.deepEqual(marked(`${more}${text}`, term), []);
          if (/\p{L}$/u.test(text)) assert.deepEqual(marked(`${text}${more}`, term), []);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are found wherever they are put, and never outside the text', () => {
    const word = fc.constantFrom(
      'Acme',
      'Corp',
      'acmes',
      ' ',
      '\r\n',
      '🚀',
      '*',
      '_',
      '>',
      "'s",
      '3',
      '.',
      ',',
      '\u0308',
      '\uD83D',
    );
    const finder = new TermFinder(terms('Acme', 'Acme Corp', '3.3', '🚀 Corp'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join('');
        let last = 0;
        for (const { start, end } of finder.find(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
        assert.equal(finder.find(`${text} Acme`).at(-1)?.end, text.length + 5);
      }),
    );
  });
});

const LIST = terms(
  ['Acme', 'the client'],
  ['Nexus', 'a bank'],
  ['$3.2M', 'a seven-figure sum'],
  ['Dana Reyes', 'the head of sales'],
  ['Leak', 'no Acme'],
  'Hush',
);
const linter = createLinter({ settings: { confidential: LIST } });
const findings = (text: string) =>
  linter.lint(text, { kind: 'story' }).findings.filter(({ rule }) => rule === 'confidential');
function swapped(text: string): string {
  const [finding] = findings(text);
  const [fix] = finding?.fixes ?? [];
  return fix ? applyFix(text, fix) : text;
}

describe('the rule confidential', () => {
  it('warns wherever a term stands, and repeats none', () => {
    const text = [
      '---',
      'title: Acme outage',
      '---',
      '# Acme',
      '',
      '## Action',
      '',
      '> Acme said so.',
      '',
      '- I called `acme`.',
      '',
      '```',
      'ping acme',
      '```',
      '',
      '<!-- Acme -->',
    ].join('\r\n');
    const found = findings(text);
    assert.deepEqual(
      found.map(({ start, severity }) => [start.line, severity]),
      [2, 4, 8, 10, 13, 16].map((line) => [line, 'warning']),
    );
    for (const { message } of found) assert.doesNotMatch(message, /acme/i);
  });

  it('is in no message that repeats what stands in the text', () => {
    const lines = ['---', 'competencies: [acme-corp]', 'rules: { acme: off }', 'acmes: 1', '---', '', '## Action', ''];
    const text = [...lines, 'I rang [the name at Acme].', '', '<!-- starl-ignore acme: why -->', '', 'I left.'].join(
      '\n',
    );
    const { findings: told } = linter.lint(text, { kind: 'story' });
    assert.deepEqual(
      ['placeholder-left', 'front-matter', 'stale-ignore'].filter((id) => !told.some(({ rule }) => rule === id)),
      [],
    );
    for (const { message, related = [] } of told)
      for (const said of [message, ...related.map((one) => one.message)]) assert.doesNotMatch(said, /acme/i);
  });

  const swaps: readonly (readonly [before: string, after: string])[] = [
    ['I called Acme twice.', 'I called the client twice.'],
    ['I called [them](https://acme.com/a).', 'I called [them](https://the-client.com/a).'],
    ['I called Dana-Reyes.', 'I called the head of sales.'],
    ["I read Acme's plan.", "I read the client's plan."],
    ["I read Nexus' plan.", "I read a bank's plan."],
    ['Acme called. It rained.', 'The client called. It rained.'],
    ['It rained. **Acme** called.', 'It rained. **The client** called.'],
    ['# Acme', '# The client'],
    ['**Situation:** Acme called.', '**Situation:** The client called.'],
    ['I led the Acme team.', 'I led the client team.'],
    ['I knew that Acme was late.', 'I knew that the client was late.'],
    ['I told her Acme was late.', 'I told her the client was late.'],
    ['It was an Acme launch.', 'It was a client launch.'],
    ['I asked our *Nexus* contact.', 'I asked our *bank* contact.'],
    ['It saved $3.2M.', 'It saved a seven-figure sum.'],
    ['I asked the Acmes.', 'I asked the clients.'],
    ['I asked **Dana** Reyes.', 'I asked **the head of sales**.'],
    ['I asked Dana\r\n_Reyes_.', 'I asked _the head of sales_.'],
    ['I asked _Dana_ _Reyes_.', 'I asked _the head of sales_.'],
    ['I called two Nexuses.', 'I called two banks.'],
    ['I called Hush.', 'I called [stand-in].'],
    ['I called Leak.', 'I called Leak.'],
    ['---\nstarl: story\ntitle: Acme\n---\n', '---\nstarl: story\ntitle: The client\n---\n'],
    ['---\nstarl: story\ntitle: Hush\n---\n', '---\nstarl: story\ntitle: stand-in\n---\n'],
  ];
  for (const [before, after] of swaps) {
    it(`turns ${JSON.stringify(before)} into ${JSON.stringify(after)}`, () => assert.equal(swapped(before), after));
  }

  it('can be switched off, ignored, and is no stale ignore where it has terms', () => {
    assert.deepEqual(findings('---\nstarl: story\nrules: { confidential: off }\n---\n\nAcme called.\n'), []);
    const ignored = '## Action\n\n<!-- starl-ignore-file confidential: public -->\n\nI called Dana Reyes.\n';
    assert.deepEqual(
      linter.lint(ignored, { kind: 'story' }).findings.filter(({ rule }) => /conf|stale/.test(rule)),
      [],
    );
    const code = '## Action\n\nI rang.\n\n    acme\n';
    const [finding] = findings(code);
    assert.ok(finding);
    assert.deepEqual(
      ignoreFixes(code, finding).map(({ title }) => title),
      ['Ignore confidential in this file'],
    );
  });

  it('leaves alone what is no document of ours', () => {
    assert.deepEqual(linter.lint('Acme called.\n').findings, []);
  });
});

describe('confidential in starl.yaml', () => {
  it('is a list of terms, with or without what to say instead', () => {
    const { config, problems } = parseConfig('confidential:\n  - Acme\n  - { term: $3.2M, say: a large sum }\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(config.confidential, [{ term: 'Acme' }, { term: '$3.2M', say: 'a large sum' }]);
    assert.deepEqual(parseConfig('confidential:\n').config.confidential, undefined);
  });

  const wrong: readonly (readonly [text: string, place: string, told: RegExp])[] = [
    ['confidential: Acme', '1:15', /a list/],
    ['confidential:\n  - { term: Acme, stand: x }', '2:19', /Unknown key "stand"/],
    ['confidential:\n  - { say: x }', '2:7', /"term" is missing/],
    ['confidential: ["--"]', '1:16', /letter or a digit/],
    ['confidential: [Acme, 42]', '1:22', /quotes/],
  ];
  for (const [text, place, told] of wrong) {
    it(`tells what is wrong with ${JSON.stringify(text)}`, () => {
      const [problem, ...others] = parseConfig(text).problems;
      assert.deepEqual([`${problem?.line}:${problem?.column}`, others], [place, []]);
      assert.match(problem?.message ?? '', told);
    });
  }

  it('loses only the terms that are wrong', () => {
    const text =
      'confidential:\n  - "--"\n  - Acme\n  - [x]\n  - { term: Nexus, say: 3 }\n  - { term: Hush, sya: x }\n';
    const { config, problems } = parseConfig(text);
    assert.deepEqual(config.confidential, [{ term: 'Acme' }, { term: 'Hush' }]);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 4, 5, 6],
    );
  });

  it('takes ten thousand terms', () => {
    const yaml = Array.from({ length: 10_000 }, (_, i) => `  - Project ${i}`).join('\n');
    const { config, problems } = parseConfig(`confidential:\n${yaml}\n`);
    assert.deepEqual([config.confidential?.length, problems], [10_000, []]);
  });
});
