import { JOBS } from '../../story/jobs';
import type { StorySentence } from '../../story/story';
import { hasSubstance, isOwed, isTold, tellsPast } from '../../story/substance';
import type { PartName } from '../../types';
import { insertPartFix } from '../fixes/insertPart';
import type { RuleInfo, StoryRule } from '../rule';

/** What sentences count for, whatever else is known of them. */
interface Counting {
  /** Such a sentence never does the job. */
  readonly isHollow?: (at: StorySentence) => boolean;
  /** Such a sentence in the second half does it, if badly: what it lacks is the finding of another rule. */
  readonly isPoor?: (at: StorySentence) => boolean;
}

/** In a text that tells of nothing that happened, how things are in general is no scene, no act, no end, and a habit no lesson. */
function isIdle(at: StorySentence, part: PartName): boolean {
  return part !== 'task' && !tellsPast(at) && !(part === 'learning' && at.evidence.get(JOBS)?.has('lesson'));
}

/** A rule that asks for a part where no sentence does its job. */
export function missingPart(
  part: PartName,
  info: Omit<RuleInfo, 'id' | 'severity'>,
  message: string,
  { isHollow, isPoor }: Counting = {},
): StoryRule {
  return {
    ...info,
    id: `missing-${part}`,
    scope: 'story',
    severity: 'information',
    check(story) {
      const told = isTold(story);
      if (!told && !isOwed(story)) return undefined;
      if (hasSubstance(story, part, told ? isHollow : (at) => isIdle(at, part) || isHollow?.(at) === true))
        return undefined;
      const half = story.sentences.slice(Math.floor(story.sentences.length / 2));
      if (isPoor && half.some((at) => (told || tellsPast(at)) && isPoor(at))) return undefined;
      return { message, part, fixes: [insertPartFix(story, part)] };
    },
  };
}
