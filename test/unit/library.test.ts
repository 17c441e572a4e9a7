import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../src/core';
import { type CoverageTargets, coverageFigures, coverageOf } from '../../src/core/library/coverage';
import { figuresOf, Library } from '../../src/core/library/library';
import { suggestStories } from '../../src/core/library/suggest';
import { stem } from '../../src/core/library/words';
import { wholeStory as story } from '../wholeStory';
import { info, linter, records } from './storyRecords';

const PACK: CoverageTargets = {
  competencies: [
    { id: 'influence', title: 'Influence', probes: 'Whether people follow you without having to' },
    { id: 'judgment', title: 'Judgment', probes: 'Whether you decide well on partial facts' },
  ],
  questions: [
    {
      id: 'hard-vendor',
      text: 'Which vendor threatened your launch?',
      probes: 'Whether you renegotiated the contract',
      competencies: ['influence'],
    },
    {
      id: 'killed-project',
      text: 'What did you end early?',
      probes: 'Whether you follow data',
      competencies: ['judgment'],
    },
    { id: 'failure', text: 'What went wrong?', probes: 'Whether you own it', competencies: ['judgment'] },
  ],
};

function libraryOf(files: Readonly<Record<string, string>>): Library {
  const library = new Library();
  for (const [file, text] of Object.entries(files)) library.put(file, text, linter.lint(text, info));
  return library;
}

describe('the library', () => {
  it('tells whether anything has changed, file by file', () => {
    const library = libraryOf({ a: story('One'), b: story('Two') });
    assert.equal(library.put('a', story('One'), linter.lint(story('One'), info)), false);
    const longer = story('One', { action: 'I wrote it.' });
    assert.equal(library.put('a', longer, linter.lint(longer, info)), true);
    assert.deepEqual(
      library.stories.map(({ story: { title } }) => title),
      ['One', 'Two'],
    );
    assert.equal(library.drop('a'), true);
    assert.equal(library.drop('a'), false);
    assert.equal(library.find('b\nTwo')?.story.title, 'Two');
    assert.equal(library.put('b', '', linter.lint('', info)), true);
    assert.equal(library.stories.length, 0);
  });

  it('sums up', () => {
    const { stories } = libraryOf({
      a: story('One'),
      b: story('Two', { action: 'We decided to rewrite it.' }),
      c: story('Three').replace(/(\*\*Situation:\*\*).*/, '$1 The port had 41 cranes.'),
    });
    const { clean, thin, complete, findings, stories: count } = figuresOf(stories);
    assert.deepEqual([count, clean, thin, complete, findings], [3, 1, 1, 3, 1]);
  });
});

describe('the coverage', () => {
  const mapped = (title: string, questions: string) =>
    story(title, { own: `<!-- starl:\ncompetencies:\n  - influence\nquestions: ${questions}\n-->` });

  it('grades questions and competencies by the stories for them', () => {
    const { stories } = libraryOf({
      a: mapped('One', '[failure, { id: killed-project, grade: partial }]'),
      b: mapped('Two', '[{ id: failure, grade: partial }]'),
      c: story('Three'),
    });
    const coverage = coverageOf(stories, PACK);
    assert.deepEqual(
      coverage.questions.map(({ id, state, uses }) => [
        id,
        state,
        uses.map(({ story: { title }, grade }) => `${title} ${grade}`),
      ]),
      [
        ['hard-vendor', 'gap', []],
        ['killed-project', 'partial', ['One partial']],
        ['failure', 'covered', ['One strong', 'Two partial']],
      ],
    );
    assert.deepEqual(
      coverage.competencies.map(({ state }) => state),
      ['covered', 'gap'],
    );
    assert.deepEqual(
      coverage.unused.map(({ story: { title } }) => title),
      ['Three'],
    );
    assert.deepEqual(coverageFigures(coverage.questions), { total: 3, covered: 1, unfinished: 0, gaps: 1 });
  });

  it('finds what hangs on one story, and the story that is told too often', () => {
    const questions = ['q1', 'q2', 'q3', 'q4', 'q5'];
    const pack = {
      ...PACK,
      questions: questions.map((id) => ({ id, text: id, probes: id, competencies: ['influence'] })),
    };
    const { stories } = libraryOf({
      a: mapped('One', `[${questions.join(', ')}, elsewhere]`),
      b: mapped('Two', '[q1]'),
    });
    const coverage = coverageOf(stories, pack);
    assert.deepEqual(
      coverage.questions.map(({ state }) => state),
      ['covered', 'single', 'single', 'single', 'single'],
    );
    assert.deepEqual(
      coverage.overused.map(({ story: { title }, questions: ids }) => [title, ids]),
      [['One', questions]],
    );
  });

  it('suggests stories for a gap by their words and mappings, and says why', () => {
    const action = 'I renegotiated the contract with the vendor and told the board that the launch would slip.';
    const { stories } = libraryOf({
      a: mapped('Vendor', '[]').replace('I rewrote', `${action} I rewrote`),
      b: story('Cranes'),
    });
    const coverage = coverageOf(stories, PACK);
    const gap = coverage.questions[0];
    assert.ok(gap);
    const titles = new Map(PACK.competencies.map(({ id, title }) => [id, title]));
    const suggestions = suggestStories(gap, stories, titles);
    assert.deepEqual(
      suggestions.map(({ story: { title } }) => title),
      ['Vendor'],
    );
    assert.deepEqual(suggestions[0]?.why.slice(0, 2), [
      'It shows “Influence”, which this question asks for.',
      'Its Action speaks of “renegotiated”, “contract”, “vendor” and “launch”.',
    ]);
    const used = { ...gap, uses: suggestions.map((one) => ({ ...one, grade: 'strong' as const })) };
    assert.deepEqual(suggestStories(used, stories, titles), []);
  });

  it('suggests nothing by words that any story may hold', () => {
    const question = {
      id: 'hard-feedback',
      text: 'What feedback hurt, and what did the other lead leave you to change?',
      probes: 'Whether a factor that others name makes you act on the schedule',
      competencies: [],
    };
    const gapFor = (stories: ReturnType<typeof libraryOf>['stories']) =>
      coverageOf(stories, { ...PACK, questions: [question] }).questions[0];
    const suggested = (action: string): string[] => {
      const { stories } = libraryOf({ a: story('One', { action }), b: story('Two') });
      const gap = gapFor(stories);
      return gap ? suggestStories(gap, stories).map(({ why }) => why[0] ?? '') : [];
    };
    assert.deepEqual(suggested('I told the other lead that I would leave, as facts and factors had changed.'), []);
    assert.deepEqual(suggested('I moved the schedule.'), []);
    assert.deepEqual(suggested('I asked him for feedback.'), ['Its Action speaks of “feedback”.']);
  });

  it('suggests no story by the prompts of its template', () => {
    const { stories } = libraryOf({
      a: '---\nstarl: story\n---\n\n# Conflict\n\n## Action\n\n[what you renegotiated in the contract with the vendor]\n',
      b: story('Two'),
    });
    const [gap] = coverageOf(stories, PACK).questions;
    assert.ok(gap);
    assert.deepEqual(suggestStories(gap, stories), []);
  });

  it('brings the forms of a word together', () => {
    for (const forms of [
      'decide decided decides',
      'plan planned planning plans',
      'migration migrated migrate',
      'vendor vendors',
    ]) {
      assert.equal(new Set(forms.split(' ').map(stem)).size, 1, forms);
    }
    for (const [one, other] of [
      ['launch', 'lunch'],
      ['factor', 'facts'],
      ['customer', 'customs'],
      ['dates', 'dying'],
    ] as const)
      assert.notEqual(stem(one), stem(other));
  });
});

describe('an id that no profile knows', () => {
  const known = { competencies: ['ownership', 'judgment'], questions: ['failure'] };
  const judge = (text: string) =>
    createLinter({ settings: { vocabulary: known } })
      .lint(text, info)
      .findings.filter(({ rule }) => rule === 'unknown-id');

  it('is reported where it stands, with what it may have been meant to be', () => {
    const own = '<!-- starl:\nquestions:\n  - { id: falure, grade: partial }\n-->';
    const text = `---\r\ncompetencies: [judgment, ownershp]\r\n---\r\n\r\n${story('One', { own })}`;
    const found = judge(text);
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start.offset, end.offset)),
      ['ownershp', 'falure'],
    );
    assert.equal(found[0]?.severity, 'information');
    assert.deepEqual(found[0]?.fixes, [
      {
        title: 'Change to ownership',
        edits: [{ start: text.indexOf('ownershp'), end: text.indexOf('ownershp') + 8, text: 'ownership' }],
        snippet: false,
      },
    ]);
  });

  it('is fine where it is known, and where nothing is', () => {
    const text = `---\ncompetencies: [judgment]\n---\n\n${story('One')}`;
    assert.deepEqual(judge(text), []);
    const other = text.replace('judgment', 'courage');
    assert.deepEqual(
      linter.lint(other, info).findings.filter(({ rule }) => rule === 'unknown-id'),
      [],
    );
  });

  it('stands in none of the sample stories', () => {
    const text = readFileSync('media/sample/stories/two-short-ones.md', 'utf8');
    assert.equal(records(text).length, 2);
  });
});
