import type { ScoredRule } from '../rules/rule';
import { neighbour, type StorySentence } from '../story/story';
import { type Evidence, NO_EVIDENCE } from './evidence';
import { evidenceFeatures } from './features';
import { score } from './scorer';

/** Whether a sentence weighs enough, with the evidence in it and in the next one, for the rule to look closer. */
export function isSuspect(at: StorySentence, rule: ScoredRule): boolean {
  const { here, next } = evidenceFor(at, rule);
  if (!rule.isCandidate(here, next, at)) return false;
  let own = at.scores.get(rule.id);
  if (own === undefined) {
    own = score(ownFeatures(at, rule, here), rule.weights);
    at.scores.set(rule.id, own);
  }
  const { weights, threshold } = rule.weights;
  return placeFeatures(at, rule, next).reduce((sum, feature) => sum + (weights[feature] ?? 0), own) >= threshold;
}

/** What the scorer weighs of a sentence; undefined where the rule does not even consider it. */
export function suspicionFeatures(at: StorySentence, rule: ScoredRule): string[] | undefined {
  const { here, next } = evidenceFor(at, rule);
  return rule.isCandidate(here, next, at)
    ? [...ownFeatures(at, rule, here), ...placeFeatures(at, rule, next)]
    : undefined;
}

function evidenceFor(at: StorySentence, { id }: ScoredRule): { here: Evidence; next: Evidence } {
  const following = neighbour(at, 1);
  const next = following?.part === at.part ? following.evidence.get(id) : undefined;
  return { here: at.evidence.get(id) ?? NO_EVIDENCE, next: next ?? NO_EVIDENCE };
}

/** What the sentence tells by itself. */
function ownFeatures({ grammar }: StorySentence, { ignores = [] }: ScoredRule, here: Evidence): string[] {
  const features = [...grammar, ...evidenceFeatures(here, grammar)];
  return ignores.length === 0 ? features : features.filter((name) => !ignores.some((kind) => name.startsWith(kind)));
}

/** What its place tells: `n:` evidence in the next sentence, `t:` traits of the rule's own. */
function placeFeatures(at: StorySentence, rule: ScoredRule, next: Evidence): string[] {
  const traits = rule.traits?.(at).map((trait) => `t:${trait}`) ?? [];
  const following = rule.ignores?.includes('n:') ? [] : [...next.keys()].map((name) => `n:${name}`);
  return [...following, ...traits];
}
