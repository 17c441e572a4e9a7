import { commands, type Disposable, type QuickPickItem, Uri } from 'vscode';
import type { LibraryStory } from '../../core/library/library';
import type { Framing } from '../../core/library/mapping';
import type { Pack } from '../../core/packs/packSchema';
import { LONGEST, tooLong } from '../../core/text/longest';
import { pickStory } from '../library/storyPicks';
import type { Services } from '../services';
import { titleOf } from '../ui/shownText';
import { askForLine, askForWord, askInTurn, step } from '../ui/steps';
import type { StoryRow } from './storiesRows';

/** "Starl: Add Framing": asks for whom a story is framed and what to bring out then, and writes it below the story. */
export function registerAddFraming({
  library,
  practice,
  configs,
}: Pick<Services, 'library' | 'practice' | 'configs'>): Disposable {
  return commands.registerCommand('starl.stories.addFraming', async (row?: StoryRow) => {
    const one = row && 'one' in row.entry ? row.entry.one : await pickStory(library.store, 'Add Framing');
    const folder = one && library.store.folderOf(Uri.parse(one.file))?.folder;
    if (!folder) return;
    const [core, pack, held, { settings }] = await Promise.all([
      library.loadCore(),
      library.profileFor(folder),
      practice.of(folder),
      configs.resolve(Uri.parse(one.file)),
    ]);
    const names = framingNames(one, pack, held?.rounds.map(({ title }) => title) ?? []);
    const { vocabulary } = settings;
    const framing = await askForFraming(one, names, (name) => vocabulary && core.framingHint(name, vocabulary));
    if (framing) await library.edits.frame(one, framing);
  });
}

/** What a story may be framed for: the profile, the rounds, and the questions and competencies that the story stands for. */
export function framingNames(
  { story }: LibraryStory,
  pack: Pick<Pack, 'id' | 'title' | 'questions' | 'competencies'> | undefined,
  rounds: readonly string[],
): QuickPickItem[] {
  const titles = new Map([
    ...(pack?.questions ?? []).map(({ id, text }) => [id, text] as const),
    ...(pack?.competencies ?? []).map(({ id, title }) => [id, title] as const),
  ]);
  const names: QuickPickItem[] = [
    ...(pack ? [{ label: pack.id, detail: pack.title }] : []),
    ...rounds.map((label) => ({ label, detail: 'Round' })),
    ...[...story.questions, ...story.competencies].map(({ id }) => ({
      label: id,
      detail: titles.get(id) ?? '',
    })),
  ];
  const taken = new Set(story.framings.map(({ name }) => name.toLowerCase()));
  return names.filter(({ label }) => !taken.has(label.toLowerCase()));
}

async function askForFraming(
  { story }: LibraryStory,
  names: readonly QuickPickItem[],
  hint: (name: string) => string | undefined,
): Promise<Framing | undefined> {
  const draft = { name: '', note: '' };
  const isGiven = await askInTurn(`Framing of “${titleOf(story)}”`, [
    step(
      (place) =>
        askForWord(
          place,
          'For whom, or for which question? Choose, or type a company.',
          names,
          (name) => tooLong(name, LONGEST.line),
          hint,
        ),
      (name) => {
        draft.name = name;
      },
    ),
    step(
      (place) =>
        askForLine(place, {
          prompt: `What to bring out for ${draft.name}, in a sentence or two.`,
          value: draft.note,
          objection: (note) => (note === '' ? 'Write what to bring out' : tooLong(note, LONGEST.note)),
        }),
      (note) => {
        draft.note = note;
      },
    ),
  ]);
  return isGiven ? draft : undefined;
}
