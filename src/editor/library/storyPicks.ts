import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { CoverageTargets } from '../../core/library/coverage';
import type { LibraryStory } from '../../core/library/library';
import type { Grade, Target } from '../../core/library/mapping';
import type { MappingChange } from '../../core/library/mapStory';
import { storyFigures } from '../../core/library/storyWords';
import { requireFolder } from '../files/chooseFolder';
import type { LibraryCore } from '../lazy/lazyCore';
import { capital } from '../ui/format';
import { plain } from '../ui/quickInput';
import { titleOf } from '../ui/shownText';
import type { LibraryStore } from './libraryStore';

const NOUNS: Readonly<Record<Target, string>> = { questions: 'question', competencies: 'competency' };
const GRADES: Readonly<Record<Grade, string>> = { strong: 'Strong', partial: 'Partial' };

/** The story in which the cursor stands, else the one that the user picks. */
export async function pickStory(store: LibraryStore, title: string): Promise<LibraryStory | undefined> {
  if (!requireFolder()) return undefined;
  await store.listed();
  const stories = store.folders.flatMap(({ library }) => library.stories);
  const here = storyAtCursor(stories);
  if (here) return here;
  if (stories.length === 0) {
    void window.showInformationMessage('There is no story here yet.');
    return undefined;
  }
  const picks = stories.map((one) => pickOf(one));
  return (await window.showQuickPick(picks, { title, placeHolder: 'Which story?', matchOnDescription: true }))?.one;
}

/** A story among others to choose from; `detail` says why it is offered. */
export function pickOf(one: LibraryStory, detail?: string): QuickPickItem & { readonly one: LibraryStory } {
  return {
    label: plain(titleOf(one.story)),
    description: storyFigures(one.story),
    ...(detail && { detail: plain(detail) }),
    one,
  };
}

/** What a story is held against to tell what it may be mapped to. */
export interface MappingSurroundings {
  readonly core: Pick<LibraryCore, 'coverageOf' | 'suggestStories'>;
  readonly stories: readonly LibraryStory[];
  readonly targets: CoverageTargets;
}

type MappingItem = QuickPickItem & { readonly id?: string };

/**
 * What a story may be mapped to: what it is mapped to already, then the gaps that it might do for, with the reason, then the
 * other gaps.
 */
export function mappingsToPick(
  one: LibraryStory,
  target: Target,
  { core, stories, targets }: MappingSurroundings,
): MappingItem[] {
  const own = new Map(one.story[target].map(({ id, grade }) => [id, grade]));
  const titles = new Map(targets.competencies.map(({ id, title }) => [id, title]));
  const groups: Record<'Mapped already' | 'Might do for these' | 'Other gaps' | 'The others', MappingItem[]> = {
    'Mapped already': [],
    'Might do for these': [],
    'Other gaps': [],
    'The others': [],
  };
  for (const covered of core.coverageOf(stories, targets)[target]) {
    const { id, title, probes, state } = covered;
    const grade = own.get(id);
    const isGap = state === 'gap';
    const why = isGap
      ? core.suggestStories(covered, stories, titles).find(({ key }) => key === one.key)?.why
      : undefined;
    const description = grade ? GRADES[grade] : isGap ? 'gap' : id;
    const item = { label: plain(title), description, detail: plain(why?.join(' ') ?? probes), id };
    if (grade) groups['Mapped already'].push(item);
    else groups[why ? 'Might do for these' : isGap ? 'Other gaps' : 'The others'].push(item);
  }
  return Object.entries(groups).flatMap(([label, items]) =>
    items.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...items] : [],
  );
}

/** The question or competency that the user picks for a story, and how well the story fits it. */
export async function pickMapping(
  one: LibraryStory,
  target: Target,
  surroundings: MappingSurroundings,
): Promise<MappingChange | undefined> {
  const noun = NOUNS[target];
  const title = `Map “${titleOf(one.story)}” to a ${capital(noun)}`;
  const items = mappingsToPick(one, target, surroundings);
  const options = { title: plain(title), placeHolder: `Which ${noun}?`, matchOnDescription: true, matchOnDetail: true };
  const picked = await window.showQuickPick(items, options);
  if (picked?.id === undefined) return undefined;
  const now = one.story[target].find(({ id }) => id === picked.id)?.grade;
  const grade = await pickGrade(title, now);
  return grade && { target, id: picked.id, grade: grade.grade };
}

/** How well a story fits; undefined where the user dismisses the question. */
export async function pickGrade(
  title: string,
  now?: Grade,
): Promise<{ readonly grade: Grade | undefined } | undefined> {
  const picks: (QuickPickItem & { grade: Grade | undefined })[] = [
    { label: GRADES.strong, detail: 'It answers this by itself', grade: 'strong' },
    { label: GRADES.partial, detail: 'It will do where nothing better is left', grade: 'partial' },
    ...(now ? [{ label: 'Not at all', detail: 'Takes the mapping away', grade: undefined }] : []),
  ];
  const placeHolder = now ? `How well does it fit? Now: ${GRADES[now]}` : 'How well does it fit?';
  return window.showQuickPick(picks, { title: plain(title), placeHolder });
}

function storyAtCursor(stories: readonly LibraryStory[]): LibraryStory | undefined {
  const editor = window.activeTextEditor;
  if (!editor || !workspace.getWorkspaceFolder(editor.document.uri)) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  const own = stories.filter(({ file }) => Uri.parse(file).toString() === editor.document.uri.toString());
  return own.findLast(({ story }) => story.start <= offset) ?? own[0];
}
