import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackFiles } from '../../src/build/packFile';
import type { Pack } from '../../src/core/packs/packSchema';
import { findPack, inherit, PACKS, profileLayer } from '../../src/core/packs/packs';
import { checkReferences, citations, parsePack } from '../../src/core/packs/parsePack';

const FOLDER = 'src/packs';
const OWN = 'id: mine\ntitle: Mine\ndescription: My own\nextends: general\n';

const messages = (text: string): string[] =>
  parsePack(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('the built-in packs', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  const read = (name: string) => {
    const parts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
    const own = parts.filter((part) => part.endsWith('.yaml') && part.startsWith(name.replace('.yaml', '/')));
    return readPackFiles([name, ...own].map((path) => ({ path, text: readFileSync(join(FOLDER, path), 'utf8') })));
  };
  const packs = names.filter((name) => name !== 'templates.yaml').map((name) => read(name).value as Pack);

  for (const name of names) {
    it(`${name} fits the schema`, () => assert.deepEqual(read(name).problems, []));
  }

  it('are all there', () => assert.deepEqual(PACKS.map(({ id }) => id).sort(), packs.map(({ id }) => id).sort()));

  it('name nothing that there is not', () => {
    for (const pack of packs) assert.deepEqual(checkReferences(pack, packs), [], pack.id);
  });

  it('say of everything where it comes from', () => {
    for (const pack of packs) {
      for (const [path, sources] of citations(pack)) assert.ok(sources.length > 0, `${pack.id}: ${path.join('.')}`);
    }
  });

  it('begin no two items of a group, nor two questions, with the words that a row has room for', () => {
    const ROOM = 24;
    for (const pack of PACKS) {
      const lists = [...pack.checklist.map(({ items }) => items), pack.questions];
      for (const list of lists) {
        const starts = list.map(({ text }) => text.slice(0, ROOM));
        assert.deepEqual(
          starts.filter((start, index) => starts.indexOf(start) !== index),
          [],
          pack.id,
        );
      }
    }
  });

  it('let no two files say the same, and name the file that does', () => {
    const files = ['one', 'two'].map((path) => ({ path, text: '# A\nrules: {}\n' }));
    assert.deepEqual(
      readPackFiles([{ path: 'x.yaml', text: OWN }, ...files]).problems.map(({ path, line, message }) => [
        path,
        line,
        message,
      ]),
      [['two', 2, '"rules" stands in one already.']],
    );
  });

  it('hold what they inherit, replaced where they say so', () => {
    const general = findPack('general');
    const tpm = findPack('netflix-tpm');
    assert.ok(general && tpm);
    const ids = (pack: Pack): string[] => pack.checklist.flatMap(({ items }) => items.map(({ id }) => id));
    assert.deepEqual(
      ids(general).filter((id) => !ids(tpm).includes(id)),
      [],
    );
    assert.equal(new Set(ids(tpm)).size, ids(tpm).length);
    assert.ok(tpm.questions.length > general.questions.length);
    assert.deepEqual(profileLayer(tpm).limits, { story: 180, speech: 30 });
  });
});

describe('a pack of the user’s own', () => {
  it('inherits, replaces in place and appends', () => {
    const base = findPack('general');
    const first = base?.competencies[0];
    assert.ok(base && first);
    const competencies = `competencies:\n  - { id: ${first.id}, title: New, probes: Why }\n  - { id: other, title: Other, probes: Why }\n`;
    const { pack, problems } = parsePack(OWN + competencies);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      pack?.competencies.map(({ id }) => id),
      [...base.competencies.map(({ id }) => id), 'other'],
    );
    assert.equal(pack?.competencies[0]?.title, 'New');
    assert.equal(pack?.id, 'mine');
  });

  const wrong: readonly (readonly [text: string, told: string])[] = [
    ['id: mine\ntitle: Mine\n', '1:1 "description" is missing.'],
    [OWN.replace('general', 'genral'), '4:10 There is no pack "genral". Did you mean "general"?'],
    [OWN.replace('mine', 'general'), '1:5 "general" is a built-in pack. Choose another id, and extend that one.'],
    [`${OWN}rules: { vague-us: off }`, '5:10 There is no rule "vague-us". Did you mean "vague-we"?'],
    [`${OWN}competencies:\n  - { id: a, title: A, probes: A, sources: ["999"] }`, '6:45 There is no source "999".'],
    [
      `${OWN}questions:\n  - { id: a, text: A, competencies: [ownersip], probes: A }`,
      '6:38 There is no competency "ownersip". Did you mean "ownership"?',
    ],
    [`${OWN}questoins: []`, '5:1 Unknown key "questoins". Did you mean "questions"?'],
    [`${OWN}title: Again`, '5:1 "title" is already set above. Keep one of the two.'],
  ];
  for (const [text, expected] of wrong) {
    it(`is refused: ${expected}`, () => {
      assert.equal(parsePack(text).pack, undefined);
      assert.equal(messages(text).length, 1, messages(text).join('\n'));
      assert.ok(messages(text)[0]?.startsWith(expected), messages(text)[0]);
    });
  }

  it('cannot inherit in a circle', () => {
    const [a, b] = [parsePack(OWN).pack, parsePack(OWN.replace('mine', 'yours')).pack];
    assert.ok(a && b);
    const circle = [
      { ...a, extends: 'yours' },
      { ...b, extends: 'mine' },
    ];
    assert.equal(inherit(circle[0] as Pack, circle).id, 'mine');
  });
});
