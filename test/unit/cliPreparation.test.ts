import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { addDays, dateOf } from '../../src/core/calendar/calendarDate';
import { findPack } from '../../src/core/packs/packs';

const CLI = resolve('dist/cli.js');
const TODAY = dateOf(Date.now());
const STORY =
  '---\nstarl: story\ncompetencies: [judgment]\n---\n# Saving Acme\n\n## Situation\n\nThe shop was down.\n\n## Result\n\nIt was up in 20 minutes.\n';
const FILES = {
  'starl.yaml': `profile: general\ninterview: ${addDays(TODAY, 3)}\nconfidential:\n  - { term: Acme, say: a shop }\nrounds:\n  - { title: Panel, tests: Acme, stories: [Saving Acme] }\n`,
  'prep.md':
    '# Preparation\n\n- [x] Read\n\n- [ ] Mocks <!-- starl: mocks >= 1 -->\n\n- [x] Stories <!-- starl: clean stories >= 1 -->\n',
  'plan.md': `- [ ] ${addDays(TODAY, -1)} a\n- [x] ${TODAY} b\n`,
  'mocks.yaml': `mocks:\n  - { date: ${TODAY}, kind: behavioral, minutes: 30, scores: { clarity: 3 } }\n`,
  'stories/saving.md': STORY,
  'speech.md': '---\nstarl: speech\n---\nI move ships. I cut their waiting by 40%.\n',
};

describe('the command line over a preparation', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'starl-preparation-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  function run(...args: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' });
  }

  it('tells how it stands, in words', () => {
    write(FILES);
    const { stdout, stderr, status } = run('status');
    assert.deepEqual([stderr, status], ['', 0]);
    assert.deepEqual(stdout.split('\n'), [
      `Interview: ${addDays(TODAY, 3)}, in 3 days`,
      'Checklist: 2 of 3 done',
      '  prep.md:5: Mocks (1 of 1 mocks; reached, may be ticked)',
      '  prep.md:7: Stories (0 of 1 clean stories; ticked, but no longer reached)',
      'Stories: 1, of them 0 clean',
      `Competencies: 1 of ${findPack('general')?.competencies.length} covered`,
      `Questions: 0 of ${findPack('general')?.questions.length} prepared`,
      'Elevator speech: 4 seconds',
      'Plan: 1 of 2 done; today 1 of 1; 1 missed',
      'Round: Panel, 1 story',
      'Mocks: 1, 30 minutes',
      '  clarity: 3, scored once',
      '',
    ]);
  });

  it('tells the same as JSON, also where there is nothing yet', () => {
    write(FILES);
    const status = JSON.parse(run('status', '--format', 'json', '.').stdout);
    assert.deepEqual(
      [status.version, status.interview, status.plan, status.stories, status.mocks.count],
      [
        1,
        { date: addDays(TODAY, 3), days: 3 },
        { done: 1, total: 2, today: { done: 1, total: 1 }, missed: 1 },
        { total: 1, clean: 0 },
        1,
      ],
    );
    mkdirSync(join(folder, 'empty/deep'), { recursive: true });
    const empty = JSON.parse(run('status', '--format', 'json', 'empty/deep').stdout);
    assert.deepEqual([empty.checklist, empty.rounds, empty.mocks.count], [undefined, [], 0]);
  });

  it('prints a cue sheet without confidential terms, for a round or for all', () => {
    write(FILES);
    const { stdout, stderr, status } = run('export', '--format', 'markdown', '--round', 'panel');
    assert.deepEqual([stderr, status], ['', 0]);
    assert.match(
      stdout,
      /^# Cue sheet: Panel\n\n.*in 3 days\n\nTests: A shop\n\n## Saving a shop\n\n- \*\*Situation:\*\* The shop was down\.\n/,
    );
    const page = run('export').stdout;
    assert.ok(page.startsWith('<!doctype html>') && page.includes('<h2>Saving a shop</h2>') && !page.includes('Acme'));
  });

  it('says in one line why it could not run', () => {
    const cases: [string, string[], Record<string, string>][] = [
      ['starl: there is no round "Loop" in starl.yaml; there are: Panel', ['export', '--round', 'Loop'], FILES],
      ['starl: there is no round "Loop" in starl.yaml; it names none', ['export', '--round', 'Loop', 'stories'], {}],
      ['starl: "status" has no option --all', ['status', '--all'], {}],
      ['starl: "lint" has no option --round', ['lint', '--round', 'x', '.'], {}],
      ['starl: there is no format "sarif"; there are: text, json', ['status', '--format', 'sarif'], {}],
      ['starl: there is no format "pdf"; there are: html, markdown', ['export', '--format', 'pdf'], {}],
      ['starl: nowhere: there is no such file or folder', ['status', 'nowhere'], {}],
      ['starl: prep.md: this is no folder', ['status', 'prep.md'], {}],
      ['starl: name one folder for "status"', ['status', 'a', 'b'], {}],
      ['starl: prep.md:1:1: merge conflict', ['status'], { 'prep.md': '<<<<<<< ours\n' }],
      [
        'starl: starl.yaml:1:12: Write the day as year, month and day, like 2026-12-31.',
        ['status'],
        { 'starl.yaml': 'interview: soon\n' },
      ],
    ];
    for (const [message, args, files] of cases) {
      write(files);
      const { stdout, stderr, status } = run(...args);
      assert.deepEqual([stdout, stderr, status], ['', `${message}\n`, 2]);
    }
    rmSync(join(folder, 'stories'), { recursive: true });
    write({ 'starl.yaml': 'profile: general\n' });
    assert.equal(run('export').stderr, 'starl: .: there is no story here for a cue sheet\n');
  });
});
