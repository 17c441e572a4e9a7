import type { RuleInfo } from '../rules/rule';

/** Reports ignore comments that do nothing. Its findings come from `applyIgnores`, not from a check of sentences. */
export const STALE_IGNORE: RuleInfo = {
  id: 'stale-ignore',
  title: 'Ignore comment without effect',
  hears: 'Nothing: an interviewer never sees the comment. It is you who would be misled by it.',
  why: 'A comment that silences nothing hides the next real finding in its place, and tells whoever reads the file something that is no longer true.',
  cure: 'Delete the comment, or correct the name of the rule.',
  sources: [],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: '<!-- starl-ignore vague-we: we voted on it -->\nI chose the smaller version.',
      good: 'I chose the smaller version.',
    },
  ],
};

/** Reports front matter that cannot be read; the document is judged all the same. */
export const FRONT_MATTER: RuleInfo = {
  id: 'front-matter',
  title: 'Front matter that cannot be read',
  hears: 'Nothing: it is Starl that cannot read what you wrote between the two lines of dashes.',
  why: 'What stands in the front matter decides how the document is judged. Where it cannot be read, it has no effect.',
  cure: 'Correct the line. The message says what is expected there.',
  sources: [],
  severity: 'warning',
  examples: [
    {
      bad: '---\nstarl: story\nrules: { vague-we: never }\n---',
      good: '---\nstarl: story\nrules: { vague-we: off }\n---',
    },
  ],
};
