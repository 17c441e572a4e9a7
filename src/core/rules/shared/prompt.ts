import { neighbour, type SentenceInPart, type StorySentence } from '../../story/story';

/** Words in square brackets that are no link, and no task box. */
export const BRACKETED = /\[[^[\]]{2,120}\](?![(:[])/g;
const REMARK =
  /\b(?:removed|redacted|omitted|changed|anonymi[sz]ed|laughs?|laughter|pause|sic|inaudible|confidential|edited)\b/i;
/** Asks the writer for something, whatever else it says: "[what changed, as a number]". */
const ASKS = /^\[(?:what|why|how|who|whom|where|which|when)\b|\byou(?:rs?)?\b/i;

/** "[name removed]": what brackets say of something that was left out. */
export const saysLeftOut = (text: string): boolean => REMARK.test(text) && !ASKS.test(text);

/** Whether a sentence asks its writer for what is still to come ("[what you did differently]"). */
export function hasPrompt({ sentence: { text } }: SentenceInPart): boolean {
  if (!text.includes('[')) return false;
  return [...text.matchAll(BRACKETED)].some(([prompt]) => !saysLeftOut(prompt));
}

/** Whether the next sentence does. */
export function isPromptNext(at: StorySentence): boolean {
  const next = neighbour(at, 1);
  return next !== undefined && hasPrompt(next);
}
