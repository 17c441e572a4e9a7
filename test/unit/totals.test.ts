import assert from 'node:assert/strict';
import { readFailures, readTotals, sameSuites } from '../vscode/totals.mjs';

const REPORT = `
  the port (of two)
    1) opens
    at night
      2) opens: late
      ✔ shuts

  the crane
    3) "before all" hook: lift it for "turns"


  1 passing (19ms)
  3 failing

  1) the port (of two)
       opens:
     AssertionError [ERR_ASSERTION]: Expected values to be equal:
      at Context.<anonymous> (port.test.ts:1:184)

  2) the port (of two)
       at night
         opens: late:
     Error: no
      at Context.<anonymous> (port.test.ts:1:96)

  3) the crane
       "before all" hook: lift it for "turns":
     Error: no
`;

describe('what is read from a report of mocha', () => {
  it('is how many tests passed and failed', () => {
    assert.deepEqual(readTotals(REPORT), { passing: 1, failing: 3, pending: 0 });
    assert.equal(readTotals('Nothing ran.'), undefined);
  });

  it('is the last count, where one comes after another', () => {
    assert.equal(readTotals(`${REPORT}\n  4 failing, with what nobody caught\n`)?.failing, 4);
  });

  it('is which tests failed, in which suites', () => {
    assert.deepEqual(readFailures(REPORT), [
      ['the port (of two)', 'opens'],
      ['the port (of two)', 'at night', 'opens: late'],
      ['the crane', '"before all" hook: lift it for "turns"'],
    ]);
  });

  it('is a pattern for all tests of those suites, and for no others', () => {
    const pattern = new RegExp(sameSuites(readFailures(REPORT)));
    const titles = ['the port (of two) shuts', 'the crane turns', 'the port of two shuts', 'beside the crane turns'];
    assert.deepEqual(
      titles.map((title) => pattern.test(title)),
      [true, true, false, false],
    );
  });
});
