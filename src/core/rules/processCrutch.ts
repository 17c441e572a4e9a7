import { hasMeasure } from '../language/measures';
import { WORD_CLASSES } from '../language/wordClasses';
import { NO_EVIDENCE } from '../scorer/evidence';
import { neighbour, type SentenceInPart, type StorySentence } from '../story/story';
import { tabStop } from '../text/snippet';
import { addBeforeStop } from './fixes/marks';
import { replaceSentence } from './fixes/sentence';
import type { RuleFix, ScoredRule } from './rule';
import { wholeSentence } from './shared/scored';

const PROCESSES = ['named method', 'artefact', 'ceremony', 'weak artefact'];

export const processCrutch: ScoredRule = {
  id: 'process-crutch',
  scope: 'sentence',
  title: 'A process is offered as what solved the problem',
  hears:
    'A tool or a ceremony did the work. Where is the judgement: what did this person understand that others had missed?',
  why: 'Where context counts for more than control, a process is a last resort. A story that credits a board, a matrix or a meeting tells nothing of the goal it served or of what changed through it.',
  cure: 'Say which goal or insight the process served and what changed through it, or leave the process out.',
  sources: ['000'],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: 'I set up a RACI matrix and a weekly steering meeting, and that took care of the conflict.',
      good: 'I set up a ten-minute call at shift change so that the night crew would hear about open valves before touching them.',
    },
    {
      part: 'action',
      bad: 'I introduced Kanban and this was the key to everything.',
      good: 'I put up a Kanban wall with a limit of four beds, and the wait fell from five hours to three.',
    },
    {
      part: 'action',
      bad: 'What saved the project was a proper Gantt chart.',
      good: 'I cancelled the weekly status meeting and sent one page instead.',
    },
  ],
  isCandidate: (here, at) => PROCESSES.some((name) => here.has(name)) && !isImagined(at),
  traits,
  surroundings,
  check(at) {
    return {
      ...wholeSentence(at),
      message: 'Which goal did this process serve, and what changed through it?',
      fixes: () => fixesOf(at),
    };
  },
};

function fixesOf(at: StorySentence): RuleFix[] {
  const insight = `I saw that ${tabStop(1, '[what the others had missed]')}, so I ${tabStop(2, '[what you changed]')}, and ${tabStop(3, '[what came of it]')}`;
  // "…, and that fixed it" already says what came of it, not what it was for.
  const isPraised = at.evidence.get('process-crutch')?.has('cure') ?? false;
  const purpose = ` so that ${tabStop(1, '[what it was to change]')}`;
  return [
    ...(isPraised ? [] : [addBeforeStop(at, 'Say what it was for', purpose)]),
    addBeforeStop(at, 'Say what changed through it', `; through it ${tabStop(1, '[what changed, as a number]')}`),
    replaceSentence(at, 'Tell the insight instead of the process', insight),
  ];
}

/** "Halting the report would delay it": what is only weighed has solved nothing. */
function isImagined({ sentence: { clauses } }: SentenceInPart): boolean {
  const told = clauses.filter(({ tense }) => tense !== 'progressive');
  return told.length > 0 && told.every(({ unreal }) => unreal);
}

/** Verbs by which a process is brought in. */
const INSTALLS = WORD_CLASSES.get('install');

/** How the process stands in the sentence and its story: brought in, praised, with a purpose or with nothing. */
function traits(at: SentenceInPart): string[] {
  const here = at.evidence.get('process-crutch') ?? NO_EVIDENCE;
  const { clauses, tokens, words } = at.sentence;
  const found = [`part ${at.part}`];
  const against = [...here.keys()].some((name) => name.startsWith('not '));
  const installed = clauses.some(
    ({ actor, lemma, negated, unreal }) => INSTALLS?.has(lemma) && !negated && !unreal && actor !== 'thing',
  );
  const measured = hasMeasure(at.sentence);
  if (installed) found.push('installed');
  if (installed && !against && !measured) found.push('installed for nothing');
  if (here.has('cure') && !against) found.push('cure and nothing against it');
  if (here.has('cure') && measured) found.push('cure measured');
  if (!here.has('cure') && against) found.push('no cure but a purpose');
  if (PROCESSES.filter((name) => here.has(name)).length > 1) found.push('several processes');
  const subject = clauses[0]?.subject;
  if (subject && clauses[0]?.actor === 'thing' && !at.sentence.clauses.some(({ actor }) => actor === 'i'))
    found.push('no person acts first');
  if (words <= 7) found.push('short');
  if (tokens.at(-1)?.text === '?') found.push('question');
  return found;
}

/** A process that is only said to have been set up may have had its effect further on. */
function surroundings(at: StorySentence): string[] {
  if (at.evidence.get('process-crutch')?.has('cure')) return [];
  const next = neighbour(at, 1);
  const results = at.story.sentences.filter((other) => other.part === 'result' && other !== at);
  return [
    ...(next?.part === at.part && hasMeasure(next.sentence) ? ['measured next'] : []),
    ...(results.some(({ sentence }) => hasMeasure(sentence)) ? ['measured result'] : []),
  ];
}
