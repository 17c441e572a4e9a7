import { isScored, type RuleFix, type SentenceMatch, type SentenceRule } from '../rules/rule';
import { isSuspect } from '../scorer/suspicion';
import type { AnalysedSentence, Story, StorySentence } from '../story/story';
import { plainSnippet } from '../text/snippet';

export type Analyse = (text: string) => readonly AnalysedSentence[];

/** Asks a rule about a sentence; a scored rule is asked only where the scorer suspects it. */
export function checkSentence(rule: SentenceRule, at: StorySentence): SentenceMatch | undefined {
  return isScored(rule) && !isSuspect(at, rule) ? undefined : rule.check(at);
}

/**
 * Whether a fix does what every fix promises: applied, the rule objects no more, and no other rule objects that did not
 * object to the sentence before.
 */
export function cures(
  fix: RuleFix,
  at: StorySentence,
  rule: SentenceRule,
  rules: readonly SentenceRule[],
  analyse: Analyse,
): boolean {
  const { sentence, passage } = at;
  if (fix.edits.some(({ start, end }) => start < sentence.start || end > sentence.end)) return false;
  let text = passage;
  for (const { start, end, text: inserted } of fix.edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + (fix.snippet ? plainSnippet(inserted) : inserted) + text.slice(end);
  }
  const end = sentence.end + text.length - passage.length;
  const fixed = replacePassage(at, text, analyse).filter(
    (other) => other.base === at.base && other.sentence.start < end && other.sentence.end > sentence.start,
  );
  return rules.every(
    (other) =>
      !fixed.some((one) => checkSentence(other, one)) || (other !== rule && checkSentence(other, at) !== undefined),
  );
}

/** The sentences of the story as they would be with another text in the passage of `at`. */
function replacePassage(at: StorySentence, passage: string, analyse: Analyse): StorySentence[] {
  const isSame = (other: StorySentence): boolean => other.base === at.base;
  const first = at.story.sentences.findIndex(isSame);
  const last = at.story.sentences.findLastIndex(isSame);
  const sentences: StorySentence[] = [];
  const story: Story = { ...at.story, sentences, suspicions: new Map() };
  const place = (other: StorySentence): void => {
    sentences.push({ ...other, index: sentences.length, story });
  };
  at.story.sentences.slice(0, first).forEach(place);
  for (const analysed of analyse(passage)) place({ ...at, ...analysed, passage });
  at.story.sentences.slice(last + 1).forEach(place);
  return sentences;
}
