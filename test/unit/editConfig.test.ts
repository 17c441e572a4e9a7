import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseConfig } from '../../src/core/config/config';
import { setConfigValue } from '../../src/core/config/editConfig';

function set(text: string, value = 'netflix-tpm', key: 'profile' | 'level' = 'profile'): string {
  const { edit, refusal } = setConfigValue(text, key, value);
  assert.equal(refusal, undefined);
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}

describe('a setting written into starl.yaml', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['takes the place of the value', 'level: L6\nprofile: general\n', 'level: L6\nprofile: netflix-tpm\n'],
    ['keeps the comment behind it', 'profile: "general" # mine\n', 'profile: netflix-tpm # mine\n'],
    ['stands behind a bare key', 'profile:   # none\nlevel: L4', 'profile: netflix-tpm   # none\nlevel: L4'],
    ['takes the place of nothing', 'profile: ~\r\n', 'profile: netflix-tpm\r\n'],
    [
      'goes to the end of the file where the key is missing',
      '# a\r\nlevel: L4\r\n# b',
      '# a\r\nlevel: L4\r\n# b\r\nprofile: netflix-tpm\r\n',
    ],
    ['goes into an empty file', '', 'profile: netflix-tpm\n'],
    ['goes into a file of comments', '# none\n', '# none\nprofile: netflix-tpm\n'],
    ['changes one line of braces', '{ profile: general, level: L6 }', '{ profile: netflix-tpm, level: L6 }'],
    ['changes nothing where it stands already', 'profile: netflix-tpm', 'profile: netflix-tpm'],
  ];
  for (const [what, before, after] of cases) it(what, () => assert.equal(set(before), after));

  it('is quoted where YAML would read something else', () => {
    for (const value of ['null', 'true', '012', 'a: b', '- x', '# x', 'L6 "staff"', "it's", '*x'])
      assert.equal(parseConfig(set('level: L4\n', value, 'level')).config.level, value);
  });

  const refused: readonly (readonly [text: string, told: RegExp])[] = [
    ['profile: [\n', /^line \d: /],
    ['level: L4\nlevel: L5\n', /^line 2: "level" is already set above/],
    ['<<<<<<< ours\n', /^line 1: A merge left a conflict/],
    ['\tprofile: x\n', /^line 1: /],
    ['- a\n', /is not a setting/],
    ['{ level: L6 }', /no line of its own/],
    ['profile:\n  a: b\n', /more than a plain value/],
    ['level: L4\n...\n', /cannot be written/],
  ];
  for (const [text, told] of refused) {
    it(`is refused in ${JSON.stringify(text)}`, () =>
      assert.match(setConfigValue(text, 'profile', 'x').refusal ?? '', told));
  }

  it('changes nothing else, whatever stands there', () => {
    const eol = fc.constantFrom('\n', '\r\n');
    const line = fc.constantFrom(
      '# a comment',
      '',
      'level:   L6   # six',
      "interview: '2031-01-02'",
      'rules: { vague-we: off } # quiet',
      'limits:\n  # of mine\n  story: 100',
      'confidential:\n- Acme # them\n- { term: B, say: c }',
      'profile: general   # here',
      'profile:',
      '"profile" : "general"',
    );
    fc.assert(
      fc.property(fc.uniqueArray(line), eol, fc.boolean(), fc.boolean(), (lines, wanted, closed, bom) => {
        const text = `${bom ? '\uFEFF' : ''}${lines.join('\n')}${closed ? '\n' : ''}`.replaceAll('\n', wanted);
        const end = text.includes(wanted) ? wanted : '\n';
        const before = parseConfig(text);
        const outcome = setConfigValue(text, 'profile', 'netflix-pmm');
        if (outcome.refusal !== undefined) return assert.notEqual(before.problems.length, 0, outcome.refusal);
        const { edit } = outcome;
        assert.ok(edit);
        const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
        assert.deepEqual(parseConfig(after).config, { ...before.config, profile: 'netflix-pmm' });
        const shown = (from: string): string[] =>
          from
            .replace('\uFEFF', '')
            .split(end)
            .filter((one) => !/^"?profile"?\s*:/.test(one));
        const tail = (from: string): string => shown(from).join('|').replace(/\|+$/, '');
        assert.equal(tail(after), tail(text));
        assert.equal(after.startsWith('\uFEFF'), bom);
        assert.deepEqual(after.match(/#.*/g), text.match(/#.*/g));
        assert.equal(after.replaceAll(end, '').search(/[\r\n]/), -1);
      }),
    );
  });
});
