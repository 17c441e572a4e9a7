import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../src/core';
import { isClean } from '../../src/core/library/clean';
import { type CoverageTargets, coverageFigures, coverageOf } from '../../src/core/library/coverage';
import { figuresOf, Library } from '../../src/core/library/library';
import { readRecords } from '../../src/core/library/record';
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

describe('the record of a story', () => {
  it('knows place, parts, time and findings of each story of a file', () => {
    const text = `---\nstarl: story\n---\n\n${story('One')}\n${story('Two', { action: 'We decided to rewrite it.' })}`;
    const [one, two] = records(text);
    assert.equal(one?.title, 'One');
    assert.equal(one?.line, 5);
    assert.equal(text.slice(two?.start).split('\n')[0], '## Two');
    assert.deepEqual(
      two?.parts.map(({ part, state }) => `${part} ${state}`),
      ['situation present', 'task present', 'action present', 'result present', 'learning present'],
    );
    assert.equal(text.split('\n')[(two?.parts[2]?.line ?? 0) - 1]?.slice(0, 11), '**Action:**');
    assert.equal(two?.findings.information, 1);
    assert.ok((one?.seconds ?? 0) > 20);
    assert.ok(one && isClean(one));
    assert.ok(two && !isClean(two));
  });

  it('tells what is missing or thin, and why', () => {
    const text = story('One')
      .replace(/\*\*Learning.*/, '')
      .replace(/(\*\*Situation:\*\*).*/, '$1 The port had 41 cranes.');
    const [one] = records(text);
    assert.deepEqual(
      one?.parts.map(({ part, state }) => `${part} ${state}`),
      ['situation thin', 'task present', 'action present', 'result present', 'learning missing'],
    );
    assert.deepEqual(one?.parts[0]?.reasons, ['Only 5 words.']);
    assert.equal(one?.parts[4]?.reasons.length, 1);
  });

  it('counts no story as clean of which a part is thin', () => {
    const [speech] = records(
      '---\nstarl: story\n---\n\n# Elevator speech\n\nI run the moves that nobody wants. Last year I moved 41 tools of a parcel carrier in nine weeks, because I asked the docks first. I had to bring four teams to one date. Now I look for a larger move.\n',
    );
    assert.ok(speech);
    assert.ok(speech.parts.some(({ state, words }) => state === 'thin' && words === 0));
    assert.ok(!isClean({ ...speech, findings: { error: 0, warning: 0, information: 0, hint: 0 } }));
  });

  it('names two stories of one title apart', () => {
    assert.deepEqual(
      records(`${story('One')}\n${story('One')}`).map(({ id }) => id),
      ['One', 'One\n2'],
    );
  });

  it('takes mappings from the front matter for all, and from a comment for one', () => {
    const own = '<!-- starl:\nquestions:\n  - { id: failure, grade: strong }\n  - migration\n-->';
    const file = 'competencies:\n  - ownership\nquestions: [{ id: failure, grade: partial }]';
    const [one, two] = records(`---\n${file}\n---\n\n${story('One')}\n${story('Two', { own })}`);
    assert.deepEqual(one?.competencies, [{ id: 'ownership', grade: 'strong' }]);
    assert.deepEqual(one?.questions, [{ id: 'failure', grade: 'partial' }]);
    assert.deepEqual(two?.competencies, [{ id: 'ownership', grade: 'strong' }]);
    assert.deepEqual(two?.questions, [
      { id: 'failure', grade: 'strong' },
      { id: 'migration', grade: 'strong' },
    ]);
  });

  it('is none of a document that is no story', () => {
    assert.deepEqual(readRecords('# Notes\n\nText.', linter.lint('# Notes\n\nText.', { path: 'notes.md' })), []);
    const sheet = '---\nstarl: design\n---\n\n# Sheet\n\nText.';
    assert.deepEqual(readRecords(sheet, linter.lint(sheet)), []);
  });

  it('says where a comment cannot be read, and goes on without it', () => {
    const text = story('One', { own: '<!-- starl:\nquestion: failure\n-->' });
    const { findings } = linter.lint(text, info);
    const [finding] = findings.filter(({ rule }) => rule === 'front-matter');
    assert.equal(text.slice(finding?.start.offset, finding?.end.offset), 'question');
    assert.match(finding?.message ?? '', /Did you mean "questions"\?/);
    assert.deepEqual(records(text)[0]?.questions, []);
  });
});

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
    const { stories } = libraryOf({ a: story('One'), b: story('Two', { action: 'We decided to rewrite it.' }) });
    const { clean, complete, findings, stories: count } = figuresOf(stories);
    assert.deepEqual([count, clean, complete, findings], [2, 1, 2, 1]);
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
