import { Uri, WorkspaceEdit, workspace } from 'vscode';
import type { Outcome } from '../../core/checklist/edits';
import type { ReadStories } from '../../core/library/editing';
import type { LibraryStory } from '../../core/library/library';
import type { Framing, Grade } from '../../core/library/mapping';
import type { MappingChange } from '../../core/library/mapStory';
import type { Clock } from '../clock';
import type { Configs } from '../config/config';
import { documentInfo } from '../documents/documentInfo';
import { tellFailure } from '../files/fileFailure';
import { offerUndo, type Reversible, reversible } from '../files/offerUndo';
import { keepInEditor } from '../files/safeWrite';
import { changeTextFile, changeTextFiles, createTextFile, type FileChange, type FileTools } from '../files/textFile';
import type { WriteQueue } from '../files/writeQueue';
import type { LibraryCore } from '../lazy/lazyCore';
import { titleOf } from '../ui/shownText';
import type { FolderLibrary } from './libraryStore';
import { mentionsOf } from './storyMentions';

/** What changing the files of stories takes. */
export interface StoryEditTools {
  readonly clock: Clock;
  readonly writes: WriteQueue;
  readonly configs: Pick<Configs, 'resolve'>;
  readonly loadCore: () => Promise<LibraryCore>;
}

const LIST = new Intl.ListFormat('en');

/** Takes back what was done. Throws where that cannot be. */
export type Undo = () => Promise<void>;

/**
 * Changes what single stories are: in the editor, so that its Undo takes it back, and saved unless there are unsaved edits.
 * What fails is told, and leaves the file as it was.
 */
export class StoryEdits {
  readonly #tools: StoryEditTools;

  constructor(tools: StoryEditTools) {
    this.#tools = tools;
  }

  /** Maps a story, changes the grade, or takes the mapping away. */
  map(one: LibraryStory, change: MappingChange): Promise<Undo | undefined> {
    const what = `“${titleOf(one.story)}” was not mapped`;
    return this.#change(one, what, ({ mapStory }, read) => {
      const { id } = one.story;
      let before = change.grade;
      return reversible(
        (text) => {
          const outcome = mapStory(text, id, change, read);
          if (outcome.edit) before = gradeIn(read(text), id, change);
          return outcome;
        },
        (text) => mapStory(text, id, { ...change, grade: before }, read),
      );
    });
  }

  /** Writes what to bring out when the story is told for somebody. */
  frame(one: LibraryStory, framing: Framing): Promise<Undo | undefined> {
    const what = `“${titleOf(one.story)}” was not framed`;
    return this.#change(one, what, (core, read) =>
      reversible((text) => core.addFraming(text, one.story.id, framing, read)),
    );
  }

  /**
   * Gives a story another title, also where the rounds and mocks of its folder name it, and offers to take that back; one Undo
   * in the editor takes all of it back, too.
   */
  async rename(one: LibraryStory, title: string, of: FolderLibrary | undefined): Promise<Undo | undefined> {
    const uri = Uri.parse(one.file);
    const old = titleOf(one.story);
    try {
      const core = await this.#tools.loadCore();
      const read = await this.#reader(core, uri);
      const change = (text: string): Outcome => core.renameStory(text, one.story.id, title, read);
      const mentions = of ? await mentionsOf(core, one, title, of, this.#fileTools()) : { changes: [], left: [] };
      const undo = await this.#changeAll([{ uri, change }, ...mentions.changes]);
      const others = mentions.changes.map((other) => workspace.asRelativePath(other.uri));
      const also = others.length > 0 ? `, also in ${LIST.format(others)}` : '';
      const now = `“${old}” is now “${titleOf({ title: title.trim() })}”${also}.`;
      const kept = `Other files may still name it as before. ${mentions.left.join('; ')}.`;
      const words = mentions.left.length > 0 ? `${now} ${kept}` : now;
      void offerUndo(words, undo, `“${old}” did not get its title back`);
      return undo;
    } catch (error) {
      void tellFailure(`“${old}” was not renamed`, uri, error);
      return undefined;
    }
  }

  /** Deletes a story, or its file with its only story, and offers to take that back. */
  async delete(one: LibraryStory): Promise<void> {
    const uri = Uri.parse(one.file);
    const title = titleOf(one.story);
    const offer = (undo: () => Promise<void>) =>
      offerUndo(`“${title}” was deleted.`, undo, `“${title}” was not brought back`);
    try {
      const core = await this.#tools.loadCore();
      const read = await this.#reader(core, uri);
      const document = await workspace.openTextDocument(uri);
      const before = document.getText();
      const { edit, refusal, wholeFile } = { wholeFile: false, ...core.deleteStory(before, one.story.id, read) };
      if (refusal !== undefined) throw new Error(refusal);
      if (wholeFile) {
        const deletion = new WorkspaceEdit();
        deletion.deleteFile(uri);
        if (!(await workspace.applyEdit(deletion))) throw new Error('the file could not be deleted');
        void offer(() => bringBack(uri, before));
      } else if (edit) {
        const { change, undo } = reversible((now) =>
          now === before ? { edit } : { refusal: 'the file has changed meanwhile' },
        );
        await this.#write(uri, change);
        void offer(() => this.#write(uri, undo));
      }
    } catch (error) {
      await tellFailure(`“${title}” was not deleted`, uri, error);
    }
  }

  async #change(
    one: LibraryStory,
    what: string,
    prepare: (core: LibraryCore, read: ReadStories) => Reversible,
  ): Promise<Undo | undefined> {
    const uri = Uri.parse(one.file);
    try {
      const core = await this.#tools.loadCore();
      const { change, undo } = prepare(core, await this.#reader(core, uri));
      await this.#write(uri, change);
      return () => this.#write(uri, undo);
    } catch (error) {
      void tellFailure(what, uri, error);
      return undefined;
    }
  }

  /** Changes one file, or several in one step. */
  async #changeAll(changes: readonly FileChange[]): Promise<Undo> {
    const all = changes.map(({ uri, change }) => ({ uri, ...reversible(change) }));
    const write = async (which: keyof Reversible): Promise<void> => {
      const [first, ...others] = all.map((one) => ({ uri: one.uri, change: one[which] }));
      if (first && others.length === 0) await this.#write(first.uri, first.change);
      else if (first) await changeTextFiles([first, ...others], this.#fileTools());
    };
    await write('change');
    return () => write('undo');
  }

  async #write(uri: Uri, change: (text: string) => Outcome): Promise<void> {
    await workspace.openTextDocument(uri);
    await changeTextFile(uri, async () => change, this.#fileTools());
  }

  #fileTools(): FileTools {
    const { clock, writes, loadCore } = this.#tools;
    return { clock, writes, decode: async (bytes) => (await loadCore()).engine.decodeText(bytes) };
  }

  async #reader({ engine, readRecords }: LibraryCore, uri: Uri): Promise<ReadStories> {
    const resolved = await this.#tools.configs.resolve(uri);
    const linter = engine.createLinter({ settings: resolved.settings });
    const info = documentInfo(engine, { uri }, resolved);
    return (text) => readRecords(text, linter.lint(text, info));
  }
}

function gradeIn(stories: ReturnType<ReadStories>, storyId: string, { target, id }: MappingChange): Grade | undefined {
  return stories.find((story) => story.id === storyId)?.[target].find((mapping) => mapping.id === id)?.grade;
}

async function bringBack(uri: Uri, text: string): Promise<void> {
  if (await createTextFile(uri, text)) return;
  await keepInEditor(text);
  throw new Error('its file could not be made. What was in it stands in an untitled editor now');
}
