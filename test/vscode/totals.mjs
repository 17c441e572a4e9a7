// @ts-check
// What mocha's report `spec` says: how many tests passed and failed, and which failed.

/** @typedef {{passing: number, failing: number, pending: number}} Totals */

/**
 * The last count of each kind in a report, or nothing where no test ran.
 * @param {string} report
 * @returns {Totals | undefined}
 */
export function readTotals(report) {
  const totals = { passing: 0, failing: 0, pending: 0 };
  for (const [, count, kind] of report.matchAll(/^ *(\d+) (passing|failing|pending)\b/gm)) {
    totals[/** @type {keyof Totals} */ (kind)] = Number(count);
  }
  return totals.passing + totals.failing > 0 ? totals : undefined;
}

/**
 * The tests that failed, as the list at the end of a report names them: their suites, outermost first, and their titles.
 * @param {string} report
 * @returns {string[][]}
 */
export function readFailures(report) {
  const listed = report.matchAll(/^ {2}\d+\) (\S.*(?:\n {7,}\S.*)*):\n/gm);
  return [...listed].map(([, titles = '']) => titles.split('\n').map((title) => title.trim()));
}

/**
 * A regular expression for the full titles of all tests that share the outermost suite with one of these.
 * @param {string[][]} failures
 */
export function sameSuites(failures) {
  const suites = new Set(failures.map(([suite = '']) => suite.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')));
  return `^(${[...suites].join('|')})`;
}
