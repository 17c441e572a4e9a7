import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfig } from '../../src/core/config/config';
import { readFrontMatter } from '../../src/core/config/documentFrontMatter';
import { KNOWN_RULE_IDS } from '../../src/core/config/knownRules';
import { resolveSettings, type SettingsLayer } from '../../src/core/config/layers';
import { DEFAULT_SETTINGS } from '../../src/core/config/settings';
import type { Problem } from '../../src/core/yaml/problem';

const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('starl.yaml', () => {
  it('reads everything there is', () => {
    const text = [
      'profile: netflix-tpm',
      'level: L6',
      'interview: 2026-12-01',
      'files: ["interviews/*.md"]',
      'rules:',
      '  vague-we: off',
      '  stale-ignore: { severity: warning }',
      'wordsPerMinute: { min: 120, max: 140 }',
      'limits: { story: 120, speech: 45 }',
    ].join('\n');
    assert.deepEqual(parseConfig(text), {
      config: {
        profile: 'netflix-tpm',
        level: 'L6',
        interview: '2026-12-01',
        files: ['interviews/*.md'],
        rules: { 'vague-we': 'off', 'stale-ignore': 'warning' },
        wordsPerMinute: { min: 120, max: 140 },
        limits: { story: 120, speech: 45 },
      },
      problems: [],
    });
  });

  it('takes an empty file, and sections of which everything is commented out', () => {
    assert.deepEqual(parseConfig(''), { config: {}, problems: [] });
    const { config, problems } = parseConfig('rules:\n#  vague-we: off\nlimits:\n');
    assert.deepEqual([problems, config.rules, config.limits], [[], undefined, undefined]);
  });

  const wrong: readonly (readonly [text: string, ...told: string[]])[] = [
    ['rules: { vauge-we: off }', '1:10 There is no rule "vauge-we". Did you mean "vague-we"?'],
    [
      'rules:\n  vague-we: loud',
      '2:13 "loud" is not possible here. Write one of error, warning, information, hint, off.',
    ],
    [
      'rules:\n  vague-we:\n',
      '2:3 "vague-we" has no value. Write one of error, warning, information, hint, off, or leave it out.',
    ],
    [
      'rules: { vague-we: { level: off } }',
      '1:22 Unknown key "level". Known here: severity.',
      '1:10 "severity" is missing.',
    ],
    ['profile: netflix-tmp', '1:10 There is no profile "netflix-tmp". Did you mean "netflix-tpm"?'],
    ['interview: 2026-02-30', '1:12 "interview" is not a day. Write the day as year, month and day, like 2030-01-31.'],
    ['interview: tomorrow', '1:12 "interview" is not a day. Write the day as year, month and day, like 2030-01-31.'],
    ['wordsPerMinute: { min: 150, max: 130 }', '1:1 The smaller figure belongs in "min".'],
    ['shares: { action: 140 }', '1:19 A share is 100 per cent at most.'],
    ['shares: { result: 20 }', '1:11 Unknown key "result". Known here: action, scene.'],
    ['allowedPhrases: [x, "?!"]', '1:21 A term has to hold a letter or a digit.'],
    ['limits: { story: 3 min }', '1:18 Write a number here, not the text "3 min".'],
    ['files: []', '1:1 "files" is empty. Write something, or leave it out.'],
    ['profil: general', '1:1 Unknown key "profil". Did you mean "profile"?'],
  ];
  for (const [text, ...expected] of wrong) {
    it(`objects to ${JSON.stringify(text)}`, () => {
      assert.deepEqual(told(parseConfig(text).problems).sort(), [...expected].sort());
    });
  }

  it('names the levels that the profile has, where it has not the one that is given', () => {
    const told = (text: string) => parseConfig(text).problems.map(({ line, message }) => `${line} ${message}`);
    assert.match(
      told('profile: netflix-tpm\nlevel: L99\n').join(),
      /^2 The profile netflix-tpm has no level "L99"\. Its levels: L4, L5, .*\.$/,
    );
    assert.deepEqual(told('profile: netflix-tpm\nlevel: L6\n'), []);
    assert.deepEqual(told('profile: general\nlevel: Senior\n'), []);
    assert.equal(parseConfig('profile: netflix-tpm\nlevel: L99\n').config.profile, 'netflix-tpm');
  });

  it('keeps what is right', () => {
    const { config } = parseConfig('profile: nobody\nrules: { vague-we: off, vague-us: off }\nlimits: { story: 100 }');
    assert.deepEqual(config, { rules: { 'vague-we': 'off' }, limits: { story: 100 } });
  });
});

describe('front matter', () => {
  it('reads our keys and leaves those of others alone', () => {
    const text =
      '---\nstarl: story\ntitle: 2024\ncompetencies: [judgment]\nquestions: []\nrules: { vague-we: hint }\nstatus: draft\nx: { y: [*.md] }\n---\n# T\n';
    assert.match(told(readFrontMatter(text).problems).join(), /^8:10 A value that starts with \*/);
    const { frontMatter, problems, end } = readFrontMatter(text.replace('[*.md]', '[1]'));
    assert.deepEqual(frontMatter, {
      starl: 'story',
      title: '2024',
      competencies: [{ id: 'judgment', grade: 'strong' }],
      questions: [],
      rules: { 'vague-we': 'hint' },
    });
    assert.deepEqual([problems, text.replace('[*.md]', '[1]').slice(end)], [[], '# T\n']);
  });

  it('is empty where there is none', () => {
    assert.deepEqual(readFrontMatter('# T\n'), { frontMatter: {}, problems: [], end: 0 });
  });

  it('tells what is wrong at its place in the document, and reads the rest', () => {
    const text = '---\r\nstarl: stroy\r\ntitle: A\r\nrules: { vague: off }\r\n---\r\n';
    const { frontMatter, problems, end } = readFrontMatter(text);
    assert.deepEqual(told(problems), [
      '2:8 "stroy" is not possible here. Write one of story, design, speech, narrative. Did you mean "story"?',
      '4:10 There is no rule "vague". Did you mean "vague-we"?',
    ]);
    assert.deepEqual([frontMatter, end], [{ title: 'A', rules: {} }, text.length]);
  });

  it('never throws, and stays within the document', () => {
    const piece = fc.constantFrom(
      '---\n',
      'starl: ',
      'story\n',
      'rules:\n',
      '  vague-we: ',
      'off\n',
      '{',
      '[',
      '😀',
      '\r\n',
      '"',
      '\t',
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => `---\n${pieces.join('')}`);
    fc.assert(
      fc.property(text, (body) => {
        for (const { start, end, line } of readFrontMatter(body).problems) {
          assert.ok(start <= end && end <= body.length && line >= 1);
        }
      }),
    );
  }).timeout(30_000);
});

describe('the layers of settings', function () {
  this.timeout(60_000);
  const layers = ['frontMatter', 'config', 'user'] as const;
  const readers: Readonly<Record<string, (layer: SettingsLayer) => unknown>> = {
    files: ({ files }) => files,
    'rules.vague-we': ({ rules }) => rules?.['vague-we'],
    'wordsPerMinute.min': ({ wordsPerMinute }) => wordsPerMinute?.min,
    'wordsPerMinute.max': ({ wordsPerMinute }) => wordsPerMinute?.max,
    'limits.story': ({ limits }) => limits?.story,
    'limits.speech': ({ limits }) => limits?.speech,
    'shares.action': ({ shares }) => shares?.action,
    'shares.scene': ({ shares }) => shares?.scene,
    allowedPhrases: ({ allowedPhrases }) => allowedPhrases,
  };
  const layer = fc.record(
    {
      files: fc.array(fc.string(), { minLength: 1 }),
      rules: fc.dictionary(fc.constantFrom(...KNOWN_RULE_IDS), fc.constantFrom('off' as const, 'error' as const)),
      wordsPerMinute: fc.record(
        { min: fc.integer({ min: 50, max: 100 }), max: fc.integer({ min: 150, max: 400 }) },
        { requiredKeys: [] },
      ),
      limits: fc.record({ story: fc.integer(), speech: fc.integer() }, { requiredKeys: [] }),
      shares: fc.record({ action: fc.nat(100), scene: fc.nat(100) }, { requiredKeys: [] }),
      allowedPhrases: fc.array(fc.string()),
    },
    { requiredKeys: [] },
  );

  it('are heard in their order, and it is known which one decided', () => {
    fc.assert(
      fc.property(fc.record({ frontMatter: layer, config: layer, user: layer }, { requiredKeys: [] }), (all) => {
        const { settings, decidedBy } = resolveSettings(all);
        for (const [key, read] of Object.entries(readers)) {
          const by = layers.find((name) => read(all[name] ?? {}) !== undefined);
          if (by) assert.deepEqual([read(settings), decidedBy(key)], [read(all[by] ?? {}), by], key);
          else assert.ok(['profile', 'default'].includes(decidedBy(key)), key);
        }
      }),
    );
  });

  it('come down to the defaults, which the general profile repeats', () => {
    const { vocabulary, ...settings } = resolveSettings({}).settings;
    assert.deepEqual(settings, DEFAULT_SETTINGS);
    assert.ok(vocabulary?.competencies.includes('ownership'));
    assert.equal(resolveSettings({}).profile, 'general');
  });

  it('never leave the slower pace above the faster one', () => {
    const config = { wordsPerMinute: { max: 100 } };
    assert.deepEqual(resolveSettings({ config }).settings.wordsPerMinute, { min: 100, max: 100 });
    const user = { wordsPerMinute: { min: 200 } };
    assert.deepEqual(resolveSettings({ config, user }).settings.wordsPerMinute, { min: 100, max: 100 });
  });

  it('choose the profile: from outside, in starl.yaml, in the settings, the general one', () => {
    const config = { profile: 'netflix-pmm' };
    const user = { profile: 'general' };
    assert.equal(resolveSettings({ config, user }).profile, 'netflix-pmm');
    assert.equal(resolveSettings({ config, user, profile: 'netflix-tpm' }).profile, 'netflix-tpm');
    assert.equal(resolveSettings({ user: { profile: 'netflix-tpm' } }).profile, 'netflix-tpm');
    assert.equal(resolveSettings({ user: { profile: 'gone' } }).profile, 'general');
  });
});
