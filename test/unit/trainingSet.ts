import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabelledSentence {
  readonly rule: string;
  readonly flag: boolean;
  readonly part: string;
  readonly text: string;
  /** The sentences before and behind it. */
  readonly prev?: string;
  readonly next?: string;
}

/** The folder of the labelled sentences and stories. */
export const TRAINING = 'test/quality/train';

/** The sentences that a rule was trained on. */
export function readSentences(rule: string): LabelledSentence[] {
  return readdirSync(TRAINING)
    .filter((name) => name.replace(/(?:-\d+)?\.jsonl$/, '') === rule)
    .sort()
    .flatMap((name) => readFileSync(join(TRAINING, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as LabelledSentence);
}

/** The whole stories that the rules were trained on. */
export function readStories(): string[] {
  return readdirSync(TRAINING)
    .filter((name) => name.startsWith('stories'))
    .sort()
    .flatMap((name) => readFileSync(join(TRAINING, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
}
