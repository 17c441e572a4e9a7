import evidence from 'starl:evidence';
import { type FoundSentence, findSentences, identify, readSentence } from '../language/analyse';
import { classesOf } from '../language/lexicon';
import { EvidenceFinder, NO_EVIDENCE } from '../scorer/evidence';
import { readGrammar } from '../scorer/features';
import { weightTable } from '../scorer/weightTable';
import { JOB_EVIDENCE, jobScores } from '../story/jobs';
import { weighJobs } from '../story/partModel';
import type { AnalysedSentence, PlacedSentence } from '../story/story';
import { BoundedCache } from '../util/cache';
import { once } from '../util/once';

/** Passages and sentences whose analysis is kept: about forty stories. */
const KEPT_PASSAGES = 1000;
const KEPT_SENTENCES = 2000;

/** Depends on the rules alone, so one serves all linters. */
const finder = once(() => new EvidenceFinder(evidence));

/** Analyses passages of text and remembers what it has seen last. */
export class Analyser {
  readonly #passages = new BoundedCache<readonly PlacedSentence[]>(KEPT_PASSAGES);
  readonly #sentences = new BoundedCache<AnalysedSentence>(KEPT_SENTENCES);
  /** A function of the text alone; bound, to be handed on. */
  readonly analyse = (text: string): readonly PlacedSentence[] =>
    this.#passages.get(text, () =>
      findSentences(text).map((found) => ({
        at: found.start,
        analysed: this.#sentences.get(identify(found), () => look(found)),
      })),
    );
}

function look(found: FoundSentence): AnalysedSentence {
  const sentence = readSentence(found);
  const evidence = finder().find(sentence);
  let closedWords = 0;
  for (const { text } of sentence.tokens) if (classesOf(text).size > 0) closedWords++;
  const jobs = jobScores(sentence, evidence.get(JOB_EVIDENCE) ?? NO_EVIDENCE);
  return {
    sentence,
    evidence,
    grammar: once(() => readGrammar(sentence, weightTable().index)),
    inParts: [],
    jobs,
    jobWeights: weighJobs({ sentence, evidence, jobs }),
    closedWords,
  };
}
