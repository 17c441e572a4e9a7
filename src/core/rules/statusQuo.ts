import type { Sentence } from '../language/analyse';
import type { Clause } from '../language/clauses';
import type { Tagged } from '../language/tag';
import { WORD_CLASSES } from '../language/wordClasses';
import { NO_EVIDENCE } from '../scorer/evidence';
import { isAct } from '../story/jobs';
import { neighbour, type SentenceInPart, type StorySentence } from '../story/story';
import { KINDS } from '../types';
import { reasonFixes } from './fixes/reason';
import type { ScoredRule } from './rule';
import { LASTING } from './shared/lasting';
import { hasEvidence, wholeSentence } from './shared/scored';

/** The evidence that speaks of choosing or refusing; all other evidence for the rule appeals to something other than the case at hand. */
const CHOICES = new Set(['so I followed', 'I chose', 'refused by rule', 'that decided it']);
const CONTRAST = new Set(
  'but though although however instead until except yet anyway unless despite still longer nevertheless'.split(' '),
);
const PRECEDENTS = WORD_CLASSES.get('precedent');
const CAUSE = new Set(['because', 'since', 'as', 'bc', 'cos', 'cause', 'coz', 'being', 'given']);
const CONSEQUENCE = new Set(['so', 'hence', 'therefore', 'thus', 'accordingly', 'consequently']);
/** What the narrator does with something inherited. */
const KEEPS = new Set(
  'keep stick stay leave follow go choose pick use take opt adopt apply copy roll carry'.split(' '),
);
/** What somebody does who looks behind a rule. */
const PROBES = new Set(
  'ask test measure count compare check time show prove try trial change challenge question break drop scrap replace remove rewrite interview look end ignore read'.split(
    ' ',
  ),
);

export const statusQuo: ScoredRule = {
  id: 'status-quo',
  scope: 'sentence',
  kinds: KINDS,
  title: 'A choice is defended by precedent',
  hears: 'The reason is that it was always so. Would this person ever have noticed that it had stopped making sense?',
  why: "Precedent, policy and convention are somebody else's judgement about yesterday's case. Interviewers who look for candour and courage want to hear which problem the rule once solved, whether you had that problem, and what you weighed against it.",
  cure: 'Give the reason that held in your case (a constraint, a measurement, a cost), or say that you asked where the rule came from and what you found. Then the same choice is a judgement.',
  sources: ['000', '003'],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: "I kept the weekly release because that's how we always did it.",
      good: '"We have always released weekly" was the only answer I got, so I tried two releases a week in one team.',
    },
    {
      part: 'action',
      bad: 'I refused the refund, as company policy says fourteen days.',
      good: 'Company policy said fourteen days; he came on day fifteen with a sick child, so I refunded him and told my boss.',
    },
    {
      part: 'action',
      bad: 'For the queue I took Kafka, since Kafka is the industry standard for this.',
      good: 'I took Kafka, which is also the standard here, because replaying a day of orders had to take under ten minutes.',
    },
    {
      part: 'action',
      bad: 'All clinics in town have two receptionists, it is the norm, so I hired two.',
      good: 'Every clinic in town has two receptionists; I counted the calls for a week and hired one.',
    },
    {
      part: 'action',
      bad: 'The contract had always been rolled over, so I rolled it over.',
      good: 'The bank had run on Oracle since 1994 and every team was expected to.',
    },
  ],
  unprompted: true,
  isCandidate: (here, at) => hasEvidence(here) || reasonsInGeneral(at.sentence),
  traits,
  surroundings,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'That it was always so is no reason yet. Which reason held in your case?',
    fixes: () => reasonFixes(at, isPrecedent),
  }),
};

/** A word that appeals to what was before, to what others do or to what is laid down. */
function isPrecedent({ tag, text }: Tagged): boolean {
  return tag !== 'quote' && (PRECEDENTS?.has(text) ?? false);
}

/** Where a sentence says "because" or "so", and which of its words give the reason. */
function findReason(tokens: readonly Tagged[]): { readonly joint: number; inReason(i: number): boolean } {
  const joint = tokens.findIndex(
    ({ text, tag }, i) => tag !== 'quote' && (CAUSE.has(text) || (i > 0 && CONSEQUENCE.has(text))),
  );
  const follows = CONSEQUENCE.has(tokens[joint]?.text ?? '');
  return { joint, inReason: (i) => joint >= 0 && (follows ? i < joint : i > joint) };
}

/** What others do, or what is so. */
function isGeneral({ actor, tense, unreal }: Clause): boolean {
  return !unreal && actor !== 'i' && actor !== 'elided' && (tense === 'present' || tense === 'perfect');
}

/** The reason is what others do, or what is so. */
function reasonsInGeneral({ tokens, clauses }: Sentence): boolean {
  if (!clauses.some(isGeneral)) return false;
  const { inReason } = findReason(tokens);
  return clauses.some((clause) => isGeneral(clause) && inReason(clause.verb));
}

function traits(at: SentenceInPart): string[] {
  const { tokens, clauses } = at.sentence;
  const found = [`part ${at.part}`];
  const { joint, inReason } = findReason(tokens);
  const precedents = tokens.flatMap((token, i) => (isPrecedent(token) ? [i] : []));
  if (precedents.length > 0) found.push('precedent');
  if (precedents.some(inReason)) found.push('precedent as the reason');
  for (const { actor, groupStart, verb } of clauses) {
    const lasting = tokens.slice(groupStart, verb + 2).some(({ text }) => LASTING.has(text));
    if (lasting) found.push(actor === 'i' ? 'lasting habit of the narrator' : 'lasting habit of others');
  }
  if (clauses.some(({ actor, tense, unreal }) => (actor === 'we' || actor === 'you') && tense === 'present' && !unreal))
    found.push('we do so today');
  const general = reasonsInGeneral(at.sentence);
  const echo = joint >= 0 && echoes(tokens, joint);
  if (general) found.push('general reason');
  if (echo) found.push('echo');
  if (general && echo) found.push('general reason and echo');
  if (tokens.some((_, i) => isTautology(tokens, i))) found.push('tautology');
  const narrated = clauses.filter(({ actor }) => actor === 'i' || actor === 'elided');
  const probes = narrated.some(({ lemma, negated }) => !negated && PROBES.has(lemma));
  const contrasts = tokens.some(({ text, tag }) => tag !== 'quote' && CONTRAST.has(text));
  if (narrated.some(({ lemma, negated }) => !negated && KEEPS.has(lemma))) found.push('keeps');
  if (probes) found.push('probes');
  if (contrasts) found.push('contrasts');
  if (precedents.length > 0 && !contrasts && !probes) found.push('bare precedent');
  if (clauses.some(({ tense, unreal }) => tense === 'present' && !unreal)) found.push('holds today');
  if (narrated.some(isAct)) found.push('acts');
  if (tokens.some(({ tag }) => tag === 'quote')) found.push('quotes');
  const groups = [...(at.evidence.get('status-quo') ?? NO_EVIDENCE).keys()];
  const against = groups.filter((name) => name.startsWith('not ')).length;
  const appeals = groups.filter((name) => !name.startsWith('not ') && !CHOICES.has(name)).length;
  const measured = tokens.some((token, i) => isMeasure(token, tokens[i - 1]));
  if (measured) found.push('measured');
  found.push(`appeals ${Math.min(appeals, 3)}`, `against ${Math.min(against, 2)}`);
  if (appeals > 0 && against === 0 && !contrasts && !probes) found.push('appeals unopposed');
  if (appeals > 0 && against === 0 && !contrasts && !probes && !measured && joint >= 0)
    found.push('appeals unopposed as the reason');
  if (at.part === 'situation' && narrated.length === 0 && !clauses.some(({ actor }) => actor === 'we'))
    found.push('scene without the narrator');
  return found;
}

function surroundings(at: StorySentence): string[] {
  const found: string[] = [];
  const behind = defendsOwnChoice(at.sentence) ? 'behind a choice' : 'next';
  if ([1, 2].some((distance) => challenges(neighbour(at, distance)))) found.push(`challenged ${behind}`);
  const next = neighbour(at, 1);
  if (next?.part === at.part && next.sentence.clauses.some(({ actor }) => actor === 'i')) found.push(`acts ${behind}`);
  return found;
}

/** "I took Kafka, since …": the choice is made, and whatever the narrator does next is about something else. */
function defendsOwnChoice({ tokens, clauses }: Sentence): boolean {
  const { joint, inReason } = findReason(tokens);
  return (
    joint >= 0 &&
    clauses.some(
      (clause) => !inReason(clause.verb) && (clause.actor === 'i' || clause.actor === 'elided') && isAct(clause),
    )
  );
}

const CHALLENGES = [
  'not asked why',
  'not changed it',
  'not found wanting',
  'not contrast',
  'not rule broken or weighed',
];

/** A sentence that looks behind what was always so. */
function challenges(at: StorySentence | undefined): boolean {
  const found = at?.evidence.get('status-quo');
  return found !== undefined && CHALLENGES.some((name) => found.has(name));
}

/** Whether what stands before and behind a word speaks of the same thing ("we count by hand here, so I counted by hand"). */
function echoes(tokens: readonly Tagged[], joint: number): boolean {
  const before = new Set(tokens.slice(0, joint).filter(isContent).map(stem));
  return tokens.slice(joint + 1).some((token) => isContent(token) && before.has(stem(token)));
}

const isContent = ({ tag, type, text }: Tagged): boolean =>
  type === 'number' || (text.length > 3 && (tag === 'noun' || tag === 'name' || tag === 'verb' || tag === 'adjective'));
const stem = ({ text, lemma, tag }: Tagged): string => (tag === 'verb' ? lemma : text.replace(/s$/, ''));

/** A number that is no year. */
const isMeasure = ({ type, text }: Tagged, before: Tagged | undefined): boolean =>
  type === 'number' && !/^(?:1[89]|20)\d\d/.test(text) && before?.text !== 'the' && before?.text !== 'since';

/** "rules are rules", "the policy is the policy". */
function isTautology(tokens: readonly Tagged[], i: number): boolean {
  const noun = (at: number): string => (tokens[at]?.tag === 'noun' ? (tokens[at]?.text ?? '') : '');
  if (tokens[i]?.tag !== 'be' || noun(i - 1) === '') return false;
  const next = i + 1;
  return [next, next + 1].some((at) => noun(at) === noun(i - 1));
}
