import type { RuleInfo } from '../rules/rule';

/** Reports the user's confidential terms. Its findings come from the text as it stands, markup and code included. */
export const CONFIDENTIAL: RuleInfo = {
  id: 'confidential',
  title: 'A term that you listed as confidential',
  hears: "Somebody who gives away an employer's secrets, and would give away ours.",
  why: 'A name or a figure slips out in the room when it stands in the notes. You know which ones must not, so you list them.',
  cure: 'Say what stands for it. List terms under `confidential` in `starl.yaml`, each with what to say instead: `- { term: Acme, say: the client }`. They are found wherever they stand, also in headings, code and quotations; case does not matter.',
  sources: [],
  severity: 'warning',
  examples: [
    {
      part: 'situation',
      bad: 'Acme was about to lose its largest account.',
      good: 'The client was about to lose its largest account.',
    },
  ],
};

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
  cure: 'Correct the line. The message says what is expected there. Front matter ends at a line of `---` with no space before it; without one nothing in it counts.',
  sources: [],
  severity: 'warning',
  examples: [
    {
      bad: '---\nstarl: story\nrules: { vague-we: never }\n---',
      good: '---\nstarl: story\nrules: { vague-we: off }\n---',
    },
  ],
};

/** Reports competencies and questions that no pack has, and framings and keys of front matter that go by no known name but nearly do. */
export const UNKNOWN_ID: RuleInfo = {
  id: 'unknown-id',
  title: 'Competency, question, framing or key that nothing knows',
  hears: 'Nothing: it is the coverage that would leave the story out.',
  why: 'A story counts for a question or a competency by its id. Under a name that nothing knows it counts for none, and the gap stays where you thought that you had closed it.',
  cure: 'Take the name that is offered, or choose one from the completions. The ids of all profiles are known, so a story can serve several. A framing may go by the name of any company; it is pointed out only where it is a letter or two away from a profile, a round, a question or a competency. Likewise a key of front matter is pointed out only where it is all but one of ours; all others belong to you and to other tools.',
  sources: [],
  severity: 'information',
  examples: [
    {
      bad: '---\nstarl: story\ncompetencies:\n  - ownershp\n---',
      good: '---\nstarl: story\ncompetencies:\n  - ownership\n---',
    },
  ],
};
