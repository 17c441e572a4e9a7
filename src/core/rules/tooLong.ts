import type { Story } from '../story/story';
import { spokenSeconds, wordsOf, wordsOfPart } from '../story/summary';
import { PARTS, type PartName } from '../types';
import type { StoryRule } from './rule';
import { tellParts } from './shared/tellParts';

export const tooLong: StoryRule = {
  id: 'too-long',
  scope: 'story',
  kinds: ['story', 'narrative', 'speech'],
  anyLanguage: true,
  title: 'Longer than its time when spoken',
  hears: 'They are still in the situation, and I have three more questions to ask.',
  why: 'An answer that overruns takes the time of the questions in which a candidate could still win. It also shows what somebody holds to be important: everything.',
  cure: 'Cut scene and names first, then steps that did not decide anything. Keep the decision, its cost and the result.',
  sources: ['002'],
  severity: 'information',
  examples: [
    {
      bad: '---\nstarl: speech\n---\n\nI started in a call centre, where I answered two hundred calls a week, and after a year I knew which form of ours made people angry. I rewrote it on a Sunday and the calls about it fell by half. Then I went into the yard, because the calls about lost parcels began there, and I labelled the cages by hand for a month. Today I lead the routing team of nine, and what I want next is a product that more than one country uses every day.',
      good: '---\nstarl: speech\n---\n\nI started in a call centre and rewrote the form that made people angry; the calls about it fell by half. Today I lead the routing team of nine. What I want next is a product that more than one country uses.',
    },
  ],
  check(story, { kind, settings }) {
    const { min, max } = settings.wordsPerMinute;
    const limit = kind === 'speech' ? settings.limits.speech : settings.limits.story;
    const perMinute = (min + max) / 2;
    const words = wordsOf(story);
    const seconds = spokenSeconds(words, perMinute);
    if (seconds <= limit) return undefined;
    const spare = Math.ceil(words - (limit * perMinute) / 60);
    const longest = kind === 'speech' ? undefined : longestPart(story);
    return {
      message: `Takes about ${clock(seconds)} when spoken; the limit is ${clock(limit)}. Cut about ${spare} words${longest ? `; the ${longest} is the longest part` : ''}.`,
      ...(longest && { part: longest }),
      fixes: [],
    };
  },
};

function longestPart(story: Story): PartName {
  const told = tellParts(story);
  const words = PARTS.map((part) => wordsOfPart(story, told, part));
  return PARTS[words.indexOf(Math.max(...words))] ?? 'action';
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
