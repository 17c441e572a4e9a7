// @ts-check
// How many tests passed and failed, read from mocha's report.

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
