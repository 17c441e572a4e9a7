import { TEMPLATES, templateLines } from '../core/templates/templates';

/** The templates as snippets for Markdown: the file's name within the project, and what it holds. */
export function snippetFile(): { readonly path: string; readonly text: string } {
  const entries = TEMPLATES.map((template) => [
    `Starl: ${template.title}`,
    {
      prefix: template.prefix,
      description: template.description,
      isFileTemplate: true,
      body: templateLines(template),
    },
  ]);
  return { path: 'snippets/starl.json', text: `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n` };
}
