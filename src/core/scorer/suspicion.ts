import type { ScoredRule } from '../rules/rule';
import { knownInPart, neighbour, type SentenceInPart, type StorySentence } from '../story/story';
import { keptIn } from '../util/keptIn';
import { type Evidence, NO_EVIDENCE } from './evidence';
import { grammarNames, tellEvidence } from './features';
import { OTHER } from './scorer';
import { weightTable } from './weightTable';

const SUSPECT = 1;
const INNOCENT = 2;

/** Whether a sentence weighs enough, with the evidence in it and in the next one, for the rule to look closer. Worked out once. */
export function isSuspect(at: StorySentence, rule: ScoredRule): boolean {
  if (!rule.unprompted && !at.evidence.has(rule.id)) return false;
  const { suspicions, sentences } = at.story;
  let known = suspicions.get(rule.id);
  if (!known) {
    known = new Uint8Array(sentences.length);
    suspicions.set(rule.id, known);
  }
  known[at.index] ||= weighs(at, rule) ? SUSPECT : INNOCENT;
  return known[at.index] === SUSPECT;
}

function weighs(at: StorySentence, rule: ScoredRule): boolean {
  let sum = keptIn(knownInPart(at), rule, () => weighInPart(at, rule));
  if (sum === NO_CANDIDATE) return false;
  const next = evidenceBehind(at, rule);
  if (rule.isRescued?.(at, next)) return false;
  const weights = weightTable().rule(rule.id);
  for (const name of next.keys()) sum += weights.kind('n').get(name) ?? 0;
  if (rule.surroundings) for (const trait of rule.surroundings(at)) sum += weights.kind('t').get(trait) ?? 0;
  return sum >= weights.threshold;
}

const NO_CANDIDATE = Number.NEGATIVE_INFINITY;

/** What a sentence weighs in its part, whatever stands around it, in hundredths. */
function weighInPart(at: SentenceInPart, rule: ScoredRule): number {
  const here = evidenceIn(at, rule);
  if (!rule.isCandidate(here, at)) return NO_CANDIDATE;
  const weights = weightTable().rule(rule.id);
  const grammar = at.grammar();
  let sum = weights.sum(grammar.features);
  tellEvidence(here, grammar, (kind, name) => {
    sum += weights.kind(kind).get(name) ?? 0;
  });
  tellOthers(at, rule, (other, name) => {
    sum += weights.other(other).get(name) ?? 0;
  });
  if (rule.traits) for (const trait of rule.traits(at)) sum += weights.kind('t').get(trait) ?? 0;
  return sum;
}

/** What the scorer weighs of a sentence, by name, for training; undefined where the rule does not even consider it. */
export function suspicionFeatures(at: StorySentence, rule: ScoredRule): string[] | undefined {
  const here = evidenceIn(at, rule);
  const next = evidenceBehind(at, rule);
  if (!rule.isCandidate(here, at) || rule.isRescued?.(at, next)) return undefined;
  const { ignores = [] } = rule;
  const names = grammarNames(at.sentence);
  tellEvidence(here, at.grammar(), (kind, name) => names.push(`${kind}:${name}`));
  names.push(...next.keys().map((name) => `n:${name}`));
  tellOthers(at, rule, (other, name) => names.push(`${OTHER}${other}:${name}`));
  return [
    ...names.filter((name) => !ignores.some((kind) => name.startsWith(kind))),
    ...[...(rule.traits?.(at) ?? []), ...(rule.surroundings?.(at) ?? [])].map((trait) => `t:${trait}`),
  ];
}

/** What other rules and the jobs of the parts look for tells something of a sentence as well, as `o RULE:`. */
function tellOthers(
  { evidence }: SentenceInPart,
  { id }: ScoredRule,
  tell: (other: string, name: string) => void,
): void {
  for (const [other, found] of evidence) if (other !== id) for (const name of found.keys()) tell(other, name);
}

const evidenceIn = (at: SentenceInPart, { id }: ScoredRule): Evidence => at.evidence.get(id) ?? NO_EVIDENCE;

/** The evidence in the next sentence of the same part. */
function evidenceBehind(at: StorySentence, rule: ScoredRule): Evidence {
  const next = neighbour(at, 1);
  return next?.part === at.part ? evidenceIn(next, rule) : NO_EVIDENCE;
}
