import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Analyser } from '../core/lint/analyser';
import { RULES } from '../core/rules';
import { isScored, type ScoredRule } from '../core/rules/rule';
import type { Weights } from '../core/scorer/scorer';
import { suspicionFeatures } from '../core/scorer/suspicion';
import { findStories } from '../core/story/passages';
import { buildStory, type Story } from '../core/story/story';
import { findFrontMatter } from '../core/text/frontMatter';
import { readMarkdown } from '../core/text/markdown';
import { type Example, fitWeights } from './logistic';
import { chooseThreshold } from './threshold';
import { trainChoice } from './trainChoice';
import { type LabelledStory, trainParts } from './trainParts';

interface SentenceRecord {
  readonly rule: string;
  readonly flag: boolean;
  readonly part: string;
  readonly text: string;
  readonly prev?: string;
  readonly next?: string;
}

/** The name of the file that a record stands in. */
interface Sourced {
  readonly source: string;
}

interface StoryRecord {
  readonly text: string;
  readonly doc: readonly string[];
  readonly doc_ok: readonly string[];
  readonly spans: readonly { readonly rule: string; readonly quote: string; readonly sure: number }[];
}

/** What weighs less decides nothing, and is not shipped. */
const SLIGHT = 0.05;

/** Trains the scored rules and the models of whole stories (or `only` some; the latter are called `parts` and `choice`) on test/quality/train and writes their weights beside them. Deterministic. */
export function train(root: string, only: readonly string[] = []): void {
  const folder = join(root, 'test/quality/train');
  const files = readdirSync(folder).sort();
  const read = <Record extends object>(stories: boolean): (Record & Sourced)[] =>
    files
      .filter((name) => name.endsWith('.jsonl') && name.startsWith('stories') === stories)
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => ({ ...(JSON.parse(line) as Record), source: name })),
      );
  const sentences = read<SentenceRecord>(false);
  const stories = read<StoryRecord>(true);
  const analyser = new Analyser();
  const wanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const told = (): LabelledStory[] =>
    stories.map(({ text, ...story }) => ({ ...story, stories: storiesIn(text, analyser) }));
  if (wanted('parts')) trainParts(root, told());
  if (wanted('choice')) trainChoice(root, told());
  const words = stories.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  for (const rule of RULES.filter(isScored).filter(({ id }) => wanted(id))) {
    const labelled = sentences
      .filter((record) => record.rule === rule.id)
      .flatMap((record) => fromSentence(record, rule, analyser));
    const natural = stories.flatMap((story) => fromStory(story, rule, analyser));
    const all = [...labelled, ...natural];
    const { bias, weights: fitted } = fitWeights(all);
    const weights: Weights = {
      bias,
      weights: Object.fromEntries(Object.entries(fitted).filter(([, weight]) => Math.abs(weight) >= SLIGHT)),
      threshold: chooseThreshold(all, words),
    };
    console.log(
      `${rule.id}: ${labelled.length} sentences, ${natural.length} from stories, ${Object.keys(weights.weights).length} weights, threshold ${weights.threshold}`,
    );
    const file = `src/core/rules/${rule.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.weights.json`;
    writeFileSync(join(root, file), `${JSON.stringify(weights, undefined, 1)}\n`);
  }
}

function fromSentence(
  { flag, part, text, prev, next, source }: SentenceRecord & Sourced,
  rule: ScoredRule,
  analyser: Analyser,
): Example[] {
  const head = part === 'none' ? '' : `## ${part}\n\n`;
  const start = head.length + (prev ? prev.length + 1 : 0);
  const document = `${head}${prev ? `${prev} ` : ''}${text}${next ? ` ${next}` : ''}`;
  return examples(document, rule, analyser, (from, to) =>
    from < start + text.length && to > start ? flag : undefined,
  ).map((example) => ({ ...example, source, natural: false }));
}

function fromStory({ text, spans, source }: StoryRecord & Sourced, rule: ScoredRule, analyser: Analyser): Example[] {
  const labels = spans
    .filter((span) => span.rule === rule.id)
    .map(({ quote, sure }) => ({ sure, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }));
  return examples(text, rule, analyser, (from, to) => {
    const label = labels.find(({ start, end }) => start < to && end > from);
    return label ? (label.sure === 2 ? true : undefined) : false;
  }).map((example) => ({ ...example, source, natural: true }));
}

/** The candidate sentences of a document with their labels; an undefined label leaves a sentence out. */
function examples(
  text: string,
  rule: ScoredRule,
  analyser: Analyser,
  label: (start: number, end: number) => boolean | undefined,
): Pick<Example, 'flag' | 'features'>[] {
  return storiesIn(text, analyser).flatMap(({ sentences }) =>
    sentences.flatMap((at): Pick<Example, 'flag' | 'features'>[] => {
      const flag = label(at.base, at.base + at.sentence.end);
      const features = suspicionFeatures(at, rule);
      return flag === undefined || !features ? [] : [{ flag, features }];
    }),
  );
}

function storiesIn(text: string, analyser: Analyser): Story[] {
  const { blocks } = readMarkdown(text, findFrontMatter(text)?.end ?? 0);
  return findStories(blocks, { whole: true, title: undefined }).map((story) => buildStory(story, analyser.analyse));
}
