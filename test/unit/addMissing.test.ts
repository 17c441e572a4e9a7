import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addMissing } from '../../src/core/checklist/addMissing';
import { itemsWithin } from '../../src/core/checklist/checklist';
import { makeChecklist } from '../../src/core/checklist/makeChecklist';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { findPack, PACKS } from '../../src/core/packs/packs';
import type { Pack } from '../../src/packs/schema';

const pack = (id: string): Pack => findPack(id) ?? assert.fail();
const items = (text: string) => [...itemsWithin(readChecklist(text).checklist ?? assert.fail())];
const apply = (text: string, { edit }: ReturnType<typeof addMissing>): string =>
  edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;

/** Ticks every other item. */
function halfDone(text: string): string {
  let index = 0;
  return text.replaceAll('- [ ]', () => (index++ % 2 === 0 ? '- [x]' : '- [ ]'));
}

describe('another profile for a checklist', () => {
  for (const [from, to] of PACKS.flatMap((a) => PACKS.map((b) => [a.id, b.id] as const))) {
    for (const eol of from < to ? ['\n'] : ['\r\n']) {
      it(`${from} to ${to}, with ${JSON.stringify(eol)}: adds what is missing, once, to its group, and loses nothing`, () => {
        const before = halfDone(makeChecklist(pack(from))).replaceAll('\n', eol);
        const after = apply(before, addMissing(before, pack(to)));
        const state = (text: string) => new Map(items(text).map(({ label, done }) => [label, done]));
        for (const [label, done] of state(before)) assert.equal(state(after).get(label), done, label);
        const { checklist } = readChecklist(after);
        for (const group of pack(to).checklist) {
          const section = checklist?.sections.find(({ title }) => title === group.title);
          const there = section?.items.map(({ label, notes }) => `${label} ${notes}`) ?? [];
          for (const { text, detail = '' } of group.items) {
            const note = state(before).has(text) ? '' : detail.replace(/ \(0.*/, '');
            assert.ok(
              there.some((one) => one.startsWith(text) && one.includes(note)),
              text,
            );
          }
        }
        assert.equal(new Set(items(after).map(({ label }) => label)).size, items(after).length);
        assert.equal(addMissing(after, pack(to)).edit, undefined);
        assert.equal(after.replaceAll(eol, '').search(/[\r\n]/), -1);
        // Every line that was there is there, in its order.
        let at = 0;
        for (const line of before.split(eol)) at = after.indexOf(line, at) + line.length;
        assert.ok(at >= before.replace(/\s+$/, '').length);
      });
    }
  }

  const group = { id: 'g', title: 'New *group*', items: [{ id: 'i', text: 'Do <it>', detail: 'Twice', sources: [] }] };
  const wanted = { checklist: [group], sources: {} };

  it('renews the notes that the profile before has written, and adds sources to their list', () => {
    const kind = 'guide' as const;
    const item = (text: string, detail: string, ...sources: string[]) => ({ id: text, text, detail, sources });
    const from = {
      checklist: [
        { id: 'g', title: 'Group', items: [item('a', 'Old', '000'), item('b', 'Old', '000'), item('c', 'Old')] },
      ],
      sources: {},
    };
    const to = {
      checklist: [{ id: 'g', title: 'Group', items: [item('a', 'New', '001'), item('b', 'New'), item('c', 'Old')] }],
      sources: { '000': { title: 'One', kind }, '001': { title: 'Two *x*', kind }, '002': { title: 'Unused', kind } },
    };
    const notes = (detail: string, source: string) => `  - ${detail}\n  - Sources: ${source}`;
    const text = (a: string, list: string) =>
      `# P\n\n## Group\n\n- [x] a\n${a}\n\n- [ ] b\n  - Mine\n\n- [ ] c\n  - Old\n\n## Sources\n\nSaid.\n\n${list}\n`;
    const before = text(notes('Old', '000'), '- 000: One');
    const after = text(notes('New', '001'), '- 000: One\n- 001: Two \\*x\\*');
    assert.equal(apply(before, addMissing(before, to, from)), after);
    assert.equal(addMissing(after, to, from).edit, undefined);
    const windows = before.replaceAll('\n', '\r\n');
    assert.equal(apply(windows, addMissing(windows, to, from)), after.replaceAll('\n', '\r\n'));
  });

  it('puts a new group behind the others, in front of what follows', () => {
    const text = '# Mine\n\n## One\n\n- [x] a\n\nA note.\n\n## Sources\n\n- 000: x\n';
    assert.equal(
      apply(text, addMissing(text, wanted)),
      '# Mine\n\n## One\n\n- [x] a\n\nA note.\n\n## New \\*group\\*\n\n- [ ] Do \\<it>\n  - Twice\n\n## Sources\n\n- 000: x\n',
    );
  });

  it('begins a file that is empty', () => {
    assert.equal(apply('', addMissing('', wanted)), '## New \\*group\\*\n\n- [ ] Do \\<it>\n  - Twice\n');
  });

  it('leaves a file alone that cannot be read, or in which the items would be lost', () => {
    assert.equal(addMissing('a\n<<<<<<< HEAD\n', wanted).refusal, 'merge conflict in line 2');
    assert.match(addMissing('```\nopen', wanted).refusal ?? '', /code block/);
  });
});
