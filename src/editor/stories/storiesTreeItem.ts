import { ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import type { LibraryStory } from '../../core/library/library';
import type { PartRecord, PartState, StoryRecord } from '../../core/library/record';
import { standingOf, stateOf, storyFigures } from '../../core/library/storyWords';
import { capital } from '../../core/text/capital';
import { partTitle } from '../documents/parts';
import { openCommand } from '../files/fileFailure';
import { clockTime, counted } from '../ui/format';
import { titleOf, tooltipOf } from '../ui/shownText';
import { placeOfStory, type StoryRow } from './storiesRows';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
const PART_ICONS: Readonly<Record<PartState, string>> = {
  present: 'check',
  thin: 'dash',
  missing: 'circle-slash',
  unread: 'ellipsis',
};

const ICONS: Readonly<Record<ReturnType<typeof standingOf>, string>> = {
  unknown: 'ellipsis',
  incomplete: 'circle-slash',
  open: 'circle-large-outline',
  clean: 'pass',
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

function bare({ entry }: StoryRow): TreeItem {
  if (entry.kind === 'folder') {
    const item = new TreeItem(entry.of.folder.name, Expanded);
    item.iconPath = ThemeIcon.Folder;
    item.description = counted(entry.stories.length, 'story', 'stories');
    return item;
  }
  if (entry.kind === 'refused') return refusedItem(entry.uri, entry.why);
  return entry.kind === 'story' ? storyItem(entry.one, entry.practised) : partItem(entry.part);
}

function storyItem({ story, file }: LibraryStory, practised: string | undefined): TreeItem {
  const title = titleOf(story);
  const item = new TreeItem(title, Collapsed);
  item.iconPath = new ThemeIcon(ICONS[standingOf(story)]);
  item.description = [storyFigures(story), ...(practised ? [`practised ${practised}`] : [])].join(' · ');
  const mapped = [
    `Questions: ${idsOf(story.questions) || 'none'}`,
    `Competencies: ${idsOf(story.competencies) || 'none'}`,
    ...story.framings.map(({ name, note }) => `For ${name}: ${note}`),
  ];
  const figures = `${clockTime(story.seconds)} spoken, ${counted(story.words, 'word')}`;
  const state = stateOf(story);
  const last = practised ? `Last practised ${practised}` : 'Told in no mock yet';
  const told = [title, figures, last, capital(state)];
  item.tooltip = tooltipOf([...told, ...mapped, workspace.asRelativePath(Uri.parse(file))]);
  item.accessibilityInformation = { label: [title, figures, state, ...(practised ? [last] : [])].join(', ') };
  return item;
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
