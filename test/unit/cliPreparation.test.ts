import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/core/calendar/calendarDate';
import { findPack } from '../../src/core/packs/packs';
import type { ProblemInFile } from '../../src/core/status/status';
import { useCommandLine } from './commandLine';
import { FILES, STORY, TODAY } from './preparationFiles';

const GENERAL = findPack('general') ?? { competencies: [], questions: [] };
describe('the command line over a preparation', function () {
  this.timeout(60_000);
  const cli = useCommandLine();
  const { write } = cli;
  const run = (...args: string[]) => cli.run(args);

  it('tells how it stands, in words', () => {
    write(FILES);
    const { stdout, stderr, status } = run('status');
    assert.deepEqual([stderr, status], ['', 0]);
    assert.deepEqual(stdout.split('\n'), [
      'Profile: General',
      `Interview: ${addDays(TODAY, 3)}, in 3 days`,
      'Checklist: 2 of 3 done',
      '  prep.md:5: Mocks (1 of 1 mocks; reached, may be ticked)',
      '  prep.md:7: Stories (0 of 1 clean stories; ticked, but not reached)',
      'Stories: 1, of them 0 clean',
      `Competencies: 1 of ${GENERAL.competencies.length} covered, 1 only by stories that lack parts`,
      ...GENERAL.competencies.flatMap(({ id, title }) => (id === 'judgment' ? [] : `  gap: ${title}`)),
      `Questions: 0 of ${GENERAL.questions.length} covered`,
      ...GENERAL.questions.map(({ text }) => `  gap: ${text}`),
      'Elevator speech: 4 seconds',
      'Plan: 1 of 2 done; today 1 of 1; 1 missed',
      `  plan.md:1: a (missed on ${addDays(TODAY, -1)})`,
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
        {
          ...{ done: 1, total: 2, today: { done: 1, total: 1 }, missed: 1, undated: [] },
          missedItems: [{ line: 1, date: addDays(TODAY, -1), text: 'a' }],
        },
        { total: 1, clean: 0, thin: 0 },
        1,
      ],
    );
    mkdirSync(join(cli.folder, 'empty/deep'), { recursive: true });
    const empty = JSON.parse(run('status', '--format', 'json', 'empty/deep').stdout);
    assert.deepEqual([empty.checklist, empty.rounds, empty.mocks.count], [undefined, [], 0]);
  });

  it('prints a cue sheet without confidential terms, for a round or for all', () => {
    write(FILES);
    const { stdout, stderr, status } = run('export', '--format', 'markdown', '--round', 'panel');
    assert.deepEqual([stderr, status], ['', 0]);
    assert.match(
      stdout,
      /^<!-- starl: off -->\n\n# Cue sheet: Panel\n\nInterview: [\d-]+\n\nTests: A shop\n\n## Saving a shop\n\n- \*\*Situation:\*\* The shop was down\.\n/,
    );
    const page = run('export').stdout;
    assert.ok(page.startsWith('<!doctype html>') && page.includes('<h2>Saving a shop</h2>') && !page.includes('Acme'));
  });

  it('names the stories of a round that are not there, and counts those that are', () => {
    const rounds =
      '  - { title: Panel, stories: [Saving Acme, Saving Acmi] }\n  - { title: Screen, stories: [Sving Acme] }\n';
    write({ ...FILES, 'starl.yaml': `profile: general\nrounds:\n${rounds}` });
    const { stdout, stderr, status } = run('status');
    const where = (at: string, name: string) =>
      `starl: starl.yaml:${at}: No story is named "${name}". Did you mean "Saving Acme"?\n`;
    assert.deepEqual([stderr, status], [where('3:44', 'Saving Acmi') + where('4:32', 'Sving Acme'), 2]);
    assert.match(
      stdout,
      /^Round: Panel, 1 of 2 stories; not there: "Saving Acmi"\nRound: Screen, 0 of 1 story; not there: "Sving/m,
    );
    const json = JSON.parse(run('status', '--format', 'json').stdout);
    assert.deepEqual(
      json.rounds.map(({ missing }: { missing: string[] }) => missing),
      [['Saving Acmi'], ['Sving Acme']],
    );
    const some = run('export', '--format', 'markdown', '--round', 'Panel');
    const told = [where('3:44', 'Saving Acmi'), 2, true];
    assert.deepEqual([some.stderr, some.status, some.stdout.includes('## Saving Acme')], told);
    const all = run('export', '--format', 'markdown');
    assert.deepEqual([all.stderr, all.status], [where('3:44', 'Saving Acmi') + where('4:32', 'Sving Acme'), 2]);
    const none = run('export', '--round', 'Screen');
    assert.equal(none.stderr, `${where('4:32', 'Sving Acme')}starl: .: there is no story for this cue sheet\n`);
    assert.deepEqual([none.stdout, none.status], ['', 2]);
  });

  /** What is wrong in the files, by the lines that name it. */
  const WRONG = {
    'starl.yaml': 'profile: general\nrounds:\n  - { title: Panel, date: 2027-13-01 }\n  - { title: Screen }\n',
    'prep.md': '- [x] Mocks <!-- starl: mocks >= 2 -->\n\n- [ ] Wrong <!-- starl: mock >= 2 -->\n',
    'plan.md': '- [ ] 2026-11-35 a\n- [ ] 2027-01-01 b\n',
    'mocks.yaml': 'mocks:\n  - { date: 2026-01-01, kind: a }\n  - { date: 2026-01-01, kind: a, minutes: -4 }\n',
    'packs/mine.yaml': 'id: mine\n',
    'stories/latin.md': '# Caf\u00e9\n',
  };
  const TOLD = [
    'starl.yaml:3:27',
    'packs/mine.yaml:1:1',
    'packs/mine.yaml:1:1',
    'plan.md:1:7',
    'mocks.yaml:3:43',
    'prep.md:3:25',
    'stories/latin.md:1:1',
  ];

  function writeWrong(files: Readonly<Record<string, string>> = WRONG): void {
    write({ ...files, 'stories/saving.md': STORY });
    writeFileSync(join(cli.folder, 'stories/latin.md'), Buffer.from('# Caf\u00e9\n', 'latin1'));
  }

  it('names every line that cannot be read, and shows the rest', () => {
    writeWrong();
    const { stdout, stderr, status } = run('status');
    assert.deepEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => /^starl: (\S+): \S/.exec(line)?.[1]),
      TOLD,
    );
    assert.equal(status, 2);
    for (const line of [
      'Checklist: 1 of 2 done',
      '  prep.md:1: Mocks (mocks.yaml cannot be read in line 3; so nobody can tell)',
      'Stories: 1, of them 0 clean',
      'Plan: 0 of 2 done; today 0 of 0; 0 missed; 1 without a day',
      'Round: Screen, 0 stories',
      'Mocks: 1',
    ])
      assert.ok(stdout.split('\n').includes(line), line);
    const json = run('status', '--format', 'json');
    assert.equal(json.status, 2);
    const { problems, checklist } = JSON.parse(json.stdout);
    assert.deepEqual(
      problems.map((one: ProblemInFile) => `${one.file}:${one.line}:${one.column}`),
      TOLD,
    );
    assert.deepEqual(
      checklist.items.map(({ state }: { state: string }) => state),
      ['unknown', 'wrong'],
    );
    const sheet = run('export', '--format', 'markdown');
    assert.deepEqual([sheet.stderr, sheet.status], [stderr, 2]);
    assert.match(sheet.stdout, /^<!-- starl: off -->\n\n# Cue sheet\n[\s\S]*## Saving Acme/);
  });

  it('counts an item of the plan whose day cannot be read, and names its line', () => {
    write({ ...FILES, 'plan.md': '- [x] 2026-11-21 a\n- [ ] 22 Nov b\n- [] 2026-11-23 c\n- [ ] d\n' });
    const { stdout, stderr, status } = run('status');
    assert.deepEqual(
      stderr.split('\n').map((line) => line.split(': ')[1]),
      ['plan.md:2:7', 'plan.md:3:2', undefined],
    );
    assert.equal(status, 2);
    assert.match(
      stdout,
      /^Plan: 1 of 4 done; .*; 3 without a day\n {2}plan\.md:2: 22 Nov b \(without a day\)\n {2}plan\.md:3: .*\n {2}plan\.md:4: d \(/m,
    );
  });

  it('does so where YAML or Markdown is broken, or a file has another encoding', () => {
    writeWrong({ 'mocks.yaml': 'mocks: [\n', 'prep.md': '<<<<<<< ours\n', 'starl.yaml': 'a: b: c\n' });
    writeFileSync(join(cli.folder, 'plan.md'), Buffer.from('# Plan caf\u00e9\n', 'latin1'));
    const { stdout, stderr, status } = run('status');
    const told = ['starl.yaml:1:4', 'plan.md:1:1', 'mocks.yaml:1:8', 'prep.md:1:1', 'stories/latin.md:1:1'];
    assert.deepEqual(
      [...stderr.matchAll(/^starl: (\S+): /gm)].map(([, place]) => place),
      told,
    );
    assert.deepEqual([status, /^Stories: 1,/m.test(stdout)], [2, true]);
  });

  it('prints no cue sheet where a confidential term might be lost', () => {
    for (const wrong of ['a: b: c\n', 'confidental: [Acme]\n', 'confidential: [Acme, 3]\n', 'confidential: Acme\n']) {
      write({ ...FILES, 'starl.yaml': wrong });
      const { stdout, stderr, status } = run('export');
      assert.deepEqual([stdout, status, stderr.split('\n').length], ['', 2, 3], stderr);
    }
    write({ ...FILES, 'starl.yaml': 'profile: unheard\nconfidential: [Acme]\n' });
    const { stdout, status } = run('export');
    assert.deepEqual([stdout.includes('Acme'), stdout.includes('<h2>'), status], [false, true, 2]);
  });

  it('takes the nearest starl.yaml for each file, and tells what is wrong in it', () => {
    const acme = {
      'stories/acme/starl.yaml': 'confidential: [shop]\nfiles: ["*.md"]\n',
      'stories/acme/a.md': '# One\n\nThe shop.\n',
    };
    write({ ...FILES, ...acme });
    const { stdout, stderr, status } = run('export', '--format', 'markdown');
    assert.deepEqual([stderr, status, /shop(?!\b)|Acme/.test(stdout)], ['', 0, false]);
    assert.ok(!stdout.includes('The shop'), stdout);
    assert.match(run('status').stdout, /^Stories: 2, of them/m);
    write({ 'stories/acme/starl.yaml': 'confidential: [shop, 3]\n' });
    const broken = run('export');
    assert.deepEqual([broken.stdout, broken.status], ['', 2]);
    assert.match(broken.stderr, /^starl: stories\/acme\/starl\.yaml:1:22: [^\n]+\nstarl: no cue sheet is made/);
    assert.deepEqual([run('status').status, run('status').stderr.split(':')[1]], [2, ' stories/acme/starl.yaml']);
  });

  it('tells of a story that is too long to be judged', () => {
    write({ ...FILES, 'stories/long.md': `# Long\n\n${'I went on.\n'.repeat(200_000)}` });
    const told = 'starl: stories/long.md: This text is longer than 2 MB; nothing in it is judged.\n';
    const { stdout, stderr, status } = run('status');
    assert.deepEqual([stderr, status, /^Stories: 1, of/m.test(stdout)], [told, 2, true]);
    const sheet = run('export');
    assert.deepEqual([sheet.stderr, sheet.status, sheet.stdout.includes('<h2>')], [told, 2, true]);
  });

  it('reads UTF-16 where a byte order mark says so', () => {
    write(FILES);
    for (const [name, text] of Object.entries(FILES))
      writeFileSync(join(cli.folder, name), Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const { stdout, stderr, status } = run('status');
    assert.deepEqual([stderr, status], ['', 0]);
    assert.match(stdout, /^Checklist: 2 of 3 done\n[\s\S]*^Stories: 1,[\s\S]*^Mocks: 1, 30 minutes$/m);
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
    ];
    for (const [message, args, files] of cases) {
      write(files);
      const { stdout, stderr, status } = run(...args);
      assert.deepEqual([stdout, stderr, status], ['', `${message}\n`, 2]);
    }
    rmSync(join(cli.folder, 'stories'), { recursive: true });
    write({ 'starl.yaml': 'profile: general\n' });
    assert.equal(run('export').stderr, 'starl: .: there is no story for this cue sheet\n');
  });
});
