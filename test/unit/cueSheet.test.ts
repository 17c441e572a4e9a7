import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Round } from '../../src/core/config/schemas';
import { DEFAULT_SETTINGS, type LintSettings } from '../../src/core/config/settings';
import { type CueOccasion, makeCueSheet, missingText } from '../../src/core/cueSheet/cueSheet';
import { fitPage } from '../../src/core/cueSheet/fitPage';
import { cueHtml, cueMarkdown } from '../../src/core/cueSheet/formats';
import { createSurveyor } from '../../src/core/library/survey';
import { createLinter } from '../../src/core/lint/linter';
import { LONGEST_LINE } from '../../src/core/text/limits';
import { wholeStory } from '../wholeStory';

const TERMS = [
  { term: 'Acme Corp', say: 'the client' },
  { term: 'Bluebird' },
  { term: '$3.2M', say: 'a Bluebird sum' },
];
const STORY = [
  '---',
  'starl: story',
  'framings:',
  '  general: Begin with the cost at Acme Corp.',
  '  panel: Say who paid.',
  '---',
  '# Saving Acme Corp',
  '## Situation',
  'Acme Corp had **two** shops. The weather was fine.',
  '## Task',
  '**My role:** I answered for `Bluebird`.',
  '## Action',
  '- I rang [them](https://example.com) up.',
  '## Result',
  'It went well. It saved 40% of $3.2M.',
  '',
].join('\r\n');
const OCCASION: CueOccasion = {
  interview: '2027-01-12',
  rounds: [],
  profiles: ['netflix-tpm', 'general'],
  confidential: TERMS,
};

function sheet(occasion: Partial<CueOccasion> = {}, text = STORY, path = 'stories/saving.md') {
  const settings = { ...DEFAULT_SETTINGS, confidential: TERMS };
  return makeCueSheet([{ name: path, text, info: { path }, settings }], { ...OCCASION, ...occasion });
}

describe('a cue sheet', () => {
  it('holds five lines a story, with stand-ins for confidential terms', () => {
    assert.equal(
      cueMarkdown(sheet()),
      `${[
        '<!-- starl: off -->',
        '# Cue sheet',
        '2027-01-12',
        '## Saving the client',
        '*Begin with the cost at the client.*',
        [
          '- **Situation:** The client had two shops.',
          '- **Task:** I answered for ■■■.',
          '- **Action:** I rang them up.',
          '- **Result:** It saved 40% of ■■■.',
          '- **Learned:** not told yet',
        ].join('\n'),
      ].join('\n\n')}\n`,
    );
  });

  it('shows no mark of emphasis with which a sentence begins or ends', () => {
    const told =
      '## Situation\n\n**Honestly**, it *burnt.*\n\n## Action\n\n- ***I*** rang them up __twice.__ I left.\n';
    const [story] = sheet({}, `# Fire\n\n${told}\n## Result\n\n_We_ lost **5 * 3** shops.\n`).stories;
    assert.deepEqual(
      story?.lines.map(({ text }) => text),
      ['Honestly, it burnt.', '', 'I rang them up twice.', 'We lost 5 * 3 shops.', ''],
    );
  });

  it('is no file of stories itself, wherever it is saved, and none is made of it', () => {
    const files = (path: string, text: string) => ({
      name: path,
      text,
      info: { path },
      settings: { ...DEFAULT_SETTINGS, confidential: TERMS },
    });
    const framed = files('stories/saving.md', STORY);
    const printed = files('stories/a-sheet.md', cueMarkdown(makeCueSheet([framed], OCCASION)));
    const { kind, findings, stories } = createLinter().lint(printed.text, printed.info);
    assert.deepEqual([kind, findings, stories], [undefined, [], []]);
    const { kind: surveyed, outline } = createSurveyor(DEFAULT_SETTINGS)(printed.text, printed.info);
    assert.deepEqual([surveyed, outline], [undefined, []]);
    assert.deepEqual(makeCueSheet([printed, framed], OCCASION), makeCueSheet([framed], OCCASION));
  });

  it('holds no term that any of its files or its rounds must not tell, by what each says instead', () => {
    const told = (folder: string, title: string, confidential: LintSettings['confidential']) => ({
      text: `# ${title}\n## Situation\nBluebird and Acme Corp had a shop each.\n## Result\nThey have three.\n`,
      name: folder,
      info: { path: `stories/${folder}/a.md` },
      settings: { ...DEFAULT_SETTINGS, confidential },
    });
    const round = {
      title: 'Bluebird panel',
      tests: 'Bluebird',
      stories: ['Bluebird two', 'Acme Corp one', 'Bluebird 3'],
    };
    const { title, facts, stories, missing } = makeCueSheet(
      [told('a', 'Acme Corp one', []), told('b', 'Bluebird two', [{ term: 'Bluebird', say: 'a bird' }])],
      { ...OCCASION, round, rounds: [round], confidential: [{ term: 'Acme Corp', say: 'a shop' }] },
    );
    assert.deepEqual(
      [title, facts, stories.map((story) => [story.title, story.lines[0]?.text]), missing],
      [
        'Cue sheet: A bird panel',
        ['Interview: 2027-01-12', 'Tests: A bird'],
        [
          ['Bird two', 'A bird and a shop had a shop each.'],
          ['A shop one', 'A bird and a shop had a shop each.'],
        ],
        ['A bird 3'],
      ],
    );
  });

  it('says the result with the figure, also where that is confidential', () => {
    const text =
      '# A\n\n## Result\n\nThe launch was a huge success and stakeholders were very happy. It saved $3.2M at Acme Corp.\n';
    const settings = { ...DEFAULT_SETTINGS, confidential: [{ term: '$3.2M', say: 'a seven-figure sum' }, ...TERMS] };
    const files = [{ name: 'a', text, info: { path: 'stories/a.md' }, settings }];
    const [story] = makeCueSheet(files, { ...OCCASION, confidential: [] }).stories;
    assert.equal(
      story?.lines.find(({ part }) => part === 'result')?.text,
      'It saved a seven-figure sum at the client.',
    );
  });

  it('takes no date for a figure, and of two figures the change', () => {
    const result = (told: string) =>
      sheet({}, `# A\n\n## Result\n\n${told}\n`, 'stories/a.md').stories[0]?.lines.find(({ part }) => part === 'result')
        ?.text;
    assert.equal(result('The board agreed on 3 June. Wrong bills fell to 0.5%.'), 'Wrong bills fell to 0.5%.');
    assert.equal(result('It was in use by May 2025. 12 wards use it.'), '12 wards use it.');
    assert.equal(result('32 sites moved by 9 May. Waits fell from 1.8% to 1.1%.'), 'Waits fell from 1.8% to 1.1%.');
    assert.equal(result('It went live on 2026-05-09. It stayed.'), 'It went live on 2026-05-09.');
  });

  it('notes what could not be judged', () => {
    assert.deepEqual(sheet().notes, []);
    assert.deepEqual(sheet({}, `${STORY}${'x'.repeat(LONGEST_LINE + 1)}`).notes, [
      { file: 'stories/saving.md', message: 'Line 16 is longer than 20,000 characters and is not judged.' },
    ]);
    assert.deepEqual(sheet({}, 'Notas sin marcas. '.repeat(200), 'notes.md').notes, []);
  });

  it('says what the narrator decided and does since, and nothing that is objected to where there is something else', () => {
    const text = [
      '# The freeze',
      '## Situation',
      'The shop froze its code for six weeks every winter.',
      '## Task',
      'I answered for the checkout.',
      '## Action',
      'The calendar had three freezes. We decided that the freeze was too long. I counted two years of incidents.',
      '',
      'I chose to stop only the checkout, at the cost of a weekend on call.',
      '## Result',
      'The other teams shipped on. 14 releases went out.',
      '## Learning',
      'I had never sent a test file. Since then I send a test file before I promise a date.',
      '',
    ].join('\n');
    const lines = (of: string) =>
      Object.fromEntries(sheet({}, of).stories[0]?.lines.map(({ part, text }) => [part, text]) ?? []);
    assert.deepEqual(lines(text), {
      situation: 'The shop froze its code for six weeks every winter.',
      task: 'I answered for the checkout.',
      action: 'I chose to stop only the checkout, at the cost of a weekend on call.',
      result: '14 releases went out.',
      learning: 'Since then I send a test file before I promise a date.',
    });
    const { action } = lines(text.replace('I chose to stop only', 'We stopped only'));
    assert.equal(action, 'I counted two years of incidents.');
    const only = lines(text.replace(/The calendar.*\n\nI chose.*/, 'We decided that the freeze was too long.'));
    assert.equal(only.action, 'We decided that the freeze was too long. (to be mended)');
    const first = lines(text.replace('The calendar had', 'I decided to ask three teams first. The calendar had'));
    assert.equal(first.action, 'I chose to stop only the checkout, at the cost of a weekend on call.');
  });

  it('says a sentence that announces a list with as much of the list as there is room for, or another one', () => {
    const task = (told: string) =>
      sheet({}, `# A\n\n## Task\n\n${told}\n`, 'stories/a.md').stories[0]?.lines.find(({ part }) => part === 'task')
        ?.text;
    const lead = 'It was on me to end it:';
    const cases: readonly (readonly [told: string, line: string])[] = [
      [
        `${lead}\n\n- find the cause;\n- tell **Acme Corp**. Twice.\n\nIt rained.`,
        `${lead} find the cause; tell the client`,
      ],
      [`**Mine:**\n\n1. find the cause\n2. ${'tell all '.repeat(20)}`, 'find the cause'],
      [`${lead}\n\n- ${'tell all '.repeat(30)}`, `${lead} ${'tell all '.repeat(16)}…`],
      [`${lead}\n\nI had to find the cause.`, 'I had to find the cause.'],
      [lead, lead],
    ];
    for (const [told, line] of cases) assert.equal(task(told), line);
  });

  it('is for a round: its day, what it tests, its framing and its stories, by title or file', () => {
    const round = {
      title: 'Panel',
      date: '2027-01-11',
      tests: 'How Acme Corp was saved',
      stories: ['saving acme corp', 'Bluebird'],
    };
    const found = sheet({ round, rounds: [round] });
    assert.equal(found.title, 'Cue sheet: Panel');
    assert.deepEqual(found.facts, ['2027-01-11', 'Tests: How the client was saved']);
    assert.deepEqual(
      found.stories.map(({ title, notes }) => [title, notes]),
      [['Saving the client', ['Say who paid.', 'Begin with the cost at the client.']]],
    );
    assert.deepEqual(found.missing, ['■■■']);
    const byFile = { title: 'Panel', stories: ['stories/saving.md'] };
    assert.equal(sheet({ round: byFile, rounds: [byFile] }).stories.length, 1);
    const other = { title: 'Other', stories: ['saving'] };
    assert.equal(sheet({ rounds: [other] }).stories.length, 1);
  });

  it('says which stories are not there that its round names, or all rounds', () => {
    const [panel, screen] = [
      { title: 'Panel', stories: ['Saving Acmi'] },
      { title: 'Screen', stories: ['Saving Acme Corp', 'Saving nobody'] },
    ];
    const told = (round?: Round) => missingText(sheet({ round, rounds: [panel, screen] }), round);
    assert.equal(told(panel), 'the round "Panel" names a story that is not there: "Saving Acmi"');
    assert.equal(told(), 'the rounds name stories that are not there: "Saving Acmi", "Saving nobody"');
    assert.equal(told({ title: 'Loop', stories: ['Saving Acme Corp'] }), undefined);
  });

  it('holds for the whole interview all stories, those first that a round names', () => {
    const named = { title: 'Panel', stories: ['Second'] };
    const settings = { ...DEFAULT_SETTINGS, confidential: [] };
    const files = ['First', 'Second'].map((title) => ({
      name: title,
      text: wholeStory(title),
      info: { path: `stories/${title}.md` },
      settings,
    }));
    const titles = (round?: Round) =>
      makeCueSheet(files, { ...OCCASION, round, rounds: [named] }).stories.map(({ title }) => title);
    assert.deepEqual([titles(), titles(named)], [['Second', 'First'], ['Second']]);
  });

  it('shows what frames a story under headings, and for the questions of the profile', () => {
    const framed = `${STORY}## Framing: general\r\n\r\nSay what **Acme Corp** lost.\r\n\r\n## Framing: failure\r\n\r\nOwn it first.\r\n\r\n## Framing: Other Ltd\r\n\r\nNo.\r\n`;
    const settings = {
      ...DEFAULT_SETTINGS,
      confidential: TERMS,
      vocabulary: { questions: ['failure'], competencies: [] },
    };
    const files = [{ name: 'saving', text: framed, info: { path: 'stories/saving.md' }, settings }];
    const [one] = makeCueSheet(files, OCCASION).stories;
    assert.deepEqual(one?.notes, ['Say what the client lost.', 'For failure: Own it first.']);
    assert.equal(one?.lines.at(-1)?.text, '');
  });

  it('stays one page: smaller print for more stories, and the last ones named where there is no room', () => {
    const text = Array.from({ length: 30 }, (_, i) =>
      STORY.split('\r\n').slice(6).join('\n').replace('Saving', `Saving ${i}:`),
    ).join('\n');
    const many = sheet({}, text);
    assert.ok(many.isDense && many.stories.length > 4 && many.leftOut.length > 10);
    assert.equal(many.stories.length + many.leftOut.length, 30);
    assert.match(cueMarkdown(many), /No room was left for “Saving \d+: the client”, .*, \d+ more\./);
    assert.ok(cueHtml(many).includes(' more.</p>'));
    const [one] = sheet().stories;
    assert.ok(one);
    assert.deepEqual(fitPage([one]), { isDense: false, stories: [one], leftOut: [] });
    const long = { ...one, notes: Array.from({ length: 90 }, () => 'Say it.') };
    assert.deepEqual(fitPage([long, one]), { isDense: true, stories: [long], leftOut: [one] });
  });

  it('keeps hostile texts harmless', () => {
    const evil = '<script>alert(1)</script>';
    const text = `# ${evil} "x" & <img src=x onerror=y>\n\n## Situation\n\nIt was \`<b>\` and ![a](javascript:x) <i>bad</i> at ${evil}.\n\n## Action\n\nI left. [click](command:evil)\n`;
    const round = { title: `${evil}</title>`, tests: `${evil}`, stories: [`${evil}2`] };
    const page = cueHtml({
      ...sheet({}, text),
      ...{ title: round.title, facts: [round.tests], missing: round.stories },
    });
    assert.deepEqual(page.match(/<(?:script|img|i|b|a)\b/g), null);
    assert.ok(page.includes('&lt;script&gt;') && page.includes("default-src 'none'"));
    assert.doesNotMatch(page, /(?:href|src|on\w+)=["']?[a-z]+:/i);
    const markdown = cueMarkdown({ ...sheet({}, text), title: round.title, facts: ['[x](command:y)'], missing: [] });
    assert.ok(!/(?<!\\)<(?!!-- starl: off -->)/.test(markdown) && !/(?<!\\)\[/.test(markdown), markdown);
  });
});
