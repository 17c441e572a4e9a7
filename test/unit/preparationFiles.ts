// A preparation to run the command line over.
import { addDays, dateOf } from '../../src/core/calendar/calendarDate';

export const TODAY = dateOf(Date.now());
export const STORY =
  '---\nstarl: story\ncompetencies: [judgment]\n---\n# Saving Acme\n\n## Situation\n\nThe shop was down.\n\n## Result\n\nIt was up in 20 minutes.\n';
export const FILES = {
  'starl.yaml': `profile: general\ninterview: ${addDays(TODAY, 3)}\nconfidential:\n  - { term: Acme, say: a shop }\nrounds:\n  - { title: Panel, tests: Acme, stories: [Saving Acme] }\n`,
  'prep.md':
    '# Preparation\n\n- [x] Read\n\n- [ ] Mocks <!-- starl: mocks >= 1 -->\n\n- [x] Stories <!-- starl: clean stories >= 1 -->\n',
  'plan.md': `- [ ] ${addDays(TODAY, -1)} a\n- [x] ${TODAY} b\n`,
  'mocks.yaml': `mocks:\n  - { date: ${TODAY}, kind: behavioral, minutes: 30, scores: { clarity: 3 } }\n`,
  'stories/saving.md': STORY,
  'speech.md': '---\nstarl: speech\n---\nI move ships. I cut their waiting by 40%.\n',
};
