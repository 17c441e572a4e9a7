import { tabStop } from '../text/snippet';
import evidence from './credentialDrop.evidence.yaml';
import weights from './credentialDrop.weights.json';
import { claimFixes } from './fixes/claim';
import type { ScoredRule } from './rule';
import { wholeSentence } from './scored';

const CREDENTIALS = ['certificate', 'degree', 'years', 'rank'];

export const credentialDrop: ScoredRule = {
  id: 'credential-drop',
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
      good: 'I have been a TPM for six years; the launch I would point to had four teams and slipped by two days.',
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
      bad: 'With nineteen years on the railway behind me, nobody needed to explain the problem to me.',
      good: 'I had been at the bank for six years when the letter from the regulator came.',
    },
  ],
  evidence,
  weights,
  isCandidate: (here) => CREDENTIALS.some((name) => here.has(name)) || here.has('bare list'),
  check: (at) => ({
    ...wholeSentence(at),
    message: 'A credential proves little here. What did you see, decide or do?',
    fixes: claimFixes(at, `I ${tabStop(1, '[saw, decided or did what]')}, which ${tabStop(2, '[nobody else had]')}`),
  }),
};
