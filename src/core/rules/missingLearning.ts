import { isSuspect } from '../scorer/suspicion';
import { hollowLearning } from './hollowLearning';
import { missingPart } from './shared/missing';

export const missingLearning = missingPart(
  'learning',
  {
    title: 'No sentence says what you learned',
    hears: 'Nothing learned, so it would happen again. This is where good stories lose the offer.',
    why: 'Mistakes are welcome where they changed something. Without a learning a story shows experience but no growth.',
    cure: 'Say what you do differently since, and where you have already done it.',
    sources: ['000', '002'],
    examples: [
      {
        bad: '## Result\n\nThe queue fell to 20 minutes.\n\n## Learning\n\nThere is nothing that I would change.',
        good: '## Learning\n\nI had planned from averages. Now I stand at the counter for a day before I promise a date.',
      },
    ],
  },
  'What do you do differently since?',
  { isPoor: (at) => isSuspect(at, hollowLearning) },
);
