import type { StorySentence } from '../../story/story';
import { escapeSnippet, tabStop } from '../../text/snippet';
import type { RuleFix } from '../rule';
import { behindMarks } from './marks';

/** Words of ours, then what only the writer knows, as a prompt. */
export type PromptedWords = readonly (readonly [words: string, prompt: string | undefined])[];

/** A fix that adds a sentence behind this one, in the same paragraph; its prompts stand in square brackets. */
export function insertBehind(at: StorySentence, title: string, words: PromptedWords): RuleFix {
  return insertAt(at.base + behindMarks(at), at, title, words);
}

/** The same for a sentence rule, whose fixes carry offsets relative to the sentence's base. */
export function appendSentence(at: StorySentence, title: string, words: PromptedWords): RuleFix {
  return insertAt(behindMarks(at), at, title, words);
}

function insertAt(end: number, { sentence }: StorySentence, title: string, words: PromptedWords): RuleFix {
  const stop = /[.!?…:]["'”’)\]]*$/.test(sentence.text) ? '' : '.';
  const text = words
    .map(([own, prompt], i) => escapeSnippet(own) + (prompt === undefined ? '' : tabStop(i + 1, `[${prompt}]`)))
    .join('');
  return { title, edits: [{ start: end, end, text: `${stop} ${text}` }], snippet: true };
}
