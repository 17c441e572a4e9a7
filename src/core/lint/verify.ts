import { behindMarks, cutsMarks, losesHidden, withMarks } from '../rules/fixes/marks';
import { isScored, type RuleFix, type SentenceMatch, type SentenceRule } from '../rules/rule';
import { isSuspect } from '../scorer/suspicion';
import {
  type Analyse,
  estimateUnmarked,
  neighbour,
  type PlacedPassage,
  type Story,
  type StorySentence,
} from '../story/story';
import { plainSnippet } from '../text/snippet';
import type { Edit } from '../types';

/** Asks a rule about a sentence; a scored rule is asked only where the scorer suspects it. */
export function checkSentence(rule: SentenceRule, at: StorySentence): SentenceMatch | undefined {
  return isScored(rule) && !isSuspect(at, rule) ? undefined : rule.check(at);
}

/**
 * The fixes that do what every fix promises: applied, the rule objects no more, and no other rule objects that did not
 * object to the sentence before; nor is code, an address or a comment lost with words that go. Those that leave one half of a pair of marks, last resorts, and those that let a rule object
 * to what stands beside it are offered where there are no others.
 */
export function curing(
  fixes: readonly RuleFix[],
  at: StorySentence,
  rule: SentenceRule,
  rules: readonly SentenceRule[],
  analyse: Analyse,
): readonly RuleFix[] {
  const cures = fixes.flatMap((fix) => {
    const fixed = losesHidden(at, fix.edits) ? undefined : afterFix(fix, at, analyse);
    return fixed && isCured(fixed, at, rule, rules) ? [{ fix, fixed }] : [];
  });
  const whole = preferred(cures, ({ fix }) => !cutsMarks(at, fix.edits));
  const sparing = preferred(whole, ({ fix }) => !fix.lastResort);
  return preferred(sparing, ({ fixed }) => !spreads(fixed, at, rules)).map(({ fix }) => fix);
}

/** Those that hold, or all where none does. */
function preferred<One>(all: readonly One[], holds: (one: One) => boolean): readonly One[] {
  const kept = all.filter(holds);
  return kept.length > 0 ? kept : all;
}

/** What stands where a sentence stands once a fix is applied; undefined where it reaches beyond the sentence. */
function afterFix({ edits, snippet }: RuleFix, at: StorySentence, analyse: Analyse): StorySentence[] | undefined {
  const { start: first } = withMarks(at, { start: 0, end: at.sentence.end });
  const last = behindMarks(at);
  if (edits.some(({ start, end }) => start < first || end > last)) return undefined;
  return afterEdits(at, snippet ? edits.map((edit) => ({ ...edit, text: plainSnippet(edit.text) })) : edits, analyse);
}

const objects = (rule: SentenceRule, at: StorySentence | undefined): boolean =>
  at !== undefined && checkSentence(rule, at) !== undefined;

function isCured(
  fixed: readonly StorySentence[],
  at: StorySentence,
  rule: SentenceRule,
  rules: readonly SentenceRule[],
): boolean {
  return rules.every((other) => !fixed.some((one) => objects(other, one)) || (other !== rule && objects(other, at)));
}

/** What stands beside it may be judged by it. */
function spreads(fixed: readonly StorySentence[], at: StorySentence, rules: readonly SentenceRule[]): boolean {
  const first = fixed[0];
  const last = fixed.at(-1);
  const beside = [
    { was: neighbour(at, -1), is: first && neighbour(first, -1) },
    { was: neighbour(at, 1), is: last && neighbour(last, 1) },
  ];
  return rules.some((rule) => beside.some(({ was, is }) => objects(rule, is) && !objects(rule, was)));
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
    for (const [i, part] of estimateUnmarked(
      sentences.filter(({ marked }) => !marked),
      at.story.marks,
    ).entries()) {
      const placed = sentences[i];
      if (placed) sentences[i] = { ...placed, part };
    }
  return sentences.slice(first, end);
}
