import type { CalendarDate } from '../calendar/calendarDate';
import { Redactor } from '../confidential/redact';
import { TermFinder } from '../confidential/termFinder';
import type { Round } from '../config/schemas';
import type { ConfidentialTerm, LintSettings } from '../config/settings';
import { byName } from '../library/byName';
import { framingsFor } from '../library/framing';
import { readRecords } from '../library/record';
import { Analyser } from '../lint/analyser';
import { createLinter } from '../lint/linter';
import { RULES } from '../rules';
import { findFrontMatter } from '../text/frontMatter';
import { readMarkdown } from '../text/markdown';
import type { Span } from '../text/span';
import type { DocumentInfo } from '../types';
import { oncePer } from '../util/once';
import { fitPage } from './fitPage';
import { type CueLine, plain, shortenedNote, tellStory } from './tellStory';

/** A file that may hold stories. */
export interface CueFile {
  /** What the user knows it by. */
  readonly name: string;
  readonly text: string;
  readonly info: DocumentInfo;
  readonly settings: LintSettings;
}

/** What a sheet is for. */
export interface CueOccasion {
  readonly interview?: CalendarDate | undefined;
  /** The level that is aimed at. */
  readonly level?: string | undefined;
  /** All rounds, of which `round` is one. */
  readonly rounds: readonly Round[];
  /** The round that the sheet is for; the whole interview where there is none. */
  readonly round?: Round | undefined;
  /** Ids of the profile and of what it extends; their framings are shown. */
  readonly profiles: readonly string[];
  /** The terms of the settings that the rounds stand in; those of each file are added. */
  readonly confidential: readonly ConfidentialTerm[];
}

/** A story on the sheet. */
export interface CueStory {
  readonly title: string;
  /** What to bring out this time. */
  readonly notes: readonly string[];
  readonly lines: readonly CueLine[];
}

/** One page to look at before an interview. All texts are plain, and hold no confidential term. */
export interface CueSheet {
  readonly title: string;
  /** When it is, for which level, and what it tests, a line each. */
  readonly facts: readonly string[];
  readonly stories: readonly CueStory[];
  /** Whether the page needs the smaller print. */
  readonly isDense: boolean;
  /** The titles of stories for which the page has no room. */
  readonly leftOut: readonly string[];
  /** Stories that a round names and that are not there. */
  readonly missing: readonly string[];
  /** Why stories, or parts of them, may be missing for which nobody asked by name; no part of the page. */
  readonly notes: readonly { readonly file: string; readonly message: string }[];
}

/** Says which stories a sheet lacks that its round names, or any round; undefined where it lacks none. */
export function missingText({ missing }: Pick<CueSheet, 'missing'>, round?: Pick<Round, 'title'>): string | undefined {
  if (missing.length === 0) return undefined;
  const who = round ? `the round "${round.title}" names` : 'the rounds name';
  const what = missing.length === 1 ? 'a story that is not there' : 'stories that are not there';
  return `${who} ${what}: ${missing.map((name) => `"${name}"`).join(', ')}`;
}

/** What they find stands at a heading or a first line, and is no fault of that sentence. */
const STORY_RULES = new Set(RULES.filter(({ scope }) => scope === 'story').map(({ id }) => id));

interface Told extends CueStory {
  readonly file: string;
}

interface ToldFile extends Pick<CueSheet, 'notes'> {
  readonly stories: readonly Told[];
}

/**
 * Puts a sheet together from the stories that its round names; where it names none, and for the whole interview, from all there
 * are, those that a round names first.
 */
export function makeCueSheet(files: readonly CueFile[], occasion: CueOccasion): CueSheet {
  const { interview, level, round, rounds, profiles } = occasion;
  const lists = [...new Set([occasion.confidential, ...files.map(({ settings }) => settings.confidential)])];
  // What is said instead of a term may differ by folder, and its own comes first.
  const redactorOf = oncePer(
    (own: readonly ConfidentialTerm[]) => new Redactor(new TermFinder([...own, ...lists.flat()])),
  );
  const clean = (text: string): string => plain(redactorOf(occasion.confidential).redact(text).text);
  const names = [...(round ? [round.title] : []), ...profiles];
  const read = files.map((file) => tellFile(file, redactorOf(file.settings.confidential), names));
  const told = read.flatMap(({ stories }) => stories);
  const wanted = [...new Set((round ? [round] : rounds).flatMap(({ stories = [] }) => stories))];
  const find = byName(told, (one) => one);
  const readings = (name: string) => lists.map((own) => plain(redactorOf(own).redactTitle(name)));
  const found = wanted.map((name) => ({
    name: clean(name),
    story: readings(name)
      .map(find)
      .find((story) => story !== undefined),
  }));
  const named = found.flatMap(({ story }) => story ?? []);
  const chosen = [...new Set(round && wanted.length > 0 ? named : [...named, ...told])];
  const { isDense, stories, leftOut } = fitPage(chosen);
  return {
    title: round ? `Cue sheet: ${clean(round.title)}` : 'Cue sheet',
    facts: [
      ...dayOf(round, interview),
      ...(level === undefined ? [] : [`Level: ${clean(level)}`]),
      ...(round?.tests ? [`Tests: ${clean(round.tests)}`] : []),
    ],
    stories: stories.map(({ title, notes, lines }) => ({ title, notes, lines })),
    isDense,
    leftOut: leftOut.map(({ title }) => title),
    missing: found.flatMap(({ name, story }) => (story ? [] : name)),
    notes: read.flatMap(({ notes }) => notes),
  };
}

/** The day of a round, or else that of the interview; where a round has none, the interview's is said to be that. */
function dayOf(round: Round | undefined, interview: CalendarDate | undefined): string[] {
  if (round?.date !== undefined) return [round.date];
  if (interview === undefined) return [];
  return [round ? `Interview: ${interview}` : interview];
}

/** Chooses what to say by what the user has written, and tells it without confidential terms, of which no text holds any. */
function tellFile({ name, text, info, settings }: CueFile, redactor: Redactor, names: readonly string[]): ToldFile {
  const shown = redactor.redact(text);
  const clean = (piece: string): string => plain(redactor.redact(piece).text);
  // What is left out anyway speaks against no sentence.
  const report = createLinter({ settings: { ...settings, confidential: [] } }).lint(text, info);
  const tools = {
    analyse: new Analyser().analyse,
    objections: report.findings
      .filter(({ rule }) => !STORY_RULES.has(rule))
      .map(({ start, end }) => ({ start: start.offset, end: end.offset })),
    show: (span: Span) => plain(shown.part(span)),
  };
  const { blocks } = readMarkdown(text, findFrontMatter(text)?.end ?? 0);
  const file = info.path ?? '';
  const stories = readRecords(text, report).flatMap(({ title, framings }, index) => {
    const outline = report.outline[index];
    if (!outline) return [];
    const asked = new Set([...(settings.vocabulary?.questions ?? []), ...(settings.vocabulary?.competencies ?? [])]);
    const notes = [
      ...framingsFor(framings, names).map(({ note }) => clean(note)),
      ...framings.flatMap((one) => (asked.has(one.name) ? `For ${clean(one.name)}: ${clean(one.note)}` : [])),
    ].map(shortenedNote);
    return { file, title: plain(redactor.redactTitle(title)), notes, lines: tellStory(text, blocks, outline, tools) };
  });
  const notes = report.kind === undefined ? [] : report.notes.map((message) => ({ file: name, message }));
  return { stories, notes };
}
