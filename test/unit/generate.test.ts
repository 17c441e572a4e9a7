import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateAll } from '../../src/build/generate';
import { manifestText } from '../../src/build/manifest';
import { readmeText } from '../../src/build/readme';
import { KNOWN_RULES } from '../../src/core/config/knownRules';
import { LINT_SETTINGS, readUserLayer } from '../../src/core/config/lintSettings';
import { EDITOR_SETTINGS } from '../../src/editor/config/settingsTable';

describe('what is generated', function () {
  this.timeout(60_000);
  let root: string;
  const MANIFEST =
    '{ "name": "x", "contributes": { "commands": [], "configuration": { "properties": { "starl.old": {} } } }, "z": 1 }';
  const README =
    'Before\r\n<!-- rules:start -->\nold\n<!-- rules:end -->\nBetween\n<!-- quality:start -->\nold\n<!-- quality:end -->\n<!-- performance:start -->\n<!-- performance:end -->\n<!-- reliability:start -->\n<!-- reliability:end -->\nAfter\n';
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'starl-generate-'));
    mkdirSync(join(root, 'media/rules'), { recursive: true });
    write('package.json', MANIFEST);
    write('README.md', README);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is up to date once it is written, and a change is noticed', async () => {
    write('media/rules/gone.md', 'x');
    const pages = KNOWN_RULES.map(({ id }) => `media/rules/${id}.md`);
    const all = [
      'README.md',
      'media/rules/gone.md',
      'media/starl.schema.json',
      'package.json',
      'snippets/starl.json',
      ...pages,
    ].sort();
    assert.deepEqual((await generateAll(root, { check: true })).sort(), all);
    assert.equal(readFileSync(join(root, 'package.json'), 'utf8'), MANIFEST);
    assert.deepEqual((await generateAll(root, { check: false })).sort(), all);
    assert.equal(existsSync(join(root, 'media/rules/gone.md')), false);
    assert.deepEqual(await generateAll(root, { check: true }), []);
    write('media/rules/vague-we.md', 'x');
    assert.deepEqual(await generateAll(root, { check: true }), ['media/rules/vague-we.md']);
  });

  it('is not written into a README without a place for it', async () => {
    write('README.md', 'x');
    assert.deepEqual(
      (await generateAll(root, { check: true })).filter((path) => path === 'README.md'),
      ['README.md'],
    );
    await assert.rejects(generateAll(root, { check: false }), /README\.md lacks/);
    assert.equal(readFileSync(join(root, 'README.md'), 'utf8'), 'x');
  });

  it('says where it comes from', async () => {
    await generateAll(root, { check: false });
    for (const path of [
      'package.json',
      'README.md',
      'media/starl.schema.json',
      ...KNOWN_RULES.map(({ id }) => `media/rules/${id}.md`),
    ]) {
      assert.match(readFileSync(join(root, path), 'utf8'), /generated.*npm run generate/i, path);
    }
  });

  it('leaves the rest of the README and of the manifest alone', () => {
    const readme = readmeText(README) ?? '';
    assert.ok(
      readme.startsWith('Before\r\n<!-- rules:start -->\n') &&
        readme.includes('\n<!-- rules:end -->\nBetween\n<!-- quality:start -->\n') &&
        readme.includes('\n<!-- quality:end -->\n<!-- performance:start -->\n') &&
        readme.includes('\n<!-- performance:end -->\n<!-- reliability:start -->\n') &&
        readme.endsWith('\n<!-- reliability:end -->\nAfter\n'),
    );
    for (const { id, severity } of KNOWN_RULES)
      assert.match(readme, new RegExp(`^\\| \`${id}\` \\| .+ \\| ${severity} \\|$`, 'm'));
    const manifest = JSON.parse(manifestText(MANIFEST));
    assert.deepEqual(Object.keys(manifest), ['name', 'contributes', 'z', '//']);
    assert.deepEqual(Object.keys(manifest.contributes), [
      'commands',
      'configuration',
      'jsonValidation',
      'yamlValidation',
    ]);
  });

  it('declares every setting, each with a default that can be set', () => {
    const groups: {
      properties: Record<string, { default: unknown; enum?: unknown[]; markdownEnumDescriptions?: unknown[] }>;
    }[] = JSON.parse(manifestText(MANIFEST)).contributes.configuration;
    const properties = Object.assign(
      {},
      ...groups.map((group) => group.properties),
    ) as (typeof groups)[number]['properties'];
    const keys = [...EDITOR_SETTINGS, ...LINT_SETTINGS].map(({ key }) => key);
    assert.deepEqual(
      Object.keys(properties).sort(),
      [...keys, ...KNOWN_RULES.map(({ id }) => `rules.${id}`)].map((key) => `starl.${key}`).sort(),
    );
    for (const [key, property] of Object.entries(properties)) {
      if (property.enum) assert.ok(property.enum.includes(property.default), key);
      assert.equal(property.enum?.length, property.markdownEnumDescriptions?.length, key);
    }
    assert.deepEqual(readUserLayer((key) => properties[`starl.${key}`]?.default).problems, []);
  });
});
