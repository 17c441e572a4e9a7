import { type Evidence, NO_EVIDENCE } from '../scorer/evidence';
import { isAct } from '../story/jobs';
import type { SentenceInPart } from '../story/story';
import { tabStop } from '../text/snippet';
import { claimFixes } from './fixes/claim';
import type { ScoredRule } from './rule';
import { narrates, wholeSentence } from './shared/scored';

const ID = 'credential-drop';
const CREDENTIALS = ['certificate', 'named certificate', 'distinction', 'degree', 'years', 'rank', 'standing told'];
const CLAIMS = ['proof', 'sure', 'knew', 'standing', 'link', 'bare list', 'opening'];
/** Verbs of the claim itself: what somebody with the credential knows, has or is given. */
const CLAIMED = new Set('know bring give have get hold pass tell trust see take hear find own earn'.split(' '));

export const credentialDrop: ScoredRule = {
  id: ID,
  scope: 'sentence',
  title: 'Certificates, titles or years offered as the proof',
  hears: 'The badge is to stand for the judgement. I still do not know what this person did with it.',
  why: 'Titles and years say what somebody was trusted with elsewhere, not how they decide. A panel that reads the CV already knows them; it asks for the story because they prove nothing.',
  cure: 'Keep the credential as a passing fact or drop it, and say what you saw, decided or did that others would not have.',
  sources: ['002'],
  severity: 'information',
  examples: [
    {
      bad: 'I have an MBA and twelve years in logistics, so you can be sure that I know how to run a project.',
      good: 'My PMP did not help me that week; what did was a phone list from the depot manager.',
    },
    {
      part: 'action',
      bad: 'As a certified Scrum Master, I knew exactly what to do.',
      good: 'As the only licensed electrician on the site I was the one allowed to isolate the board, so I did.',
    },
    {
      part: 'result',
      bad: 'My seniority was what made the difference.',
      good: 'I was promoted to staff engineer the following spring.',
    },
    {
      bad: 'PMP, CISSP, TOGAF: I think that speaks for itself.',
      good: 'I took the Scrum Master course that spring and threw most of it out by June.',
    },
    {
      part: 'situation',
      bad: 'With nineteen years on the railway and a degree in engineering, I was of course the right man for it.',
      good: 'I had been at the bank for six years when the letter from the regulator came.',
    },
  ],
  isCandidate(here, at) {
    if (countOf(CREDENTIALS, here) === 0) return false;
    const claims = countOf(CLAIMS, here);
    if (at.marked && at.part !== 'action' && claims === 0) return false;
    return narrates(at) || at.sentence.clauses.length === 0 || (claims > 0 && !here.has("not somebody else's"));
  },
  traits,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'A credential proves little here. What did you see, decide or do?',
    fixes: () =>
      claimFixes(at, `I ${tabStop(1, '[saw, decided or did what]')}, which ${tabStop(2, '[nobody else had]')}`),
  }),
};

const countOf = (names: readonly string[], evidence: Evidence): number =>
  names.filter((name) => evidence.has(name)).length;

/** What sets an offered credential apart from one that stands in passing. */
function traits(at: SentenceInPart): string[] {
  const { clauses } = at.sentence;
  const here = at.evidence.get(ID) ?? NO_EVIDENCE;
  const narrated = clauses.filter(({ actor }) => actor === 'i' || actor === 'elided');
  const found = [
    `credentials ${Math.min(3, countOf(CREDENTIALS, here))}`,
    `claims ${Math.min(3, countOf(CLAIMS, here))}`,
    `part ${at.marked ? at.part : 'estimated'}`,
  ];
  if (narrated.some((clause) => isAct(clause) && !CLAIMED.has(clause.lemma))) found.push('deed');
  if (clauses.length === 0) found.push('fragment');
  if (clauses.some(({ actor, tense }) => actor === 'other' && tense === 'past')) found.push('others act');
  return found;
}
