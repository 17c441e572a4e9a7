import { hasMeasure } from '../language/measures';
import type { PartName } from '../types';
import { isAct, isAphorism, type JobScores, narratorActs, tellsHabit } from './jobs';
import type { Story, StorySentence } from './story';

/** A learning is told late; what is realised earlier moves the story on. */
const LEARNING_FROM = 0.4;
const HABIT_FROM = 0.7;

/** Whether a sentence of the story does the job of the part, under its heading or not; hollow sentences do none. */
export function hasSubstance(
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
      ({ actor, unreal }) => !unreal && (actor === 'thing' || actor === 'other'),
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
    if (at.marked)
      return (
        scores.result >= 4 ||
        (at.part !== 'learning' && progress(at) >= 0.6 && hasMeasure(at.sentence) && !narratorActs(at.sentence))
      );
    return (
      progress(at) >= 0.35 &&
      (scores.result >= (progress(at) >= 0.5 ? 1.5 : 2.5) ||
        (scores.result >= 0 && hasMeasure(at.sentence) && !narratorActs(at.sentence)))
    );
  },
  learning(at, scores) {
    const late = progress(at) >= HABIT_FROM;
    const general =
      (late || isOwn(at, 'learning')) &&
      (tellsHabit(at.sentence) || ((!at.marked || isOwn(at, 'learning')) && isAphorism(at.sentence)))
        ? 2.5
        : 0;
    if (isOwn(at, 'learning')) return scores.learning + general >= 2;
    return progress(at) >= LEARNING_FROM && scores.learning + general >= (at.marked && progress(at) < 0.85 ? 3.5 : 2.5);
  },
};

/** Whether the text tells of something that happened; answers such as "my weakness is …" do not. */
export function isTold(story: Story): boolean {
  if (story.marks.length > 0) return true;
  const clauses = story.sentences.flatMap(({ sentence }) => sentence.clauses);
  const past = clauses.filter(({ tense, unreal }) => !unreal && (tense === 'past' || tense === 'perfect')).length;
  return past > 0 && past >= clauses.length / 4;
}
