import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { CLI, useCommandLine } from './commandLine';

const ACTION = 'We decided to roll back. I called the shop and rang the bank.';
const STORY = `# Outage\n\n## Situation\n\nThe shop was down.\n\n## Task\n\nI had to bring it back by noon.\n\n## Action\n\n${ACTION}\n\n## Result\n\nIt was up in 20 minutes.\n`;

describe('the baseline of the command line', function () {
  this.timeout(60_000);
  const cli = useCommandLine();
  const { write } = cli;
  const run = (args: readonly string[], cwd = cli.folder) => cli.run(['lint', ...args], { cwd });
  beforeEach(() => write({ 'stories/a.md': STORY, 'stories/b.md': STORY }));

  const update = (...paths: readonly string[]) => run(['--baseline', 'known.json', '--update-baseline', ...paths]);
  const baseline = (): string => readFileSync(join(cli.folder, 'known.json'), 'utf8');
  function found(...paths: readonly string[]): string[] {
    const { stdout, stderr } = run(['--format', 'json', '--baseline', 'known.json', ...paths]);
    assert.equal(stderr, '');
    const files: { path: string; findings: { rule: string; start: { line: number } }[] }[] = JSON.parse(stdout).files;
    return files.flatMap(({ path, findings }) => findings.map(({ rule, start }) => `${path}:${start.line} ${rule}`));
  }

  it('leaves out what it has, and passes', () => {
    write({ 'starl.yaml': 'rules: { vague-we: warning }' });
    assert.equal(run(['stories']).status, 1);
    assert.deepEqual([update('stories').status, update('stories').stderr], [0, '']);
    assert.deepEqual(found('stories'), []);
    const { status, stdout } = run(['--baseline', 'known.json', 'stories']);
    assert.equal(status, 0);
    assert.match(stdout, /^Nothing new found in 2 files\. \d+ findings are in the baseline\.$/m);
  });

  it('is JSON with a finding a line, in one order whatever is named first', () => {
    update('stories/b.md', 'stories/a.md');
    const lines = baseline()
      .split('\n')
      .filter((line) => line.includes('"rule"'));
    const { version, findings } = JSON.parse(baseline());
    assert.deepEqual([version, findings.length], [1, lines.length]);
    assert.match(baseline(), /^ {4}\{"path":"stories\/a\.md","rule":"vague-we","words":"[0-9a-f]{16}"\},?$/m);
    assert.deepEqual(
      lines.map((line) => line.replace(/,$/, '')).sort(),
      lines.map((line) => line.replace(/,$/, '')),
    );
    const before = baseline();
    update('stories/a.md', 'stories/b.md');
    assert.equal(baseline(), before);
  });

  it('knows a sentence again that has moved, or is wrapped elsewhere', () => {
    update('stories');
    const moved = STORY.replace('## Action\n\n', '## Action\n\nThe screen was red.\n\n').replace(
      'decided to',
      'decided\nto',
    );
    write({ 'stories/a.md': moved.replaceAll('\n', '\r\n') });
    assert.deepEqual(found('stories'), []);
  });

  it('tells of a sentence that has changed, and of one more that reads alike', () => {
    update('stories');
    write({
      'stories/a.md': STORY.replace('roll back', 'roll it back'),
      'stories/b.md': STORY.replace(ACTION, `${ACTION}\n\n${ACTION}`),
    });
    const told = found('stories').filter((line) => line.endsWith('vague-we'));
    assert.deepEqual(told, ['stories/a.md:13 vague-we', 'stories/b.md:15 vague-we']);
  });

  it('goes by where files lie, not by how they are named', () => {
    update('stories');
    assert.deepEqual(found('./stories', join(cli.folder, 'stories')), []);
    assert.match(
      run(['--baseline', '../known.json', 'a.md'], join(cli.folder, 'stories')).stdout,
      /^Nothing new found/,
    );
  });

  it('keeps what is known of other files when it is written for some, unless they are gone', () => {
    update('stories');
    const both = baseline();
    update('stories/a.md');
    assert.equal(baseline(), both);
    rmSync(join(cli.folder, 'stories/b.md'));
    update('stories/a.md');
    assert.ok(!baseline().includes('b.md'));
    write({ 'stories/a.md': '# Notes\n\nNothing yet.\n' });
    update('stories', '--all');
    assert.ok(!baseline().includes('vague-we'));
  });

  describe('where a file can be linked to and limited', () => {
    before(function () {
      if (process.platform === 'win32') this.skip();
    });

    it('is left as it is where the new one cannot be written in full', () => {
      update('stories/a.md');
      const before = baseline();
      write({ 'stories/b.md': STORY.replace(ACTION, `${ACTION} `.repeat(200)) });
      const args = [CLI, 'lint', '--baseline', 'known.json', '--update-baseline', 'stories'];
      const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 8 && exec "$0" "$@"', process.execPath, ...args], {
        cwd: cli.folder,
        encoding: 'utf8',
      });
      assert.equal(baseline(), before);
      assert.deepEqual([status, stderr], [2, 'starl: known.json: this cannot be written (EFBIG)\n']);
      assert.deepEqual(readdirSync(cli.folder).sort(), ['known.json', 'stories']);
    });

    it('keeps its mode, and a link to it stays one, even to nothing', () => {
      mkdirSync(join(cli.folder, 'shared'));
      symlinkSync('shared/known.json', join(cli.folder, 'known.json'));
      for (const path of ['stories/a.md', 'stories']) {
        assert.deepEqual([update(path).status, update(path).stderr], [0, '']);
        assert.ok(lstatSync(join(cli.folder, 'known.json')).isSymbolicLink());
        assert.equal(baseline(), readFileSync(join(cli.folder, 'shared/known.json'), 'utf8'));
        chmodSync(join(cli.folder, 'shared/known.json'), 0o606);
      }
      update('stories/a.md');
      assert.equal(statSync(join(cli.folder, 'shared/known.json')).mode & 0o777, 0o606);
      assert.deepEqual(readdirSync(join(cli.folder, 'shared')), ['known.json']);
    });
  });

  describe('where it cannot be read, says so in one line, exits with 2 and leaves it as it is', () => {
    const cases: readonly (readonly [what: string, text: string])[] = [
      ['broken JSON', '{"version": 1, "findings": ['],
      ['other JSON', '{"name": "starl"}'],
      ['another version', '{"version": 2, "findings": []}'],
      ['nothing at all', ''],
      ['merge conflicts', '<<<<<<< ours\n{"version": 1, "findings": []}\n'],
    ];
    for (const [what, text] of cases) {
      it(what, () => {
        write({ 'known.json': text });
        for (const { status, stdout, stderr } of [run(['--baseline', 'known.json', 'stories']), update('stories')]) {
          assert.match(stderr, /^starl: known\.json: [^\n]+\n$/);
          assert.deepEqual([status, stdout, baseline()], [2, '', text]);
        }
      });
    }

    it('a file that is not there, a folder, and a story that cannot be read', () => {
      assert.equal(
        run(['--baseline', 'known.json', 'stories']).stderr,
        'starl: known.json: there is no such file or folder\n',
      );
      assert.match(run(['--baseline', 'stories', '--update-baseline', 'stories']).stderr, /^starl: stories: [^\n]+\n$/);
      update('stories');
      const before = baseline();
      assert.equal(update('stories/a.md', 'gone.md').status, 2);
      assert.equal(baseline(), before);
    });

    it('no file to write to', () => {
      const { status, stderr } = run(['--update-baseline', 'stories']);
      assert.deepEqual([status, stderr], [2, 'starl: --update-baseline needs --baseline FILE\n']);
    });
  });
});
