import { KNOWN_RULE_IDS } from '../config/knownRules';
import type { OwnRule } from '../config/settings';
import { analyse, type Sentence } from '../language/analyse';
import { readMarkdown } from '../text/markdown';
import type { Complaint } from '../yaml/yaml';
import { checkPhrase } from './checkPhrase';
import { OwnRuleFinder, readOwnPhrase } from './finder';
import { readPattern } from './pattern';

/** How many words the phrases of all rules may come to, and how many steps their patterns; each may cost time at every word. */
const MOST_WORDS = 10_000;
const LARGEST_PATTERN = 300;
const ALL_PATTERNS = 2000;

type At = (...path: readonly (string | number)[]) => Complaint['path'];

/** Says what is wrong with the user's own rules: what cannot be read, and sentences that a rule does not treat as they say. */
export function checkOwnRules(rules: readonly OwnRule[], path: Complaint['path']): Complaint[] {
  const complaints: Complaint[] = [];
  const taken = new Set<string>();
  const budget = { words: MOST_WORDS, steps: ALL_PATTERNS };
  for (const [index, rule] of rules.entries()) {
    const at: At = (...rest) => [...path, index, ...rest];
    const wrong = [...checkId(rule, taken, at), ...checkReading(rule, budget, at)];
    complaints.push(...(wrong.length > 0 ? wrong : checkSentences(rule, at)));
    taken.add(rule.id);
  }
  return complaints;
}

interface Budget {
  words: number;
  steps: number;
}

function checkId({ id }: OwnRule, taken: ReadonlySet<string>, at: At): Complaint[] {
  if (KNOWN_RULE_IDS.includes(id))
    return [{ path: at('id'), message: `"${id}" is a rule of Starl's. Choose another id.` }];
  if (taken.has(id)) return [{ path: at('id'), message: `"${id}" is already taken above. Choose another id.` }];
  return [];
}

function checkReading({ phrases = [], unless = [], pattern }: OwnRule, budget: Budget, at: At): Complaint[] {
  if (phrases.length === 0 && pattern === undefined)
    return [{ path: at(), message: 'This rule looks for nothing. Write "phrases" or a "pattern".' }];
  const read = (key: string, list: readonly string[]): Complaint[] =>
    list.flatMap((phrase, index) => {
      const message = checkPhrase(phrase) ?? checkSize(phrase, budget);
      return message === undefined ? [] : [{ path: at(key, index), message }];
    });
  const message = pattern === undefined ? undefined : checkPattern(pattern, budget);
  return [
    ...read('phrases', phrases),
    ...read('unless', unless),
    ...(message === undefined ? [] : [{ path: at('pattern'), message }]),
  ];
}

function checkSize(phrase: string, budget: Budget): string | undefined {
  budget.words -= readOwnPhrase(phrase).length;
  return budget.words >= 0 ? undefined : `All phrases together come to more than ${MOST_WORDS} words. Leave some out.`;
}

function checkPattern(source: string, budget: Budget): string | undefined {
  try {
    const { size } = readPattern(source);
    budget.steps -= size;
    if (size > LARGEST_PATTERN)
      return `This pattern comes to ${size} steps, and ${LARGEST_PATTERN} are the most. Repeat less.`;
    if (budget.steps < 0) return `All patterns together come to more than ${ALL_PATTERNS} steps. Repeat less.`;
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `This pattern cannot be read: ${reason}. It has the syntax of RE2, which looks neither ahead nor back.`;
  }
}

/** Runs the rule over the sentences that it must flag and over those that it must not. */
function checkSentences(rule: OwnRule, at: At): Complaint[] {
  const finder = new OwnRuleFinder([rule]);
  /** The first words in a text that the rule objects to. */
  const objection = (text: string): string | undefined => {
    for (const sentence of sentencesOf(text)) {
      const [span] = finder.find(sentence).get(rule.id) ?? [];
      if (span) return sentence.text.slice(span.start, span.end);
    }
    return undefined;
  };
  const missed = (rule.flag ?? []).flatMap((text, index): Complaint[] => {
    if (objection(text) !== undefined) return [];
    return [{ path: at('flag', index), message: `The rule ${rule.id} does not flag this, and should.` }];
  });
  const alarms = (rule.pass ?? []).flatMap((text, index): Complaint[] => {
    const words = objection(text);
    if (words === undefined) return [];
    return [{ path: at('pass', index), message: `The rule ${rule.id} flags this for “${words}”, and should not.` }];
  });
  const relapses = (rule.fix ?? []).flatMap((text, index): Complaint[] => {
    if (objection(text) === undefined) return [];
    return [{ path: at('fix', index), message: `The rule ${rule.id} flags what this fix puts in.` }];
  });
  return [...missed, ...alarms, ...relapses];
}

function sentencesOf(text: string): Sentence[] {
  return readMarkdown(text).blocks.flatMap((block) => analyse(block.text));
}
