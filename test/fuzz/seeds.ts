import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['test/fixtures', 'media/sample', 'src/packs/general'];
const WRITTEN = [
  '',
  '# A\n\n- [ ] one\n  - [x] two <!-- starl: mocks >= 5 -->\n\n## B\n\n1. [ ] three\n',
  'mocks:\n  - date: 2031-01-02 # first\n    kind: behavioral\n    scores: { ownership: 3 }\n',
  '# Plan\n\n- [ ] 2031-01-02 Read\n- [x] 2031-01-10 **Tell**\n  - [ ] 2031-01-11 Nested\n',
  'profile: general # mine\nrules:\n  vague-we: hint\nconfidential:\n  - { term: Acme, say: client }\n',
  'ownRules:\n  - id: mine\n    message: m\n    pattern: "a+b"\n    fix: x\n    flag: [aab]\n    pass: [b]\n',
  'id: mine\ntitle: T\ndescription: D\nextends: general\nrules: { vague-we: error }\n',
  '---\nstarl: story\ntitle: T\nquestions: { a: strong }\n---\n\n# T\n\n## Action\n\nWe decided it.\n\n# U\n\n<!-- starl:\nquestions: [b]\n-->\n\n## Action\n\nI did.\n',
];

/** The texts that a run begins with. */
export function seedTexts(root: string): string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  );
  const texts = files.filter((file) => /\.(?:md|yaml)$/.test(file) && statSync(file).isFile()).sort();
  return [...WRITTEN, ...texts.map((file) => readFileSync(file, 'utf8').slice(0, 3000))];
}
