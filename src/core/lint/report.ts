import type { Finding, FindingsInTurn, Report, StoryOutline, StorySummary } from '../types';
import { once } from '../util/once';
import type { FoundHere } from './chapters';
import type { JudgedDocument } from './judgeDocument';
import { LazyList } from './lazyList';
import { type FindingPlacer, placeFindings } from './placeFindings';
import type { PlacedReading } from './storyFinder';

/** What is told of a document, all of it when it is first read, in objects that no other report of the document has. */
export function reportOf(judged: JudgedDocument): Report {
  return tell(judged, () => judged.findings().flatMap((here) => placeFindings(judged.document, here)), structuredClone);
}

/** What is told of a document that is being written. */
export interface OpenReport {
  readonly report: Report;
  /** The findings of the report. */
  readonly findings: FindingsInTurn;
}

/**
 * The same of one that is being written: there nobody looks at all findings behind every key, so each is placed when it is looked
 * at, and what an edit leaves as it was stays the same objects.
 */
export function openReportOf(judged: JudgedDocument, placer: FindingPlacer): OpenReport {
  const stretchOf = (here: FoundHere) => ({
    length: here.findings.length,
    make: () => placer.place(judged.document, here),
  });
  const findings = once(() => new LazyList(judged.findings().map(stretchOf)));
  return {
    report: tell(
      judged,
      () => [...findings()],
      (kept) => kept,
    ),
    get findings() {
      return findings();
    },
  };
}

/** `own` gives what is kept of a document as the report may have it. */
function tell(
  { kind, notes, stories }: JudgedDocument,
  place: () => readonly Finding[],
  own: <Kept>(kept: Kept) => Kept,
): Report {
  const placed = once(place);
  const summaries = once((): readonly StorySummary[] => stories.map(({ reading }) => own(reading.summary())));
  const outline = once((): readonly StoryOutline[] => stories.map((placedStory) => own(placeOutline(placedStory))));
  return {
    kind,
    get stories() {
      return summaries();
    },
    get outline() {
      return outline();
    },
    notes: own(notes),
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
