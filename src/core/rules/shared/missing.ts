import { perStory, type Story, type StorySentence } from '../../story/story';
import { hasSubstance, isTold } from '../../story/substance';
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

/** A rule that asks for a part. */
interface MissingRule extends StoryRule {
  /** Whether it does in this story; worked out once. */
  readonly isMissing: (story: Story) => boolean;
}

/** A rule that asks for a part where no sentence does its job. */
export function missingPart(
  part: PartName,
  info: Omit<RuleInfo, 'id' | 'severity'>,
  message: string,
  { isHollow, isPoor }: Counting = {},
): MissingRule {
  const isMissing = perStory((story) => {
    if (!isTold(story) || hasSubstance(story, part, isHollow)) return false;
    const half = story.sentences.slice(Math.floor(story.sentences.length / 2));
    return !(isPoor && half.some(isPoor));
  });
  return {
    ...info,
    id: `missing-${part}`,
    scope: 'story',
    severity: 'information',
    isMissing,
    check: (story) => (isMissing(story) ? { message, part, fixes: [insertPartFix(story, part)] } : undefined),
  };
}
