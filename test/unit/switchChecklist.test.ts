import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addMissing } from '../../src/core/checklist/addMissing';
import { itemsWithin, sectionsWithin } from '../../src/core/checklist/checklist';
import { makeChecklist } from '../../src/core/checklist/makeChecklist';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { switchChecklist } from '../../src/core/checklist/switchChecklist';
import type { Pack } from '../../src/core/packs/packSchema';
import { PACKS } from '../../src/core/packs/packs';
import { applyEdit } from '../../src/core/text/edits';

const items = (text: string) => [...itemsWithin(readChecklist(text).checklist ?? assert.fail())];
const apply = (text: string, { edit }: ReturnType<typeof addMissing>): string =>
  edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;

/** A checklist after a switch. */
function switched(text: string, to: Pack, from: Pack, takesAway = false): string {
  const { edit, refusal } = switchChecklist(text, { to, from, known: PACKS, takesAway });
  assert.equal(refusal, undefined);
  return edit ? applyEdit(text, edit) : text;
}

const untouched = (text: string, to: Pack): number => {
  const outcome = switchChecklist(text, { to, known: PACKS });
  return outcome.refusal === undefined ? outcome.untouched : assert.fail(outcome.refusal);
};

const labels = (text: string): string[] => items(text).map(({ label }) => label);
const byGroup = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    [...sectionsWithin(readChecklist(text).checklist ?? assert.fail())].map((section) => [
      section.title,
      section.items.map(({ label }) => label),
    ]),
  );
const wantedBy = (to: Pack): string[] => to.checklist.flatMap((group) => group.items.map(({ text }) => text));
const PAIRS = PACKS.flatMap((from) => PACKS.filter((to) => to !== from).map((to) => ({ from, to })));

describe('another profile for a checklist', () => {
  for (const { from, to } of PAIRS) {
    it(`${from.id} to ${to.id}: untouched, what is left can be taken away, and the list is then that of the new one`, () => {
      const before = makeChecklist(from);
      const kept = switched(before, to, from);
      const left = new Set(labels(kept).filter((label) => !wantedBy(to).includes(label)));
      assert.equal(untouched(before, to), left.size);
      assert.deepEqual(
        labels(kept)
          .filter((label) => !left.has(label))
          .sort(),
        wantedBy(to).sort(),
      );
      const tidy = switched(before, to, from, true);
      assert.deepEqual(labels(tidy).sort(), wantedBy(to).sort());
      assert.match(tidy, new RegExp(`^# Preparation: ${to.title}\n`));
      // Nothing of a checklist made for the new profile is missing, but for the order.
      const lines = (text: string) => text.split('\n').filter((line) => /^(?:- \[| {2}- |##)/.test(line));
      assert.deepEqual(lines(tidy).sort(), lines(makeChecklist(to)).sort());
      assert.doesNotMatch(tidy, /\n\n\n|\n\n$/);
      // There and back, nothing has piled up.
      assert.equal(items(switched(kept, from, to)).length, labels(kept).length);
      const back = switched(tidy, from, to, true);
      assert.deepEqual(labels(back).sort(), labels(before).sort());
      // What came again stands where it stood in its group.
      assert.deepEqual(byGroup(back), byGroup(before));
    });

    it(`${from.id} to ${to.id}: what is ticked, edited or the user’s own stays word for word`, () => {
      const before = makeChecklist(from);
      const boxes = [...before.matchAll(/^- \[ \]/gm)].length;
      const marks = fc.array(fc.constantFrom('as it is', 'ticked', 'edited', 'noted', 'own'), {
        minLength: boxes,
        maxLength: boxes,
      });
      fc.assert(
        fc.property(marks, fc.constantFrom('\n', '\r\n'), fc.boolean(), (kinds, eol, takesAway) => {
          let at = 0;
          const worked = before
            .replace(/^- \[ \] (.*)((?:\n {2}- .*)*)/gm, (whole, label: string, notes: string) => {
              const kind = kinds[at++] ?? '';
              if (kind === 'ticked') return `- [x] ${label}${notes}`;
              if (kind === 'edited') return `- [ ] My way ${at}: ${label}${notes}`;
              if (kind === 'noted') return `- [ ] ${label}${notes}\n  - A note of mine`;
              return kind === 'own' ? `${whole}\n\n- [ ] Mine ${at}` : whole;
            })
            .replaceAll('\n', eol);
          const after = switched(worked, to, from, takesAway);
          const now = new Map(items(after).map(({ label, done }) => [label, done]));
          for (const { label, done, notes } of items(worked)) {
            const isTouched = done || label.startsWith('M') || notes.includes('A note of mine');
            if (isTouched) assert.equal(now.get(label), done, label);
          }
          assert.equal(new Set(labels(after)).size, labels(after).length);
          assert.equal(after.replaceAll(eol, '').search(/[\r\n]/), -1);
          assert.equal(switchChecklist(after, { to, from, known: PACKS, takesAway }).edit, undefined);
        }),
        { numRuns: 5 },
      );
    });
  }

  const twin = (id: string, text: string, evidence?: string) => ({
    id,
    text,
    sources: [] as string[],
    ...(evidence && { evidence }),
  });
  const made = (title: string, ...list: ReturnType<typeof twin>[]) => ({
    title,
    checklist: [{ id: 'g', title: 'Group', items: list }],
    sources: {},
  });
  const swap = (text: string, from: ReturnType<typeof made>, to: ReturnType<typeof made>, takesAway = false) => {
    const { edit } = switchChecklist(text, { to, from, known: [from, to], takesAway });
    return edit ? applyEdit(text, edit) : text;
  };
  const three = made('A', twin('mocks', 'Hold three mocks', 'mocks >= 3'), twin('pay', 'Look up pay'));
  const five = made('B', twin('mocks', 'Hold five mocks', 'mocks >= 5'), twin('money', 'Learn what they pay'));

  it('words an untouched item as the new profile has it, and does not add that twice', () => {
    assert.equal(
      swap('# P\n\n## Group\n\n- [ ] Hold three mocks <!-- starl: mocks >= 3 -->\n', three, five),
      '# P\n\n## Group\n\n- [ ] Hold five mocks <!-- starl: mocks >= 5 -->\n- [ ] Learn what they pay\n',
    );
  });

  it('adds what asks for more than the ticked item of the same id', () => {
    const ticked = '# P\n\n## Group\n\n- [x] Hold three mocks <!-- starl: mocks >= 3 -->\n';
    assert.match(swap(ticked, three, five), /three mocks.*\n+- \[ \] Hold five mocks/);
    const same = made('C', twin('mocks', 'Three mocks, please', 'mocks >= 3'));
    assert.equal(swap(ticked, three, same), ticked);
  });

  it('knows an item in the user’s words by its evidence', () => {
    const mine = '## Group\n\n- [ ] Five times with Kim <!-- starl: mocks >= 5 -->\n\n- [ ] Learn what they pay\n';
    assert.equal(swap(mine, three, five, true), mine);
  });

  it('takes a heading away when nothing is left below it, and no other', () => {
    const list = '# Preparation: A\n\n## Group\n\n- [ ] Look up pay\n\n## Mine\n\n- [ ] Swim\n';
    const other = { ...made('B'), checklist: [{ id: 'h', title: 'Else', items: [twin('e', 'Eat')] }] };
    assert.equal(swap(list, three, other, true), '# Preparation: B\n\n## Mine\n\n- [ ] Swim\n\n## Else\n\n- [ ] Eat\n');
    const noted = list.replace('## Mine', 'My words.\n\n## Mine');
    assert.match(swap(noted, three, other, true), /^# Preparation: B\n\n## Group\n\nMy words\.\n\n## Mine/);
    const titled = list.replace('# Preparation: A', '# My year');
    assert.match(swap(titled, three, other, true), /^# My year\n/);
  });

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
    const [a, b] = [
      { ...from, title: 'A' },
      { ...to, title: 'B' },
    ];
    assert.equal(swap(before, a, b), after);
    assert.equal(swap(after, a, b), after);
    const windows = before.replaceAll('\n', '\r\n');
    assert.equal(swap(windows, a, b), after.replaceAll('\n', '\r\n'));
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
