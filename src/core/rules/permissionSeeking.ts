import type { Tagged } from '../language/tag';
import { WORD_CLASSES } from '../language/wordClasses';
import { NO_EVIDENCE } from '../scorer/evidence';
import { neighbour, type SentenceInPart, type StorySentence } from '../story/story';
import { ownDecisionFixes } from './fixes/ownDecision';
import type { ScoredRule } from './rule';
import { hasEvidence, wholeSentence } from './shared/scored';

const SUPERIOR = WORD_CLASSES.get('superior');
const GRANT = WORD_CLASSES.get('grant');
const SEEK = WORD_CLASSES.get('seek');
const PERSUADE = WORD_CLASSES.get('persuade');
const AFTER = new Set(['after', 'once', 'when', 'until', 'till', 'upon', 'before', 'since', 'as', 'because', 'so']);

export const permissionSeeking: ScoredRule = {
  id: 'permission-seeking',
  scope: 'sentence',
  title: "The move waits on somebody else's yes",
  hears: 'This person acts once they are told. Who decides when nobody is there to ask?',
  why: 'Where people are trusted with decisions, asking for leave hands the judgement back. An interviewer then learns how the manager thinks, and a nod from above stands where evidence for the choice should.',
  cure: 'Say what you judged to be right and why, then whom you informed or persuaded, and with what. Keep an approval only where law, safety or money required it.',
  sources: ['000'],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: 'I asked my manager whether I could roll the release back.',
      good: 'I told my manager I was rolling the release back, and did it while she was still reading.',
    },
    {
      part: 'action',
      bad: 'Once the steering committee had given its blessing, I started on the prototype.',
      good: 'I asked for a slot in the steering committee and showed them the error counts by week.',
    },
    {
      part: 'action',
      bad: 'We could not agree on the schema, so I escalated to our director and he decided between us.',
      good: 'We could not agree on the schema, so I load-tested both and we took the one that held.',
    },
    {
      part: 'action',
      bad: 'As instructed by head office, I cancelled the second shoot.',
      good: 'By law the ethics board had to clear the protocol, so I built the randomiser while we waited.',
    },
    {
      part: 'result',
      bad: 'My director confirmed that it had been the right call.',
      good: 'The board approved the second phase after seeing that no-shows had halved.',
    },
    {
      part: 'action',
      bad: 'I was told to wait for the go-ahead, so I waited.',
      good: 'I was asked to lead the team.',
    },
  ],
  isCandidate: (here, at) =>
    hasEvidence(here) && (at.part === 'action' || at.part === 'result' || !at.marked) && !isCharge(at) && !refuses(at),
  traits,
  surroundings,
  check: (at) => ({
    ...wholeSentence(at),
    message: 'This move waits on somebody else. What did you judge to be right, and why?',
    fixes: () => ownDecisionFixes(at, isLeave),
  }),
};

/** What somebody above is asked for who is to judge, or to allow. Whoever asks them to do anything else directs them. */
const JUDGES = new Set(
  'approve sign decide choose pick confirm settle allow permit give make agree bless let tell say grant clear authorise authorize see look check review back advise judge weigh rule take'.split(
    ' ',
  ),
);

/** By which somebody above lets it be known what they would have. */
const WISHES = new Set('want prefer like favour favor think say tell ask insist warn'.split(' '));

const CHARGES = new Set(['chair', 'head', 'lead']);

/** "I was asked to lead the team", and nothing else: whoever is put in charge decides from there on. */
function isCharge({ sentence: { clauses } }: SentenceInPart): boolean {
  const [asked, charged, ...more] = clauses;
  return (
    more.length === 0 &&
    asked?.actor === 'i' &&
    asked.voice === 'passive' &&
    !asked.negated &&
    (asked.lemma === 'ask' || asked.lemma === 'tell') &&
    charged?.actor === 'i' &&
    charged.unreal &&
    CHARGES.has(charged.lemma)
  );
}

const SAYS = new Set(['say', 'tell', 'write', 'answer', 'reply']);
const WILL = new Set(['will', 'would', 'wo', 'wouldn', "'d", "'ll"]);
const WAITING = new Set(['until', 'till', 'unless', 'without', 'before', 'so']);

/** "I told him that I would not sign": who refuses seeks no leave, unless it is to wait for it. */
function refuses({ sentence: { clauses, tokens } }: SentenceInPart): boolean {
  return clauses.some(({ actor, lemma, negated }, i) => {
    const said = clauses[i + 1];
    if (actor !== 'i' || !SAYS.has(lemma) || negated || said?.actor !== 'i' || !said.negated) return false;
    const will = tokens.slice(said.groupStart, said.verb).some(({ text }) => WILL.has(text));
    return will && !tokens.slice(said.verb).some(({ text }) => WAITING.has(text));
  });
}

/** A word that speaks of somebody above or of their leave. */
function isLeave({ tag, text, lemma }: Tagged): boolean {
  if (tag === 'quote') return false;
  return (
    (SUPERIOR?.has(text) ?? false) ||
    /^(?:approv|permi(?:t|ss)|authori[sz]|bless|instruct|sign-?off|green|go-ahead|nod|clearance|ok$|okay$)/.test(lemma)
  );
}

function traits(at: SentenceInPart): string[] {
  const { tokens, clauses } = at.sentence;
  const scene = at.part === 'situation' || at.part === 'task';
  const found = [`part ${scene ? 'scene' : at.part}`, at.marked ? 'marked' : 'unmarked'];
  const above = tokens.flatMap(({ text, tag }, i) => (tag !== 'quote' && SUPERIOR?.has(text) ? [i] : []));
  if (above.length > 0) found.push('superior');
  let granted = false;
  for (const [
    i,
    { actor, subject, lemma, negated, voice, inherited, subordinator, groupStart, verb },
  ] of clauses.entries()) {
    const narrator = actor === 'i' || actor === 'elided';
    const isAbove =
      above.some((word) => word >= subject.first && word <= subject.last) || (inherited && actor === 'other');
    const pronoun = actor === 'other' && /^(?:he|she|they)$/.test(tokens[subject.last]?.text ?? '');
    const not = negated ? ' not' : '';
    if ((isAbove || pronoun) && GRANT?.has(lemma)) {
      found.push(`${isAbove ? 'superior' : 'they'} grant${not}`);
      if (subordinator && AFTER.has(subordinator)) found.push('acts after the grant');
      granted = true;
    } else if (isAbove) found.push('superior acts');
    if (isAbove && WISHES.has(lemma)) found.push(...responses(at, i));
    if (isAbove && tokens.slice(subject.last + 1, verb).some(({ text }) => text === 'to'))
      found.push(`superior is asked to ${JUDGES.has(lemma) ? 'judge' : 'act'}`);
    if (narrator && SEEK?.has(lemma))
      found.push(`seeks${not}`, ...(above.length > 0 ? [`seeks from a superior${not}`] : []));
    else if (narrator && PERSUADE?.has(lemma) && voice === 'active') found.push(`persuades${not}`);
    else if (narrator && voice === 'passive' && GRANT?.has(lemma)) found.push('is granted');
    else if (narrator && voice === 'active' && granted && !negated) found.push('grant, then act');
    if (narrator && subordinator === undefined && AFTER.has(tokens[groupStart - 2]?.text ?? ''))
      found.push('acts after');
  }
  if (tokens.some(({ type }) => type === 'number')) found.push('number');
  if (tokens.some(({ tag }) => tag === 'quote')) found.push('quotes');
  if (tokens.some(({ text }) => text === 'but' || text === 'though')) found.push('contrasts');
  const groups = [...(at.evidence.get('permission-seeking') ?? NO_EVIDENCE).keys()];
  const against = groups.filter((name) => name.startsWith('not ')).length;
  found.push(`evidence ${Math.min(groups.length - against, 3)}`, `against ${Math.min(against, 2)}`);
  if (against === 0 && above.length > 0) found.push('superior unopposed');
  return [...new Set(found)];
}

/** What the narrator does upon a wish told in a clause: "so I waited", or "I did not". */
function responses({ sentence: { clauses, tokens } }: SentenceInPart, wish: number): string[] {
  const own = clauses.slice(wish + 1).find(({ actor, unreal }) => actor === 'i' && !unreal);
  if (!own || own.subject.first > own.subject.last) return [];
  if (own.negated) return ['wish, then not'];
  const isObeyed = tokens
    .slice(Math.max(0, own.subject.first - 2), own.subject.first)
    .some(({ text }) => text === 'so');
  return [isObeyed ? 'wish, then so' : 'wish, then own'];
}

function surroundings(at: StorySentence): string[] {
  const next = neighbour(at, 1);
  const isCounted = next?.part === at.part && next.sentence.tokens.some(({ type }) => type === 'number');
  return isCounted ? ['number next'] : [];
}
