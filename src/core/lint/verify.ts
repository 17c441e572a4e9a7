import { isScored, type RuleFix, type SentenceMatch, type SentenceRule } from '../rules/rule';
import { isSuspect } from '../scorer/suspicion';
import { estimateParts } from '../story/jobs';
import { type Analyse, neighbour, type PlacedPassage, type Story, type StorySentence } from '../story/story';
import { plainSnippet } from '../text/snippet';
import type { Edit } from '../types';

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
  const { sentence } = at;
  if (fix.edits.some(({ start, end }) => start < 0 || end > sentence.end)) return false;
  const edits = fix.snippet ? fix.edits.map((edit) => ({ ...edit, text: plainSnippet(edit.text) })) : fix.edits;
  const fixed = afterEdits(at, edits, analyse);
  const last = fixed.at(-1);
  // What stands beside it may be judged by it.
  const beside = [
    { was: neighbour(at, -1), is: fixed[0] && neighbour(fixed[0], -1) },
    { was: neighbour(at, 1), is: last && neighbour(last, 1) },
  ];
  return rules.every((other) => {
    const objects = (one: StorySentence | undefined): boolean =>
      one !== undefined && checkSentence(other, one) !== undefined;
    const spreads = beside.some(({ was, is }) => objects(is) && !objects(was));
    return !spreads && (!fixed.some(objects) || (other !== rule && objects(at)));
  });
}

/** What stands where a sentence stands, once edits within it have been made; in its story, changed as well. */
export function afterEdits(at: StorySentence, edits: readonly Edit[], analyse: Analyse): StorySentence[] {
  const { sentence, passage } = at;
  const from = at.base - passage.base;
  let { text } = passage;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, from + start) + inserted + text.slice(from + end);
  const to = at.base + sentence.end + text.length - passage.text.length;
  return replacePassage(at, { text, base: passage.base }, analyse).filter(
    (other) => other.base < to && other.base + other.sentence.end > at.base,
  );
}

/** The sentences of the passage in which `at` stands, as they would be with another text, in a story that is otherwise the same. */
function replacePassage(at: StorySentence, passage: PlacedPassage, analyse: Analyse): StorySentence[] {
  const isSame = (other: StorySentence): boolean => other.passage === at.passage;
  const first = at.story.sentences.findIndex(isSame);
  const last = at.story.sentences.findLastIndex(isSame);
  const sentences: StorySentence[] = [];
  const story: Story = { ...at.story, sentences, suspicions: new Map(), known: new Map() };
  const place = (other: StorySentence): void => {
    sentences.push({ ...other, index: sentences.length, story });
  };
  at.story.sentences.slice(0, first).forEach(place);
  for (const { at: start, analysed } of analyse(passage.text))
    place({ ...at, ...analysed, passage, base: passage.base + start });
  const end = sentences.length;
  at.story.sentences.slice(last + 1).forEach(place);
  if (!at.marked)
    for (const [i, part] of estimateParts(sentences.map(({ jobs }) => jobs)).entries()) {
      const placed = sentences[i];
      if (placed) sentences[i] = { ...placed, part };
    }
  return sentences.slice(first, end);
}
