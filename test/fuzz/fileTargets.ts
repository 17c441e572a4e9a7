import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { itemsWithin } from '../../src/core/checklist/checklist';
import { addItem, type Outcome, tickItem } from '../../src/core/checklist/edits';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { parseConfig } from '../../src/core/config/config';
import { setConfigValue } from '../../src/core/config/editConfig';
import { resolveSettings } from '../../src/core/config/layers';
import { addFraming } from '../../src/core/library/addFraming';
import { mapStory } from '../../src/core/library/mapStory';
import { renameStory } from '../../src/core/library/renameStory';
import { addMock } from '../../src/core/mocks/addMock';
import { readMocks } from '../../src/core/mocks/mocks';
import { readOwnPacks } from '../../src/core/packs/ownPacks';
import { readPlan } from '../../src/core/plan/readPlan';
import { reflowPlan } from '../../src/core/plan/reflowPlan';
import { applyEdit } from '../../src/core/text/edits';
import type { Problem } from '../../src/core/yaml/problem';
import { records } from '../unit/storyRecords';

const SAMPLE =
  '# Outage\n\n## Action\n\nWe decided to roll back at Acme, and aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa it went.\n';

/** A configuration is read whatever it is, its rules hold their time, and a setting changes nothing else. */
export function config(text: string): void {
  const { config, problems } = parseConfig(text);
  assertWithin(text, problems);
  createLinter({ settings: resolveSettings({ config }).settings }).lint(SAMPLE, { path: 'stories/a.md' });
  const { edit } = setConfigValue(text, 'profile', 'netflix-pmm');
  if (!edit) return;
  assert.doesNotMatch(text.slice(edit.start, edit.end), /[\r\n]/);
  if (problems.length > 0) return;
  assert.deepEqual(parseConfig(applyEdit(text, edit)).config, { ...config, profile: 'netflix-pmm' });
}

/** A pack of somebody's own is read whatever it is. */
export function packs(text: string): void {
  const { packs, refused } = readOwnPacks([{ name: 'a.yaml', text }]);
  for (const { problems } of refused) assertWithin(text, problems);
  assert.equal(packs.length + refused.length, 1);
}

/** A tick changes one character and back; a new item takes nothing away. */
export function checklist(text: string): void {
  const { checklist } = readChecklist(text);
  if (!checklist) return;
  const items = [...itemsWithin(checklist)];
  for (const item of items.slice(0, 5)) {
    const ticked = outcome(text, tickItem(text, item.id, !item.done));
    assert.equal(ticked.length, text.length);
    const after = readChecklist(ticked).checklist ?? assert.fail('not to be read after a tick');
    const again = [...itemsWithin(after)];
    assert.deepEqual(
      again.map(({ label, done }) => [label, done]),
      items.map((one) => [one.label, one === item ? !one.done : one.done]),
    );
    const back = again[items.indexOf(item)] ?? assert.fail();
    const mark = text.charAt(item.mark).replace('X', 'x');
    const first = text.slice(0, item.mark) + mark + text.slice(item.mark + 1);
    assert.equal(outcome(ticked, tickItem(ticked, back.id, item.done)), first);
  }
  const added = addItem(text, undefined, 'Read *it* [again]');
  if (!added.edit) return;
  assert.equal(added.edit.start, added.edit.end);
  const count = readChecklist(applyEdit(text, added.edit)).checklist;
  assert.equal(count && [...itemsWithin(count)].length, items.length + 1);
}

/** A mock that is logged leaves those that are there. */
export function mocks(text: string): void {
  const before = readMocks(text);
  assertWithin(text, before.problems);
  const mock = { date: '2031-04-05', kind: 'behavioral', change: 'Say: "less" # more' };
  const { edit } = addMock(text, mock);
  if (!edit) return;
  const after = readMocks(applyEdit(text, edit));
  assert.equal(after.mocks.length, before.mocks.length + 1);
  assert.equal(after.problems.length, before.problems.length);
}

/** A plan that is dated anew has the items that it had. */
export function plan(text: string): void {
  const { plan } = readPlan(text);
  const { edit } = reflowPlan(text, '2031-01-15', '2031-02-01');
  if (!plan || !edit) return;
  const after = readPlan(applyEdit(text, edit)).plan;
  const look = (of: typeof plan | undefined): unknown => of?.items.map(({ text: what, done }) => [what, done]);
  assert.deepEqual(look(after), look(plan));
}

/** Mapping, framing and renaming a story leaves the others. */
export function library(text: string): void {
  const stories = records(text);
  const story = stories.at(-1);
  if (!story) return;
  const others = (of: string): unknown =>
    records(of).map(({ title, questions }, i) => (i === stories.length - 1 ? '' : [title, questions]));
  const edits = [
    mapStory(text, story.id, { target: 'questions', id: 'new', grade: 'strong' }, records),
    renameStory(text, story.id, 'A *new* title', records),
    addFraming(text, story.id, { name: 'Acme', note: 'Begin with the bill.' }, records),
  ];
  for (const { edit } of edits) if (edit) assert.deepEqual(others(applyEdit(text, edit)), others(text));
}

function outcome(text: string, { edit, refusal }: Outcome): string {
  assert.equal(refusal, undefined);
  return edit ? applyEdit(text, edit) : text;
}

function assertWithin(text: string, problems: readonly Problem[]): void {
  for (const { start, end, line, column } of problems) {
    assert.ok(start >= 0 && start <= end && end <= text.length && line >= 1 && column >= 1, 'problem outside the text');
  }
}
