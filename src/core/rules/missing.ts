import { isTold, hasSubstance } from '../story/substance';
import type { PartName } from '../types';
import { insertPartFix } from './fixes/insertPart';
import type { RuleInfo, StoryRule } from './rule';

/** A rule that asks for a part where no sentence does its job. */
export function missingPart(part: PartName, info: Omit<RuleInfo, 'id' | 'severity'>, message: string): StoryRule {
  return {
    ...info,
    id: `missing-${part}`,
    scope: 'story',
    severity: 'information',
    check(story) {
      if (!isTold(story) || hasSubstance(story, part)) return undefined;
      return { message, part, fixes: [insertPartFix(story, part)] };
    },
  };
}
