import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';

import { CLI, useCommandLine } from './commandLine';

const STORY =
  '# Outage\n\n## Situation\n\nThe shop was down.\n\n## Action\n\nWe decided to roll back.\n\n## Result\n\nIt was up in 20 minutes.\n';
const NOTES = '# Notes\n\nBuy milk.\n';

interface Output {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly kind: string;
    readonly findings: readonly { readonly rule: string; readonly severity: string }[];
  }[];
}

describe('the command line', function () {
  this.timeout(60_000);
  const cli = useCommandLine();
  const { write, run } = cli;

  function json(args: readonly string[], options: { input?: string; cwd?: string } = {}): Output {
    const { stdout, stderr } = run(['lint', '--format', 'json', ...args], options);
    assert.equal(stderr, '');
    return JSON.parse(stdout);
  }
  const paths = (output: Output): string[] => output.files.map(({ path }) => path);

  it('tells its version and how it is used', () => {
    assert.deepEqual([run(['--version']).stdout, run(['--version']).status], [`${version}\n`, 0]);
    assert.equal(run(['help']).stdout, run(['--help']).stdout);
    const { stdout, status } = run(['lint', '--help']);
    assert.match(stdout, /^Usage: starl lint /);
    assert.equal(status, 0);
  });

  it('prints the object of the contract', () => {
    write({ 'stories/a.md': STORY });
    const output = json(['stories/a.md']);
    assert.equal(output.version, 1);
    assert.deepEqual(Object.keys(output.files[0] ?? {}), ['path', 'kind', 'findings', 'stories']);
    assert.deepEqual([output.files[0]?.path, output.files[0]?.kind], ['stories/a.md', 'story']);
    const finding = output.files[0]?.findings.find(({ rule }) => rule === 'vague-we');
    const start = STORY.indexOf('We decided');
    assert.deepEqual(
      { ...finding, message: '', fixes: [], end: undefined },
      {
        rule: 'vague-we',
        severity: 'information',
        message: '',
        start: { line: 9, column: 1, offset: start },
        end: undefined,
        part: 'action',
        fixes: [],
      },
    );
  });

  it('prints SARIF', () => {
    write({ 'stories/a.md': STORY });
    const log = JSON.parse(run(['lint', '--format=sarif', 'stories']).stdout);
    assert.deepEqual([log.version, log.runs[0].tool.driver.version], ['2.1.0', version]);
  });

  it('exits with 1 from a warning on, and with 0 below', () => {
    write({ 'stories/a.md': STORY, 'strict/starl.yaml': 'rules: { vague-we: warning }', 'strict/stories/a.md': STORY });
    assert.equal(run(['lint', 'stories']).status, 0);
    assert.equal(run(['lint', 'strict']).status, 1);
    assert.match(run(['lint', 'strict']).stdout, /^strict\/stories\/a\.md:9:1 +warning +.* vague-we$/m);
  });

  it('walks folders in one order, each file once, past what is hidden and what goes round in circles', () => {
    const names = ['b.md', 'a.md', 'a/z.markdown', 'c.MD', '.hidden/x.md', 'node_modules/p/x.md', 'x.txt', 'B.md'];
    write(Object.fromEntries(names.map((name) => [`stories/${name}`, STORY])));
    symlinkSync('..', join(cli.folder, 'stories/a/loop'));
    symlinkSync('nowhere', join(cli.folder, 'stories/dangling'));
    symlinkSync('b.md', join(cli.folder, 'stories/link.md'));
    const expected = ['B.md', 'a/z.markdown', 'a.md', 'b.md', 'c.MD'].map((name) => `stories/${name}`);
    assert.deepEqual(paths(json(['stories'])), expected);
    assert.deepEqual(
      paths(json(['./stories/', 'stories/a.md'])),
      expected.map((path) => `./${path}`),
    );
    assert.deepEqual(paths(json(['stories/b.md', 'stories'])), [expected[3], ...expected.filter((_, i) => i !== 3)]);
  });

  it('leaves other Markdown alone unless told otherwise', () => {
    write({ 'README.md': NOTES, 'notes.md': NOTES, 'x.story.md': NOTES });
    assert.deepEqual(paths(json(['.'])), ['./x.story.md']);
    assert.deepEqual(paths(json(['--all', '.'])), ['./README.md', './notes.md', './x.story.md']);
    assert.match(run(['lint', 'notes.md']).stdout, /^No stories found\. 1 file does not look like a story/);
  });

  it('reads standard input', () => {
    assert.deepEqual(paths(json(['-'], { input: STORY })), ['-']);
    assert.match(run(['lint', '--format', 'json', '-'], { input: NOTES }).stdout, /"files":\s*\[\s*\]/);
    assert.deepEqual(paths(json(['--all', '-', '-'], { input: NOTES })), ['-']);
  });

  it('names the line that is not UTF-8, in files and on standard input', () => {
    const bytes = Buffer.from('# Caf\u00e9\n\nText caf\u00e9\n', 'latin1');
    writeFileSync(join(cli.folder, 'a.md'), bytes);
    for (const [args, input] of [
      [['lint', 'a.md'], ''],
      [['lint', '-'], bytes],
    ] as const) {
      const { status, stderr, stdout } = spawnSync(process.execPath, [CLI, ...args], {
        cwd: cli.folder,
        input,
        encoding: 'utf8',
      });
      assert.deepEqual([status, stdout], [2, '']);
      assert.equal(stderr, `starl: ${args[1]}:1:1: This line is not UTF-8. Save the file in that encoding.\n`);
    }
  });

  it('judges the others where a file or a folder cannot be read', () => {
    write({ 'stories/a.md': STORY, 'stories/z.md': STORY });
    writeFileSync(join(cli.folder, 'stories/latin.md'), Buffer.from('# Caf\u00e9\n', 'latin1'));
    writeFileSync(join(cli.folder, 'stories/wide.md'), Buffer.from(`\uFEFF${STORY}`, 'utf16le'));
    for (const format of ['text', 'json', 'sarif']) {
      const { status, stdout, stderr } = run(['lint', '--format', format, '.']);
      const told = 'This line is not UTF-8. Save the file in that encoding.';
      assert.deepEqual([status, stderr], [2, `starl: ./stories/latin.md:1:1: ${told}\n`]);
      for (const name of ['a', 'wide', 'z']) assert.ok(stdout.includes(`stories/${name}.md`), `${name}: ${stdout}`);
    }
  });

  it('says what it has not judged', () => {
    const line = 'We decided to roll back. '.repeat(1000);
    write({ 'stories/a.md': `${STORY}\n${line}\n`, 'stories/b.md': STORY.repeat(20_000) });
    const notes = [
      'stories/a.md: Line 15 is longer than 20,000 characters and is not judged.',
      'stories/b.md: This text is longer than 2 MB; nothing in it is judged.',
    ];
    const { stdout } = run(['lint', 'stories']);
    for (const note of notes) assert.ok(stdout.includes(note), note);
    assert.equal(stdout.match(/vague-we/g)?.length, 1);
    const { stderr } = run(['lint', '--format', 'json', 'stories']);
    assert.equal(stderr, notes.map((note) => `starl: ${note}\n`).join(''));
  });

  it('takes the nearest starl.yaml above each file, and its globs from there', () => {
    write({
      'starl.yaml': 'rules: { vague-we: off }\nfiles: ["talks/*.md"]\n',
      'talks/a.md': NOTES,
      'deep/talks/a.md': NOTES,
      'deep/own/starl.yaml': 'rules: { vague-we: error }',
      'deep/own/stories/a.md': STORY,
      'stories/b.md': STORY,
    });
    const output = json(['.']);
    assert.deepEqual(paths(output), ['./deep/own/stories/a.md', './stories/b.md', './talks/a.md']);
    const levels = output.files.map(({ findings }) => findings.find(({ rule }) => rule === 'vague-we')?.severity);
    assert.deepEqual(levels, ['error', undefined, undefined]);
    assert.deepEqual(paths(json(['a.md'], { cwd: join(cli.folder, 'talks') })), ['a.md']);
  });

  it('warns of terms that starl.yaml lists as confidential, and offers what to say instead', () => {
    write({ 'starl.yaml': 'confidential: [{ term: shop, say: client }]', 'stories/a.md': STORY });
    assert.equal(run(['lint', 'stories']).status, 1);
    const found = json(['stories']).files[0]?.findings.filter(({ rule }) => rule === 'confidential');
    const start = STORY.indexOf('shop');
    const fixes = [
      { title: 'Say “client” instead', edits: [{ start, end: start + 4, text: 'client' }], snippet: false },
    ];
    assert.deepEqual(
      found?.map((finding) => ({ ...finding, message: '', start: 0, end: 0 })),
      [{ rule: 'confidential', severity: 'warning', message: '', start: 0, end: 0, fixes }],
    );
  });

  it("goes by rules of the user's own, found or named, and names the line of one that is wrong", () => {
    const own = (flag: string): string =>
      `ownRules:\n  - id: shop-talk\n    message: Name it.\n    severity: warning\n    phrases: [the shop]\n    fix: our store\n    flag:\n      - ${flag}\n`;
    write({ 'starl.yaml': own('I ran the shop.'), 'stories/a.md': STORY, 'b/bad.yaml': own('I ran it.') });
    assert.match(run(['lint', 'stories']).stdout, /^stories\/a\.md:5:1 +warning +Name it\. +shop-talk$/m);
    assert.equal(run(['lint', 'stories']).status, 1);
    const [file] = json(['--config', 'starl.yaml', 'stories']).files;
    const found = file?.findings.find(({ rule }) => rule === 'shop-talk');
    assert.equal(found?.severity, 'warning');
    const log = JSON.parse(run(['lint', '--format=sarif', 'stories']).stdout);
    const result = log.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'shop-talk');
    assert.equal(log.runs[0].tool.driver.rules[result.ruleIndex].id, 'shop-talk');
    run(['lint', '--baseline', 'known.json', '--update-baseline', 'stories']);
    assert.equal(run(['lint', '--baseline', 'known.json', 'stories']).status, 0);
    const { status, stderr } = run(['lint', '--config', 'b/bad.yaml', 'stories']);
    assert.deepEqual(
      [status, stderr],
      [2, 'starl: b/bad.yaml:8:9: The rule shop-talk does not flag this, and should.\n'],
    );
  });

  it('takes another file in its place', () => {
    write({
      'starl.yaml': 'rules: { vague-we: off }',
      'other.yaml': 'rules: { vague-we: hint }',
      'stories/a.md': STORY,
    });
    const [file] = json(['--config', 'other.yaml', 'stories']).files;
    assert.equal(file?.findings.find(({ rule }) => rule === 'vague-we')?.severity, 'hint');
  });

  it('survives a reader that has seen enough', async () => {
    write(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`stories/${i}.md`, STORY])));
    const child = spawn(process.execPath, [CLI, 'lint', '--format', 'json', 'stories'], { cwd: cli.folder });
    const told: string[] = [];
    child.stderr.on('data', (chunk) => told.push(String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = await once(child, 'close');
    assert.deepEqual([status, told], [0, []]);
  });

  it("takes a pack of one's own for a profile, from the settings and by name", () => {
    const pack = 'id: mine\ntitle: Mine\ndescription: My own\nextends: netflix-tpm\nrules: { vague-we: error }\n';
    write({ 'stories/a.md': STORY, 'starl.yaml': 'profile: mine\n', 'packs/mine.yaml': pack, 'packs/notes.md': 'x' });
    const severities = (...args: string[]) =>
      new Set(
        json([...args, 'stories'])
          .files.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'vague-we'))
          .map(({ severity }) => severity),
      );
    assert.deepEqual([...severities()], ['error']);
    assert.deepEqual([...severities('--profile', 'netflix-tpm')], ['information']);
    write({ 'starl.yaml': '' });
    assert.deepEqual([...severities('--profile', 'mine')], ['error']);
  });

  describe('where it cannot run, exits with 2 and says in one line', () => {
    const cases: readonly (readonly [why: string, args: readonly string[], told: RegExp])[] = [
      ['that there is no command', [], /^starl: name a command/],
      ['which command is unknown', ['check', 'x'], /^starl: there is no command "check"; .*--help tells of them$/],
      ['which option is unknown', ['lint', '--fromat', 'json', '.'], /^starl: .*"--fromat"/],
      ['which option lacks its value', ['lint', '.', '--format'], /^starl: .*"--format <value>"/],
      [
        'which format is unknown',
        ['lint', '--format', 'xml', '.'],
        /^starl: there is no format "xml"; there are: text, json, sarif$/,
      ],
      [
        'which profile is unknown',
        ['lint', '--profile', 'netflix-tmp', 'stories'],
        /^starl: there is no profile "netflix-tmp"\. Did you mean "netflix-tpm"\?$/,
      ],
      ['that a path is missing', ['lint'], /^starl: name a file or a folder/],
      ['which file is not there', ['lint', 'stories', 'gone.md'], /^starl: gone\.md: there is no such file or folder$/],
      [
        'which links go round in a circle',
        ['lint', 'circle.md'],
        /^starl: circle\.md: these links lead round in a circle$/,
      ],
      [
        'which configuration is not there',
        ['lint', '--config', 'gone.yaml', '.'],
        /^starl: gone\.yaml: there is no such file or folder$/,
      ],
      ['which configuration is a folder', ['lint', '--config', 'stories', '.'], /^starl: stories: this is a folder$/],
      [
        'what is wrong with the pack that is meant',
        ['lint', 'own/stories'],
        /^starl: own\/packs\/mine\.yaml:1:1: "title" is missing\. \(and 2 more; all are told by: starl status own\)$/,
      ],
      [
        'what is wrong with the pack that is asked for',
        ['lint', '--profile', 'mine', '--config', 'own/other.yaml', 'own/stories'],
        /^starl: own\/packs\/mine\.yaml:1:1: "title" is missing\. \(and 1 more\); there is no profile "mine"\..*$/,
      ],
      [
        'where a configuration is wrong',
        ['lint', 'broken/stories'],
        /^starl: broken\/starl\.yaml:2:3: [^;]*"vague-us".*"vague-we"\? \(and 2 more; all are told by: starl status broken\)$/,
      ],
    ];
    for (const [why, args, told] of cases) {
      it(why, () => {
        write({
          'stories/a.md': STORY,
          'broken/stories/a.md': STORY,
          'own/stories/a.md': STORY,
          'own/starl.yaml': 'profile: mine\n',
          'own/other.yaml': '',
          'own/packs/mine.yaml': 'id: mine\n',
          'broken/starl.yaml': 'rules:\n  vague-us: off\nlevels: 3\nprofil: general\n',
        });
        symlinkSync('circle.md', join(cli.folder, 'circle.md'));
        writeFileSync(join(cli.folder, 'latin.yaml'), Buffer.from('level: L6\n# \xe9\n', 'latin1'));
        const { status, stdout, stderr } = run(args);
        assert.match(stderr.trimEnd(), told);
        assert.deepEqual([status, stdout, stderr.split('\n').length], [2, '', 2]);
      });
    }
  });
});
