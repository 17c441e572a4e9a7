import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TermFinder } from '../../src/core/confidential/termFinder';

const marked = (text: string, ...list: readonly string[]): string[] =>
  new TermFinder(list.map((term) => ({ term }))).find(text).map(({ start, end }) => text.slice(start, end));

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
      [
        'signs between words',
        ['Project Bluebird'],
        'project.bluebird, project/bluebird, project+bluebird, Project\\Bluebird, project::bluebird, Project – Bluebird',
        [
          'project.bluebird',
          'project/bluebird',
          'project+bluebird',
          'Project\\Bluebird',
          'project::bluebird',
          'Project – Bluebird',
        ],
      ],
      [
        'quotation marks and brackets between words',
        ['Project Bluebird'],
        'Project “Bluebird”, Project: "Bluebird", my project, Bluebird, and Project [Bluebird](a.md)',
        ['Project “Bluebird', 'Project: "Bluebird', 'project, Bluebird', 'Project [Bluebird'],
      ],
      ['signs between words of the list', ['blue.bird', 'A/B Corp'], 'blue bird, A-B Corp', ['blue bird', 'A-B Corp']],
      ['no two sentences', ['Project Bluebird'], 'the project. Bluebird songs. A project? “Bluebird!”', []],
      ['signs that end a word', ['C++', 'C++ Core', 'C#'], 'C++/Rust, C++-Core, C#.', ['C++', 'C++-Core', 'C#']],
      ['signs that are spoken', ['Blue Corp', 'M 40', '3 4'], 'Blue & Corp, M$40, 3/4, 3.4, 3 ■ 4, Blue ■ Corp', []],
      [
        'figures in names',
        ['Falcon 9'],
        'falcon.9, falcon/9, Falcon (9), 9 Falcon.9.2',
        ['falcon.9', 'falcon/9', 'Falcon (9'],
      ],
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
      ['capitals in a row within', ['GE HC', 'X AI'], 'GEHC, gehc, xAI, xai', ['GEHC', 'xAI']],
      ['initials that are no "I"', ['IBM'], 'So am I. B. M. Jones left I. B. M.', ['I. B. M']],
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
    const gaps = fc.constantFrom('', ' ', '\n', '\r\n> ', '-', '_', '‑', '.', '/', '+', ' – ', ': ', '  ', '** ', ' *');
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
    const finder = new TermFinder(['Acme', 'Acme Corp', '3.3', '🚀 Corp'].map((term) => ({ term })));
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
