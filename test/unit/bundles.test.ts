import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';

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
  it('of the command line needs nothing but Node', () => {
    const modules = required(readFileSync('dist/cli.js', 'utf8')).map((name) => name.replace(/^node:/, ''));
    assert.deepEqual(
      modules.filter((name) => !builtinModules.includes(name)),
      [],
    );
  });
});
