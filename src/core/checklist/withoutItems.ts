import { escapeMarkdown } from '../text/escapeMarkdown';
import { lineEnd, lineStart } from '../text/lineBreaks';
import type { Span } from '../text/span';
import { type Item, type Section, sectionsWithin } from './checklist';
import { isUntouched, type KnownItem } from './knownItems';
import { itemsIn, readChecklist } from './readChecklist';

/** The items of a file that are open and still as a profile has written them. */
export function untouchedOf(text: string, known: ReadonlyMap<string, readonly KnownItem[]>): Item[] {
  return itemsIn(text).filter((item) => isUntouched(text, item, known.get(item.label)));
}

/** A text without some of its items, nor the headings of theirs (of those titles) below which nothing else stands. */
export function withoutItems(text: string, gone: readonly Item[], titles: ReadonlySet<string>): string {
  const { checklist } = readChecklist(text);
  if (!checklist) return text;
  const starts = new Set(gone.map(({ start }) => start));
  const sections = [...sectionsWithin(checklist)].filter(
    (section) => titles.has(section.title) && isEmptied(text, section, starts),
  );
  const spans = [
    ...sections.map(({ start, end }) => ({ start: lineStart(text, start), end })),
    ...gone
      .filter(({ start }) => !sections.some((section) => section.start <= start && start < section.end))
      .map(({ start, end }) => ({ start: lineStart(text, start), end: lineEnd(text, end) })),
  ];
  return spans.sort((a, b) => b.start - a.start).reduce(cut, text);
}

/** Whether nothing is left below a heading that is as a profile writes it, when the items that start there are gone. */
function isEmptied(text: string, section: Section, gone: ReadonlySet<number>): boolean {
  const { title, start, end, items, sections } = section;
  const isOurs = text.slice(lineStart(text, start), start) === `## ${escapeMarkdown(title)}`;
  if (!isOurs || sections.length > 0 || !items.every((item) => gone.has(item.start))) return false;
  const rest = items.toReversed().reduce((left, item) => left.slice(0, item.start) + left.slice(item.end), text);
  const removed = items.reduce((sum, item) => sum + item.end - item.start, 0);
  return rest.slice(start, end - removed).trim() === '' && !/^#{3}/.test(text.slice(end));
}

/** Takes whole lines out, with the blank ones behind them where some stand before them, too. */
function cut(text: string, { start, end }: Span): string {
  const before = text.slice(0, start);
  const own = /^(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0;
  const behind = text.slice(end + own);
  if (behind.trim() === '') return before.replace(/(\S[ \t]*(?:\r\n|\n|\r))\s*$/, '$1');
  const isApart = before === '' || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before);
  return before + (isApart ? behind.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '') : behind);
}
