import type { ScoredRule } from '../rules/rule';
import { neighbour, type StorySentence } from '../story/story';
import { NO_EVIDENCE } from './evidence';
import { evidenceFeatures } from './features';
import { score } from './scorer';

/** Whether the evidence in a sentence and the next one weighs enough for the rule to look closer. */
export function isSuspect(at: StorySentence, rule: ScoredRule): boolean {
  const features = suspicionFeatures(at, rule);
  return features !== undefined && score(features, rule.weights) >= rule.weights.threshold;
}

/** What the scorer weighs of a sentence (traits of the rule's own are `t:`); undefined where the rule does not even consider it. */
export function suspicionFeatures(at: StorySentence, rule: ScoredRule): string[] | undefined {
  const { id } = rule;
  const here = at.evidence.get(id) ?? NO_EVIDENCE;
  const following = neighbour(at, 1);
  const next = following?.part === at.part ? (following.evidence.get(id) ?? NO_EVIDENCE) : NO_EVIDENCE;
  if (!rule.isCandidate(here, next, at)) return undefined;
  const traits = rule.traits?.(at).map((trait) => `t:${trait}`) ?? [];
  return [...at.grammar, ...evidenceFeatures(here, next, at.grammar), ...traits];
}
