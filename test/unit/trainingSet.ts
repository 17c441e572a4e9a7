import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabelledSentence {
  readonly flag: boolean;
  readonly part: string;
  readonly text: string;
}

/** The sentences that a rule was trained on. */
export function readSentences(rule: string): LabelledSentence[] {
  return ['', '-2', '-3'].flatMap((suffix) => {
    const file = join('test/quality/train', `${rule}${suffix}.jsonl`);
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LabelledSentence);
  });
}

/** The whole stories that the rules were trained on. */
export function readStories(): string[] {
  const folder = 'test/quality/train';
  return readdirSync(folder)
    .filter((name) => name.startsWith('stories'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
}
