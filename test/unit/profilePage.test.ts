import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PACKS } from '../../src/core/packs/packs';
import { parsePack } from '../../src/core/packs/parsePack';
import { sourceNames, withSourceNames } from '../../src/core/packs/sourceNames';
import { profilePage } from '../../src/core/pages/profilePage';
import { escapeMarkdown } from '../../src/core/text/escapeMarkdown';

describe('the page of a profile', () => {
  for (const pack of PACKS) {
    it(`shows all reports of ${pack.title} side by side, and says where they disagree`, () => {
      const page = profilePage(pack);
      for (const { title, reports, together } of pack.facts) {
        const [, part = ''] = page.split(`### ${escapeMarkdown(title)}\n`);
        const fact = part.split('\n#')[0] ?? '';
        for (const { says, sources } of reports)
          assert.ok(fact.includes(`- ${escapeMarkdown(says)} (${sourceNames(sources, pack.sources)})`), says);
        if (together) assert.ok(fact.includes(withSourceNames(escapeMarkdown(together), pack.sources)), title);
      }
    });

    it(`names the sources of ${pack.title} by what they are`, () => {
      const page = profilePage(pack);
      assert.doesNotMatch(page, /\([^)]*\b00\d\b|, own\)/);
      for (const { short, title } of Object.values(pack.sources))
        assert.ok(page.includes(`- ${short}: ${title} (`), title);
    });

    it(`has every entry of ${pack.title}`, () => {
      const page = profilePage(pack);
      const { prompts, scoping, shifts, asks, questions } = pack;
      for (const { text } of [...prompts, ...scoping, ...shifts, ...asks, ...questions])
        assert.ok(page.includes(escapeMarkdown(text)), text);
      const { rounds, levels, competencies, phases, rubric, simulations, notes, feedbackLog, reading } = pack;
      for (const { title } of [
        ...rounds,
        ...levels,
        ...competencies,
        ...phases,
        ...rubric,
        ...simulations,
        ...notes,
        ...feedbackLog,
        ...reading,
      ])
        assert.ok(page.includes(escapeMarkdown(title)), title);
    });
  }

  it('takes hostile words for words', () => {
    const hostile = '<img src=x onerror=y> [a](command:b) `c` | *d*';
    const text = `id: x\ntitle: "${hostile}"\ndescription: "${hostile}"\nasks:\n  - { id: a, text: "${hostile}", learns: "${hostile}" }\n`;
    const { pack } = parsePack(text);
    assert.ok(pack);
    const page = profilePage(pack);
    assert.doesNotMatch(page, /(?<!\\)<img|(?<!\\)\[a|(?<!\\)`c/);
    assert.equal(page.split(escapeMarkdown(hostile)).length, 5);
  });
});
