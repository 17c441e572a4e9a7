import type { Finding, Report, StoryOutline, StorySummary } from '../types';
import type { JudgedDocument, PlacedReading } from './judgeDocument';
import { once } from './once';
import { placeFindings } from './placeFindings';

/** What is told of a document. Its lists are put together when they are first read. */
export function reportOf({ document, kind, notes, stories, findings }: JudgedDocument): Report {
  const placed = once((): readonly Finding[] => placeFindings(document, findings()));
  const summaries = once((): readonly StorySummary[] => stories.map(({ reading }) => reading.summary()));
  const outline = once((): readonly StoryOutline[] => stories.map(placeOutline));
  return {
    kind,
    get stories() {
      return summaries();
    },
    get outline() {
      return outline();
    },
    notes,
    get findings() {
      return placed();
    },
  };
}

function placeOutline({ reading, base }: PlacedReading): StoryOutline {
  const outline = reading.outline();
  if (base === 0) return outline;
  const { start, end, parts } = outline;
  return {
    ...outline,
    start: start + base,
    end: end + base,
    parts: parts.map((part) => ({ ...part, start: part.start + base, end: part.end + base })),
  };
}
