import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Outcome } from '../../core/checklist/edits';
import type { ReadStories } from '../../core/library/editing';
import type { LibraryStory } from '../../core/library/library';
import type { Framing } from '../../core/library/mapping';
import type { MappingChange } from '../../core/library/mapStory';
import type { Clock } from '../clock';
import type { Configs } from '../config/config';
import { documentInfo } from '../documents/documentInfo';
import { tellFailure } from '../files/fileFailure';
import { offerUndo, reversible } from '../files/offerUndo';
import { keepInEditor } from '../files/safeWrite';
import { changeTextFile, changeTextFiles, createTextFile, type FileTools } from '../files/textFile';
import type { WriteQueue } from '../files/writeQueue';
import type { LibraryCore } from '../lazy/lazyCore';
import { titleOf, unlinked } from '../ui/shownText';
import type { FolderLibrary } from './libraryStore';
import { mentionsOf } from './storyMentions';

/** What changing the files of stories takes. */
export interface StoryEditTools {
  readonly clock: Clock;
  readonly writes: WriteQueue;
  readonly configs: Pick<Configs, 'resolve'>;
  readonly loadCore: () => Promise<LibraryCore>;
}

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
  map(one: LibraryStory, change: MappingChange): Promise<boolean> {
    const what = `“${titleOf(one.story)}” was not mapped`;
    return this.#change(one, what, (core, read) => (text) => core.mapStory(text, one.story.id, change, read));
  }

  /** Writes what to bring out when the story is told for somebody. */
  frame(one: LibraryStory, framing: Framing): Promise<boolean> {
    const what = `“${titleOf(one.story)}” was not framed`;
    return this.#change(one, what, (core, read) => (text) => core.addFraming(text, one.story.id, framing, read));
  }

  /** Gives a story another title, also where the rounds and mocks of its folder name it; one Undo takes all of it back. */
  async rename(one: LibraryStory, title: string, of: FolderLibrary | undefined): Promise<boolean> {
    const uri = Uri.parse(one.file);
    const old = titleOf(one.story);
    try {
      const core = await this.#tools.loadCore();
      const read = await this.#reader(core, uri);
      const change = (text: string): Outcome => core.renameStory(text, one.story.id, title, read);
      const tools = this.#fileTools();
      const { changes, left } = of ? await mentionsOf(core, one, title, of, tools) : { changes: [], left: [] };
      if (changes.length > 0) await changeTextFiles([{ uri, change }, ...changes], tools);
      else await this.#write(uri, change);
      if (left.length > 0)
        void window.showWarningMessage(
          unlinked(`“${old}” was renamed, but not where other files may name it. ${left.join('; ')}.`),
        );
      return true;
    } catch (error) {
      void tellFailure(`“${old}” was not renamed`, uri, error);
      return false;
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
    change: (core: LibraryCore, read: ReadStories) => (text: string) => Outcome,
  ): Promise<boolean> {
    const uri = Uri.parse(one.file);
    try {
      const core = await this.#tools.loadCore();
      await this.#write(uri, change(core, await this.#reader(core, uri)));
      return true;
    } catch (error) {
      void tellFailure(what, uri, error);
      return false;
    }
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

async function bringBack(uri: Uri, text: string): Promise<void> {
  if (await createTextFile(uri, text)) return;
  await keepInEditor(text);
  throw new Error('its file could not be made. What was in it stands in an untitled editor now');
}
