import { isPast, narratorActs, tellsHabit } from './jobs';
import { perStory } from './story';

/** Which sentence of a story is the first in which the narrator acts; -1 where none is. */
export const firstAct = perStory(({ sentences }) => sentences.findIndex(({ sentence }) => narratorActs(sentence)));

/** Which one is the last, what is told as learned left aside. */
export const lastAct = perStory(({ sentences }) =>
  sentences.findLastIndex(
    ({ sentence, part, marked }) =>
      !(marked && part === 'learning') && narratorActs(sentence) && !tellsHabit(sentence) && isPast(sentence),
  ),
);
