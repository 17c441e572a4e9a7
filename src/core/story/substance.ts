import { hasMeasure } from '../language/measures';
import type { PartName } from '../types';
import {
  countPast,
  isAct,
  isAdvice,
  isAphorism,
  JOB_EVIDENCE,
  type JobScores,
  narratorActs,
  regrets,
  tellsHabit,
} from './jobs';
import { isDone } from './partModel';
import { perStory, type Story, type StorySentence } from './story';

/** A learning is told late; what is realised earlier moves the story on. */
const LEARNING_FROM = 0.4;
const HABIT_FROM = 0.7;

/** Whether a sentence of the story does the job of the part, under its heading or not; hollow sentences do none. */
export function hasSubstance(story: Story, part: PartName, isHollow?: (at: StorySentence) => boolean): boolean {
  if (part === 'learning' && story.sentences.some(statesLesson)) return true;
  return isDone(story, part, isHollow) ?? seemsTold(story, part, isHollow);
}

/** "I learned that …", "It taught us to …", told in the second half: nobody need guess at that. */
function statesLesson(at: StorySentence): boolean {
  const jobs = at.evidence.get(JOB_EVIDENCE);
  return (
    progress(at) >= 0.5 &&
    jobs?.has('lesson') === true &&
    !jobs.has('nothing') &&
    at.sentence.clauses.some(
      ({ actor, lemma, unreal, negated, tense }) =>
        !unreal &&
        !negated &&
        (tense === 'past' || tense === 'perfect') &&
        (lemma === 'teach' || (lemma === 'learn' && (actor === 'i' || actor === 'we'))),
    )
  );
}

/** The same by what jobs look like, without what training found. */
export function seemsTold(
  story: Story,
  part: PartName,
  isHollow: (at: StorySentence) => boolean = () => false,
): boolean {
  return story.sentences.some((at) => !isHollow(at) && DOES_JOB[part](at, at.jobs));
}

/** "I was scientific assistant, half a post": a role title alone is no task. */
function isTitle({ sentence }: StorySentence): boolean {
  const [first, ...more] = sentence.clauses;
  return first?.actor === 'i' && first.lemma === 'be' && more.length === 0;
}

/**
 * Told without marks, a task is said in a thousand ways: somebody's words, a promise, a date, "me" and "mine". Any of them is enough
 * not to ask for it.
 */
function hintsAtTask({ sentence }: StorySentence, scores: JobScores): boolean {
  if (scores.task >= 1) return true;
  if (
    sentence.clauses.some(
      ({ actor, unreal, lemma }) => actor === 'i' && (unreal || lemma === 'say' || lemma === 'promise'),
    )
  )
    return true;
  return sentence.tokens.some(
    ({ tag, text }) => tag === 'quote' || text === 'me' || text === 'mine' || text === 'yours',
  );
}

/** "It was a huge success": vague, but told as the result. */
function claimsResult(at: StorySentence): boolean {
  const claims = at.evidence.get('vague-result')?.keys() ?? [];
  return at.part !== 'learning' && [...claims].some((name) => !name.startsWith('not '));
}

type DoesJob = (at: StorySentence, scores: JobScores) => boolean;

const isOwn = (at: StorySentence, part: PartName): boolean => at.marked && at.part === part;
const isMarked = ({ story }: StorySentence, part: PartName): boolean => story.marks.some((mark) => mark.part === part);
/** How far through the story a sentence stands, 0 to 1. */
const progress = (at: StorySentence): number => (at.index + 1) / at.story.sentences.length;

const DOES_JOB: Readonly<Record<PartName, DoesJob>> = {
  situation(at, scores) {
    if (isOwn(at, 'situation')) return true;
    if (at.marked) return at.part === 'task' && !isMarked(at, 'situation') && scores.situation >= 3;
    if (progress(at) > 0.4 && at.index > 1) return false;
    const others = at.sentence.clauses.filter(
      ({ actor, unreal, lemma }) =>
        !unreal && (actor === 'thing' || actor === 'other' || (actor === 'we' && (lemma === 'be' || lemma === 'have'))),
    ).length;
    return scores.task < 2.5 ? others > 0 || scores.situation >= 1 : scores.situation >= 2 && others > 1;
  },
  task(at, scores) {
    if (isOwn(at, 'task')) return scores.task >= 1 || !isTitle(at);
    return (
      (scores.task >= 2.5 && progress(at) <= 0.6) || (!at.marked && progress(at) <= 0.45 && hintsAtTask(at, scores))
    );
  },
  action(at) {
    const acts =
      narratorActs(at.sentence) || at.sentence.clauses.some((clause) => clause.actor === 'we' && isAct(clause));
    return acts && (at.part === 'action' || !isMarked(at, 'action'));
  },
  result(at, scores) {
    if (isMarked(at, 'result')) return isOwn(at, 'result') && scores.result > -1;
    const claimed = progress(at) >= 0.5 && claimsResult(at);
    if (at.marked)
      return (
        claimed ||
        scores.result >= 4 ||
        (at.part !== 'learning' && progress(at) >= 0.6 && hasMeasure(at.sentence) && !narratorActs(at.sentence))
      );
    if (claimed) return true;
    return (
      progress(at) >= 0.35 &&
      (scores.result >= (progress(at) >= 0.5 ? 1.5 : 2.5) ||
        (scores.result >= 0 && hasMeasure(at.sentence) && !narratorActs(at.sentence)))
    );
  },
  learning(at, scores) {
    const own = isOwn(at, 'learning');
    const late = progress(at) >= HABIT_FROM;
    const general =
      (late || own) &&
      (tellsHabit(at.sentence) || ((!at.marked || own) && (isAphorism(at.sentence) || isAdvice(at.sentence))))
        ? 2.5
        : 0;
    if (own) return scores.learning + general >= 2 || (scores.learning >= 0 && regrets(at.sentence));
    return (
      progress(at) >= LEARNING_FROM &&
      scores.learning + general >= (at.marked && progress(at) < 0.85 ? 3.5 : late ? 2.5 : 3)
    );
  },
};

/** Whether the text tells of something that happened; answers such as "my weakness is …" do not. */
export const isTold = perStory(({ marks, sentences }) => {
  if (marks.length > 0) return true;
  let clauses = 0;
  let past = 0;
  for (const { sentence } of sentences) {
    clauses += sentence.clauses.length;
    past += countPast(sentence);
  }
  return past > 0 && past >= clauses / 4;
});
