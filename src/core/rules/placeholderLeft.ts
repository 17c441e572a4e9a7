import { perStory } from '../story/story';
import { escapeSnippet } from '../text/snippet';
import type { Span } from '../text/span';
import type { StoryRule } from './rule';
import { BRACKETED, saysLeftOut } from './shared/prompt';

/** "[what you decided]", and the marks that people leave for themselves. */
const PLACEHOLDERS = [
  BRACKETED,
  /<(?:your|insert|add|name|number|company|role)[^<>\n]{0,60}>|\{\{[^{}\n]{1,80}\}\}/g,
  /\b(?:TODO|TBD|FIXME|XXX+)\b|\bX+\s?%/g,
];
/** Without any of these signs there is none of them; most blocks hold none. */
const SIGNS = /[[<{X]|TODO|TBD|FIXME/;
const ONE_WORD = /^\[\w+\]$/;

export const placeholderLeft: StoryRule = {
  id: 'placeholder-left',
  scope: 'story',
  kinds: ['story', 'narrative', 'design', 'speech'],
  anyLanguage: true,
  title: "A template's placeholder is still there",
  hears: 'A gap: you know that something belongs here and have not decided what.',
  why: 'What is left open in writing is improvised in the room, and it is mostly the part that needed thought.',
  cure: 'Write what the brackets ask for, or delete them.',
  sources: ['002'],
  severity: 'information',
  examples: [
    {
      part: 'action',
      bad: 'I chose the smaller version, which cost us [what you gave up].',
      good: 'I chose the smaller version, which cost us the export.',
    },
    { part: 'result', bad: 'Failed visits went down by XX%.', good: 'Failed visits went from 6% to 0.8.' },
    { part: 'result', bad: 'TODO: ask for the figures.', good: 'The client [name removed] renewed in May.' },
  ],
  check(story, { text: source }) {
    const left = placeholdersIn(story).map(({ start, end }) => ({ start, end, text: source.slice(start, end) }));
    const [first] = left;
    if (!first) return undefined;
    return {
      message:
        left.length === 1
          ? `A placeholder is still there: ${first.text}`
          : `${left.length} placeholders are still there, the first: ${first.text}`,
      related: left.map(({ start, end, text }) => ({ start, end, message: text })),
      fixes: [
        {
          title: left.length === 1 ? 'Fill it in' : 'Fill them in one after the other',
          edits: left.map(({ start, end, text }, i) => ({ start, end, text: `\${${i + 1}:${escapeSnippet(text)}}` })),
          snippet: true,
        },
      ],
    };
  },
};

/** Where something is still to be written in a story, looked for where markup is covered. */
export const placeholdersIn = perStory(({ blocks }): readonly Span[] => {
  const found: Span[] = [];
  for (const { start, text } of blocks) {
    if (!SIGNS.test(text)) continue;
    const matches = PLACEHOLDERS.flatMap((pattern) => [...text.matchAll(pattern)]);
    for (const match of matches.sort((a, b) => a.index - b.index)) {
      if (match[0].startsWith('[') && isRemark(match[0])) continue;
      const from = start + match.index;
      const end = from + match[0].length;
      if (from >= (found.at(-1)?.end ?? 0)) found.push({ start: from, end });
    }
  }
  return found;
});

function isRemark(text: string): boolean {
  return ONE_WORD.test(text) || saysLeftOut(text);
}
