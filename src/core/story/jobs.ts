import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import type { Tagged } from '../language/tag';
import type { Evidence } from '../scorer/evidence';
import { PARTS, type PartName } from '../types';

/** How strongly a sentence does the job of each part; 0 where nothing speaks for it. */
export type JobScores = Readonly<Record<PartName, number>>;

/** Under this name the evidence of jobs.evidence.yaml is found beside that of the rules. */
export const JOB_EVIDENCE = 'jobs';

/** How much each group of phrases speaks for a part; set by hand, checked against the training stories. */
const SPEAKS: Readonly<Record<string, readonly (readonly [PartName, number])[]>> = {
  setting: [['situation', 2]],
  role: [['task', 3]],
  deadline: [['task', 1]],
  outcome: [['result', 2.5]],
  success: [['result', 1.5]],
  unfinished: [['result', -3]],
  lesson: [['learning', 4]],
  realised: [['learning', 2.5]],
  change: [['learning', 3.5]],
  now: [['learning', 2.5]],
  mistake: [['learning', 2]],
  nothing: [['learning', -6]],
};

/** Verbs that state rather than act: they move no story forward. */
const STATES = new Set(
  'be have know think believe want need like hope feel see hear understand mean seem appear own belong consist depend face encounter exist remain stay wish expect work use notice realise realize learn'.split(
    ' ',
  ),
);

/** Whether somebody does something in the clause, as told of the past. */
export function isAct(clause: Clause): boolean {
  return (
    !clause.negated &&
    !clause.unreal &&
    clause.voice === 'active' &&
    !STATES.has(clause.lemma) &&
    clause.tense !== 'base' &&
    clause.tense !== 'progressive'
  );
}

/** Whether the narrator does something in the sentence, or, in notes, somebody left out. */
export function narratorActs(sentence: Sentence): boolean {
  return sentence.clauses.some((clause) => (clause.actor === 'i' || clause.actor === 'elided') && isAct(clause));
}

const hasHappened = ({ tense, unreal }: Clause): boolean => !unreal && (tense === 'past' || tense === 'perfect');

/** How many clauses of a sentence tell of something that has happened. */
export const countPast = ({ clauses }: Sentence): number => clauses.filter(hasHappened).length;

/** Whether one of them does. */
export const isPast = ({ clauses }: Sentence): boolean => clauses.some(hasHappened);

export function jobScores(sentence: Sentence, evidence: Evidence): JobScores {
  const scores: Record<PartName, number> = { situation: 0, task: 0, action: 0, result: 0, learning: 0 };
  for (const name of evidence.keys()) for (const [part, weight] of SPEAKS[name] ?? []) scores[part] += weight;
  const acts = sentence.clauses.filter(isAct);
  scores.action += 1.5 * Math.min(2, acts.filter(({ actor }) => actor === 'i' || actor === 'elided').length);
  scores.action += 1.6 * Math.min(2, acts.filter(({ actor, tense }) => actor === 'we' && tense !== 'perfect').length);
  if (acts.length === 0) scores.situation += 1;
  if (acts.length > 0 && acts.every(({ actor }) => actor === 'thing' || actor === 'other')) scores.result += 0.5;
  return scores;
}

/** "I check faces with the ward": what the narrator does as a habit, told in the present. "Read" and "put" may be either tense. */
export function tellsHabit({ clauses, tokens }: Sentence): boolean {
  const repeats = tokens.some(({ text }) => text === 'each' || text === 'every' || text === 'now' || text === 'any');
  return clauses.some(({ actor, tense, lemma, unreal, subordinator, verb }) => {
    const timeless =
      tense === 'base' || tense === 'present' || (tense === 'past' && tokens[verb]?.text === lemma && repeats);
    return actor === 'i' && timeless && !unreal && !subordinator && !MINDS.has(lemma);
  });
}

/** "You have to ask twice", "One should count first": what anybody is to do. */
export function isAdvice({ clauses }: Sentence): boolean {
  return clauses.some(({ actor, tense }) => actor === 'you' && (tense === 'present' || tense === 'base'));
}

const OUGHT = new Set("should shouldn't must mustn't would wouldn't could couldn't might need cannot can't".split(' '));

/** "I had not agreed the limit beforehand", "The drill should have come first": what was wrong, or is done since. */
export function regrets({ clauses, tokens }: Sentence): boolean {
  if (tokens.some(({ text, tag }) => tag === 'modal' && OUGHT.has(text))) return true;
  const since = tokens.some(({ text, tag }) => tag !== 'quote' && (text === 'since' || text === 'ever'));
  return clauses.some(
    ({ actor, tense, negated, unreal, lemma }) =>
      actor === 'i' &&
      !unreal &&
      lemma !== 'be' &&
      ((negated && (tense === 'past' || tense === 'perfect')) || (since && tense === 'perfect')),
  );
}

const MINDS = new Set(
  'be have know think believe want need like hope feel see hear understand mean seem wish expect guess suppose remember'.split(
    ' ',
  ),
);

/** "Weather always wins", "Never assume": said of things in general, in the present, with no figure. */
export function isAphorism({ clauses, tokens }: Sentence): boolean {
  const first = clauses[0];
  if (!first || (first.tense !== 'base' && first.tense !== 'present') || tokens.some(({ type }) => type === 'number'))
    return false;
  if (first.actor === 'you' || first.actor === 'elided') return true;
  return first.actor === 'thing' && !isDefinite(tokens.slice(first.subject.first, first.subject.last + 1));
}

const DEFINITE = new Set('the my our his her their its this these those it there i we'.split(' '));
const isDefinite = (subject: readonly Tagged[]): boolean =>
  subject.length === 0 || subject.some(({ text, tag }) => DEFINITE.has(text) || tag === 'name');

/** The most likely parts of unmarked sentences, by what speaks for each of `PARTS`: they may be left out, but never go back. */
export function estimateParts(scores: readonly (readonly number[])[]): PartName[] {
  let totals = PARTS.map((_, i) => -SKIPPED * i);
  const cameFrom: number[][] = [];
  for (const [at, score] of scores.entries()) {
    const from: number[] = [];
    let best = 0;
    totals = PARTS.map((part, i) => {
      if ((totals[i] ?? 0) >= (totals[best] ?? 0)) best = i;
      from.push(best);
      const opening = at === 0 && part === 'situation' ? OPENING : 0;
      return (totals[best] ?? 0) + (score[i] ?? 0) + opening;
    });
    cameFrom.push(from);
  }
  let part = totals.reduce((best, total, i) => (total > (totals[best] ?? 0) ? i : best), 0);
  return cameFrom
    .toReversed()
    .map((from) => {
      const name = PARTS[part] ?? 'situation';
      part = from[part] ?? 0;
      return name;
    })
    .reverse();
}

/** What it costs a path to leave a part out at its start, and what speaks for a first sentence that sets the scene. */
const SKIPPED = 0.8;
const OPENING = 1.5;
