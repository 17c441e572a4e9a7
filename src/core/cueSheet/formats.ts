import { OFF_MARK } from '../story/declaration';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { html, type SafeHtml } from '../text/safeHtml';
import type { PartName } from '../types';
import type { CueSheet, CueStory } from './cueSheet';

const NAMES: Readonly<Record<PartName, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  learning: 'Learned',
};
const NOT_TOLD = 'not told yet';

/** Titles that are told of those that are left out. */
const MOST_LEFT_OUT = 5;

/** The sheet as Markdown, marked so that it is never taken for the stories that it tells. */
export function cueMarkdown({ title, facts, stories, leftOut, missing }: CueSheet): string {
  const blocks = [
    OFF_MARK,
    `# ${escapeMarkdown(title)}`,
    ...facts.map(escapeMarkdown),
    ...stories.flatMap((story) => [
      `## ${escapeMarkdown(story.title)}`,
      ...story.notes.map((note) => `*${escapeMarkdown(note)}*`),
      story.lines.map(({ part, text }) => `- **${NAMES[part]}:** ${escapeMarkdown(text) || NOT_TOLD}`).join('\n'),
    ]),
    ...(leftOut.length > 0 ? [escapeMarkdown(leftOutText(leftOut))] : []),
    ...(missing.length > 0 ? [`No story has this title: ${missing.map(escapeMarkdown).join('; ')}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The sheet as a page of its own that loads nothing, made to be printed on one sheet of paper. */
export function cueHtml({ title, facts, stories, isDense, leftOut, missing }: CueSheet): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
@page { margin: 12mm; }
:root { color-scheme: light dark; }
@media print { :root { color-scheme: light; } }
@media screen { body { padding: 1em; } }
body { font: ${isDense ? '8pt' : '10.5pt'}/1.3 system-ui, sans-serif; max-width: 190mm; margin: 0 auto; color: CanvasText; background: Canvas; }
main { columns: ${isDense ? 2 : 1}; column-gap: 8mm; }
h1 { font-size: 1.4em; margin: 0 0 .2em; }
h2 { font-size: 1.1em; margin: .8em 0 .2em; break-after: avoid; }
p { margin: .2em 0; }
main + p { margin-top: .4em; }
section { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em .6em; margin: 0; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${title}</h1>
${facts.map((fact) => html`<p>${fact}</p>`)}
<main>
${stories.map(storyHtml)}
</main>
${leftOut.length > 0 ? html`<p>${leftOutText(leftOut)}</p>` : ''}
${missing.length > 0 ? html`<p>No story has this title: ${missing.join('; ')}</p>` : ''}
</body>
</html>
`.toString();
}

function leftOutText(titles: readonly string[]): string {
  const more = titles.length - MOST_LEFT_OUT;
  const named = titles.slice(0, MOST_LEFT_OUT).map((title) => `“${title}”`);
  return `No room was left for ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`;
}

function storyHtml({ title, notes, lines }: CueStory): SafeHtml {
  return html`<section>
<h2>${title}</h2>
${notes.map((note) => html`<p><em>${note}</em></p>`)}
<dl>
${lines.map(({ part, text }) => html`<dt>${NAMES[part]}</dt><dd>${text || html`<em>${NOT_TOLD}</em>`}</dd>`)}
</dl>
</section>`;
}
