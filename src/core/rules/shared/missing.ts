import type { StorySentence } from '../../story/story';
import { hasSubstance, isTold } from '../../story/substance';
import type { PartName } from '../../types';
import { insertPartFix } from '../fixes/insertPart';
import type { RuleInfo, StoryRule } from '../rule';

/** A rule that asks for a part where no sentence does its job; sentences that are `isHollow` never do. */
export function missingPart(
  part: PartName,
  info: Omit<RuleInfo, 'id' | 'severity'>,
  message: string,
  isHollow?: (at: StorySentence) => boolean,
): StoryRule {
  return {
    ...info,
    id: `missing-${part}`,
    scope: 'story',
    severity: 'information',
    check(story) {
      if (!isTold(story) || hasSubstance(story, part, isHollow)) return undefined;
      return { message, part, fixes: [insertPartFix(story, part)] };
    },
  };
}
