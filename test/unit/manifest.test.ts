import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';

interface Entry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}
interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const { contributes } = manifest;
const menus = Object.entries(contributes.menus as Readonly<Record<string, readonly Entry[]>>);
const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flat() as { id: string; name: string; icon?: string }[];

describe('the manifest', () => {
  it('asks for the oldest VS Code that is tested, and is typed against it', () => {
    const oldest = manifest.engines.vscode.replace('^', '');
    assert.equal(manifest.devDependencies['@types/vscode'], oldest);
    assert.match(readFileSync('test/vscode/pins.mjs', 'utf8'), new RegExp(`version: '${oldest.replace(/\.0$/, '')}'`));
  });
  it('starts Starl for Markdown and its own files, never for everything', () => {
    assert.deepEqual(
      manifest.activationEvents.filter(
        (event) => !/^(?:onLanguage:(?:markdown|yaml)|workspaceContains:[\w.]+)$/.test(event),
      ),
      [],
    );
  });
  it('keeps to one container with few views, each with a short name and an icon', () => {
    assert.equal(contributes.viewsContainers.activitybar.length, 1);
    assert.ok(views.length <= 5);
    for (const { id, name, icon } of views) {
      assert.ok(name.length <= 12 && !name.includes('Starl'), id);
      assert.ok(icon !== undefined && (icon.startsWith('$(') || existsSync(icon)), `${id} has no icon`);
    }
  });
  it('names commands plainly, in one category', () => {
    assert.equal(new Set(commands).size, commands.length);
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, 'Starl', command);
      assert.match(title, /^[A-Z][\w ./-]+$/, command);
      assert.ok(!title.includes('Starl:'), command);
    }
  });
  it('has menus and keys for commands only that it declares, and keys only where they can be meant', () => {
    for (const [menu, entries] of menus) {
      for (const { command, submenu } of entries)
        assert.ok(submenu !== undefined || commands.includes(command ?? ''), `${menu}: ${command}`);
    }
    for (const { command, when } of contributes.keybindings) {
      assert.ok(commands.includes(command), command);
      assert.match(when, /focusedView|editorLangId/, command);
    }
  });
  it('adds to the menus of the editor for Markdown only, in one submenu', () => {
    const entries = menus.filter(([menu]) => menu.startsWith('editor/')).flatMap(([, all]) => all);
    for (const { when } of entries) assert.match(when ?? '', /editorLangId == markdown/);
    assert.ok(menus.filter(([menu, all]) => menu === 'editor/context' && all.length > 1).length === 0);
  });
  it('describes every setting, with its default, scope and place in the list', () => {
    for (const { title, properties } of contributes.configuration) {
      const settings = Object.entries(properties as Readonly<Record<string, Setting>>);
      const orders = settings.map(([, { order }]) => order);
      assert.equal(new Set(orders).size, orders.length, `${title}: two settings in one place`);
      for (const [key, setting] of settings) {
        assert.ok(setting.default !== undefined, `${key} has no default`);
        assert.ok(setting.markdownDescription && setting.order !== undefined, key);
        assert.ok(['resource', 'window', 'language-overridable', 'machine'].includes(setting.scope ?? ''), key);
        if (setting.markdownEnumDescriptions)
          assert.equal(setting.markdownEnumDescriptions.length, setting.enum?.length, key);
        assert.ok(!JSON.stringify(setting).includes('"$ref"'), key);
      }
    }
  });
  it('says that it runs in virtual and in untrusted workspaces', () => {
    assert.deepEqual(manifest.capabilities, { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } });
  });
  it('has what the Marketplace asks for', () => {
    const png = readFileSync(manifest.icon);
    assert.deepEqual(
      [png.readUInt32BE(16), png.readUInt32BE(20)].map((side) => side === 128 || side === 256),
      [true, true],
    );
    assert.ok(manifest.keywords.length <= 5);
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    for (const file of ['LICENSE', 'CHANGELOG.md', 'README.md']) assert.ok(existsSync(file), file);
  });
});
