import type { Story } from '../story/story';
import { wordsOf, wordsOfPart } from '../story/summary';
import type { PartName } from '../types';
import { insertBehind } from './fixes/insertBehind';
import type { StoryRule } from './rule';
import { tellParts } from './shared/tellParts';

/** Below so many words a story is a note; its shares say nothing yet. */
const FEWEST_WORDS = 50;
/** Nobody who hears a story told can tell a smaller share of its words. */
const TOLERANCE = 0.02;

export const partBalance: StoryRule = {
  id: 'part-balance',
  scope: 'story',
  anyLanguage: true,
  title: 'Too much scene or too little action',
  hears: 'I know all about the company and little about the candidate.',
  why: 'Most of what a panel can score is said in the action. A long scene uses up the time in which judgement would show.',
  cure: 'Tell the scene in two or three sentences and give the action two fifths of the words or more. Two words in a hundred either way are not counted, nor are notes of fewer than fifty.',
  sources: ['000', '002'],
  severity: 'information',
  examples: [
    {
      bad: '## Situation\n\nOur town hall serves 90,000 people in four districts. It had eleven counters and two machines for tickets. In March the queue took 50 minutes, and the paper had written about it twice. The mayor had promised a new building, which was to open two years later than planned and was still a hole in the ground.\n\n## Task\n\nI had to halve it by May without new staff.\n\n## Action\n\nI timed forty customers and moved two counters to the entrance.\n\n## Result\n\nThe queue fell to 20 minutes.',
      good: '## Situation\n\nIn March the queue at our town hall took 50 minutes.\n\n## Task\n\nI had to halve it by May without new staff.\n\n## Action\n\nI timed forty customers for two days and saw that half of them came for a stamp. I moved two counters to the entrance for stamps alone, which cost us the information desk. I stood there myself in the first week, sent people left or right, and wrote down who came back and why.\n\n## Result\n\nThe queue fell to 20 minutes.',
    },
  ],
  check(story, { settings: { shares } }) {
    const total = wordsOf(story);
    if (total < FEWEST_WORDS || !isMarked(story, 'action')) return undefined;
    const words = (part: PartName): number => wordsOfPart(story, tellParts(story), part);
    const action = words('action');
    const scene = words('situation') + words('task');
    const tolerance = TOLERANCE * total;
    const isThin = (shares.action * total) / 100 - action > tolerance;
    const isWide = scene - (shares.scene * total) / 100 > tolerance;
    if (action === 0 || (!isThin && !isWide)) return undefined;
    const last = story.sentences.findLast(({ part }) => part === 'action');
    return {
      message: isThin
        ? `Only ${percent(action / total)}% of the words tell what you did${isWide ? `, ${percent(scene / total)}% set the scene` : ''}; aim at ${shares.action}% or more.`
        : `${percent(scene / total)}% of the words set the scene; ${shares.scene}% is plenty.`,
      part: isThin ? 'action' : 'situation',
      fixes:
        last && isThin
          ? [
              insertBehind(last, 'Add to the action', [
                ['I chose ', 'what'],
                [' over ', 'what else there was'],
                [' because ', 'why'],
                ['; then I ', 'what you did'],
                ['.', undefined],
              ]),
            ]
          : [],
    };
  },
};

const isMarked = ({ marks }: Story, part: PartName): boolean => marks.some((mark) => mark.part === part);
/** In whole percent, as the figures above the parts are. */
const percent = (share: number): number => Math.round(share * 100);
