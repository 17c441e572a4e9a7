import assert from 'node:assert/strict';
import { addDays } from '../../src/core/calendar/calendarDate';
import { useCommandLine } from './commandLine';
import { FILES, STORY, TODAY } from './preparationFiles';

describe('the status of a preparation', function () {
  this.timeout(60_000);
  const { write, run: runIn } = useCommandLine();
  const run = (...args: string[]) => runIn(args);

  it('tells what is most likely not meant, each at its place, and goes on as if nothing were wrong', () => {
    write({
      ...FILES,
      'prep.md': '- [ ] Mocks <!-- starl: mocks (behavoral) >= 5 -->\n',
      'mocks.yaml': `mocks:\n${`  - { date: ${TODAY}, kind: behavoral, stories: [Saving Acne] }\n`.repeat(2)}`,
      'stories/twin.md': STORY,
    });
    const { stderr, status } = run('status');
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      ...[2, 3].flatMap((line) => [
        `starl: mocks.yaml:${line}:31: "behavoral" is no usual kind of mock. Did you mean "behavioral"?`,
        `starl: mocks.yaml:${line}:52: No story is named "Saving Acne". Did you mean "Saving a shop"?`,
      ]),
      'starl: prep.md:1:32: "behavoral" is no usual kind of mock. Did you mean "behavioral"?',
      'starl: stories/twin.md:5: There is another "Saving a shop" in stories/saving.md, line 5, and rounds and mocks that name it mean that one. Give one of them another title.',
    ]);
    assert.equal(status, 0);
    const { hints, problems } = JSON.parse(run('status', '--format', 'json').stdout);
    assert.deepEqual([hints.length, problems], [6, []]);
    assert.deepEqual([hints[4].file, hints[4].line, hints[4].column], ['prep.md', 1, 32]);
  });

  it('prints no confidential term, in words and as JSON, and leaves what things are found by', () => {
    const item = '- [ ] Call Acme <!-- starl: mocks (Acme) >= 2 -->\n';
    const rounds = '  - { title: Acme panel, stories: [Saving Acme, Acme gone] }\n';
    write({
      ...FILES,
      'starl.yaml': `profile: general\nconfidential:\n  - { term: Acme, say: a shop }\n  - { term: open }\nrounds:\n${rounds}`,
      'prep.md': item,
      'plan.md': `- [ ] ${addDays(TODAY, -1)} ask Acme\n- [ ] Acme some day\n`,
      'stories/acme.md': STORY,
    });
    const [words, json] = [run('status'), run('status', '--format', 'json')];
    for (const text of [words.stdout, words.stderr, json.stdout]) assert.ok(!text.includes('Acme'), text);
    assert.match(words.stdout, /^Round: A shop panel, 1 of 2 stories; not there: "A shop gone"$/m);
    assert.match(words.stdout, /^ {2}plan\.md:1: ask a shop \(missed on/m);
    const { checklist, hints } = JSON.parse(json.stdout);
    assert.deepEqual([checklist.items[0].label, checklist.items[0].state], ['Call a shop', 'open']);
    assert.equal(hints[0].file, 'stories/saving.md');
    const exportOf = (round: string) => run('export', '--format', 'markdown', '--round', round);
    assert.match(exportOf('a shop panel').stdout, /# Cue sheet: A shop panel/);
    assert.match(exportOf('Acme loop').stderr, /^starl: there is no round "a shop loop".*; there are: A shop panel$/im);
    assert.match(run('export', '--format', 'markdown').stderr, /No story is named "a shop gone"/);
  });

  it('puts the level at the head of a cue sheet', () => {
    write({ ...FILES, 'starl.yaml': 'profile: netflix-tpm\nlevel: L6\n' });
    assert.match(run('export', '--format', 'markdown').stdout, /# Cue sheet\n\nLevel: L6\n\n## /);
    assert.match(run('export').stdout, /<p>Level: L6<\/p>/);
  });
});
