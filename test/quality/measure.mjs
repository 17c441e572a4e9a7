// @ts-check
// Measures the judge against labelled sentences and stories. Records are described in README.md beside this file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ rule: string, flag: boolean, part: string, text: string, prev?: string, next?: string }} SentenceRecord */
/** @typedef {{ id: string, text: string, spans: { rule: string, quote: string, sure: 1 | 2 }[], near?: { rule: string, quote: string }[], doc: string[], doc_ok: string[] }} StoryRecord */
/** @typedef {{ hit: number, miss: number, alarm: number, pass: number }} Tally */

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
  const of = (/** @type {boolean} */ stories) =>
    files.filter((name) => name.startsWith('stories') === stories).flatMap((name) => readRecords(join(folder, name)));
  return { sentences: of(false), stories: of(true) };
}

/**
 * The record as a document: the sentence between its neighbours, under its part's heading.
 * @param {SentenceRecord} record
 */
export function toDocument({ part, text, prev, next }) {
  const head = part === 'none' ? '' : `## ${part.charAt(0).toUpperCase()}${part.slice(1)}\n\n`;
  const before = prev ? `${head}${prev} ` : head;
  return { text: `${before}${text}${next ? ` ${next}` : ''}\n`, start: before.length, end: before.length + text.length };
}

/**
 * @param {import('../../dist/core.js').Linter} linter
 * @param {SentenceRecord} record
 */
export function isFlagged(linter, record) {
  const { text, start, end } = toDocument(record);
  const { findings } = linter.lint(text, { kind: 'story' });
  return findings.some((finding) => finding.rule === record.rule && finding.start.offset < end && finding.end.offset > start);
}

/** @returns {Tally} */
export const emptyTally = () => ({ hit: 0, miss: 0, alarm: 0, pass: 0 });

/** @param {Tally} tally */
export function figures({ hit, miss, alarm }) {
  const precision = hit + alarm > 0 ? hit / (hit + alarm) : undefined;
  const recall = hit + miss > 0 ? hit / (hit + miss) : undefined;
  const f1 = precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}
