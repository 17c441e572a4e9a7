import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter, type Finding } from '../../src/core';
import { DEFAULT_SETTINGS } from '../../src/core/config/settings';
import { makeCueSheet } from '../../src/core/cueSheet/cueSheet';
import { PARTS, type PartName } from '../../src/core/types';
import { info, records } from './storyRecords';

const lint = (text: string) => createLinter().lint(text, info);
const missing = (findings: readonly Finding[]) =>
  PARTS.filter((part) => findings.some(({ rule }) => rule === `missing-${part}`));
const shown = (text: string) => lint(text).outline[0]?.parts ?? [];
/** What each part is shown to span. */
const spans = (text: string): Partial<Record<PartName, string>> =>
  Object.fromEntries(shown(text).map(({ part, start, end }) => [part, text.slice(start, end)]));
/** What the cue sheet says of each part. */
const cues = (text: string): Partial<Record<PartName, string>> =>
  Object.fromEntries(
    makeCueSheet([{ name: 'a', text, info, settings: DEFAULT_SETTINGS }], {
      rounds: [],
      profiles: [],
      confidential: [],
    }).stories[0]?.lines.map(({ part, text: said }) => [part, said]) ?? [],
  );

const SCENE =
  'In 2021 our library lent 900 toys a month, and 60 of them came back broken. Three mothers had written to us.';
const ACTS = [
  'It was mine to bring that down before the summer, without a cent more.',
  'I sat at the counter for two weeks and wrote down what broke, and how.',
  'I took 40 toys off the shelves, instead of charging for damage, which the treasurer had asked for.',
  'She won that vote, so I showed her the list and asked her to repair one train with me.',
].join(' ');
const RESULT = 'When autumn came there were 12 toys on the broken shelf, two of those mothers at the counter.';
const LEARNING = 'I would begin smaller today. I watch a counter for a week before I touch the shelves.';

describe('the parts of a story without marks', () => {
  const story = `# Broken toys\n\n${SCENE}\n\n${ACTS}\n\n${RESULT}\n\n${LEARNING}\n`;

  it('are shown where they are told', () => {
    assert.deepEqual(missing(lint(story).findings), []);
    const { result, learning } = spans(story);
    assert.deepEqual([result, learning], [RESULT, LEARNING]);
    const { parts } = lint(story).stories[0] ?? {};
    assert.deepEqual([parts?.result?.words, parts?.learning?.words], [18, 17]);
  });

  it('are none that the story view or the cue sheet misses', () => {
    assert.deepEqual(
      records(story)[0]?.parts.map(({ part, state }) => [part, state]),
      PARTS.map((part) => [part, 'present']),
    );
    assert.equal(cues(story).result, RESULT);
    assert.equal(cues(story).learning, 'I watch a counter for a week before I touch the shelves.');
  });

  it('are not shown where they are not told', () => {
    const open = `# Broken toys\n\n${SCENE}\n\n${ACTS}\n\n${RESULT}\n`;
    assert.deepEqual(missing(lint(open).findings), ['learning']);
    assert.ok(!('learning' in spans(open)));
    assert.equal(cues(open).learning, '');
    assert.equal(records(open)[0]?.parts.find(({ part }) => part === 'learning')?.state, 'missing');
  });

  it('are said on the cue sheet also where one sentence tells two of them', () => {
    const short = `# Broken toys\n\nIn 2021 I cut what broke in our toy library from 60 toys a month to 12.\n`;
    const there = PARTS.filter((part) => !missing(lint(short).findings).includes(part));
    assert.ok(there.length > 1);
    for (const part of PARTS) assert.equal(cues(short)[part] !== '', there.includes(part), part);
  });

  it('are those that no rule finds missing, whatever is told', () => {
    const pieces = fc.constantFrom(
      ...SCENE.split(/(?<=\.) /),
      ...ACTS.split(/(?<=\.) /),
      RESULT,
      ...LEARNING.split(/(?<=\.) /),
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 9 }), (sentences) => {
        const text = `# Broken toys\n\n${SCENE} ${sentences.join(' ')}\n`;
        const parts = shown(text);
        const lacks = missing(lint(text).findings);
        assert.deepEqual(
          PARTS.filter((part) => !parts.some((one) => one.part === part)),
          lacks,
        );
        const own = parts.filter(({ words }) => words > 0).map(({ part }) => part);
        assert.deepEqual(
          own,
          PARTS.filter((part) => own.includes(part)),
        );
      }),
    );
  });
});

describe('the parts of a story that marks its end alone', () => {
  const late = `# Broken toys\n\n${SCENE}\n\n${ACTS} The library now loses 12 toys a month. The treasurer still wants her charge.\n\n`;

  for (const label of ['What I took away:', '**Lesson:**', 'Learning -'])
    it(`are told apart before "${label}"`, () => {
      const learning = `${label} I watch a counter for a week before I touch the shelves. In March I did so at the tool library.`;
      const text = `${late}${learning}\n`;
      const found = spans(text);
      assert.equal(found.learning, learning);
      assert.equal(found.result, 'The library now loses 12 toys a month. The treasurer still wants her charge.');
      assert.ok(found.situation?.startsWith('In 2021') && found.action?.includes('I sat at the counter'));
      assert.equal(cues(text).result, 'The library now loses 12 toys a month.');
      assert.equal(cues(text).learning, 'I watch a counter for a week before I touch the shelves.');
      assert.deepEqual(missing(lint(text).findings), []);
    });

  it('are a result of their own also in a few sentences', () => {
    const text =
      '# Forms\n\nOur desk had 31 forms and nobody read them. I had to cut them by May. I asked ten clerks which they used and threw out 19, though the auditor objected. The desk now needs 4 minutes a customer, and nobody has asked for the other forms back.\n\nWhat I took away: I ask who reads a form before I print it.\n';
    assert.equal(
      cues(text).result,
      'The desk now needs 4 minutes a customer, and nobody has asked for the other forms back.',
    );
    assert.equal(cues(text).learning, 'I ask who reads a form before I print it.');
  });

  it('are judged as what they are', () => {
    const text = `# Toys\n\n${SCENE} I counted what broke. We decided to take 40 toys off the shelves. ${RESULT}\n\nLesson: I watch a counter first.\n`;
    const we = lint(text).findings.find(({ rule }) => rule === 'vague-we');
    assert.equal(text.slice(we?.start.offset).startsWith('We decided'), true);
    assert.equal(we?.part, 'action');
  });

  it('are asked for without a mark where the story has none', () => {
    const text =
      '# Toys\n\nI took 40 toys off the shelves. I sold the rest.\n\n**Lesson:** I watch a counter for a week first.\n';
    const finding = lint(text).findings.find(({ rule }) => rule === 'missing-result');
    const [edit] = finding?.fixes[0]?.edits ?? [];
    assert.equal(edit?.start, text.indexOf('**Lesson'));
    assert.match(edit?.text ?? '', /^\$\{1:\[/);
  });
});

describe('what a cue sheet says of a learning', () => {
  const said = (learning: string) => cues(`# Toys\n\n## Result\n\n12 broke.\n\n## Learning\n\n${learning}\n`).learning;

  it('is what is done since, before what is intended', () => {
    for (const since of [
      'I now watch a counter for a week, whenever somebody wants to change it.',
      'Since then I watch a counter for a week.',
      'Every time I take over a desk, I watch it for a week.',
    ])
      for (const intent of [
        'Next time I will ask earlier.',
        "I'd go slower today.",
        'In future I want to ask earlier.',
        'I plan to ask earlier next time.',
      ])
        assert.equal(said(`${intent} ${since}`), since);
  });

  it('is an intention where there is nothing else', () =>
    assert.equal(
      said('The toys were old. Next time I will ask the neighbours in March.'),
      'Next time I will ask the neighbours in March.',
    ));
  it('is one that is objected to rather than a sentence that says nothing of it', () =>
    assert.equal(
      said('The toys were old. Next time I will communicate more.'),
      'Next time I will communicate more. (to be mended)',
    ));
});
