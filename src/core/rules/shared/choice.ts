import { chanceOf } from '../../scorer/chance';
import { OTHER } from '../../scorer/scorer';
import { weightTable } from '../../scorer/weightTable';
import { placeIn, whichStretch } from '../../story/place';
import type { Story, StorySentence } from '../../story/story';

/** What is weighed of a sentence in a story about a choice: whether it decides, and whether it names another way or a cost. */
const DECIDES = 'decides';
const NAMES = 'names-other';

const placeName = (at: StorySentence): string => whichStretch(at, placeIn(at)).join(' ');

/** What is weighed, by name, for training: the evidence of all rules, and where the sentence stands. */
export function choiceFeatures(at: StorySentence): string[] {
  const found = [`t:${placeName(at)}`];
  for (const [rule, own] of at.evidence) for (const name of own.keys()) found.push(`${OTHER}${rule}:${name}`);
  return found;
}

/** The sentence that most likely decides, in a story that most likely decides somewhere and nowhere names another way or a cost. */
export function lonelyDecision(story: Story): StorySentence | undefined {
  let undecided = 1;
  let unnamed = 1;
  let best = 0;
  let decision: StorySentence | undefined;
  for (const at of story.sentences) {
    const decides = likelihood(at, DECIDES);
    undecided *= 1 - decides;
    unnamed *= 1 - likelihood(at, NAMES);
    if (decides > best) {
      best = decides;
      decision = at;
    }
  }
  return (1 - undecided) * unnamed >= weightTable().rule(DECIDES).threshold / 100 ? decision : undefined;
}

function likelihood(at: StorySentence, id: string): number {
  const weights = weightTable().rule(id);
  let sum = weights.sum([]) + (weights.kind('t').get(placeName(at)) ?? 0);
  for (const [rule, own] of at.evidence) for (const name of own.keys()) sum += weights.other(rule).get(name) ?? 0;
  return chanceOf(sum / 100);
}
