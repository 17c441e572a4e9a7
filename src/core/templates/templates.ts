import data from '../../packs/templates.yaml';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { oneLine } from '../text/oneLine';
import { escapeSnippet, tabStop } from '../text/snippet';

/** A document to start from: its parts in order, each with prompts. */
export type Template = (typeof data.templates)[number];

/** The documents that one can start from, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = data.templates;

/** How the title is written into a snippet, and the first tab stop that it leaves free. */
interface Title {
  readonly yaml: string;
  readonly heading: string;
  readonly nextStop: number;
}

/** A new document under a given title, as a snippet that goes through the placeholders. */
export function templateSnippet(template: Template, title: string, eol = '\n'): string {
  const line = oneLine(title);
  const yaml = escapeSnippet(JSON.stringify(line));
  return write(template, { yaml, heading: escapeSnippet(escapeMarkdown(line)), nextStop: 1 }).join(eol);
}

/** The lines of a new document as a snippet that asks for the title, too. */
export function templateLines(template: Template): string[] {
  return write(template, {
    yaml: `"${tabStop(1, placeholder('a title in a few words'))}"`,
    heading: '$1',
    nextStop: 2,
  });
}

/** How a prompt stands in a document until something has been written in its place. */
export function placeholder(prompt: string): string {
  return `[${prompt}]`;
}

function write({ kind, parts }: Template, { yaml, heading, nextStop }: Title): string[] {
  let stop = nextStop;
  const body = parts.flatMap((part) => {
    const prompts = part.prompts.map((prompt) => tabStop(stop++, placeholder(prompt)));
    return ['', `## ${part.heading}`, '', ...(part.list ? prompts.map((prompt) => `- ${prompt}`) : spaced(prompts))];
  });
  // Last in the order of tabs: what a story shows is known when it has been told.
  const tags = kind === 'story' ? [`competencies: [${tabStop(stop++)}]`, `questions: [${tabStop(stop++)}]`] : [];
  return ['---', `starl: ${kind}`, `title: ${yaml}`, ...tags, '---', '', `# ${heading}`, ...body, '$0'];
}

function spaced(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph, index) => (index === 0 ? [paragraph] : ['', paragraph]));
}
