import { ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { CoverageState, Covered } from '../../core/library/coverage';
import { coveredWords } from '../../core/library/coveredWords';
import { lacksOf, storyFigures } from '../../core/library/storyWords';
import { openCommand } from '../files/fileFailure';
import type { LibraryCore } from '../lazy/lazyCore';
import { counted } from '../ui/format';
import { titleOf, tooltipOf } from '../ui/shownText';
import type { CoverageEntry, CoverageGroup, CoverageRow, FolderCoverage } from './coverageRows';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
const GROUPS: Readonly<Record<CoverageGroup, string>> = {
  questions: 'Questions',
  competencies: 'Competencies',
  overused: 'Overused stories',
  unused: 'Unused stories',
};
const GROUP_HINTS: Readonly<Record<CoverageGroup, string>> = {
  questions: 'The questions of your profile, and the stories that answer them.',
  competencies: 'The competencies of your profile, and the stories that show them.',
  overused: 'Interviewers compare notes: a story that stands for many questions can be told only once.',
  unused: 'No question and no competency of your profile uses these.',
};
const ICONS: Readonly<Record<CoverageState, string>> = {
  gap: 'circle-large-outline',
  partial: 'color-mode',
  single: 'pass',
  covered: 'pass-filled',
};

/** What VS Code shows of a row. */
export function coverageTreeItem(row: CoverageRow): TreeItem {
  const { entry } = row;
  const { label, description, tooltip, icon } = textsOf(entry);
  const item = new TreeItem(label, collapsibleState(entry));
  item.id = row.id;
  item.contextValue = entry.kind;
  item.description = description;
  item.tooltip = tooltipOf([label, ...tooltip]);
  item.accessibilityInformation = { label: [label, description, ...tooltip].filter((text) => text !== '').join('. ') };
  if (icon) item.iconPath = new ThemeIcon(icon);
  if ('one' in entry) item.command = openCommand(Uri.parse(entry.one.file), entry.one.story.line);
  return item;
}

/** All that the tree shows of an entry itself, and where it leads. */
export function lookOfCoverage(entry: CoverageEntry): string {
  return JSON.stringify([textsOf(entry), 'one' in entry && entry.one.story.line]);
}

interface Texts {
  readonly label: string;
  readonly description: string;
  /** In sentences, below the label. */
  readonly tooltip: readonly string[];
  readonly icon: string | undefined;
}

function textsOf(entry: CoverageEntry): Texts {
  if (entry.kind === 'folder') return { label: entry.in.of.folder.name, description: '', tooltip: [], icon: 'folder' };
  if (entry.kind === 'group')
    return {
      label: GROUPS[entry.group],
      description: groupFigures(entry.in, entry.group),
      tooltip: [GROUP_HINTS[entry.group]],
      icon: undefined,
    };
  if (entry.kind === 'covered') {
    const { title, probes, state } = entry.covered;
    return {
      label: title,
      description: stateText(entry.covered, entry.in.core),
      tooltip: [`${probes}.`],
      icon: ICONS[state],
    };
  }
  if (entry.kind === 'judging')
    return {
      label: 'Still judging',
      description: `${counted(entry.left, 'story', 'stories')} to go`,
      tooltip: ['More stories may be suggested when all are judged.'],
      icon: 'watch',
    };
  if (entry.kind === 'nothing')
    return {
      label: 'No story comes near it',
      description: 'write one, or map one to it',
      tooltip: ['“Starl: New Story” begins one; the row above has a button that maps one you have.'],
      icon: 'info',
    };
  const label = titleOf(entry.one.story);
  const told = storyFigures(entry.one.story);
  if (entry.kind === 'use') return { label, description: `${entry.grade} · ${told}`, tooltip: [], icon: 'book' };
  if (entry.kind === 'suggestion')
    return {
      label,
      description: entry.one.why[0] ?? '',
      tooltip: ['Might do for this:', ...entry.one.why],
      icon: 'lightbulb',
    };
  return { label, description: entry.told || told, tooltip: [], icon: 'book' };
}

function groupFigures({ coverage, core }: FolderCoverage, group: CoverageGroup): string {
  if (group === 'overused' || group === 'unused') return String(coverage[group].length);
  const { gaps, ...figures } = core.coverageFigures(coverage[group]);
  return `${coveredWords(figures)}${gaps > 0 ? ` · ${counted(gaps, 'gap')}` : ''}`;
}

function stateText(covered: Covered, core: LibraryCore): string {
  const { state, uses } = covered;
  if (state === 'gap') return 'gap';
  if (state === 'partial') return 'only in part';
  const [first] = uses;
  const isUnfinished = core.isUnfinished(covered);
  if (state === 'single' && first)
    return `hangs on “${titleOf(first.story)}”${isUnfinished ? ` · ${lacksOf(first.story)}` : ''}`;
  return `${uses.length} stories${isUnfinished ? ' · all lack parts' : ''}`;
}

function collapsibleState(entry: CoverageEntry): TreeItemCollapsibleState {
  if (entry.kind === 'folder') return Expanded;
  if (entry.kind === 'group') return entry.group === 'questions' ? Expanded : Collapsed;
  return entry.kind === 'covered' ? Collapsed : None;
}
