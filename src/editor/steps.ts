import { QuickInputButtons, type QuickPickItem, window } from 'vscode';
import { ask, BACK, plain } from './quickInput';
import { unlinked } from './shownText';

/** Where a question stands among several. */
export interface StepPlace {
  readonly title: string;
  /** Counts from 1. */
  readonly step: number;
  /** Left out where an answer may change how many there are. */
  readonly totalSteps?: number;
}

/** Asks one thing and keeps the answer. Undefined where the user gives up. */
export type Step = (place: StepPlace) => Promise<true | typeof BACK | undefined>;

/** A step that asks with `put`, and hands what is answered to `keep`. */
export function step<T extends string | readonly string[]>(
  put: (place: StepPlace) => Promise<T | typeof BACK | undefined>,
  keep: (answer: T) => void,
): Step {
  return async (place) => {
    const answer = await put(place);
    if (answer === undefined || answer === BACK) return answer;
    keep(answer);
    return true;
  };
}

/** Asks one thing after another, with a way back. False where the user gives up. */
export async function askInTurn(title: string, steps: readonly Step[]): Promise<boolean> {
  let at = 0;
  for (let step = steps[at]; step; step = steps[at]) {
    const answer = await step({ title, step: at + 1, totalSteps: steps.length });
    if (answer === undefined) return false;
    at += answer === BACK ? -1 : 1;
  }
  return true;
}

export interface LineQuestion {
  readonly prompt: string;
  readonly value?: string | undefined;
  readonly placeholder?: string;
  /** What is wrong with an answer; it can't be given then. */
  readonly objection: (value: string) => string | undefined;
}

/** Asks for a line of text. */
export function askForLine(
  place: StepPlace,
  { prompt, value = '', placeholder = '', objection }: LineQuestion,
): Promise<string | typeof BACK | undefined> {
  const shown = { prompt: unlinked(prompt), value, placeholder };
  const input = Object.assign(window.createInputBox(), place, shown);
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return ask<string | typeof BACK>(input, (done) => [
    input.onDidTriggerButton(() => done(BACK)),
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    }),
    input.onDidAccept(() => {
      const message = objection(input.value.trim());
      if (message === undefined) done(input.value.trim());
      else input.validationMessage = unlinked(message);
    }),
  ]);
}

/** A word to choose, and the row that shows it. */
interface WordItem extends QuickPickItem {
  readonly word: string;
}

function wordItem(item: QuickPickItem): WordItem {
  return { ...item, word: item.label, label: plain(item.label), ...(item.detail && { detail: plain(item.detail) }) };
}

/** Asks for one of some words, or for another one that is typed. One that is objected to can't be given; its row says why. */
export function askForWord(
  place: StepPlace,
  placeholder: string,
  known: readonly QuickPickItem[],
  objection: (word: string) => string | undefined = () => undefined,
): Promise<string | typeof BACK | undefined> {
  const words = known.map(wordItem);
  const input = Object.assign(window.createQuickPick<WordItem>(), place, { placeholder, items: words });
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return ask<string | typeof BACK>(input, (done) => [
    input.onDidTriggerButton(() => done(BACK)),
    input.onDidChangeValue((value) => {
      const own = value.trim();
      const isNew = own !== '' && !known.some(({ label }) => label.toLowerCase() === own.toLowerCase());
      input.items = isNew ? [...words, wordItem({ label: own, detail: objection(own) ?? '' })] : words;
    }),
    // Who types fast accepts before the typed word has become a row.
    input.onDidAccept(() => {
      const word = input.selectedItems[0]?.word ?? (input.value.trim() || undefined);
      if (word === undefined || objection(word) === undefined) done(word);
    }),
  ]);
}

/** Asks for any number of some words. */
export function askForSome(
  place: StepPlace,
  placeholder: string,
  words: readonly string[],
): Promise<readonly string[] | typeof BACK | undefined> {
  const shown = { placeholder, items: words.map((label) => wordItem({ label })), canSelectMany: true };
  const input = Object.assign(window.createQuickPick<WordItem>(), place, shown);
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return ask<readonly string[] | typeof BACK>(input, (done) => [
    input.onDidTriggerButton(() => done(BACK)),
    input.onDidAccept(() => done(input.selectedItems.map(({ word }) => word))),
  ]);
}
