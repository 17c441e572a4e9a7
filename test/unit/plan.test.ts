import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays } from '../../src/core/calendar/calendarDate';
import type { Pack } from '../../src/core/packs/packSchema';
import { PACKS } from '../../src/core/packs/packs';
import { parsePack } from '../../src/core/packs/parsePack';
import { amountOf } from '../../src/core/plan/amount';
import { makePlan } from '../../src/core/plan/makePlan';
import { planTasks } from '../../src/core/plan/planTasks';
import { planOn, planProblems, planSlips, readPlan } from '../../src/core/plan/readPlan';
import { reflowPlan } from '../../src/core/plan/reflowPlan';
import { applyFix } from './applyFix';

const TODAY = '2027-01-10';

function items(text: string): string[] {
  const { plan } = readPlan(text);
  assert.ok(plan);
  return plan.items.map(({ date, text: what, done, line }) => `${done ? 'x' : '-'} ${date} ${what} @${line}`);
}

describe('the plan', () => {
  it('is made of the items that begin with a date', () => {
    const text = [
      '# Plan',
      '- [ ] 2027-01-09 Read',
      '- [x] 2027-01-10: **Tell** it <!-- starl: mocks >= 1 -->',
      '- [ ] Some day',
      '  1. [ ] 2027-01-11 Nested',
      '- [ ] 2027-01-111 no date',
      '- [ ] `2027-01-12` code',
      '- 2027-01-12 no box',
      '```',
      '- [ ] 2027-01-12 code',
      '```',
    ].join('\r\n');
    assert.deepEqual(items(text), ['- 2027-01-09 Read @2', 'x 2027-01-10 Tell it @3', '- 2027-01-11 Nested @5']);
  });

  it('says where there is no such day, and where it cannot be read', () => {
    const text = '# Plan\n\n- [ ] 2027-02-30 Read\n';
    const { plan } = readPlan(text);
    const [problem] = plan?.problems ?? [];
    assert.deepEqual([problem?.line, problem?.column, problem?.end], [3, 7, 24]);
    assert.equal(
      problem?.message,
      'There is no day 2027-02-30. Write the day as year, month and day, like 2030-01-31.',
    );
    const missed = `${text}- [ ] 2027-01-02 Tell it\n`;
    const { edit } = reflowPlan(missed, TODAY, undefined);
    assert.ok(edit);
    const after = missed.slice(0, edit.start) + edit.text + missed.slice(edit.end);
    assert.equal(after, missed.replace('2027-01-02', TODAY));
    const conflict = '# Plan\n<<<<<<< ours\n- [ ] 2027-01-09 Read\n=======\n>>>>>>> theirs\n';
    assert.deepEqual(readPlan(conflict), { unreadable: { line: 2, cause: 'merge conflict' } });
    const [marked] = planProblems(conflict);
    assert.equal(conflict.slice(marked?.start, marked?.end), conflict.split(/\r?\n/)[1]);
    assert.match(marked?.message ?? '', /^Merge conflict\. /);
    assert.equal(reflowPlan(conflict, TODAY, undefined).refusal, 'merge conflict in line 2');
  });

  it('tells of an item with a slip in its day or its box, and mends it where it is clear what is meant', () => {
    const mended = (line: string): string | undefined => {
      const text = `# Plan\r\n\r\n- [ ] 2026-11-21 Ask\r\n${line}\r\n`;
      const { plan } = readPlan(text);
      assert.deepEqual(
        plan?.undated.map((item) => [item.line, item.slip !== undefined]),
        [[4, true]],
        line,
      );
      const [slip, ...others] = planSlips(text);
      assert.deepEqual([slip?.line, others.length], [4, 0]);
      const [fix] = slip?.fixes ?? [];
      if (!fix) return undefined;
      const after = applyFix(text, { edits: fix.edits, snippet: false });
      assert.deepEqual(planSlips(after), []);
      assert.equal(readPlan(after).plan?.items.length, 2);
      return after.split('\r\n')[3];
    };
    for (const line of [
      '- [ ] 22 Nov Find',
      '- [ ] Sunday, November 22nd, 2026 Find',
      '- [ ] 22. November Find',
      '- [ ] 2026/11/22 Find',
      '- [ ] 2026.11.22 Find',
      '- [ ] 20261122 Find',
      '- [ ] 22.11.2026 Find',
      '- [ ] 11/22/2026 Find',
      '- [ ] Sun 2026-11-22 Find',
      '- [ ] 2026-11-22Find',
      '- [] 2026-11-22 Find',
      '- [  ] 2026-11-22 Find',
      '- [ ]2026-11-22 Find',
      '-[ ] 2026-11-22 Find',
    ])
      assert.match(mended(line) ?? '', /^- \[ \] 2026-11-22 ?Find$/, line);
    assert.equal(mended('  1. [x]2026-11-22 Find'), '  1. [x] 2026-11-22 Find');
    for (const line of [
      '- [ ] 10/11/2026 Find',
      '- [ ] 2026-11-221 Find',
      '- [ ] 2026/13/22 Find',
      '- [ ] 31 Nov Find',
    ])
      assert.equal(mended(line), undefined, line);
  });

  it('counts what has no day, and takes nothing else for an item', () => {
    const text = [
      '- [ ] 2026-11-21 Ask',
      '  - [ ] A step of it',
      '- [x] Some day',
      '- [ ] 1:1 with the manager',
      '- [ ] 2 mocks',
      '- 22 Nov is prose',
      '- [](a.md)',
      '- [x][ref]',
      '- [ ]',
      '```',
      '- [] 2026-11-22 code',
      '```',
      '> - [] 2026-11-22 quoted',
      '',
      '[x]: a.md',
    ].join('\n');
    const { plan } = readPlan(text);
    assert.deepEqual(
      plan?.undated.map(({ text: what, done, slip }) => [what, done, slip]),
      [
        ['Some day', true, undefined],
        ['1:1 with the manager', false, undefined],
        ['2 mocks', false, undefined],
      ],
    );
    assert.deepEqual(plan?.slips, []);
  });

  it('tells what is for today, what was missed and what is to come', () => {
    const { plan } = readPlan(
      '- [ ] 2027-01-12 d\n- [x] 2027-01-10 b\n- [ ] 2027-01-10 c\n- [ ] 2027-01-09 a\n- [x] 2027-01-08 z\n- [ ] 2027-01-11 e\n',
    );
    const { today, missed, coming } = planOn(plan?.items ?? [], TODAY);
    const texts = [today, missed, coming].map((list) => list.map(({ text }) => text).join(''));
    assert.deepEqual(texts, ['bc', 'a', 'ed']);
  });

  it('ends on the eve of the interview', () => {
    const tasks = [1, 15, 30].map((day) => ({ day, text: `day ${day}` }));
    assert.deepEqual(items(makePlan(tasks, TODAY, '2027-03-01')), [
      '- 2027-01-30 day 1 @5',
      '- 2027-02-13 day 15 @7',
      '- 2027-02-28 day 30 @9',
    ]);
    assert.deepEqual(items(makePlan(tasks, TODAY, '2027-01-16')), [
      '- 2027-01-10 day 1 @5',
      '- 2027-01-12 day 15 @7',
      '- 2027-01-15 day 30 @9',
    ]);
    assert.deepEqual(items(makePlan(tasks, TODAY, TODAY)).length, 3);
  });

  it('reads back every task, whatever is in it', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => /^[^\s\p{Cc}]+$/u.test(text));
    const task = fc.record({ day: fc.integer({ min: 1, max: 30 }), text: line });
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 9 }), fc.integer({ min: 0, max: 60 }), (tasks, left) => {
        const interview = addDays(TODAY, left);
        const { plan } = readPlan(makePlan(tasks, TODAY, interview));
        assert.equal(plan?.items.length, tasks.length);
        for (const { date } of plan?.items ?? []) assert.ok(date >= TODAY && (date < interview || left === 0), date);
      }),
    );
  });
});

describe('the plan beside the checklist', () => {
  const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  const itemsOf = (pack: Pack) => pack.checklist.flatMap((group) => group.items);

  for (const pack of PACKS) {
    it(`${pack.id}: asks for as much as the checklist, and leaves nothing of it out`, () => {
      const tasks = planTasks(pack, new Set());
      for (const item of itemsOf(pack)) {
        const amount = amountOf(item);
        const serving = pack.plan.filter((task) => task.items.includes(item.id));
        assert.ok(serving.length > 0, `${item.id} is in no day of the plan`);
        if (amount === undefined) continue;
        assert.match(item.text, new RegExp(`\\b(?:${NUMBERS[amount] ?? amount}|${amount})\\b`, 'i'), item.id);
        const [repeated, ...others] = serving.filter(({ times }) => times);
        assert.ok(others.length === 0, `${item.id} is counted twice`);
        if (!repeated) continue;
        const [before = '', after = ''] = repeated.text.split(/\{n\}.*\{of\}/);
        const written = tasks.filter(({ text }) => text.startsWith(before) && text.endsWith(after));
        assert.equal(written.length, amount, item.id);
      }
      // A number of stories, mocks, simulations or prompts stands in the plan only as the checklist has it.
      for (const { id, text } of pack.plan)
        assert.doesNotMatch(
          text,
          /\b(?:two|three|four|five|\d+) (?:\w+ )?(?:stories|mocks?|simulations?|prompts|seconds)/,
          id,
        );
      assert.ok(tasks.every(({ text }) => !/[{}]/.test(text)));
    });
  }

  it('counts what comes several times, from its day to the last, as often as the item asks', () => {
    const item = { id: 'mocks', text: 'Hold three mocks', evidence: 'mocks >= 3', sources: [] };
    const plan = [
      { id: 'a', day: 4, times: { until: 9 }, text: 'Mock {n} of {of}', items: ['mocks'], sources: [] },
      { id: 'b', day: 1, text: 'Find {of} people', items: ['mocks'], sources: [] },
      { id: 'c', day: 2, text: 'Rest', items: [], sources: [] },
    ];
    const profile = { plan, checklist: [{ id: 'g', title: 'G', items: [item] }] };
    const written = (done: string[]) => planTasks(profile, new Set(done)).map(({ day, text }) => `${day} ${text}`);
    assert.deepEqual(written([]), ['4 Mock 1 of 3', '7 Mock 2 of 3', '9 Mock 3 of 3', '1 Find 3 people', '2 Rest']);
    assert.deepEqual(written(['Hold three mocks']), ['2 Rest']);
  });

  it('is refused in a pack where it goes by an amount that nothing names', () => {
    const text =
      'id: mine\ntitle: M\ndescription: M\nextends: general\nplan:\n  - { id: a, day: 1, text: "{of} times", items: [level] }\n';
    const [problem] = parsePack(text).problems;
    assert.deepEqual([problem?.line, problem?.column], [6, 42]);
    assert.match(problem?.message ?? '', /names an amount/);
  });

  it('says plainly what does not fit the days left, and what was left out', () => {
    const pack = PACKS.find(({ id }) => id === 'netflix-tpm') ?? assert.fail();
    const tasks = planTasks(pack, new Set());
    const whole = makePlan(tasks, TODAY, addDays(TODAY, 40));
    assert.doesNotMatch(whole, /a day|Left out/);
    const optional = tasks.filter(({ optional: is }) => is).length;
    const over = Math.min(optional, tasks.length - 14 * 3);
    const fortnight = makePlan(tasks, TODAY, addDays(TODAY, 14));
    const all = `This plan has ${tasks.length} items for 30 days, of which 14 are left. `;
    const share = `${tasks.length - over} of them stand on these, 3 or 4 a day; the other ${over} are left out, and stand at the end without a date.`;
    assert.ok(fortnight.includes(`${all}${share}`), fortnight);
    assert.equal(fortnight.split('## Left out')[1]?.match(/^- \[ \] (?!\d{4}-)/gm)?.length, over);
    const week = makePlan(tasks, TODAY, addDays(TODAY, 7));
    assert.match(week, /It does not fit: choose what matters most to you, or ask for a later day\./);
  });

  it('has prompts scoped and worked through before the first mock about them, also where days are few', () => {
    const pack = PACKS.find(({ id }) => id === 'netflix-tpm') ?? assert.fail();
    for (const left of [40, 14, 7]) {
      const plan = makePlan(planTasks(pack, new Set()), TODAY, addDays(TODAY, left));
      const at = (text: string) => plan.indexOf(text);
      assert.ok(at('first ten minutes of each') < at('design prompt 1 of'), plan);
      assert.ok(at('design prompt 1 of') < at('timed design mock 1 of'), plan);
    }
  });

  it('says what is expected at the level that is aimed at', () => {
    const [level] = PACKS.find(({ id }) => id === 'netflix-tpm')?.levels.filter(({ name }) => name === 'L6') ?? [];
    assert.ok(level);
    const plan = makePlan([{ day: 1, text: 'Read' }], TODAY, '2027-03-01', level);
    assert.ok(plan.includes(`\n\nYou aim at L6, ${level.title}. ${level.scope}. ${level.step}.\n\n- [ ] `), plan);
  });

  it('spreads what is joined evenly, in its order', () => {
    const tasks = Array.from({ length: 30 }, (_, index) => ({ day: index + 1, text: `t${index + 1}` }));
    const plan = items(makePlan([...tasks, ...tasks.slice(0, 6)], TODAY, addDays(TODAY, 12)));
    const loads = new Map<string, number>();
    for (const item of plan) loads.set(item.slice(2, 12), (loads.get(item.slice(2, 12)) ?? 0) + 1);
    assert.deepEqual([...new Set(loads.values())], [3]);
    assert.equal(loads.size, 12);
  });
});
