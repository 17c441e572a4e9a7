import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { parseConfig } from '../../src/core/config/config';
import type { ConfidentialTerm } from '../../src/core/config/settings';
import { ignoreFixes } from '../../src/core/lint/ignoreFixes';
import { applyFix } from './applyFix';

const terms = (...list: readonly (string | readonly [string, string])[]): ConfidentialTerm[] =>
  list.map((one) => (typeof one === 'string' ? { term: one } : { term: one[0], say: one[1] }));

const LIST = terms(
  ['Acme', 'the client'],
  ['Nexus', 'a bank'],
  ['$3.2M', 'a seven-figure sum'],
  ['Dana Reyes', 'the head of sales'],
  ['Leak', 'no Acme'],
  ['J. R. Smith', 'my director'],
  ["O'Neil", 'my VP'],
  ['Blue Corp', 'the vendor'],
  'Hush',
);
const linter = createLinter({ settings: { confidential: LIST } });
const findings = (text: string) =>
  linter.lint(text, { kind: 'story' }).findings.filter(({ rule }) => rule === 'confidential');
function swapped(text: string): string {
  const [finding] = findings(text);
  const [fix] = finding?.fixes ?? [];
  return fix ? applyFix(text, fix) : text;
}

describe('the rule confidential', () => {
  it('warns wherever a term stands, and repeats none', () => {
    const text = [
      '---',
      'title: Acme outage',
      '---',
      '# Acme',
      '',
      '## Action',
      '',
      '> Acme said so.',
      '',
      '- I called `acme`.',
      '',
      '```',
      'ping acme',
      '```',
      '',
      '<!-- Acme -->',
    ].join('\r\n');
    const found = findings(text);
    assert.deepEqual(
      found.map(({ start, severity }) => [start.line, severity]),
      [2, 4, 8, 10, 13, 16].map((line) => [line, 'warning']),
    );
    for (const { message } of found) assert.doesNotMatch(message, /acme/i);
  });

  it('is in no message that repeats what stands in the text', () => {
    const lines = ['---', 'competencies: [acme-corp]', 'rules: { acme: off }', 'acmes: 1', '---', '', '## Action', ''];
    const text = [...lines, 'I rang [the name at Acme].', '', '<!-- starl-ignore acme: why -->', '', 'I left.'].join(
      '\n',
    );
    const { findings: told } = linter.lint(text, { kind: 'story' });
    assert.deepEqual(
      ['placeholder-left', 'front-matter', 'stale-ignore'].filter((id) => !told.some(({ rule }) => rule === id)),
      [],
    );
    for (const { message, related = [] } of told)
      for (const said of [message, ...related.map((one) => one.message)]) assert.doesNotMatch(said, /acme/i);
  });

  const swaps: readonly (readonly [before: string, after: string])[] = [
    ['I called Acme twice.', 'I called the client twice.'],
    ['I called [them](https://acme.com/a).', 'I called [them](https://the-client.com/a).'],
    ['I asked dana.reyes@example.com.', 'I asked the-head-of-sales@example.com.'],
    ['I called Dana-Reyes.', 'I called the head of sales.'],
    ["I read Acme's plan.", "I read the client's plan."],
    ["I read Nexus' plan.", "I read a bank's plan."],
    ['Acme called. It rained.', 'The client called. It rained.'],
    ['It rained. **Acme** called.', 'It rained. **The client** called.'],
    ['# Acme', '# The client'],
    ['# Acme Exit', '# Client Exit'],
    ['# Acme outage', '# Client outage'],
    ['# Failed the *Acme* Exit', '# Failed the *Client* Exit'],
    ['# The Acme Exit', '# The Client Exit'],
    ['# An Acme Exit', '# A Client Exit'],
    ['# 2023: Dana Reyes Exit', '# 2023: Head of Sales Exit'],
    ['# Leaving Acme Behind', '# Leaving the Client Behind'],
    ['# Leaving the office of Acme', '# Leaving the office of the client'],
    ['# Acme called', '# The client called'],
    ["# Acme's exit", "# The client's exit"],
    ['# Why I left Acme in May', '# Why I left the client in May'],
    ['---\nstarl: story\ntitle: Acme Exit\n---\n', '---\nstarl: story\ntitle: Client Exit\n---\n'],
    ['---\nstarl: story\ntitle: "Acme Exit"\n---\n', '---\nstarl: story\ntitle: "Client Exit"\n---\n'],
    ['**Situation:** Acme called.', '**Situation:** The client called.'],
    ['I led the Acme team.', 'I led the client team.'],
    ['I knew that Acme was late.', 'I knew that the client was late.'],
    ['I told her Acme was late.', 'I told her the client was late.'],
    ['It was an Acme launch.', 'It was a client launch.'],
    ['I asked our *Nexus* contact.', 'I asked our *bank* contact.'],
    ['It saved $3.2M.', 'It saved a seven-figure sum.'],
    ['I asked the Acmes.', 'I asked the clients.'],
    ['I asked **Dana** Reyes.', 'I asked **the head of sales**.'],
    ['I asked Dana\r\n_Reyes_.', 'I asked _the head of sales_.'],
    ['I asked _Dana_ _Reyes_.', 'I asked _the head of sales_.'],
    ['I asked Dana “the Fox” Reyes, Dana "Reyes".', 'I asked Dana “the Fox” Reyes, "the head of sales".'],
    ['I asked Dana [Reyes](a.md).', 'I asked [the head of sales](a.md).'],
    ['I asked Dana (Reyes).', 'I asked (the head of sales).'],
    ['I called two Nexuses.', 'I called two banks.'],
    ['I called Hush.', 'I called [stand-in].'],
    ['I told Mr. J. R. Smith.', 'I told my director.'],
    ['Prof. J. R. Smith called.', 'My director called.'],
    ['I told Dr **J. R. Smith**.', 'I told **my director**.'],
    ["I told J. R. O'Neil of it.", 'I told my VP of it.'],
    ["I told Ms O'Neil of it.", 'I told my VP of it.'],
    ["Mrs. J.-R. O'Neil's plan won.", "My VP's plan won."],
    ['I called Mr. Hush.', 'I called [stand-in].'],
    ["I chose plan B. O'Neil agreed.", 'I chose plan B. My VP agreed.'],
    ['In the U.S. Acme led.', 'In the U.S. the client led.'],
    ['I asked Blue Corp. to wait.', 'I asked the vendor to wait.'],
    ['I left Blue Corp. Then it rained.', 'I left the vendor. Then it rained.'],
    ['He wrote: "Acme\'s bankrupt."', 'He wrote: "The client\'s bankrupt."'],
    ["“Acme's bankrupt,” he said.", "“The client's bankrupt,” he said."],
    ['He said, “It is late. Acme left.”', 'He said, “It is late. The client left.”'],
    ['He called it the “Acme plan”.', 'He called it the “client plan”.'],
    ['I compared A. Acme won.', 'I compared A. The client won.'],
    ["I met A. O'Neil.", 'I met my VP.'],
    ["I met X. *O'Neil* at 9.", 'I met *my VP* at 9.'],
    ["I met C. D. O'Neil.", 'I met my VP.'],
    ["He said, “I chose plan B. O'Neil agreed.”", 'He said, “I chose plan B. My VP agreed.”'],
    ["He said, “I met B. O'Neil.”", 'He said, “I met my VP.”'],
    ["I told J. O'Neil of it.", 'I told my VP of it.'],
    ['I compared J. Blue Corp won.', 'I compared J. the vendor won.'],
    ['I called Leak.', 'I called Leak.'],
    ['---\nstarl: story\ntitle: Acme\n---\n', '---\nstarl: story\ntitle: The client\n---\n'],
    ['---\nstarl: story\ntitle: Hush\n---\n', '---\nstarl: story\ntitle: stand-in\n---\n'],
  ];
  for (const [before, after] of swaps) {
    it(`turns ${JSON.stringify(before)} into ${JSON.stringify(after)}`, () => assert.equal(swapped(before), after));
  }

  it('can be switched off, ignored, and is no stale ignore where it has terms', () => {
    assert.deepEqual(findings('---\nstarl: story\nrules: { confidential: off }\n---\n\nAcme called.\n'), []);
    const ignored = '## Action\n\n<!-- starl-ignore-file confidential: public -->\n\nI called Dana Reyes.\n';
    assert.deepEqual(
      linter.lint(ignored, { kind: 'story' }).findings.filter(({ rule }) => /conf|stale/.test(rule)),
      [],
    );
    const code = '## Action\n\nI rang.\n\n    acme\n';
    const [finding] = findings(code);
    assert.ok(finding);
    assert.deepEqual(
      ignoreFixes(code, finding).map(({ title }) => title),
      ['Ignore confidential in this file'],
    );
  });

  it('leaves alone what is no document of ours', () => {
    assert.deepEqual(linter.lint('Acme called.\n').findings, []);
  });
});

describe('confidential in starl.yaml', () => {
  it('is a list of terms, with or without what to say instead', () => {
    const { config, problems } = parseConfig('confidential:\n  - Acme\n  - { term: $3.2M, say: a large sum }\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(config.confidential, [{ term: 'Acme' }, { term: '$3.2M', say: 'a large sum' }]);
    assert.deepEqual(parseConfig('confidential:\n').config.confidential, undefined);
  });

  const wrong: readonly (readonly [text: string, place: string, told: RegExp])[] = [
    ['confidential: Acme', '1:15', /a list/],
    ['confidential:\n  - { term: Acme, stand: x }', '2:19', /Unknown key "stand"/],
    ['confidential:\n  - { say: x }', '2:7', /"term" is missing/],
    ['confidential: ["--"]', '1:16', /letter or a digit/],
    ['confidential: [""]', '1:16', /empty/],
    ['confidential: [Acme, 42]', '1:22', /quotes/],
  ];
  for (const [text, place, told] of wrong) {
    it(`tells what is wrong with ${JSON.stringify(text)}`, () => {
      const [problem, ...others] = parseConfig(text).problems;
      assert.deepEqual([`${problem?.line}:${problem?.column}`, others], [place, []]);
      assert.match(problem?.message ?? '', told);
    });
  }

  it('loses only the terms that are wrong', () => {
    const text =
      'confidential:\n  - "--"\n  - Acme\n  - [x]\n  - { term: Nexus, say: 3 }\n  - { term: Hush, sya: x }\n';
    const { config, problems } = parseConfig(text);
    assert.deepEqual(config.confidential, [{ term: 'Acme' }, { term: 'Hush' }]);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 4, 5, 6],
    );
  });

  it('takes ten thousand terms', () => {
    const yaml = Array.from({ length: 10_000 }, (_, i) => `  - Project ${i}`).join('\n');
    const { config, problems } = parseConfig(`confidential:\n${yaml}\n`);
    assert.deepEqual([config.confidential?.length, problems], [10_000, []]);
  });
});
