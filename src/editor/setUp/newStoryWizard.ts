import type { Template } from '../../core/templates/templates';
import { LONGEST, tooLong } from '../../core/text/longest';
import { askForLine, askForOne, askInTurn, step } from '../ui/steps';

/** What somebody wants to write. */
export interface NewStory {
  readonly template: Template;
  readonly title: string;
}

/** Whether a title can be used: front matter takes no longer one. */
export function isTitle(title: unknown): title is string {
  return typeof title === 'string' && title.trim() !== '' && title.length <= LONGEST.line;
}

/** Asks for a kind, unless one is given, and a title. Undefined where the user gives up. */
export async function askForStory(templates: readonly Template[], given?: Template): Promise<NewStory | undefined> {
  const draft: { template?: Template | undefined; title?: string } = { template: given };
  const forKind = step(
    (place) => {
      const items = templates.map((value) => ({ label: value.title, detail: value.description, value }));
      return askForOne(place, 'What kind of story?', items);
    },
    (template) => {
      draft.template = template;
    },
  );
  const forTitle = step(
    (place) =>
      askForLine(
        { ...place, title: `New Story: ${draft.template?.title}` },
        {
          prompt: 'A title that will remind you of the story',
          objection: (title) => (title === '' ? 'Give the story a title' : tooLong(title, LONGEST.line)),
        },
      ),
    (title) => {
      draft.title = title;
    },
  );
  const isGiven = await askInTurn('New Story', given ? [forTitle] : [forKind, forTitle]);
  const { template, title } = draft;
  return isGiven && template && title !== undefined ? { template, title } : undefined;
}
