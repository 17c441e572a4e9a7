import evidence from 'starl:evidence';
import { analyse, type Sentence } from '../language/analyse';
import { classesOf } from '../language/lexicon';
import { EvidenceFinder, NO_EVIDENCE } from '../scorer/evidence';
import { readGrammar } from '../scorer/features';
import { weightTable } from '../scorer/weightTable';
import { JOBS, jobScores } from '../story/jobs';
import type { AnalysedSentence } from '../story/story';
import { BoundedCache } from './cache';
import { once } from './once';

/** Passages whose analysis is kept: about forty stories. */
const KEPT_PASSAGES = 1000;

/** Depends on the rules alone, so one serves all linters. */
const finder = once(() => new EvidenceFinder(evidence));

/** Analyses passages of text and remembers what it has seen last. */
export class Analyser {
  readonly #cache = new BoundedCache<readonly AnalysedSentence[]>(KEPT_PASSAGES);
  /** A function of the text alone; bound, to be handed on. */
  readonly analyse = (text: string): readonly AnalysedSentence[] =>
    this.#cache.get(text, () => analyse(text).map((sentence) => this.#look(sentence)));

  #look(sentence: Sentence): AnalysedSentence {
    const evidence = finder().find(sentence);
    return {
      sentence,
      evidence,
      grammar: readGrammar(sentence, weightTable().index),
      jobs: jobScores(sentence, evidence.get(JOBS) ?? NO_EVIDENCE),
      closedWords: sentence.tokens.filter(({ text: word }) => classesOf(word).size > 0).length,
    };
  }
}
