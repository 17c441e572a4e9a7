import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { parseConfig } from '../../src/core/config/config';
import { readFrontMatter } from '../../src/core/config/documentFrontMatter';
import { evidenceProblems, hintsOnEvidence } from '../../src/core/evidence/checklistEvidence';
import { hintsOnConfig } from '../../src/core/hints/configHints';
import { hintsOnMocks } from '../../src/core/hints/mockHints';
import { createLinter } from '../../src/core/index';
import type { LibraryStory } from '../../src/core/library/library';
import { usualKinds } from '../../src/core/mocks/kinds';
import { readMocks } from '../../src/core/mocks/mocks';
import { misspelt } from '../../src/core/yaml/nearest';
import type { Problem } from '../../src/core/yaml/problem';
import { wholeStory } from '../wholeStory';
import { applyFix } from './applyFix';

/** Each problem as the text that it marks, its message, and the text after its first fix. */
function told(text: string, problems: readonly Problem[]): string[][] {
  return problems.map(({ start, end, message, fixes = [] }) => [
    text.slice(start, end),
    message,
    ...fixes.slice(0, 1).map((fix) => applyFix(text, fix)),
  ]);
}

const stories = ['The port', 'Half an hour: stale'].map(
  (title, index) => ({ key: title, file: `file:///stories/${index}.md`, story: { title } }) as unknown as LibraryStory,
);

describe('a name that is a slip of the pen away from a known one', () => {
  it('is told from a name of its own', () => {
    const known = ['netflix-tpm', 'netflix-pmm', 'influence', 'Panel 1', 'killed-project', 'Acme'];
    const cases: [string, string[]][] = [
      ['netflix-tmp', ['netflix-tpm', 'netflix-pmm']],
      ['influnece', ['influence']],
      ['kiled-projekt', ['killed-project']],
      ['Netflix-TPM', []],
      ['Netflix', []],
      ['Panel 2', []],
      ['Acne', []],
      ['Example Streaming', []],
      ['x'.repeat(5000), []],
    ];
    for (const [name, near] of cases) assert.deepEqual(misspelt(name, known), near, name);
  });
});

describe('hints on the settings', () => {
  it('name the story that a round most likely means, and write it as YAML needs it', () => {
    const text =
      'rounds:\r\n  - { title: A, stories: [the port, The prot, "0", Half an hour stale, Cranes] } # mine\r\n';
    assert.deepEqual(told(text, hintsOnConfig(text, stories)), [
      ['The prot', 'No story is named "The prot". Did you mean "The port"?', text.replace('The prot', 'The port')],
      [
        'Half an hour stale',
        'No story is named "Half an hour stale". Did you mean "Half an hour: stale"?',
        text.replace('Half an hour stale', '"Half an hour: stale"'),
      ],
      ['Cranes', 'No story is named "Cranes". Write the title of a story, or the name of its file.'],
    ]);
    assert.deepEqual(hintsOnConfig(text, []), []);
  });

  it('tell of the last round that is after the interview, once', () => {
    const text =
      'interview: 2027-03-15\nrounds:\n  - { title: A, date: 2027-03-15 }\n  - { title: B, date: 2027-03-18 }\n  - { title: C, date: 2027-03-17 }\n';
    assert.deepEqual(told(text, hintsOnConfig(text, stories)), [
      [
        '2027-03-18',
        'This round is 3 days after the interview (2027-03-15), with which countdown and plan end. If the interview has moved, move "interview", too.',
        text.replace('interview: 2027-03-15', 'interview: 2027-03-18'),
      ],
    ]);
    const sound = text.replace('interview: 2027-03-15', 'interview: 2027-03-18');
    for (const fine of [sound, text.slice(text.indexOf('rounds')), '', 'rounds: [\n', 'interview: soon\n'])
      assert.deepEqual(hintsOnConfig(fine, stories), [], fine);
  });

  it('come with a fix where a key, a profile, a rule or a severity is misspelt', () => {
    const text = 'profil: general\nrules: { vague-we: of }\n';
    assert.deepEqual(
      told(text, parseConfig(text).problems).map(([marked, , fixed]) => [marked, fixed]),
      [
        ['profil', text.replace('profil', 'profile')],
        ['of', text.replace('of }', 'off }')],
      ],
    );
    const other = 'profile: netflix-tmp\nrules: { vage-we: off }\n';
    assert.deepEqual(
      told(other, parseConfig(other).problems).map(([marked, , fixed]) => [marked, fixed]),
      [
        ['netflix-tmp', other.replace('netflix-tmp', 'netflix-tpm')],
        ['vage-we', other.replace('vage-we', 'vague-we')],
      ],
    );
  });

  it('name the field that holds no day', () => {
    for (const [text, field] of [
      ['interview: 20270315\n', 'interview'],
      ['rounds:\n  - { title: A, date: tomorrow }\n', 'date'],
    ] as const)
      assert.equal(
        parseConfig(text).problems[0]?.message,
        `"${field}" is not a day. Write the day as year, month and day, like 2030-01-31.`,
      );
  });
});

describe('hints on the mock log', () => {
  const rubric = [
    { id: 'tradeoffs', title: 'Tradeoffs' },
    { id: 'framing', title: 'Problem framing' },
  ];
  const beside = { stories, today: '2027-01-02', usual: usualKinds(undefined), rubric };

  it('mark the dimension that is misspelt, and not the one that the profile scores by, whichever comes first', () => {
    const scored = (...dimensions: string[]) =>
      `mocks:\n${dimensions.map((one) => `  - { date: 2027-01-01, kind: behavioral, scores: { ${one}: 3 } }\n`).join('')}`;
    const marked = (text: string) => told(text, hintsOnMocks(text, beside)).map(([what, , fixed]) => [what, fixed]);
    assert.deepEqual(marked(scored('tradeofs', 'tradeoffs')), [['tradeofs', scored('tradeoffs', 'tradeoffs')]]);
    assert.deepEqual(marked(scored('tradeoffs', 'tradeofs')), [['tradeofs', scored('tradeoffs', 'tradeoffs')]]);
    assert.deepEqual(marked(scored('Problem framng')), [['Problem framng', scored('Problem framing')]]);
    assert.deepEqual(marked(scored('Framing', 'TRADEOFFS')), []);
  });

  it('mark a day that is still to come', () => {
    const log = (date: string) => `mocks:\n  - { date: ${date}, kind: behavioral }\n`;
    assert.deepEqual(hintsOnMocks(log('2027-01-02'), beside), []);
    assert.deepEqual(told(log('2027-01-03'), hintsOnMocks(log('2027-01-03'), beside)), [
      ['2027-01-03', '2027-01-03 is still to come, and this mock counts already. Log it once you have held it.'],
    ]);
  });

  it('name the kind, the dimension and the story that were most likely meant', () => {
    const text = [
      'mocks:',
      '  - { date: 2027-01-01, kind: behavioral, scores: { clarity: 3, ownership: 2 }, stories: [The prot] }',
      '  - { date: 2027-01-02, kind: "behavorial", scores: { clarty: 3, depth: 2 }, stories: [the port, 1] }',
      '',
    ].join('\n');
    assert.deepEqual(told(text, hintsOnMocks(text, beside)), [
      ['The prot', 'No story is named "The prot". Did you mean "The port"?', text.replace('The prot', 'The port')],
      [
        '"behavorial"',
        '"behavorial" is no usual kind of mock. Did you mean "behavioral"?',
        text.replace('"behavorial"', 'behavioral'),
      ],
      [
        'clarty',
        'No other mock has the dimension "clarty". Did you mean "clarity"?',
        text.replace('clarty', 'clarity'),
      ],
    ]);
    assert.equal(readMocks(text).mocks.length, 1);
  });

  it('leave names alone that are used more than once and like no usual one, and files that cannot be read', () => {
    const twice = 'mocks:\n  - { date: 2027-01-01, kind: pair review }\n  - { date: 2027-01-02, kind: Pair Review }\n';
    for (const text of [twice, '', 'mocks: soon\n', 'mocks:\n\t- a\n', 'mocks: [1, { kind: 2, scores: [] }]\n'])
      assert.deepEqual(hintsOnMocks(text, beside), [], text);
  });
});

describe('hints on what a checklist asks for', () => {
  const usual = usualKinds(undefined);
  const list = (...demands: string[]) =>
    `# A\n\n${demands.map((demand, at) => `- [ ] ${at} <!-- starl: ${demand} -->\n`).join('\n')}`;
  const read = (text: string) => {
    const { checklist } = readChecklist(text);
    assert.ok(checklist);
    return checklist;
  };

  it('stand on the word that is wrong, with what to write', () => {
    const text = list('mock >= 1', 'clean storys >= 2', 'mocks (scor >= 4) >= 1', 'specch <= 30');
    assert.deepEqual(
      told(text, evidenceProblems(text, read(text))).map(([marked, , fixed]) => [marked, fixed]),
      [
        ['mock', text.replace('mock >=', 'mocks >=')],
        ['clean storys', text.replace('storys', 'stories')],
        ['scor', text.replace('scor ', 'score ')],
        ['specch', text.replace('specch', 'speech')],
      ],
    );
  });

  it('tell of a kind of mock that is nearly one that is logged, or usual', () => {
    const text = list(
      'stories >= 1 and mocks (behavorial, score >= 3) >= 1',
      'mocks (deep dvie) >= 1',
      'mocks (pairing) >= 1',
    );
    assert.deepEqual(evidenceProblems(text, read(text)), []);
    assert.deepEqual(told(text, hintsOnEvidence(text, read(text), { logged: [{ kind: 'deep dive' }], usual })), [
      [
        'behavorial',
        '"behavorial" is no usual kind of mock. Did you mean "behavioral"?',
        text.replace('behavorial', 'behavioral'),
      ],
      ['deep dvie', 'No mock is of the kind "deep dvie". Did you mean "deep dive"?', text.replace('dvie', 'dive')],
    ]);
  });
});

describe('a framing whose name is nearly a known one', () => {
  const linter = createLinter({
    settings: {
      vocabulary: { competencies: ['judgment'], questions: ['killed-project'], names: ['netflix-tpm', 'Panel day'] },
    },
  });
  const judge = (text: string) =>
    linter.lint(text, { path: 'stories/a.md' }).findings.filter(({ rule }) => rule === 'unknown-id');

  it('is pointed out in front matter, in a comment and under a heading, with a fix', () => {
    const own = '<!-- starl:\nframings:\n  killed-projct: Say so.\n-->';
    const body = wholeStory('One').replace('## One\n', `## One\n\n${own}\n`);
    const text = `---\nframings: { netflix-tmp: A note, Example Streaming: Another }\n---\n\n${body}\n### Framing: panel dya\n\nA note.\n`;
    const found = judge(text);
    assert.deepEqual(
      found.map(({ start, end, message, fixes }) => [
        text.slice(start.offset, end.offset),
        message,
        fixes[0] && applyFix(text, fixes[0]),
      ]),
      [
        [
          'netflix-tmp',
          'No profile, round or question goes by "netflix-tmp". Did you mean "netflix-tpm"?',
          text.replace('netflix-tmp', 'netflix-tpm'),
        ],
        [
          'killed-projct',
          'No profile, round or question goes by "killed-projct". Did you mean "killed-project"?',
          text.replace('killed-projct', 'killed-project'),
        ],
        [
          'panel dya',
          'No profile, round or question goes by "panel dya". Did you mean "Panel day"?',
          text.replace('panel dya', 'Panel day'),
        ],
      ],
    );
  });

  it('follows an edit of its heading, without any comment in the text', () => {
    const text = `${wholeStory('One')}\n### Framing: netflix-tmp\n\nA note.\n`;
    const open = linter.open(text, { path: 'stories/a.md' });
    const ids = () => open.report.findings.filter(({ rule }) => rule === 'unknown-id').length;
    assert.equal(ids(), 1);
    const at = text.indexOf('tmp');
    open.edit([{ start: at, end: at + 3, text: 'tpm' }]);
    assert.equal(ids(), 0);
    open.close();
  });

  it('is fine as the name of a company, and where nothing is known', () => {
    const text = `${wholeStory('One')}\n### Framing: Netflix\n\nA note.\n`;
    assert.deepEqual(judge(text), []);
    const slip = text.replace('Netflix', 'netflix-tmp');
    assert.equal(judge(slip).length, 1);
    assert.deepEqual(
      createLinter({})
        .lint(slip, { path: 'stories/a.md' })
        .findings.filter(({ rule }) => rule === 'unknown-id'),
      [],
    );
  });

  it('has fixes for what is misspelt in front matter', () => {
    const text = '---\nstarl: stroy\n---\n';
    assert.deepEqual(
      readFrontMatter(text).problems.map(({ fixes = [] }) => fixes.map((fix) => applyFix(text, fix))),
      [['---\nstarl: story\n---\n']],
    );
  });
});
