import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { itemsWithin } from '../../src/core/checklist/checklist';
import { tickItem } from '../../src/core/checklist/edits';
import { makeChecklist } from '../../src/core/checklist/makeChecklist';
import { readChecklist } from '../../src/core/checklist/readChecklist';
import { parseConfig } from '../../src/core/config/config';
import { PACKS } from '../../src/core/packs/packs';
import { preparationFiles, switchConfig } from '../../src/core/setUp/setUp';
import { decodeText } from '../../src/core/text/decode';
import { applyEdit } from '../../src/core/text/edits';

function ticked(text: string, labels: readonly string[]): string {
  let result = text;
  for (const item of itemsWithin(readChecklist(text).checklist ?? assert.fail())) {
    const edit = labels.includes(item.label) ? tickItem(text, item.id, true).edit : undefined;
    if (edit) result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  }
  return result;
}

for (const pack of PACKS) {
  describe(`the preparation for ${pack.title}`, () => {
    const text = makeChecklist(pack);
    const named = (detail: string) =>
      detail.replace(/\b00\d\b/g, (id) => pack.sources[id]?.short ?? assert.fail(`no name for ${id}`));

    it('has every item of the profile in its group, open, and says where it comes from', () => {
      const { checklist } = readChecklist(text);
      assert.deepEqual(
        checklist?.sections.map(({ title, items }) => [
          title,
          items.map(({ label, done, notes }) => [label, done, ...notes]),
        ]),
        pack.checklist.map(({ title, items }) => [
          title,
          items.map(({ text: label, detail, sources }) => [
            label,
            false,
            ...(detail ? [named(detail)] : []),
            ...(sources.length > 0 ? [`Sources: ${sources.map((id) => pack.sources[id]?.short).join(', ')}`] : []),
          ]),
        ]),
      );
      assert.equal(checklist?.title, `Preparation: ${pack.title}`);
    });

    it('names every source that an item comes from, and says that no company stands behind it', () => {
      const end = text.slice(text.indexOf('\n## Sources\n'));
      for (const source of new Set(pack.checklist.flatMap(({ items }) => items.flatMap(({ sources }) => sources)))) {
        assert.match(end, new RegExp(`^- ${pack.sources[source]?.short}: ${pack.sources[source]?.title}$`, 'm'));
      }
      assert.match(end, /No company/);
    });

    it('has settings that follow a switch, with the comments that nobody has changed', () => {
      const own = { ...pack, id: 'own', levels: [{ ...pack.levels[0], name: 'Staff' }] } as typeof pack;
      const configFor = (aim: typeof pack) => preparationFiles({ pack: aim })[0]?.text ?? assert.fail();
      const switched = (config: string, to: typeof pack, from: typeof pack) => {
        const { edit } = switchConfig(config, to, from);
        return edit ? applyEdit(config, edit) : config;
      };
      const there = switched(configFor(pack), own, pack);
      assert.match(there, /^# What you prepare for: .* or own\.\nprofile: own$/m);
      if (pack.levels.length > 0) assert.match(there, /^# The level that you are interviewed for: Staff\.$/m);
      assert.equal(switched(there, pack, own), configFor(pack));
      const mine = configFor(pack)
        .replace(/^# (What|The level).*/gm, '# Mine: $1')
        .replaceAll('\n', '\r\n');
      assert.equal(switched(mine, own, pack), mine.replace(`profile: ${pack.id}`, 'profile: own'));
    });

    it('has settings that name the profile', () => {
      const [config] = preparationFiles({ pack });
      assert.equal(config?.path, 'starl.yaml');
      assert.deepEqual(parseConfig(config.text), { config: { profile: pack.id }, problems: [] });
    });

    it('has the level and the day that were given, and else says how they are written', () => {
      const level = pack.levels.at(-1)?.name;
      const [config] = preparationFiles({ pack, level, interview: '2031-02-28' });
      const wanted = { profile: pack.id, ...(level && { level }), interview: '2031-02-28' };
      assert.deepEqual(parseConfig(config?.text ?? ''), { config: wanted, problems: [] });
      const [open] = preparationFiles({ pack });
      const all = (open?.text ?? '').replaceAll(/^# (?=level: |interview: )/gm, '');
      assert.deepEqual(parseConfig(all).problems, []);
      assert.deepEqual(Object.keys(parseConfig(all).config), Object.keys(wanted));
    });
  });
}

describe('a checklist of hostile words', () => {
  it('keeps them as they are', () => {
    const words = ['a <!-- b', '[x] **y**', '`code', '# none', '- [ ] none', '1. one', '> quote', '\\', '_a_ <b>'];
    const items = words.map((text, index) => ({ id: `i${index}`, text, detail: text, sources: [] }));
    const made = makeChecklist({ title: '<!-- *A*', sources: {}, checklist: [{ id: 'g', title: '# [B] #', items }] });
    const { checklist } = readChecklist(made);
    assert.equal(checklist?.title, 'Preparation: <!-- *A*');
    assert.equal(checklist.sections[0]?.title, '# [B] #');
    assert.deepEqual(
      checklist.sections[0].items.map(({ label }) => label),
      words,
    );
  });
});

describe('two branches', () => {
  const names = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };

  /** Ticks in two branches of a repository, merges them with git and gives the file. */
  function merge(text: string, ours: readonly string[], theirs: readonly string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'starl-merge-'));
    const file = join(folder, 'prep.md');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
        cwd: folder,
        env: { ...process.env, ...names },
        stdio: 'pipe',
      });
    const commit = (content: string) => {
      writeFileSync(file, content);
      git('add', '.');
      git('commit', '-q', '-m', 'tick');
    };
    try {
      git('init', '-q', '-b', 'ours');
      commit(text);
      git('checkout', '-q', '-b', 'theirs');
      commit(ticked(text, theirs));
      git('checkout', '-q', 'ours');
      commit(ticked(text, ours));
      git('merge', '-q', '-m', 'merge', 'theirs');
      return readFileSync(file, 'utf8');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it('that tick neighbours are merged by git', function () {
    this.timeout(20_000);
    const bare = {
      id: 'bare',
      title: 'Bare',
      items: ['one', 'two', 'three', 'four'].map((text) => ({ id: text, text, sources: [] })),
    };
    const pack = PACKS[1] ?? assert.fail();
    const text = makeChecklist({ ...pack, checklist: [bare, ...pack.checklist] });
    const labels = [...itemsWithin(readChecklist(text).checklist ?? assert.fail())].map(({ label }) => label);
    const even = labels.filter((_, index) => index % 2 === 0);
    const odd = labels.filter((_, index) => index % 2 === 1);
    assert.equal(merge(text, even, odd), ticked(text, labels));
    const crlf = text.replaceAll('\n', '\r\n');
    assert.equal(merge(crlf, even, odd), ticked(crlf, labels));
  });
});

describe('the bytes of a file', () => {
  const comesBack = (bytes: Uint8Array, text: string): void => {
    const decoded = decodeText(bytes);
    assert.equal(decoded.text, text);
    assert.deepEqual(decoded.encode?.(text), bytes);
  };

  it('come back from the text', () => {
    for (const text of ['', '\uFEFFa\r\nb', 'é 𝒸\n']) comesBack(new TextEncoder().encode(text), text);
  });

  it('are read as UTF-16 where a byte order mark says so', () => {
    const text = '\uFEFFé 𝒸\r\n';
    const bytes = Uint8Array.from(Buffer.from(text, 'utf16le'));
    comesBack(bytes, text);
    comesBack(Uint8Array.from(Buffer.from(text, 'utf16le').swap16()), text);
    assert.deepEqual(decodeText(bytes.subarray(0, 5)), { badLine: 1 });
  });

  it('name the line that is not UTF-8', () => {
    assert.deepEqual(decodeText(Uint8Array.of(97, 10, 98, 10, 0xe9, 10)), { badLine: 3 });
    assert.deepEqual(decodeText(Uint8Array.of(0xff, 97, 45, 0)), { badLine: 1 });
    assert.deepEqual(decodeText(Uint8Array.of(97, 10, 0xc3)), { badLine: 2 });
  });
});
