import type { Sentence } from '../language/analyse';
import type { RuleFix } from './rule';

/** Fixes that tell a sentence about a group as one about a person. */
export function firstPersonFixes(sentence: Sentence): RuleFix[] {
  void sentence;
  return [];
}
