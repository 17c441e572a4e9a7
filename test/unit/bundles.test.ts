import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES } from '../../src/core/rules';

const BUNDLES = ['dist/extension.js', 'dist/extension.web.js', 'dist/core.mjs', 'dist/cli.js'];
/** Everything by which JavaScript can send something away, in Node, in a browser or in a worker. */
const NETWORK =
  /\b(?:fetch|importScripts)\s*\(|\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport)\b|\bsendBeacon\b|["'](?:node:)?(?:https?|http2|net|tls|dgram|dns|undici|inspector)(?:\/promises)?["']|\bopenExternal\b|\bcreateTelemetryLogger\b/g;

const networkCalls = (code: string): string[] => code.match(NETWORK) ?? [];
const required = (code: string): string[] =>
  [
    ...code.matchAll(/\brequire\(["']([^"']+)["']\)|(?<=[;}\n]|^)(?:import|export)\b[^;"']*\bfrom\s*["']([^"']+)["']/g),
  ].map(([, a, b]) => a ?? b ?? '');

describe('the bundles', () => {
  for (const bundle of BUNDLES) {
    it(`${bundle} sends nothing anywhere`, () => assert.deepEqual(networkCalls(readFileSync(bundle, 'utf8')), []));
  }
  it('would be caught sending something', () => {
    for (const call of [
      'fetch("x")',
      'new XMLHttpRequest',
      'new WebSocket(u)',
      'navigator.sendBeacon(u)',
      'require("node:https")',
      "import('http')",
      'env.openExternal(u)',
    ]) {
      assert.equal(networkCalls(`a;${call};`).length, 1, call);
    }
  });
  it('of the web and of the core know neither Node nor more of a host than vscode', () => {
    assert.deepEqual(required(readFileSync('dist/core.mjs', 'utf8')), []);
    assert.deepEqual([...new Set(required(readFileSync('dist/extension.web.js', 'utf8')))], ['vscode']);
  });
  it('of the extension for Node holds the features alone, not the core that they load when they need it', () => {
    const [features, core] = ['dist/extension.js', 'dist/extension.web.js'].map((path) => readFileSync(path).length);
    assert.ok(features && core && features < core / 4, `${features} and ${core} bytes`);
    assert.deepEqual([...new Set(required(readFileSync('dist/extension.js', 'utf8')))].sort(), [
      './extension.web.js',
      'vscode',
    ]);
  });
  it('of the extension hold of each rule what VS Code shows: the first of its examples, and nothing that only its page says', () => {
    const inCode = (text: string) =>
      text.split(/[^\w ,.;]/).reduce((one, other) => (other.length > one.length ? other : one));
    const has = (code: string, text: string | undefined) => text !== undefined && code.includes(inCode(text));
    const code = readFileSync('dist/extension.web.js', 'utf8');
    assert.deepEqual(
      RULES.filter(({ title, examples: [first] }) => !has(code, title) || !has(code, first?.bad)).map(({ id }) => id),
      [],
    );
    assert.deepEqual(
      RULES.filter(({ why, cure }) => has(code, why) || has(code, cure)).map(({ id }) => id),
      [],
    );
    const more = RULES.filter(
      ({ examples: [first, second] }) => has(code, second?.bad) && !has(first?.bad ?? '', second?.bad),
    );
    assert.deepEqual(more, []);
  });
  describe('of the core', () => {
    let elsewhere = '';
    before(() => {
      elsewhere = mkdtempSync(join(tmpdir(), 'starl-core-'));
      cpSync('package.json', join(elsewhere, 'package.json'));
      for (const name of ['core.mjs', 'core.js']) cpSync('dist/core.mjs', join(elsewhere, 'dist', name));
    });
    after(() => rmSync(elsewhere, { recursive: true }));
    const imports = (module: string, cwd: string): string => {
      const code = `import { createLinter } from '${module}'; console.log(typeof createLinter)`;
      return execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], {
        cwd,
        encoding: 'utf8',
      }).trim();
    };

    it('can be imported from where it was built', () =>
      assert.equal(imports(pathToFileURL(resolve('dist/core.js')).href, '.'), 'function'));
    it('can be imported where links are not to be had', () =>
      assert.equal(imports(pathToFileURL(join(elsewhere, 'dist/core.js')).href, '.'), 'function'));
    it('can be imported by the name of the package', () => assert.equal(imports('starl', elsewhere), 'function'));
  });
  it('of the command line needs nothing but Node', () => {
    const modules = required(readFileSync('dist/cli.js', 'utf8')).map((name) => name.replace(/^node:/, ''));
    assert.deepEqual(
      modules.filter((name) => !builtinModules.includes(name)),
      [],
    );
  });
});
