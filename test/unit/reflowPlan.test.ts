import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays } from '../../src/core/calendar/calendarDate';
import { reflowPlan } from '../../src/core/plan/reflowPlan';
import { applyFix } from './applyFix';

const TODAY = '2027-01-10';

function reflowed(text: string, interview: string | undefined, today = TODAY): string {
  const { edit, refusal } = reflowPlan(text, today, interview);
  assert.equal(refusal, undefined);
  return edit ? applyFix(text, { edits: [edit], snippet: false }) : text;
}

describe('re-flowing the plan', () => {
  const TEXT = [
    '- [x] 2027-01-07 a',
    '- [ ] 2027-01-09 b <!-- x -->',
    '- [ ] 2027-01-08 c',
    '- [x] 2027-01-09 d',
    '- [ ] 2027-01-10 e',
    '- [x] 2027-01-11 f',
    '- [ ] 2027-01-12 g',
    '- [ ] 2027-01-20 h',
    '',
  ].join('\r\n');
  const dated = (days: Record<string, string>) =>
    Object.entries(days).reduce(
      (text, [what, day]) => text.replace(new RegExp(`\\S+ ${what}\\b`), `2027-01-${day} ${what}`),
      TEXT,
    );

  it('puts what was missed first, and the rest behind it only as far as needed', () => {
    const spread = dated({ c: '10', b: '11', e: '12', g: '13' });
    assert.equal(reflowed(TEXT, '2027-02-01'), spread);
    assert.equal(reflowed(TEXT, undefined), spread);
    assert.equal(reflowed(TEXT, '2027-01-13'), dated({ c: '10', b: '10', e: '11', g: '12' }));
    assert.equal(reflowed(TEXT, '2027-01-11'), dated({ c: '10', b: '10' }));
    assert.equal(
      reflowed('- [ ] 2027-01-01 a\n- [ ] 2027-01-02 b\n', undefined),
      '- [ ] 2027-01-10 a\n- [ ] 2027-01-11 b\n',
    );
  });

  it('says in a line what was moved', () => {
    const words = (text: string, interview?: string) => reflowPlan(text, TODAY, interview).words;
    assert.equal(words(TEXT), '2 missed items moved to 10 and 11 January, and 2 items behind them to later days.');
    assert.equal(words('- [ ] 2027-01-09 a\n'), '1 missed item moved to 10 January.');
    assert.equal(words('- [ ] 2027-01-10 a\n'), undefined);
    const three = '- [ ] 2027-01-01 a\n'.repeat(3);
    assert.equal(words(three), '3 missed items moved to 3 days from 10 to 12 January.');
    const turn = reflowPlan('- [ ] 2027-01-01 a\n'.repeat(2), '2027-01-31', undefined).words;
    assert.equal(turn, '2 missed items moved to 31 January and 1 February.');
  });

  it('has nothing to do where nothing was missed, and no days after the interview', () => {
    assert.deepEqual(reflowPlan('- [ ] 2027-01-10 a\n- [x] 2027-01-01 b\n', TODAY, '2027-02-01'), { edit: undefined });
    const late = reflowPlan('- [ ] 2027-01-09 a\n', TODAY, '2027-01-09');
    assert.equal(late.refusal, 'the interview was on 2027-01-09');
  });

  it('loses nothing, keeps the order of what is open within the days left, and is done after once', () => {
    const day = fc.integer({ min: -20, max: 20 }).map((days) => addDays(TODAY, days));
    const item = fc.record({ date: day, done: fc.boolean(), gap: fc.constantFrom('\n', '\n\n', '\nwords\n\n') });
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 12 }),
        fc.option(
          fc.integer({ min: 0, max: 30 }).map((days) => addDays(TODAY, days)),
          { nil: undefined },
        ),
        fc.constantFrom('\n', '\r\n'),
        (all, interview, eol) => {
          const text = all
            .map(({ date, done, gap }, index) => `- [${done ? 'x' : ' '}] ${date} n${index}${gap}`)
            .join('')
            .replaceAll('\n', eol);
          const after = reflowed(text, interview);
          const [was, is] = [text.split(eol), after.split(eol)];
          assert.equal(is.length, was.length);
          const last = interview && (interview > TODAY ? addDays(interview, -1) : TODAY);
          const hasMissed = all.some(({ date, done }) => !done && date < TODAY);
          const open: { from: string; to: string }[] = [];
          for (const [index, line] of was.entries()) {
            const from = /^- \[ \] (\S+)/.exec(line)?.[1];
            const now = is[index] ?? '';
            if (from === undefined || !hasMissed || (last && from > last)) {
              assert.equal(now, line);
              continue;
            }
            const to = /^- \[ \] (\S+)/.exec(now)?.[1] ?? '';
            assert.equal(now, line.replace(from, to));
            assert.ok(to >= TODAY && to >= from && (!last || to <= last), `${to} of ${last}`);
            open.push({ from, to });
          }
          const sorted = [...open].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
          for (const [index, { to }] of sorted.entries()) assert.ok(to >= (sorted[index - 1]?.to ?? ''));
          assert.equal(reflowed(after, interview), after);
        },
      ),
    );
  });
});
