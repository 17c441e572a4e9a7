import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseConfig } from '../../src/core/config/config';
import { explainRule } from '../../src/core/config/explainRule';
import { KNOWN_RULES } from '../../src/core/config/knownRules';
import { resolveSettings } from '../../src/core/config/layers';
import { readOwnPacks, refusalWords } from '../../src/core/packs/ownPacks';
import { findPack, profileIds } from '../../src/core/packs/packs';

const mine = (id: string, rest = ''): string =>
  `id: ${id}\ntitle: Mine\ndescription: My own\nextends: netflix-tpm\n${rest}`;
const read = (files: Readonly<Record<string, string>>) =>
  readOwnPacks(Object.entries(files).map(([name, text]) => ({ name, text })));

describe('the packs beside a starl.yaml', () => {
  it('serve as profiles, with what they extend, replace and add', () => {
    const own = mine(
      'mine',
      'rules: { vague-result: warning }\nlevels:\n  - { id: l6, name: L6, title: T, scope: S, step: P }\n',
    );
    const { packs, refused } = read({ 'mine.yaml': own });
    assert.deepEqual(refused, []);
    assert.deepEqual(
      packs[0]?.levels.map(({ name, title }) => `${name} ${title}`),
      findPack('netflix-tpm')?.levels.map(({ name, title }) => `${name} ${name === 'L6' ? 'T' : title}`),
    );
    const { config, problems } = parseConfig('profile: mine', packs);
    assert.deepEqual(problems, []);
    const resolved = resolveSettings({ config });
    assert.deepEqual([resolved.profile, resolved.settings.rules['vague-result']], ['mine', 'warning']);
    assert.equal(resolveSettings({ config, profile: 'general' }).profile, 'general');
    const { profile, decidedBy } = explainRule(KNOWN_RULES.find(({ id }) => id === 'vague-result') ?? assert.fail(), {
      config,
    });
    assert.deepEqual([profile, decidedBy], ['mine', 'profile']);
  });

  it('are told of by file and line where they are left out', () => {
    const text = mine('mine', 'levls: []\n');
    const words = (own: string) => read({ 'my-loop.yaml': own }).refused.map(refusalWords);
    assert.deepEqual(words(mine('mine')), []);
    assert.match(words(text)[0] ?? '', /^packs\/my-loop\.yaml, line 5: Unknown key "levls"\. [^(]+$/);
    assert.match(words(`${text}romance: x\n`)[0] ?? '', /^packs\/my-loop\.yaml, line 5: .+ \(and 1 more\)$/);
  });

  it('are offered where a profile is misspelt, and gone where they are refused', () => {
    const { packs } = read({ 'mine.yaml': mine('my-loop') });
    assert.match(parseConfig('profile: my-lop', packs).problems[0]?.message ?? '', /Did you mean "my-loop"\?/);
    const { config, problems } = parseConfig('profile: my-loop\nlevel: L6', []);
    assert.match(problems[0]?.message ?? '', /There is no profile "my-loop"/);
    assert.equal(config.level, 'L6');
    assert.equal(resolveSettings({ config }).profile, 'general');
  });

  const child = (id: string, base: string, rest = '') => mine(id, rest).replace('netflix-tpm', base);

  it('extend each other, in whatever order their files come', () => {
    const asks = (text: string) => `asks:\n  - { id: own, text: ${text}, learns: y }\n`;
    const { packs, refused } = read({
      'a.yaml': child('grandchild', 'child', 'rules: { passenger: off }\n'),
      'b.yaml': child('child', 'top', asks('Second?')),
      'c.yaml': mine('top', `${asks('First?')}rules: { vague-we: off }\n`),
    });
    assert.deepEqual(refused, []);
    const pack = packs.find(({ id }) => id === 'grandchild') ?? assert.fail();
    assert.equal(pack.asks.find(({ id }) => id === 'own')?.text, 'Second?');
    assert.deepEqual([pack.rules.passenger, pack.rules['vague-we']], ['off', 'off']);
    assert.ok(pack.levels.length > 3);
    assert.deepEqual(profileIds('grandchild', packs).slice(0, 4), ['grandchild', 'child', 'top', 'netflix-tpm']);
    assert.equal(resolveSettings({ config: { profile: 'grandchild', packs } }).profile, 'grandchild');
  });

  it('extend a built-in pack, whatever file has its id', () => {
    const { packs, refused } = read({
      'a.yaml': child('above', 'general'),
      'general.yaml': child('general', 'netflix-pmm', 'rules: { passenger: loud }\n'),
      'netflix.yaml': child('netflix-pmm', 'general'),
    });
    assert.deepEqual(
      packs.map(({ id }) => id),
      ['above'],
    );
    const told = refused.map(({ name, problems }) => `${name}: ${problems.map(({ message }) => message).join(' ')}`);
    assert.match(told[0] ?? '', /^general\.yaml: .*loud/);
    assert.match(told[1] ?? '', /^netflix\.yaml: "netflix-pmm" is a built-in pack\. Choose another id/);
  });

  it('say where they extend each other in a circle, what is not there or what is refused', () => {
    const { packs, refused } = read({
      'a.yaml': child('one', 'two'),
      'b.yaml': child('two', 'three'),
      'c.yaml': child('three', 'one'),
      'd.yaml': child('four', 'one'),
      'e.yaml': child('self', 'self'),
      'f.yaml': child('lost', 'broke'),
      'g.yaml': mine('broken', 'rules: { passenger: loud }\n'),
      'h.yaml': child('below', 'broken'),
      'i.yaml': mine('fine'),
    });
    assert.deepEqual(
      packs.map(({ id }) => id),
      ['fine'],
    );
    const told = Object.fromEntries(
      refused.map(({ name, problems }) => [name, `${problems[0]?.line} ${problems[0]?.message}`]),
    );
    assert.match(told['a.yaml'] ?? '', /^4 .*one → two → three → one/);
    assert.match(told['b.yaml'] ?? '', /^4 .*two → three → one → two/);
    assert.match(told['c.yaml'] ?? '', /^4 .*three → one → two → three/);
    assert.match(told['d.yaml'] ?? '', /^4 /);
    assert.match(told['e.yaml'] ?? '', /^4 .*self → self/);
    assert.match(told['f.yaml'] ?? '', /^4 There is no pack "broke"/);
    assert.match(told['g.yaml'] ?? '', /^5 /);
    assert.match(told['h.yaml'] ?? '', /^4 The pack "broken" is refused: see g\.yaml, line 5\./);
  });

  const bomb = `${mine('bomb')}x: &a [a, a]\ny: &b [*a, *a]\nz: [*b, *b]\n`;
  const hostile: Readonly<Record<string, readonly [text: string, line: number, told: RegExp]>> = {
    'alias bombs': [bomb, 5, /starts with & has to stand in quotes/],
    'keys written twice': [`${mine('x')}title: Again\n`, 5, /already set above/],
    'keys that nobody knows': [`${mine('x')}promts: []\n`, 5, /Unknown key "promts"\. Did you mean "prompts"\?/],
    tabs: [`${mine('x')}rules:\n\tvague-we: off\n`, 6, /A tab is used/],
    'values of a megabyte': [
      mine('x', `asks:\n  - { id: a, text: "${'x'.repeat(1e6)}", learns: y }\n`),
      1,
      /longer than/,
    ],
    'values that are too long for a line': [
      mine('x', `asks:\n  - { id: a, text: "${'x'.repeat(500)}", learns: y }\n`),
      6,
      /to 400 characters/,
    ],
    'merge conflicts': [`<<<<<<< ours\n${mine('x')}=======\n>>>>>>> theirs\n`, 1, /A merge left a conflict/],
    'broken YAML': [`${mine('x')}rules: [\n`, 5, /bracket is not closed/],
    'deep nesting': [mine('x', `rules: ${'['.repeat(100)}`), 5, /nested more than/],
    'references to nothing': [
      mine('x', 'plan:\n  - { id: a, day: 1, text: T, items: [nothing] }\n'),
      6,
      /checklist item "nothing"/,
    ],
    'weights that do not add up': [
      mine('x', 'rubric:\n  - { id: more, title: M, weight: 5, looksFor: L }\n'),
      5,
      /add up to 105/,
    ],
    'facts that leave their difference open': [
      mine('x', 'facts:\n  - id: f\n    topic: role\n    title: F\n    reports: [{ says: A }, { says: B }]\n'),
      6,
      /where they disagree/,
    ],
    'an id that another file has': [mine('first'), 1, /belongs to a\.yaml/],
  };
  for (const [what, [text, line, told]] of Object.entries(hostile)) {
    it(`are refused for ${what}, at the line, and the others go on working`, () => {
      const { packs, refused } = read({ 'b.yaml': text, 'a.yaml': mine('first'), 'c.yaml': mine('third') });
      assert.deepEqual(
        packs.map(({ id }) => id),
        ['first', 'third'],
      );
      assert.deepEqual(
        refused.map(({ name, problems }) => [name, problems[0]?.line]),
        [['b.yaml', line]],
      );
      assert.match(refused[0]?.problems[0]?.message ?? '', told);
    });
  }

  it('are refused where they are not UTF-8', () => {
    const { packs, refused } = readOwnPacks([{ name: 'a.yaml', badLine: 3 }]);
    assert.deepEqual([packs, refused[0]?.problems[0]?.line], [[], 3]);
  });
});
