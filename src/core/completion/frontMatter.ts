import type { RuleLevel } from '../config/settings';
import type { Grade } from '../library/mapping';
import { yamlBefore } from '../library/storyComment';
import { endRunStart } from '../text/endRun';
import { type FrontMatter, findFrontMatter, openingEnd } from '../text/frontMatter';
import type { DocumentKind } from '../types';

/** Something that can be written at a place: a name, and what it stands for. */
export interface Choice {
  readonly id: string;
  readonly detail: string;
}

/** A choice, and the edit that writes it. */
export interface Completion extends Choice {
  readonly start: number;
  readonly end: number;
  /** Goes between `start` and `end`; a `|` in it is where the cursor is left. */
  readonly text: string;
}

/** What front matter may name, beside what is fixed. */
export interface Vocabulary {
  readonly competencies: readonly Choice[];
  readonly questions: readonly Choice[];
  readonly rules: readonly Choice[];
}

/** A choice with its text, before it is placed. */
type Written = Omit<Completion, 'start' | 'end'>;

/** The keys that can be added. */
const KEYS: readonly Written[] = [
  { id: 'starl', detail: 'What this document is', text: 'starl: |' },
  { id: 'title', detail: 'The title, where no heading gives it', text: 'title: |' },
  { id: 'competencies', detail: 'What the story shows about you', text: 'competencies: [|]' },
  { id: 'questions', detail: 'The questions that it answers', text: 'questions: [|]' },
  { id: 'framings', detail: 'What to bring out for one company, profile or question', text: 'framings:\n  |' },
  { id: 'rules', detail: 'How loudly rules speak in this document', text: 'rules:\n  |' },
];

/** Those that make sense for one story of a file. */
const COMMENT_KEYS: ReadonlySet<string> = new Set(['competencies', 'questions', 'framings']);

const KINDS: Readonly<Record<DocumentKind, string>> = {
  story: 'A story, or several, told in parts',
  design: 'The answer to a system design question',
  speech: 'An elevator speech',
  narrative: 'The case for a promotion',
};

/** What a severity looks like. */
export const LEVELS: Readonly<Record<RuleLevel, string>> = {
  error: 'Underlined in red',
  warning: 'Underlined in yellow; the command line fails',
  information: 'Underlined in blue',
  hint: 'Three dots',
  off: 'Not at all',
};

const TOP_KEY = /^([\w-]+)[ \t]*:/;

const GRADE_DETAILS: Readonly<Record<Grade, string>> = {
  strong: 'It answers this by itself',
  partial: 'It will do where nothing better is left',
};

/** What can be written at an offset; nothing outside front matter and the comments that map a story. */
export function completeFrontMatter(text: string, offset: number, vocabulary: Vocabulary): Completion[] {
  const front = findFrontMatter(text) ?? begunFrontMatter(text);
  const isFront = front && offset >= front.yamlStart && offset <= front.yamlStart + front.yaml.length;
  const area = isFront ? { yaml: front.yaml, start: front.yamlStart } : commentAround(text, offset);
  if (!area) return [];
  const at = offset - area.start;
  const place = readPlace(area.yaml, at);
  const start = offset - place.word.length;
  const end = offset + (/^[\w-]*/.exec(area.yaml.slice(at))?.[0].length ?? 0);
  const keys = isFront ? KEYS : KEYS.filter(({ id }) => COMMENT_KEYS.has(id));
  return choose(place, vocabulary, keys).map((choice) => ({ ...choice, start, end }));
}

/** Front matter that is still being written: it reaches to the first blank line as long as nothing closes it. */
function begunFrontMatter(text: string): Pick<FrontMatter, 'yaml' | 'yamlStart'> | undefined {
  const yamlStart = openingEnd(text);
  if (yamlStart === undefined) return undefined;
  const rest = text.slice(yamlStart);
  if (/^[ \t]*[\r\n]/.test(rest)) return undefined;
  const length = rest.search(/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r|\n|$)/);
  return { yaml: length < 0 ? rest : rest.slice(0, length), yamlStart };
}

/** The YAML of the comment `<!-- starl:` in which an offset stands. */
function commentAround(text: string, offset: number): { readonly yaml: string; readonly start: number } | undefined {
  const opening = text.lastIndexOf('<!--', offset);
  const head = opening < 0 ? undefined : /^<!--\s*?starl:[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(opening))?.[0];
  if (head === undefined) return undefined;
  const start = opening + head.length;
  const closing = text.indexOf('-->', start);
  const yaml = closing < 0 ? text.slice(start) : yamlBefore(text.slice(start, closing));
  return offset >= start && offset <= start + yaml.length ? { yaml, start } : undefined;
}

/** The surroundings of the cursor. */
interface Place {
  /** What stands left of the cursor in its line, without the word at the cursor. */
  readonly before: string;
  /** The beginning of the word that the cursor is in. */
  readonly word: string;
  /** The top-level key that the line belongs to; undefined where a key is to be written. */
  readonly owner: string | undefined;
  /** Whether the owner stands in the same line. */
  readonly ownLine: boolean;
  /** Top-level keys in other lines. */
  readonly keys: ReadonlySet<string>;
  /** The words below the owner, apart from the one at the cursor. */
  readonly taken: ReadonlySet<string>;
}

function readPlace(yaml: string, at: number): Place {
  const lines = yaml.split(/\r\n|\r|\n/);
  const above = yaml.slice(0, at).split(/\r\n|\r|\n/);
  const left = above.pop() ?? '';
  const word = left.slice(endRunStart(left, /[\w-]/));
  const before = left.slice(0, left.length - word.length);
  const row = above.length;
  const keyOf = (line: string | undefined) => TOP_KEY.exec(line ?? '')?.[1];
  const keys = new Set(lines.flatMap((line, index) => (index === row ? [] : (keyOf(line) ?? []))));
  if (before === '') return { before, word, owner: undefined, ownLine: true, keys, taken: new Set() };

  let first = row;
  while (first > 0 && keyOf(lines[first]) === undefined) first--;
  let last = row + 1;
  while (last < lines.length && keyOf(lines[last]) === undefined) last++;
  const others = [...lines.slice(first, row), before, ...lines.slice(row + 1, last)].join('\n').replace(TOP_KEY, '');
  const rest = (lines[row] ?? '').slice(left.length).replace(/^[\w-]+/, '');
  const taken = new Set(`${others}\n${rest}`.match(/[\w-]+/g));
  return { before, word, owner: keyOf(lines[first]), ownLine: first === row, keys, taken };
}

function choose(place: Place, { competencies, questions, rules }: Vocabulary, all: readonly Written[]): Written[] {
  const { owner, ownLine } = place;
  if (owner === undefined) return all.filter(({ id }) => !place.keys.has(id));
  if (owner === 'starl' && ownLine) return value(place, KINDS);
  if (owner === 'competencies') return list(place, competencies);
  if (owner === 'questions') return list(place, questions);
  if (owner === 'framings' && !ownLine)
    return place.before.trim() === '' ? keys(place, [...questions, ...competencies]) : [];
  if (owner === 'rules' && !ownLine) return levels(place, rules);
  return [];
}

/** An entry of a list: bare between brackets and behind a hyphen, and with what is missing elsewhere. */
function list(place: Place, choices: readonly Choice[]): Written[] {
  const { before, ownLine, taken } = place;
  if (/\bgrade:\s*$/.test(before)) return value(place, GRADE_DETAILS);
  const write = (id: string): string => {
    if (ownLine && /:\s*$/.test(before)) return `${/\s$/.test(before) ? '' : ' '}[${id}|]`;
    return before.trim() === '' ? `- ${id}` : id;
  };
  return choices.filter(({ id }) => !taken.has(id)).map((choice) => ({ ...choice, text: write(choice.id) }));
}

/** A rule in an indented line, or the level behind it. */
function levels(place: Place, rules: readonly Choice[]): Written[] {
  const { before } = place;
  if (before.trim() === '') return keys(place, rules);
  return /^\s+[\w-]+:\s*$/.test(before) ? value(place, LEVELS) : [];
}

/** The keys that are not there yet. */
function keys({ taken }: Place, choices: readonly Choice[]): Written[] {
  return choices.filter(({ id }) => !taken.has(id)).map((choice) => ({ ...choice, text: `${choice.id}: |` }));
}

/** What can stand behind a colon. */
function value({ before }: Place, details: Readonly<Record<string, string>>): Written[] {
  const space = /\s$/.test(before) ? '' : ' ';
  return Object.entries(details).map(([id, detail]) => ({ id, detail, text: `${space}${id}` }));
}
