import type { Outcome } from '../checklist/edits';
import { storyNamesUnder } from '../hints/storyNames';
import type { Written } from '../hints/writtenEntries';
import { applyEdit } from '../text/edits';
import { oneLine } from '../text/oneLine';
import { flowYaml } from '../yaml/flowYaml';
import { isUnreadable } from '../yaml/yaml';

/**
 * Gives a story another title where the entries of the list under a key (rounds, mocks) name it by the old one, in the quotes
 * that it has there. All else stays as it is.
 */
export function renameMentions(text: string, key: string, isMeant: (name: string) => boolean, title: string): Outcome {
  if (isUnreadable(text)) return { refusal: 'it cannot be read' };
  const name = oneLine(title);
  const names = storyNamesUnder(text, key);
  const meant = names.filter((one) => isMeant(one.text));
  const [first, last] = [meant[0], meant.at(-1)];
  if (!first || !last) return { edit: undefined };
  if (meant.some(({ start }) => /[|>]/.test(text.charAt(start))))
    return { refusal: 'the title stands in a block of lines that only you can change' };
  let written = '';
  let end = first.start;
  for (const one of meant) {
    written += text.slice(end, one.start) + inQuotesOf(text, one, name);
    end = one.end;
  }
  const edit = { start: first.start, end, text: written };
  const wanted = names.map((one) => (isMeant(one.text) ? name : one.text));
  const after = storyNamesUnder(applyEdit(text, edit), key).map((one) => one.text);
  if (JSON.stringify(after) === JSON.stringify(wanted)) return { edit };
  return { refusal: 'the title is written there in a way that only you can change' };
}

function inQuotesOf(text: string, { start }: Written, name: string): string {
  if (text.charAt(start) === '"') return JSON.stringify(name);
  return text.charAt(start) === "'" ? `'${name.replaceAll("'", "''")}'` : flowYaml(name);
}
