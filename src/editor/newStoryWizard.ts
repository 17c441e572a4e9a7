import { QuickInputButtons, type QuickPickItem, window } from 'vscode';
import type { Template } from '../core/templates/templates';
import { ask, BACK } from './quickInput';

/** What somebody wants to write. */
export interface NewStory {
  readonly template: Template;
  readonly title: string;
}

interface TemplateItem extends QuickPickItem {
  readonly template: Template;
}

const LONGEST = 200;

/** Whether a title can be used: front matter takes no longer one. */
export function isTitle(title: unknown): title is string {
  return typeof title === 'string' && title.trim() !== '' && title.length <= LONGEST;
}

/** Asks for a kind, unless one is given, and a title. Undefined where the user gives up. */
export async function askForStory(templates: readonly Template[], given?: Template): Promise<NewStory | undefined> {
  for (;;) {
    const template = given ?? (await askForTemplate(templates));
    if (!template) return undefined;
    const title = await askForTitle(template, given === undefined);
    if (title !== BACK) return title === undefined ? undefined : { template, title };
  }
}

async function askForTemplate(templates: readonly Template[]): Promise<Template | undefined> {
  const input = window.createQuickPick<TemplateItem>();
  input.title = 'New Story';
  input.step = 1;
  input.totalSteps = 2;
  input.placeholder = 'What kind of story?';
  input.matchOnDetail = true;
  input.items = templates.map((template) => ({ label: template.title, detail: template.description, template }));
  return ask<Template>(input, (done) => [input.onDidAccept(() => done(input.selectedItems[0]?.template))]);
}

async function askForTitle(template: Template, canGoBack: boolean): Promise<string | typeof BACK | undefined> {
  const input = window.createInputBox();
  input.title = `New Story: ${template.title}`;
  if (canGoBack) {
    input.step = 2;
    input.totalSteps = 2;
    input.buttons = [QuickInputButtons.Back];
  }
  input.prompt = 'A title that will remind you of the story';
  return ask<string | typeof BACK>(input, (done) => [
    input.onDidTriggerButton(() => done(BACK)),
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    }),
    input.onDidAccept(() => {
      const title = input.value.trim();
      if (isTitle(title)) done(title);
      else input.validationMessage = title === '' ? 'Give the story a title' : `Use at most ${LONGEST} characters`;
    }),
  ]);
}
