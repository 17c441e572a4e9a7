import { existsSync, readFileSync } from 'node:fs';
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
