import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeFile } from '../../src/cli/judge';
import { CLI, useCommandLine } from './commandLine';

/** Makes the hash of words that stand in one story throw, as nothing in it should. */
const BREAK = `const crypto = require('node:crypto');
const { createHash } = crypto;
crypto.createHash = (...args) => {
  const hash = createHash(...args);
  const { update } = hash;
  hash.update = (words, ...rest) => {
    if (String(words).includes('poison')) throw new RangeError('too deep');
    return update.call(hash, words, ...rest);
  };
  return hash;
};
`;
const story = (words: string): string => `# Outage\n\n## Action\n\nWe decided to roll back the ${words}.\n`;

describe('something unexpected that goes wrong with one file', function () {
  this.timeout(60_000);

  it('is told of that file, while the others are judged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'starl-faults-'));
    try {
      writeFileSync(join(folder, 'break.cjs'), BREAK);
      for (const name of ['a', 'b', 'c'])
        writeFileSync(join(folder, `${name}.md`), story(name === 'b' ? 'poison' : name));
      const args = [
        '--require',
        './break.cjs',
        CLI,
        'lint',
        '--all',
        '--baseline',
        'known.json',
        '--update-baseline',
        '.',
      ];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      assert.deepEqual([status, stderr], [2, 'starl: ./b.md: something went wrong: RangeError: too deep\n']);
      const { findings }: { findings: { path: string }[] } = JSON.parse(
        readFileSync(join(folder, 'known.json'), 'utf8'),
      );
      assert.deepEqual([...new Set(findings.map(({ path }) => path))], ['a.md', 'c.md']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is told of standard input too', () => {
    const judge = (): never => {
      throw new RangeError('too deep');
    };
    assert.deepEqual(judgeFile('-', judge, ''), {
      problem: { file: '-', message: 'something went wrong: RangeError: too deep' },
    });
  });
});

describe('links that lead nowhere', function () {
  this.timeout(60_000);
  const cli = useCommandLine();

  it('are named where a story could be behind them, while the others are judged', () => {
    cli.write({ 'stories/a.md': story('release') });
    for (const [target, path] of [
      ['gone', 'folder'],
      ['gone.md', 'b.md'],
      ['c.md', 'c.md'],
    ] as const)
      symlinkSync(target, join(cli.folder, 'stories', path));
    const { status, stdout, stderr } = cli.run(['lint', '--format', 'json', 'stories']);
    const { files }: { files: { path: string }[] } = JSON.parse(stdout);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['stories/a.md'],
    );
    assert.deepEqual(stderr.split('\n'), [
      'starl: stories/b.md: this link leads nowhere',
      'starl: stories/c.md: these links lead round in a circle',
      '',
    ]);
    assert.equal(status, 2);
  });
});

describe('the words that the text format quotes', function () {
  this.timeout(60_000);
  const cli = useCommandLine();
  const quoted = (text: string, config = ''): string[] => {
    cli.write({ 'stories/a.md': text, 'starl.yaml': config });
    return [...cli.run(['lint', 'stories']).stdout.matchAll(/^ {4}“(.*)”$/gm)].map(([, words = '']) => words);
  };

  it('are those of the sentence from where it is flagged, of each sentence its own', () => {
    const second = 'We decided to tell all the customers of the shop who had ordered before the noon of that day.';
    assert.deepEqual(
      quoted(`# Shop\n\n## Action\n\nWe decided to roll back the release. ${second} I ate.\n`).slice(-2),
      ['We decided to roll back the release.', 'We decided to tell all the customers of the shop who had …'],
    );
  });

  it('go on behind initials and abbreviations', () =>
    assert.ok(
      quoted('# Shop\n\n## Action\n\nWe decided with J. R. Hall to save 40% p.a. in all. I ate.\n').includes(
        'We decided with J. R. Hall to save 40% p.a. in all.',
      ),
    ));

  it('are the title where a whole story is meant, and hold no confidential term', () => {
    const text = '# The shop of Acme\n\n## Action\n\nWe decided to tell Acme.\n';
    const words = quoted(text, 'confidential: [{ term: Acme, say: the client }]\n');
    for (const one of ['The shop of the client', 'We decided to tell the client.', 'the client.']) {
      assert.ok(words.includes(one), `${one}: ${words}`);
    }
    assert.doesNotMatch(words.join(), /Acme|#/);
  });

  it('are the key alone that is wrong in front matter', () =>
    assert.equal(quoted('---\nstarl: story\nrules: { fooo: off }\n---\n\n# Shop\n\nI ate.\n')[0], 'fooo'));

  it('are in no other format', () => {
    cli.write({ 'stories/a.md': story('release') });
    for (const format of ['json', 'sarif'])
      assert.doesNotMatch(cli.run(['lint', '--format', format, 'stories']).stdout, /"words":"/);
  });
});

describe('files that do not look like stories', function () {
  this.timeout(60_000);
  const cli = useCommandLine();

  it('are told of on standard error where nothing else says that none was judged', () => {
    cli.write({ 'notes.md': 'Some notes.\n', 'a.story.md': story('release') });
    const told = (...args: readonly string[]) => cli.run(['lint', ...args], { input: 'More.\n' });
    const { status, stderr } = told('--format', 'json', 'notes.md', '-');
    assert.equal(status, 0);
    assert.match(stderr, /^starl: no stories found: 2 files do not look like stories: [^\n]*\n$/);
    assert.equal(told('--format', 'sarif', '.').stderr, '');
    assert.equal(told('-').stderr, '');
  });
});
