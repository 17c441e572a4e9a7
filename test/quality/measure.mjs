// @ts-check
// Measures the judge against labelled sentences and stories (see README.md beside this file).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ rule: string, flag: boolean, part: string, text: string, prev?: string, next?: string }} SentenceRecord */
/** @typedef {{ rule: string, quote: string, sure?: number }} Span */
/** @typedef {{ id: string, text: string, spans: Span[], near?: Span[], doc: string[], doc_ok: string[] }} StoryRecord */
/** @typedef {{ hit: number, miss: number, alarm: number }} Tally */
/** @typedef {Pick<import('../../src/core').Linter, 'lint'>} Linter */

/** @param {string} file */
export function readRecords(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/**
 * @param {string} folder
 * @returns {{ sentences: SentenceRecord[], stories: StoryRecord[] }}
 */
export function readSet(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const read = (/** @type {boolean} */ stories) =>
    files.filter((name) => name.startsWith('stories') === stories).flatMap((name) => readRecords(join(folder, name)));
  return { sentences: read(false), stories: read(true) };
}

/**
 * How the rule of each record did on it, by rule.
 * @param {Linter} linter
 * @param {SentenceRecord[]} records
 */
export function measureSentences(linter, records) {
  const tallies = new Tallies();
  for (const record of records) {
    const flagged = isFlagged(linter, record);
    if (record.flag) tallies.add(record.rule, flagged ? 'hit' : 'miss');
    else if (flagged) tallies.add(record.rule, 'alarm');
  }
  return tallies.byRule;
}

/**
 * A sure label that a finding of its rule overlaps is a hit; a finding that overlaps no label of its rule is a false alarm.
 * What a rule finds that no story is labelled for may be right where there are faults, so only stories without any tell.
 * @param {Linter} linter
 * @param {StoryRecord[]} records
 * @param {ReadonlySet<string>} sentenceRules ids
 */
export function measureStories(linter, records, sentenceRules) {
  const tallies = new Tallies();
  const known = new Set(records.flatMap(({ spans }) => spans.map(({ rule }) => rule)));
  const clean = { words: 0, alarms: 0 };
  const near = { total: 0, flagged: 0 };
  for (const { text, spans, near: innocent = [], doc, doc_ok } of records) {
    const { findings } = linter.lint(text, { kind: 'story' });
    const overlaps = (/** @type {Span} */ { rule, quote }) => {
      const start = text.indexOf(quote);
      return findings.some(
        (one) => one.rule === rule && one.start.offset < start + quote.length && one.end.offset > start,
      );
    };
    const sure = spans.filter((span) => span.sure === 2);
    for (const span of sure) tallies.add(span.rule, overlaps(span) ? 'hit' : 'miss');
    const labelled = (/** @type {(typeof findings)[number]} */ { rule, start, end }) =>
      spans.some(
        (span) =>
          span.rule === rule &&
          start.offset < text.indexOf(span.quote) + span.quote.length &&
          end.offset > text.indexOf(span.quote),
      );
    const alarms = findings.filter(
      (one) => sentenceRules.has(one.rule) && !labelled(one) && (known.has(one.rule) || sure.length === 0),
    );
    for (const { rule } of alarms) tallies.add(rule, 'alarm');
    if (sure.length === 0) {
      clean.words += text.split(/\s+/).length;
      clean.alarms += alarms.length;
    }
    near.total += innocent.length;
    near.flagged += innocent.filter(overlaps).length;
    const said = new Set(findings.map(({ rule }) => rule));
    for (const rule of doc) tallies.add(rule, said.has(rule) ? 'hit' : 'miss');
    for (const rule of doc_ok) if (said.has(rule)) tallies.add(rule, 'alarm');
  }
  return { rules: tallies.byRule, clean, near };
}

/**
 * The sentence between its neighbours, under its part's heading.
 * @param {Linter} linter
 * @param {SentenceRecord} record
 */
export function isFlagged(linter, { rule, part, text, prev, next }) {
  const head = part === 'none' ? '' : `## ${part.charAt(0).toUpperCase()}${part.slice(1)}\n\n`;
  const before = prev ? `${head}${prev} ` : head;
  const { findings } = linter.lint(`${before}${text}${next ? ` ${next}` : ''}\n`, { kind: 'story' });
  const end = before.length + text.length;
  return findings.some(
    (finding) => finding.rule === rule && finding.start.offset < end && finding.end.offset > before.length,
  );
}

class Tallies {
  /** @type {Map<string, Tally>} */
  byRule = new Map();

  /**
   * @param {string} rule
   * @param {keyof Tally} outcome
   */
  add(rule, outcome) {
    const tally = this.byRule.get(rule) ?? { hit: 0, miss: 0, alarm: 0 };
    tally[outcome]++;
    this.byRule.set(rule, tally);
  }
}

/**
 * Precision, recall and F1 as whole per cents; undefined where nothing was there to find or nothing was found.
 * @param {Tally} tally
 */
export function figures({ hit, miss, alarm }) {
  const precision = hit + alarm > 0 ? hit / (hit + alarm) : undefined;
  const recall = hit + miss > 0 ? hit / (hit + miss) : undefined;
  const f1 = precision && recall ? (2 * precision * recall) / (precision + recall) : undefined;
  const percent = (/** @type {number | undefined} */ value) =>
    value === undefined ? undefined : Math.round(100 * value);
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1) };
}
