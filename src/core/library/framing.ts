import { framedFor } from '../story/framingHeading';
import { LONGEST } from '../text/longest';
import { type Block, parseTree } from '../text/markdown';
import type { Span } from '../text/span';
import { headingTitle } from './heading';
import type { Framing } from './mapping';

/**
 * The notes of a story for an interview, by the names that it goes by: the question, the round, the company, the profile and
 * what that extends, the most particular first. Case does not matter, and a company's name may stand within a round's.
 */
export function framingsFor(framings: readonly Framing[], names: readonly string[]): Framing[] {
  const found = names.flatMap((name) => framings.filter((framing) => isNamed(name, framing.name)));
  return [...new Set(found)];
}

function isNamed(name: string, framing: string): boolean {
  const words = (text: string): string =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}-]+/gu, ' ')
      .trim()} `;
  return (
    name.toLowerCase() === framing.toLowerCase() || (words(framing) !== '  ' && words(name).includes(words(framing)))
  );
}

/** A framing under a heading of its own, and where that stands. */
export interface PlacedFraming extends Framing, Span {}

/** The framings that stand under headings ("Framing: netflix-tpm") within a stretch of a text. */
export function readFramings(text: string, blocks: readonly Block[], within: Span): PlacedFraming[] {
  return blocks.flatMap((heading, index): PlacedFraming[] => {
    if (heading.kind !== 'heading' || heading.start < within.start || heading.start >= within.end) return [];
    const name = framedFor(heading.text) && framedFor(headingTitle(text, heading));
    if (!name) return [];
    const next = blocks.findIndex((one, at) => at > index && endsFraming(one, heading));
    const own = blocks.slice(index + 1, next < 0 ? undefined : next).filter(({ start }) => start < within.end);
    const end = own.at(-1)?.end ?? heading.end;
    return [{ name, note: noteOf(text, own).slice(0, LONGEST.note), start: heading.start, end }];
  });
}

function endsFraming(block: Block, { level }: Block): boolean {
  return block.kind === 'heading' && block.level <= level;
}

function noteOf(text: string, blocks: readonly Block[]): string {
  return blocks
    .map(({ kind, start, end }, index) => {
      const isNextItem = kind === 'item' && blocks[index - 1]?.kind === 'item';
      return `${isNextItem ? ' · ' : index > 0 ? '\n' : ''}${unescaped(text.slice(start, end).trim())}`;
    })
    .join('');
}

/** As it is meant to be read: without the backslashes by which signs stand for themselves. */
function unescaped(source: string): string {
  let plain = '';
  let at = 0;
  parseTree(source).iterate({
    enter({ name, from }) {
      if (name !== 'Escape') return;
      plain += source.slice(at, from);
      at = from + 1;
    },
  });
  return plain + source.slice(at);
}
