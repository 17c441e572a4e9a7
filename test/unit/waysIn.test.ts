import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';

/** What a fresh clone holds of the scripts, with nothing installed. */
const SCRIPTS = ['test/vscode', 'package.json', 'package-lock.json'];

describe('on a machine with nothing installed', () => {
  let clone = '';
  before(() => {
    clone = mkdtempSync(join(tmpdir(), 'starl-clone-'));
    for (const path of SCRIPTS) cpSync(path, join(clone, path), { recursive: true });
  });
  after(() => rmSync(clone, { recursive: true }));

  for (const [command, script] of [
    ['npm start', 'start.mjs'],
    ['npm test', 'test.mjs'],
  ] as const) {
    it(`${command} gets as far as installing its packages`, () => {
      const { stdout, stderr } = spawnSync(process.execPath, [join(clone, 'test/vscode', script)], {
        cwd: clone,
        env: { PATH: '' },
        encoding: 'utf8',
      });
      assert.match(stdout, /Installing the npm packages/, stderr);
    });
  }
});
