import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import { PARTS, type PartName } from '../types';
import data from './jobs.yaml';

/** How strongly a sentence does the job of each part; 0 where nothing speaks for it. */
export type JobScores = Readonly<Record<PartName, number>>;

const CUES = Object.entries(data).map(([part, cues]) => ({
  part: part as PartName,
  cues: cues.map(({ weight, pattern }) => ({ weight, pattern: new RegExp(pattern) })),
}));
/** Verbs that state rather than act: they move no story forward. */
const STATES = new Set(
  'be have know think believe want need like hope feel see hear understand mean seem appear look own belong consist depend face encounter exist remain stay wish expect work use notice realise realize learn'.split(
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

export function jobScores(sentence: Sentence): JobScores {
  const text = sentence.text.toLowerCase().replaceAll('’', "'");
  const scores: Record<PartName, number> = { situation: 0, task: 0, action: 0, result: 0, learning: 0 };
  for (const { part, cues } of CUES) {
    for (const { weight, pattern } of cues) if (pattern.test(text)) scores[part] += weight;
  }
  const acts = sentence.clauses.filter(isAct);
  scores.action += 1.5 * Math.min(2, acts.filter(({ actor }) => actor === 'i' || actor === 'elided').length);
  scores.action += 1.6 * Math.min(2, acts.filter(({ actor, tense }) => actor === 'we' && tense !== 'perfect').length);
  if (acts.length === 0) scores.situation += 1;
  if (acts.length > 0 && acts.every(({ actor }) => actor === 'thing' || actor === 'other')) scores.result += 0.5;
  return scores;
}

/** The most likely parts of unmarked sentences: parts may be left out, but never go back. */
export function estimateParts(sentences: readonly Sentence[]): PartName[] {
  const scores = sentences.map(jobScores);
  let rows: { total: number; path: PartName[] }[] = PARTS.map((_, i) => ({ total: -0.8 * i, path: [] }));
  for (const [at, score] of scores.entries()) {
    rows = PARTS.map((part, i) => {
      const best = rows.slice(0, i + 1).reduce((a, b) => (b.total >= a.total ? b : a));
      const opening = at === 0 && part === 'situation' ? 1.5 : 0;
      return { total: best.total + score[part] + opening, path: [...best.path, part] };
    });
  }
  return rows.reduce((a, b) => (b.total > a.total ? b : a)).path;
}
