import type { StorySentence } from '../../story/story';
import type { Edit } from '../../types';
import type { RuleFix } from '../rule';
import { wholeSentence } from '../shared/scored';

/** A fix that puts a snippet in the place of a sentence; its final punctuation stays. */
export function replaceSentence(at: StorySentence, title: string, snippet: string): RuleFix {
  return { title, edits: [{ ...wholeSentence(at), text: snippet }], snippet: true };
}

/** A fix that takes words away from a sentence, from token to token, and sets a capital where the rest needs one. */
export function removeWords({ sentence }: StorySentence, title: string, first: number, last: number): RuleFix {
  const { tokens } = sentence;
  const opens = first === 0;
  const start = opens ? 0 : (tokens[first - 1]?.end ?? 0);
  const next = tokens[last + 1];
  const end = opens ? (next?.start ?? sentence.end) : (tokens[last]?.end ?? sentence.end);
  const edits = [{ start, end, text: '' }];
  if (opens && next) edits.push(...capitalAt(sentence, next.start));
  return { title, edits };
}

/** The edit, if any, that sets a capital at an offset of a sentence. */
export function capitalAt({ text }: StorySentence['sentence'], offset: number): Edit[] {
  const letter = text.charAt(offset);
  const capital = letter.toUpperCase();
  return capital === letter ? [] : [{ start: offset, end: offset + 1, text: capital }];
}

/** The edit, if any, that makes an article read well once the words from a token on, which it stands before, give way to another. */
export function articleBefore(
  { text, tokens }: StorySentence['sentence'],
  first: number,
  next: { readonly text: string } | undefined,
): Edit[] {
  const article = tokens[first - 1];
  if (!article || !next || !/^an?$/.test(article.text)) return [];
  // "a user", "an hour": what is heard is not what is written, so only a change is gone by.
  const [was, is] = [tokens[first]?.text ?? '', next.text].map((word) => /^[aeiou]/.test(word));
  if (was === is) return [];
  const written = text.charAt(article.start);
  return [{ start: article.start, end: article.end, text: is ? `${written}n` : written }];
}
