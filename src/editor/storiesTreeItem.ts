import { ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import type { LibraryStory } from '../core/library/library';
import type { PartRecord, PartState, StoryRecord } from '../core/library/record';
import { openCommand } from './fileFailure';
import { clockTime, counted } from './format';
import { partTitle } from './parts';
import { cutLabel, tooltipOf } from './shownText';
import { placeOfStory, type StoryRow } from './storiesRows';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
const PART_ICONS: Readonly<Record<PartState, string>> = {
  present: 'check',
  thin: 'dash',
  missing: 'circle-slash',
  unread: 'ellipsis',
};

/** What VS Code shows of a row. */
export function storyTreeItem(row: StoryRow): TreeItem {
  const { entry } = row;
  const item = bare(row);
  item.id = row.id;
  item.contextValue = entry.kind;
  const place = placeOfStory(entry);
  if (place) item.command = openCommand(place.uri, place.line);
  return item;
}

/** A story's title as a view shows it. */
export function titleOf({ title }: StoryRecord): string {
  return title === '' ? 'Untitled' : cutLabel(title);
}

/** How many findings there are, hints apart: `2 findings`. */
export function findingsOf({ findings: { error, warning, information } }: StoryRecord): string {
  const count = error + warning + information;
  return count === 0 ? '' : counted(count, 'finding');
}

/** Spoken time, what is missing and how many findings there are: `0:52 · lacks Task · 2 findings`. */
export function figuresOf(story: StoryRecord): string {
  return [clockTime(story.seconds), lacksOf(story), findingsOf(story)].filter((text) => text !== '').join(' · ');
}

/** `lacks Task, Learning, thin Result`; empty where all parts are told. */
export function lacksOf(story: StoryRecord): string {
  return [partsOf(story, 'missing', 'lacks'), partsOf(story, 'thin', 'thin')].filter((text) => text !== '').join(', ');
}

function partsOf({ parts }: StoryRecord, state: PartState, word: string): string {
  const found = parts.filter((part) => part.state === state).map(({ part }) => partTitle(part));
  return found.length === 0 ? '' : `${word} ${found.join(', ')}`;
}

function bare({ entry }: StoryRow): TreeItem {
  if (entry.kind === 'folder') {
    const item = new TreeItem(entry.of.folder.name, Expanded);
    item.iconPath = ThemeIcon.Folder;
    item.description = storyCount(entry.stories.length);
    return item;
  }
  if (entry.kind === 'refused') return refusedItem(entry.uri, entry.why);
  return entry.kind === 'story' ? storyItem(entry.one, entry.practised) : partItem(entry.part);
}

function storyCount(count: number): string {
  return count === 1 ? '1 story' : `${count} stories`;
}

function storyItem({ story, file }: LibraryStory, practised: string | undefined): TreeItem {
  const title = titleOf(story);
  const item = new TreeItem(title, Collapsed);
  item.iconPath = new ThemeIcon(iconOf(story));
  item.description = [figuresOf(story), ...(practised ? [`practised ${practised}`] : [])].join(' · ');
  const mapped = [
    `Questions: ${idsOf(story.questions) || 'none'}`,
    `Competencies: ${idsOf(story.competencies) || 'none'}`,
    ...story.framings.map(({ name, note }) => `For ${name}: ${note}`),
  ];
  const figures = `${clockTime(story.seconds)} spoken, ${counted(story.words, 'word')}`;
  const state = stateOf(story);
  const last = practised ? `Last practised ${practised}` : 'Told in no mock yet';
  const told = [title, figures, last, `${state.charAt(0).toUpperCase()}${state.slice(1)}`];
  item.tooltip = tooltipOf([...told, ...mapped, workspace.asRelativePath(Uri.parse(file))]);
  item.accessibilityInformation = { label: [title, figures, state, ...(practised ? [last] : [])].join(', ') };
  return item;
}

function iconOf(story: StoryRecord): string {
  if (!story.isJudged) return 'ellipsis';
  if (partsOf(story, 'missing', 'lacks')) return 'circle-slash';
  return lacksOf(story) || findingsOf(story) ? 'circle-large-outline' : 'pass';
}

/** How a story stands, in words. */
function stateOf(story: StoryRecord): string {
  if (!story.isJudged) return 'still to be judged';
  return [lacksOf(story), findingsOf(story)].filter((text) => text !== '').join(', ') || 'nothing to object to';
}

function idsOf(mappings: StoryRecord['questions']): string {
  return mappings.map(({ id, grade }) => (grade === 'strong' ? id : `${id} (partial)`)).join(', ');
}

function partItem({ part, state, words, seconds, reasons }: PartRecord): TreeItem {
  const title = partTitle(part);
  const item = new TreeItem(title, None);
  item.iconPath = new ThemeIcon(PART_ICONS[state]);
  const figures = `${counted(words, 'word')} · ${clockTime(seconds)}`;
  item.description = {
    missing: 'missing',
    thin: `thin · ${figures}`,
    present: figures,
    unread: words > 0 ? figures : '…',
  }[state];
  item.tooltip = tooltipOf([`${title}: ${item.description}`, ...reasons]);
  item.accessibilityInformation = { label: [`${title}, ${item.description}`, ...reasons].join('. ') };
  return item;
}

function refusedItem(uri: Uri, why: string): TreeItem {
  const item = new TreeItem(workspace.asRelativePath(uri), None);
  item.iconPath = new ThemeIcon('warning');
  item.description = why;
  item.tooltip = `${why}. Its stories are not listed until this is mended.`;
  item.accessibilityInformation = { label: `${workspace.asRelativePath(uri)}: ${item.tooltip}` };
  return item;
}
