import { capital } from '../text/capital';
import { isClean } from './clean';
import type { Covered } from './coverage';
import type { LibraryStory } from './library';
import type { PartRecord } from './record';
import { contentWords, isTelling, stem } from './words';

/** A story that might do for a question or competency without one, and why. */
export interface Suggestion extends LibraryStory {
  /** In sentences, the weightiest first. */
  readonly why: readonly string[];
}

const MOST = 3;
/** What a story must have in common with what is asked before it is worth naming. */
const LEAST_SCORE = 2;
const MOST_WORDS = 4;
/** What a word of the question itself weighs, or of a competency that it asks for, and one of what lies behind it. */
const ASKED = 2;
const PROBED = 1;
/** A word of at most this share of the stories is rare. */
const RARE = 0.25;
/** A word counts for more in the parts that answer than in those that set the scene. */
const WEIGHT = { situation: 0.6, task: 0.8, action: 1, result: 0.8, learning: 1 } as const;

/** Suggests stories by their own words and parts and by what they are already mapped to. */
export function suggestStories(
  covered: Covered,
  stories: readonly LibraryStory[],
  titles: ReadonlyMap<string, string> = new Map(),
): Suggestion[] {
  const taken = new Set(covered.uses.map(({ key }) => key));
  const asked = wordsAsked(covered, titles);
  // The same words come in many stories.
  const stems = new Map<string, string>();
  const indexed = stories.map((one) => ({ ...one, parts: one.story.parts.map((part) => matches(part, asked, stems)) }));
  const counts = countStories(
    indexed.map(({ parts }) => new Set(parts.flatMap(({ hits }) => hits.map((hit) => hit.stem)))),
  );
  const weigh = ({ stem: root }: Hit): number => (asked.get(root) ?? 0) * rarity(counts.get(root) ?? 0, stories.length);
  const scored = indexed
    .filter(({ key }) => !taken.has(key))
    .map(({ parts, ...one }) => {
      const shared = mappedTo(one, covered, titles);
      const told = parts.map(({ part, hits }) => ({
        part,
        hits,
        score: hits.reduce((sum, hit) => sum + weigh(hit), 0) * WEIGHT[part],
      }));
      const found = new Set(told.flatMap(({ hits }) => hits.map((hit) => hit.stem)));
      const isOne = [...found].some(
        (root) => asked.get(root) === ASKED && (counts.get(root) ?? 0) <= Math.max(1, stories.length * RARE),
      );
      // One word alone is an accident more often than not.
      const words =
        found.size > 1 || isOne ? told.filter(({ hits }) => hits.length > 0).sort((a, b) => b.score - a.score) : [];
      const score = shared.score + words.reduce((sum, part) => sum + part.score, 0);
      const spoken = words.slice(0, 2).map(({ part, hits }) => `Its ${capital(part)} speaks of ${quote(hits)}.`);
      return { one, score, why: [...shared.why, ...spoken, ...readiness(one)] };
    });
  return scored
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || a.one.key.localeCompare(b.one.key))
    .slice(0, MOST)
    .map(({ one, why }) => ({ ...one, why }));
}

interface Hit {
  readonly word: string;
  readonly stem: string;
}

function matches(
  { part, vocabulary }: PartRecord,
  asked: ReadonlyMap<string, number>,
  stems: Map<string, string>,
): { part: PartRecord['part']; hits: Hit[] } {
  const hits = new Map<string, Hit>();
  for (const word of vocabulary.split(' ')) {
    const root = stems.get(word) ?? stem(word);
    stems.set(word, root);
    if (word !== '' && asked.has(root) && !hits.has(root)) hits.set(root, { word, stem: root });
  }
  return { part, hits: [...hits.values()] };
}

/** The words that tell what is asked for, by their stems, with what each weighs. */
function wordsAsked(
  { title, probes, id, target, competencies }: Covered,
  titles: ReadonlyMap<string, string>,
): Map<string, number> {
  const shown = target === 'questions' ? competencies.map((one) => titles.get(one) ?? '') : [];
  const weighed = [
    [PROBED, probes],
    [ASKED, [title, id.replaceAll('-', ' '), ...shown].join(' ')],
  ] as const;
  return new Map(
    weighed.flatMap(([weight, text]) =>
      contentWords(text)
        .map(stem)
        .filter(isTelling)
        .map((root): [string, number] => [root, weight]),
    ),
  );
}

/** In how many stories each word comes. */
function countStories(stories: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stems of stories) for (const root of stems) counts.set(root, (counts.get(root) ?? 0) + 1);
  return counts;
}

/** What most stories say tells none of them apart. */
function rarity(count: number, stories: number): number {
  return 0.3 + Math.log2((stories + 1) / Math.max(1, count));
}

/** A question asks for competencies, the most telling one first. */
function mappedTo(
  { story }: LibraryStory,
  covered: Covered,
  titles: ReadonlyMap<string, string>,
): { score: number; why: string[] } {
  let score = 0;
  const why: string[] = [];
  for (const [index, id] of covered.target === 'questions' ? covered.competencies.entries() : []) {
    const grade = story.competencies.find((one) => one.id === id)?.grade;
    if (!grade) continue;
    score += (grade === 'strong' ? 3 : 1.5) / (index === 0 ? 1 : 2);
    const title = titles.get(id) ?? id;
    why.push(`It shows “${title}”${grade === 'strong' ? '' : ' in part'}, which this question asks for.`);
  }
  return { score, why };
}

/** What still has to be done to a story before it can be told. */
function readiness({ story }: LibraryStory): string[] {
  const missing = story.parts.filter(({ state }) => state === 'missing').map(({ part }) => capital(part));
  if (missing.length > 0) return [`It still lacks ${list(missing)}.`];
  return isClean(story) ? ['Nothing is objected to in it.'] : [];
}

function quote(hits: readonly Hit[]): string {
  return list(hits.slice(0, MOST_WORDS).map(({ word }) => `“${word}”`));
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
