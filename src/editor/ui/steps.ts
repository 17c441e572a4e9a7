import { type Disposable, type InputBox, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode';
import { ask, BACK, plain } from './quickInput';
import { unlinked } from './shownText';

/** Where a question stands among several. */
export interface StepPlace {
  readonly title: string;
  /** Counts from 1. */
  readonly step: number;
  /** How many there are to be, as far as the answers tell so far. */
  readonly totalSteps: number;
}

/** One question of several. */
export interface Step {
  /** Whether it is to be put, after what has been answered so far; it always is where this is left out. */
  readonly isDue?: (() => boolean) | undefined;
  /** Asks and keeps the answer. Undefined where the user gives up. */
  readonly ask: (place: StepPlace) => Promise<true | typeof BACK | undefined>;
}

/** A step that asks with `put`, and hands what is answered to `keep`. */
export function step<T extends string | object>(
  put: (place: StepPlace) => Promise<T | typeof BACK | undefined>,
  keep: (answer: T) => void,
  isDue?: () => boolean,
): Step {
  return {
    isDue,
    async ask(place) {
      const answer = await put(place);
      if (answer === undefined || answer === BACK) return answer;
      keep(answer);
      return true;
    },
  };
}

/** Asks one thing after another, as far as they are due, with a way back. False where the user gives up. */
export async function askInTurn(title: string, steps: readonly Step[]): Promise<boolean> {
  const isOpen = ({ isDue }: Step) => isDue?.() !== false;
  const asked: number[] = [];
  for (let at = 0; at < steps.length; at++) {
    const one = steps[at];
    if (!one || !isOpen(one)) continue;
    const totalSteps = asked.length + steps.slice(at).filter(isOpen).length;
    const answer = await one.ask({ title, step: asked.length + 1, totalSteps });
    if (answer === undefined) return false;
    if (answer === BACK) at = (asked.pop() ?? 0) - 1;
    else asked.push(at);
  }
  return true;
}

/** Puts a question in its place, with a way back to the one before. */
function put<T>(
  input: InputBox | QuickPick<QuickPickItem>,
  place: StepPlace,
  listen: (done: (answer?: T) => void) => Disposable[],
): Promise<T | typeof BACK | undefined> {
  Object.assign(input, place);
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return ask<T | typeof BACK>(input, (done) => [input.onDidTriggerButton(() => done(BACK)), ...listen(done)]);
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
  const input = Object.assign(window.createInputBox(), { prompt: unlinked(prompt), value, placeholder });
  return put<string>(input, place, (done) => [
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

/**
 * Asks for one of some words, or for another one that is typed. One that is objected to can't be given; its row says why. One
 * of which there is something to `hint` at can.
 */
export function askForWord(
  place: StepPlace,
  placeholder: string,
  known: readonly QuickPickItem[],
  objection: (word: string) => string | undefined = () => undefined,
  hint: (word: string) => string | undefined = () => undefined,
): Promise<string | typeof BACK | undefined> {
  const words = known.map(wordItem);
  const input = Object.assign(window.createQuickPick<WordItem>(), { placeholder, items: words });
  return put<string>(input, place, (done) => [
    input.onDidChangeValue((value) => {
      const own = value.trim();
      const isNew = own !== '' && !known.some(({ label }) => label.toLowerCase() === own.toLowerCase());
      input.items = isNew ? [...words, wordItem({ label: own, detail: objection(own) ?? hint(own) ?? '' })] : words;
    }),
    // Who types fast accepts before the typed word has become a row.
    input.onDidAccept(() => {
      const word = input.selectedItems[0]?.word ?? (input.value.trim() || undefined);
      if (word === undefined || objection(word) === undefined) done(word);
    }),
  ]);
}

/** Asks for one of some things. */
export function askForOne<T>(
  place: StepPlace,
  placeholder: string,
  items: readonly (QuickPickItem & { readonly value: T })[],
): Promise<T | typeof BACK | undefined> {
  const shown = { placeholder, items, matchOnDetail: true };
  const input = Object.assign(window.createQuickPick<QuickPickItem & { readonly value: T }>(), shown);
  return put<T>(input, place, (done) => [input.onDidAccept(() => done(input.selectedItems[0]?.value))]);
}

/** Asks for any number of some words. */
export function askForSome(
  place: StepPlace,
  placeholder: string,
  words: readonly string[],
): Promise<readonly string[] | typeof BACK | undefined> {
  const shown = { placeholder, items: words.map((label) => wordItem({ label })), canSelectMany: true };
  const input = Object.assign(window.createQuickPick<WordItem>(), shown);
  return put<readonly string[]>(input, place, (done) => [
    input.onDidAccept(() => done(input.selectedItems.map(({ word }) => word))),
  ]);
}
