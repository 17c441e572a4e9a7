import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../src/core';
import { parseConfig } from '../../src/core/config/config';
import { applyFix } from './applyFix';

const readme = readFileSync('README.md', 'utf8');
const contributing = readFileSync('.github/CONTRIBUTING.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** The first group of every match. */
function all(pattern: RegExp, text = readme): string[] {
  const found = [...text.matchAll(pattern)].flatMap(([, group]) => group ?? []);
  assert.notEqual(found.length, 0, `Nothing matches ${pattern}`);
  return found;
}

describe('the README', () => {
  it('shows rules of a user that hold what they promise', () => {
    const [, block = ''] = /### Rules of your own\n\n.*\n\n((?: {4}.*\n)+)/.exec(readme) ?? [];
    const { config, problems } = parseConfig(block.replace(/^ {4}/gm, ''));
    assert.deepEqual(problems, []);
    assert.equal(config.ownRules?.length, 2);
    for (const { flag, fix = [], pattern } of config.ownRules) assert.ok(flag && (fix.length === 2 || pattern));

    const linter = createLinter({ settings: { ownRules: config.ownRules } });
    const [own] = config.ownRules;
    const offered = (own?.flag ?? []).map((sentence) => {
      const text = `## Action\n\n${sentence}\n`;
      const finding = linter.lint(text, { kind: 'story' }).findings.find(({ rule }) => rule === own?.id);
      return finding?.fixes.map((fix) => applyFix(text, fix).split('\n')[2]);
    });
    assert.deepEqual(offered, [
      ['I wrote a [how good, in figures] import.', 'I wrote an import.'],
      ['It was a [how good, in figures] rota.', 'It was a rota.'],
    ]);
  });

  it('shows phrases that find what it says', () => {
    const rows = [...readme.matchAll(/^\| `([^`]+)` \| [^|]*“([^”]+)” \|$/gm)];
    assert.equal(rows.length, 10);
    for (const [, phrase = '', sentence = ''] of rows) {
      const rule = { id: 'x', message: 'M', phrases: [phrase.replace('\\|', '|')], flag: [sentence] };
      assert.deepEqual(parseConfig(JSON.stringify({ ownRules: [rule] })).problems, [], sentence);
    }
  });

  it('names scripts that there are', () => {
    const names = [readme, contributing].flatMap((text) => [
      ...all(/\bnpm run ([\w:-]+)/g, text),
      ...all(/\bnpm (start|test)\b/g, text),
    ]);
    const unknown = names.filter((name) => !(name in manifest.scripts));
    assert.deepEqual(unknown, []);
  });

  it('names every script that people run by hand', () => {
    const hidden = ['prepare'];
    const unnamed = Object.keys(manifest.scripts).filter(
      (name) => !hidden.includes(name) && !new RegExp(`npm (run )?${name}\\b`).test(readme),
    );
    assert.deepEqual(unnamed, []);
  });

  it('names paths that there are', () => {
    const paths = [
      ...all(/`((?:src|test|media)\/[\w./-]+|[A-Z]+(?:\.md)?)`/g),
      ...all(/^ {4}((?:src|test|media)\/\S*)/gm),
      ...all(/(?:src|srcset)="([^"]+)"/g),
      ...all(/`((?:src|test|media)\/(?:(?![A-Z]{2})[\w./-])+)`/g, contributing),
      ...all(/\b((?:test|out)\/\S+\.mjs|esbuild\.js)\b/g, contributing),
      ...all(/(?:^ {2}- |[;,] |and )`(\w+\/)`/gm, contributing).map((folder) => `src/core/${folder}`),
    ];
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('names commands as the palette shows them', () => {
    const titles = manifest.contributes.commands.map(
      ({ title, category }: { title: string; category: string }) => `${category}: ${title.replace('...', '…')}`,
    );
    const unknown = all(/\*\*(Starl: [^*]+)\*\*/g).filter((title) => !titles.includes(title));
    assert.deepEqual(unknown, []);
  });

  it('shows settings that starl.yaml takes', () => {
    const blocks = all(/^((?: {4}(?! *---).*\n)+)/gm).map((block) => block.replace(/^ {4}/gm, ''));
    const configs = blocks.filter((block) => /^(?:profile|rules|confidential):/.test(block));
    assert.equal(configs.length, 3);
    for (const config of configs) assert.deepEqual(parseConfig(config).problems, [], config);
  });

  it('leads to where contributors begin', () => assert.ok(readme.includes('`.github/CONTRIBUTING.md`')));

  it('names the walkthrough', () => {
    const [walkthrough] = manifest.contributes.walkthroughs;
    assert.ok(readme.includes(`**${walkthrough.title}**`));
  });
});
