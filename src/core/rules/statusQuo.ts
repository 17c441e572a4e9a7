import type { Tagged } from '../language/tag';
import { WORD_CLASSES } from '../language/wordClasses';
import type { StorySentence } from '../story/story';
import { reasonFixes } from './fixes/reason';
import type { ScoredRule } from './rule';
import { hasEvidence, wholeSentence } from './scored';
import evidence from './statusQuo.evidence.yaml';
import weights from './statusQuo.weights.json';

const CAUSE = new Set(['because', 'since', 'as', 'bc', 'cos', 'cause', 'coz', 'being', 'given']);
const CONSEQUENCE = new Set(['so', 'hence', 'therefore', 'thus', 'accordingly', 'consequently']);
/** What the narrator does with something inherited. */
const KEEPS = new Set('keep stick stay leave follow go choose pick use take opt adopt apply copy roll carry'.split(' '));
/** What somebody does who looks behind a rule. */
const PROBES = new Set(
  'ask test measure count compare check time show prove try trial change challenge question break drop scrap replace remove rewrite interview look end ignore read'.split(
    ' ',
  ),
);

export const statusQuo: ScoredRule = {
  id: 'status-quo',
  scope: 'sentence',
  title: 'A choice is defended by precedent',
  hears: 'The reason is that it was always so. Would this person ever have noticed that it had stopped making sense?',
  why: 'Precedent, policy and convention are somebody else\'s judgement about yesterday\'s case. Interviewers who look for candour and courage want to hear which problem the rule once solved, whether you had that problem, and what you weighed against it.',
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
      bad: 'Every clinic in town has two receptionists, so I hired two receptionists.',
      good: 'Every clinic in town has two receptionists; I counted the calls for a week and hired one.',
    },
    {
      part: 'action',
      bad: 'My predecessor had always ordered 500 chairs and I saw no reason to change that.',
      good: 'The bank had run on Oracle since 1994 and every team was expected to.',
    },
  ],
  evidence,
  weights,
  isCandidate: (here) => hasEvidence(here),
  traits,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'That it was always so is no reason yet. Which reason held in your case?',
    fixes: reasonFixes(at, isPrecedent),
  }),
};

/** A word that appeals to what was before, to what others do or to what is laid down. */
function isPrecedent({ tag, text }: Tagged): boolean {
  return tag !== 'quote' && (WORD_CLASSES.get('precedent')?.has(text) ?? false);
}

function traits({ sentence, part }: StorySentence): string[] {
  const { tokens, clauses } = sentence;
  const found = [`part ${part}`];
  const cause = tokens.findIndex(({ text, tag }) => tag !== 'quote' && CAUSE.has(text));
  const consequence = tokens.findLastIndex(({ text, tag }) => tag !== 'quote' && CONSEQUENCE.has(text));
  const precedents = tokens.flatMap((token, i) => (isPrecedent(token) ? [i] : []));
  if (precedents.length > 0) found.push('precedent');
  if (cause >= 0 && precedents.some((i) => i >= cause)) found.push('precedent as the cause');
  if (consequence > 0 && precedents.some((i) => i < consequence)) found.push('precedent, then so');
  if (tokens.some((_, i) => isTautology(tokens, i))) found.push('tautology');
  const narrated = clauses.filter(({ actor }) => actor === 'i' || actor === 'elided');
  if (narrated.some(({ lemma, negated }) => !negated && KEEPS.has(lemma))) found.push('keeps');
  if (narrated.some(({ lemma, negated }) => !negated && PROBES.has(lemma))) found.push('probes');
  if (clauses.some(({ tense, unreal }) => tense === 'present' && !unreal)) found.push('holds today');
  if (tokens.some(({ tag }) => tag === 'quote')) found.push('quotes');
  return found;
}

/** "rules are rules", "the policy is the policy". */
function isTautology(tokens: readonly Tagged[], i: number): boolean {
  const be = tokens[i + 1];
  const after = tokens[i + 2]?.tag === 'determiner' ? tokens[i + 3] : tokens[i + 2];
  return be?.tag === 'be' && tokens[i]?.type === 'word' && tokens[i]?.text === after?.text;
}
