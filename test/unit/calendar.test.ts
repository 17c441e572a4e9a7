import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addDays,
  dateOf,
  daysBetween,
  fromToday,
  isDate,
  objectionToComing,
  objectionToPast,
  untilTomorrow,
  WRITE_DATE,
} from '../../src/core/calendar/calendarDate';

const anyDate = fc.integer({ min: -20_000, max: 60_000 }).map((days) => addDays('2000-01-01', days));

describe('calendar dates', () => {
  it('are days that there are', () => {
    assert.deepEqual(['2026-12-31', '2028-02-29', '2027-02-29', '2026-13-01', '2026-1-1', 'soon', ''].map(isDate), [
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('are objected to where they lie on the wrong side of today', () => {
    const days = ['2027-01-09', '2027-01-10', '2027-01-11', 'soon'];
    assert.deepEqual(
      days.map((day) => objectionToComing(day, '2027-01-10')),
      ['2027-01-09 has passed', undefined, undefined, WRITE_DATE],
    );
    assert.deepEqual(
      days.map((day) => objectionToPast(day, '2027-01-10')),
      [undefined, undefined, '2027-01-11 is still to come', WRITE_DATE],
    );
  });

  it('go by the clock on the wall, not by a zone', () => {
    assert.equal(dateOf(new Date(2026, 11, 31, 23, 59, 59).getTime()), '2026-12-31');
    assert.equal(dateOf(new Date(2027, 0, 1, 0, 0, 0).getTime()), '2027-01-01');
    assert.equal(untilTomorrow(new Date(2026, 11, 31, 23, 59, 59).getTime()), 1000);
  });

  it('are counted in days, over leap days and changes of the clock', () => {
    assert.equal(addDays('2028-02-28', 2), '2028-03-01');
    assert.equal(daysBetween('2027-03-01', '2027-04-01'), 31);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -900, max: 900 }), (date, days) => {
        assert.equal(daysBetween(date, addDays(date, days)), days);
        assert.ok(isDate(date));
      }),
    );
  });

  it('are told as people count them', () => {
    const days = [0, 1, 12, -1, -3].map((count) => fromToday('2027-01-10', addDays('2027-01-10', count)));
    assert.deepEqual(days, ['today', 'tomorrow', 'in 12 days', 'yesterday', '3 days ago']);
  });
});
