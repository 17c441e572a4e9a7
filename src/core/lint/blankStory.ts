import { placeholdersIn } from '../rules/placeholderLeft';
import type { Story } from '../story/story';

const WORD = /[\p{L}\p{N}]/u;

/** Whether a story holds nothing yet but the prompts of its template. */
export function isBlank(story: Story): boolean {
  const prompts = placeholdersIn(story);
  return (
    prompts.length > 0 &&
    story.sentences.every(({ block, base, sentence }) => {
      // A design sheet is judged with its headings.
      if (block.kind === 'heading') return true;
      const rest = prompts.reduce((left, { start, end }) => {
        const [from, to] = [Math.max(0, start - base), Math.max(0, end - base)];
        return left.slice(0, from) + ' '.repeat(left.slice(from, to).length) + left.slice(to);
      }, sentence.text);
      return !WORD.test(rest);
    })
  );
}
