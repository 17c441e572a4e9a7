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

/** So much text is kept analysed, in passages and once more in sentences, in UTF-16 code units: about a hundred stories. */
const KEPT = 250_000;
const lengthOf = (text: string): number => text.length;

/** Depends on the rules alone, so one serves all linters. */
const finder = once(() => new EvidenceFinder(evidence));

/** Analyses passages of text and remembers what it has seen last. */
export class Analyser {
  readonly #passages = new BoundedCache<readonly PlacedSentence[]>(KEPT, lengthOf);
  readonly #sentences = new BoundedCache<AnalysedSentence>(KEPT, lengthOf);
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
