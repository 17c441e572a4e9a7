import { neighbour, type StorySentence } from '../../story/story';

const PROMPT = /\[[^[\]]{2,}\]/;

/** Whether a sentence asks its writer for what is still to come ("[what changed]"). */
export function hasPrompt({ sentence }: StorySentence): boolean {
  return PROMPT.test(sentence.text);
}

/** Whether the sentence or the next one does. */
export function isPrompted(at: StorySentence): boolean {
  const next = neighbour(at, 1);
  return hasPrompt(at) || (next !== undefined && hasPrompt(next));
}
