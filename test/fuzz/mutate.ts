import { pick, type Random } from './random';

/** Texts grow no longer than this, in UTF-16 code units: short ones find as much and run more often. */
const LONGEST = 3000;

const PIECES: readonly [string, ...string[]] = [
  ...(['\n', '\n\n', '\r\n', '\r', '\t', ' ', '  ', '    ', '\u2028', '\u00a0', '\uFEFF', '\0', '\u{1F600}'] as const),
  ...[
    'e\u0301',
    '\u202e',
    '\ud83d',
    '"',
    "'",
    '\u201c',
    '\u201d',
    '`',
    '*',
    '**',
    '_',
    '~~',
    '\\',
    '|',
    '#',
    '>',
    '- ',
    '1. ',
  ],
  ...[
    '# Story\n\n',
    '## Situation\n\n',
    '## Task\n',
    '## Action\n\n',
    '## Result\n\n',
    '## Learning\n',
    '**Action:** ',
    'S: ',
    'Title\n===\n',
  ],
  ...[
    '---\n',
    '---\nstarl: story\n---\n',
    '---\nstarl: design\n---\n',
    '---\nstarl: speech\n---\n',
    '---\nrules: { vague-we: off }\n---\n',
  ],
  ...[
    '<!-- starl-ignore vague-we: x -->\n',
    '<!-- starl-ignore-part passenger -->\n',
    '<!-- starl-ignore-file -->\n',
    '<!-- ',
    '-->',
    '<div>\n',
    '</div>\n',
  ],
  ...[
    '```\n',
    '~~~js\n',
    '    code\n',
    '| a | b |\n|--|--|\n',
    '[a](b)',
    '![a](b)',
    '[a]: b\n',
    '&amp;',
    'https://a.b/c?d=e',
  ],
  ...[
    'We decided to rewrite it. ',
    'It was decided to wait. ',
    'Our team shipped it',
    ' because the vendor failed us. ',
    "We've been told that we can't. ",
  ],
  ...[
    'Of course legal sat on the order. ',
    'It was a huge success. ',
    'I learned that communication is key. ',
    'I helped with the launch. ',
    'We asked my manager for permission. ',
  ],
  ...[
    'It fell by 12%. ',
    'TODO ',
    '[your number]',
    '{{x}}',
    '"Stop," he said. ',
    '\u201cWe never did that.\u201d ',
    'who, in turn, ',
    'I, ',
    ', and ',
    '; ',
    '\u2014',
    '\u2026',
    '?!',
    '.',
  ],
  ...['we', 'We', 'WE', 'our', 'us', "we're", "let's", 'I', 'my', 'the team', 'was', 'were', 'been', 'not', 'if', 'to'],
  ...[
    '- [ ] ',
    '- [x] ',
    '  - [ ] ',
    '* [X] ',
    '<!-- starl: mocks >= 5 -->',
    '<!-- starl: x',
    '2031-02-28 ',
    '2031-02-30 ',
    '## A\n',
    '===\n',
    '<<<<<<< ours\n',
    '=======\n',
    '>>>>>>> b\n',
  ],
  ...[
    'mocks:\n',
    '  - date: 2031-01-02\n',
    '    kind: behavioral\n',
    '    scores: { ownership: 3 }\n',
    'plan:\n',
    'rounds:\n',
    'interview: 2031-03-01\n',
  ],
  ...[
    'profile: netflix-tpm\n',
    'profile:\n',
    'rules:\n',
    '  vague-we: off\n',
    'files: ["**/*.md"]\n',
    'limits: { story: 10 }\n',
    'confidential:\n  - Acme\n',
    'confidential: [{ term: a, say: b }]\n',
  ],
  ...[
    'ownRules:\n  - id: mine\n    message: m\n    phrases: [a]\n',
    '    pattern: "(a+)+$"\n',
    '    fix: x\n',
    '    flag: [a]\n',
    '    pass: [b]\n',
    'wordsPerMinute: { min: 100, max: 200 }\n',
  ],
  ...[
    'id: mine\ntitle: T\ndescription: D\n',
    'extends: general\n',
    'competencies:\n  - id: a\n    title: A\n',
    'questions:\n',
    'templates:\n',
    'checklist:\n',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '!!binary ',
    '|\n',
    '>-\n',
    '? ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '# c\n',
    '...\n',
    '%YAML 1.2\n',
    '1e999',
    '0x10',
    '~',
    'null',
    'true',
    '.inf',
  ],
  ...[
    'title: T\n',
    'competencies: [a]\n',
    'questions:\n  q: strong\n',
    'questions: { a: strong }\n',
    'framings:\n  Acme: note\n',
    'id: one\n',
  ],
];

/** What opens and what closes something that may stand in itself. */
const NESTING: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['- ', ''],
  ['1. ', ''],
  ['> ', ''],
  ['> - ', ''],
  ['*a ', 'b*'],
  ['**a ', 'b**'],
  ['_a *b ', 'c* d_'],
  ['~~a ', 'b~~'],
  ['[', ']'],
  ['[', '](b)'],
  ['![', '](b)'],
  ['(', ')'],
  ['<b>', '</b>'],
  ['a: {', '}'],
];
/** One in so many texts has such a nesting put into it, of at most so many UTF-16 code units; the line can still be judged. */
const NESTED = 200;
const LONGEST_NESTING = 16_000;

/** A text that differs a little, and at times much, from one that is known; `other` is another one that is known. */
export function mutate(text: string, other: string, random: Random): string {
  let now = text;
  for (let left = 1 + random(pick(random, [1, 2, 4, 8])); left > 0; left--) now = step(now, other, random);
  now = now.slice(0, LONGEST);
  if (random(NESTED) > 0) return now;
  const at = random(now.length + 1);
  return now.slice(0, at) + nest(random) + now.slice(at);
}

function nest(random: Random): string {
  const [opening, closing] = pick(random, NESTING);
  const depth = random(Math.floor(LONGEST_NESTING / (opening.length + closing.length)));
  return `${opening.repeat(depth)}We decided it.${closing.repeat(depth)}`;
}

function step(text: string, other: string, random: Random): string {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + random(pick(random, [2, 8, 40, 400])));
  const replaceBy = (inserted: string, until = at): string => text.slice(0, at) + inserted + text.slice(until);
  switch (random(9)) {
    case 0:
      return replaceBy('', end);
    case 1:
      return replaceBy(text.slice(at, end) + text.slice(at, end), end);
    case 2: {
      const from = random(other.length + 1);
      return replaceBy(other.slice(from, from + random(400)));
    }
    case 3:
      return replaceBy(String.fromCharCode(random(pick(random, [0x80, 0x80, 0x800, 0x10000]))), end);
    case 4:
      return replaceBy(pick(random, PIECES), end);
    case 5:
      return replaceBy(pick(random, PIECES).repeat(1 + random(30)));
    default:
      return replaceBy(pick(random, PIECES));
  }
}
