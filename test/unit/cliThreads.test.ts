import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJudge, judgeFile } from '../../src/cli/judge';
import { judgeInThreads } from '../../src/cli/threads';
import { CLI } from './commandLine';

/** Enough for threads, and for chunks that are not full. */
const FILES = 230;
const HALVES = ['set/a/stories', 'set/b/stories'];

describe('the command line with many files', function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'starl-threads-'));
    for (const half of HALVES) mkdirSync(join(folder, half), { recursive: true });
    for (let i = 0; i < FILES; i++) write(pathOf(i), story(i));
    write('set/b/starl.yaml', 'ownRules: [{ id: own, message: Who?, phrases: [the shop] }]\n');
    write('set/b/stories/notes.md', 'Buy milk.\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const pathOf = (i: number): string => `${HALVES[i % 2]}/${String(i).padStart(3, '0')}.md`;
  const story = (i: number): string =>
    `# Outage ${i}\n\n## Action\n\n${'We decided to roll the shop back. '.repeat(1 + (i % 7))}\n`;
  const write = (path: string, text: string | Buffer): void => writeFileSync(join(folder, path), text);
  const run = (...args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [CLI, 'lint', ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });

  it('judges in two threads as it does in its own', async () => {
    const job = { profile: undefined, config: undefined, all: false, fingerprints: true, fixes: true };
    const paths = Array.from({ length: FILES }, (_, i) => join(folder, pathOf(i)));
    const judge = createJudge(job);
    const judged: unknown[] = [];
    for await (const file of judgeInThreads(job, paths, 2, CLI)) judged.push(file);
    assert.deepEqual(
      judged,
      paths.map((path) => judgeFile(path, judge)),
    );
  });

  it('prints what it prints for each part of them, in the order of the files', () => {
    const files = (...paths: readonly string[]): readonly unknown[] =>
      JSON.parse(run('--format', 'json', ...paths).stdout).files;
    const parts = HALVES.map((half) => files(half));
    assert.equal(parts.flat().length, FILES + 1);
    assert.deepEqual(files('set'), parts.flat());
    const lines = (...paths: readonly string[]) => run(...paths).stdout.match(/^set.*/gm) ?? [];
    assert.deepEqual(
      lines('set'),
      HALVES.flatMap((half) => lines(half)),
    );
  });

  it('tells rules and files apart in SARIF', () => {
    const { results, artifacts, tool } = JSON.parse(run('--format', 'sarif', 'set').stdout).runs[0];
    assert.equal(artifacts.length, FILES + 1);
    const own = results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'own');
    assert.ok(own.length >= FILES / 2);
    for (const { ruleId, ruleIndex, locations } of results) {
      const { uri, index } = locations[0].physicalLocation.artifactLocation;
      assert.equal(artifacts[index].location.uri, uri);
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    }
  });

  it('writes the baseline that it writes part by part, and goes by it', () => {
    run('--baseline', 'whole.json', '--update-baseline', 'set');
    for (const half of HALVES) run('--baseline', 'parts.json', '--update-baseline', half);
    const whole = readFileSync(join(folder, 'whole.json'), 'utf8');
    assert.equal(whole, readFileSync(join(folder, 'parts.json'), 'utf8'));
    assert.ok(JSON.parse(whole).findings.length > FILES);
    assert.match(run('--baseline', 'whole.json', 'set').stdout, /^Nothing new found in 231 files\./);
  });

  it('names the files that it cannot read, and judges the others', () => {
    write(pathOf(180), Buffer.from('# Caf\xe9\n', 'latin1'));
    const { status, stderr, stdout } = run('set');
    const told = `starl: ${pathOf(180)}:1:1: This line is not UTF-8. Save the file in that encoding.\n`;
    assert.deepEqual([status, stderr], [2, told]);
    assert.ok(stdout.includes(' of 230 files: '), stdout.slice(-200));
    write(pathOf(180), story(180));
  });

  it('says in one line where a configuration or profile is wrong', () => {
    const failsWith = (told: string, ...args: readonly string[]): void => {
      const { status, stderr } = run(...args, 'set');
      assert.deepEqual([status, stderr], [2, `starl: ${told}\n`]);
    };
    failsWith('there is no profile "netflix-tmp". Did you mean "netflix-tpm"?', '--profile', 'netflix-tmp');
    failsWith('gone.yaml: there is no such file or folder', '--config', 'gone.yaml');
    write('set/a/starl.yaml', 'levels: 3\n');
    const { status, stderr, stdout } = run('set');
    assert.match(stderr, /^starl: set\/a\/starl\.yaml:1:1: [^\n]+\n$/);
    assert.deepEqual([status, stdout], [2, '']);
  });
});
