import { sourceName } from '../packs/sourceNames';
import { lineBreak } from '../text/lineBreaks';
import { oneLine } from '../text/oneLine';
import { itemText } from './itemText';
import { type ChecklistProfile, notesOf } from './makeChecklist';
import { itemsIn } from './readChecklist';

/**
 * Puts what a profile says below an item in place of what another one has said there, and adds its sources to the list of
 * them. What the user has changed or taken out stays as it is.
 */
export function renewNotes(
  text: string,
  to: Omit<ChecklistProfile, 'title'>,
  from: Omit<ChecklistProfile, 'title'>,
): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const eol = lineBreak(text, 0);
  const [now, then] = [notesByText(to), notesByText(from)];
  for (const { label, line } of itemsIn(text).reverse()) {
    const [written, wanted] = [then.get(label), now.get(label)];
    if (!written || !wanted || written.join('\n') === wanted.join('\n')) continue;
    const there = lines.slice(line, line + written.length).map((one) => one.trimEnd());
    const follows = lines[line + written.length]?.trim() ?? '';
    if (there.join('\n') === written.join('\n') && follows === '')
      lines.splice(line, written.length, ...wanted.map((note) => note + eol));
  }
  return addSources(lines.join(''), to, eol);
}

/** The lines below each item, by the item's text. */
function notesByText({ checklist, sources }: Omit<ChecklistProfile, 'title'>): Map<string, string[]> {
  const items = checklist.flatMap((group) => group.items);
  return new Map(
    items.map((item) => [oneLine(item.text), notesOf(item, sources).map((note) => `  - ${itemText(note)}`)]),
  );
}

function addSources(text: string, { checklist, sources }: Omit<ChecklistProfile, 'title'>, eol: string): string {
  const list = /^## Sources[ \t]*$[^#]*?(?:^- [^\r\n]*(?:\r\n|\n|\r|$))+/m.exec(text);
  if (!list) return text;
  const used = new Set(checklist.flatMap(({ items }) => items.flatMap((item) => item.sources)));
  const lines = list[0].split(/[\r\n]+/).filter((line) => line.startsWith('- '));
  const listed = new Set(lines.flatMap((line) => line.slice('- '.length).split(':', 1)));
  const missing = Object.entries(sources).filter(
    ([id]) => used.has(id) && !listed.has(id) && !listed.has(itemText(sourceName(id, sources))),
  );
  const end = list.index + list[0].trimEnd().length;
  return (
    text.slice(0, end) +
    missing.map(([id, { title }]) => `${eol}- ${itemText(sourceName(id, sources))}: ${itemText(title)}`).join('') +
    text.slice(end)
  );
}
