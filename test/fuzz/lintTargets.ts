import assert from 'node:assert/strict';
import { createLinter, type DocumentInfo, type Edit, type Finding, type Report } from '../../src/core';
import { RULES } from '../../src/core/rules';
import { applyFix } from '../unit/applyFix';
import { applyInTurn } from '../unit/applyInTurn';
import { mutate } from './mutate';
import { pick, type Random, randomFrom, seedOf } from './random';

const INFOS: readonly [DocumentInfo, ...DocumentInfo[]] = [
  { kind: 'story' },
  { path: 'stories/a.md' },
  { path: 'a.md' },
  { kind: 'design' },
  { kind: 'speech' },
  { kind: 'narrative' },
];
/** So many fixes of a text are tried: each is a text to lint. */
const FIXES = 3;
const OF_SENTENCES = new Set(RULES.filter(({ scope }) => scope === 'sentence').map(({ id }) => id));

const plain = (report: Report): unknown => JSON.parse(JSON.stringify(report));
const infoFor = (random: Random): DocumentInfo => pick(random, INFOS);

/** What is found stands in the text, in order and once; what is offered cures it. */
export function lint(text: string): void {
  const random = randomFrom(seedOf(text));
  const info = infoFor(random);
  const { findings, outline } = createLinter().lint(text, info);
  const offsets = [
    ...findings.flatMap(({ start, end }) => [start.offset, end.offset]),
    ...findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.flatMap(({ start, end }) => [start, end]))),
    ...outline.flatMap(({ start, end, parts }) => [start, end, ...parts.flatMap((part) => [part.start, part.end])]),
  ];
  for (const offset of offsets) assert.ok(isBoundary(text, offset), `offset ${offset}`);
  for (const { start, end } of findings) assert.ok(start.offset <= end.offset);
  for (const [i, finding] of findings.entries()) assert.ok(i === 0 || compare(findings[i - 1], finding) < 0, 'order');
  const curable = findings.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
  for (let left = Math.min(FIXES, curable.length); left > 0; left--) {
    const [{ finding, fix } = assert.fail()] = curable.splice(random(curable.length), 1);
    assertOrdered(fix.edits);
    if (fix.snippet) continue;
    const cured = createLinter().lint(applyFix(text, fix), info).findings;
    assert.ok(isGone(finding, fix.edits, findings, cured), `${finding.rule} is still there after "${fix.title}"`);
  }
}

/** With CRLF in the place of LF the same is found in the same lines and columns. */
export function twins(text: string): void {
  const lf = text.replaceAll(/\r\n?/g, '\n');
  const info = infoFor(randomFrom(seedOf(text)));
  const look = (ending: string): unknown =>
    createLinter()
      .lint(lf.replaceAll('\n', ending), info)
      .findings.map(({ rule, start, end, part, fixes }) => [
        rule,
        [start.line, start.column, end.line, end.column],
        part,
        fixes.map(({ title, edits }) => [title, edits.map((edit) => edit.text.replaceAll('\r\n', '\n'))]),
      ]);
  assert.deepEqual(look('\r\n'), look('\n'));
}

/** An open document reports after edits what a fresh linter reports. */
export function edit(text: string): void {
  const random = randomFrom(seedOf(text));
  const info = infoFor(random);
  const open = createLinter().open(text, info);
  let now = text;
  for (let left = 3; left > 0; left--) {
    const change = changeTo(now, mutate(now, text, random));
    now = applyInTurn(now, [change]);
    assert.deepEqual(plain(open.edit([change])), plain(createLinter().lint(now, info)));
  }
}

/** All that needs no decision is cured at once, and then there is nothing left of it. */
export function fixAll(text: string): void {
  const info = infoFor(randomFrom(seedOf(text)));
  const edits = createLinter().fixAll(text, info);
  assertOrdered(edits);
  const cured = applyFix(text, { edits, snippet: false });
  assert.deepEqual(createLinter().fixAll(cured, info), [], 'a second time');
}

/**
 * A rule of sentences has nothing left to say where it was found and mended; what it says of others may change, as it
 * goes by who acts around them. Any other objects once less to the same thing.
 */
function isGone(
  finding: Finding,
  edits: readonly Edit[],
  before: readonly Finding[],
  after: readonly Finding[],
): boolean {
  const same = ({ rule, message }: Finding): boolean => rule === finding.rule && message === finding.message;
  if (!OF_SENTENCES.has(finding.rule)) return after.filter(same).length < before.filter(same).length;
  const start = Math.min(finding.start.offset, ...edits.map((edit) => edit.start));
  const end = Math.max(finding.end.offset, ...edits.map((edit) => edit.end));
  const grown = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  return !after.some((one) => one.rule === finding.rule && one.start.offset < end + grown && one.end.offset > start);
}

function isBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  return !(/[\udc00-\udfff]/.test(text.charAt(offset)) && /[\ud800-\udbff]/.test(text.charAt(offset - 1)));
}

function compare(a: Finding | undefined, b: Finding): number {
  if (!a) return -1;
  return (
    a.start.offset - b.start.offset ||
    a.end.offset - b.end.offset ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.message === b.message ? 0 : -1)
  );
}

function assertOrdered(edits: readonly Edit[]): void {
  for (const [i, { start, end }] of edits.entries()) {
    assert.ok(start <= end && start >= (edits[i - 1]?.end ?? 0), 'edits overlap');
  }
}

/** The smallest change that makes one text of another. */
function changeTo(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < Math.min(before.length, after.length) - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
