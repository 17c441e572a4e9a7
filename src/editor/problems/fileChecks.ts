import { DiagnosticSeverity, type TextDocument, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { CHECKLIST_NAME, CONFIG_NAME, MOCKS_NAME, PLAN_NAME } from '../../core/fileNames';
import type { LibraryStory } from '../../core/library/library';
import type { Problem } from '../../core/yaml/problem';
import type { Clock } from '../clock';
import type { Configs } from '../config/config';
import type { LoadEngine } from '../lazy/engine';
import { loadPracticeCore, type PracticeCore } from '../lazy/lazyCore';
import type { LibraryServices } from '../library/libraryServices';
import type { LibraryStore } from '../library/libraryStore';
import type { PracticeStore } from '../practice/practiceStore';
import type { Listen } from '../signal';

/** What the files are held against. */
export interface CheckSources {
  readonly configs: Pick<Configs, 'nearest' | 'onDidChange'>;
  readonly loadEngine: LoadEngine;
  readonly clock: Clock;
  readonly library: Pick<LibraryServices, 'profileFor'> & {
    readonly store: Pick<LibraryStore, 'libraryOf' | 'isListed' | 'listed' | 'onDidChange'>;
  };
  readonly practice: Pick<PracticeStore, 'of' | 'onDidChange'>;
}

/** One thing that is looked for in the files of a preparation. */
export interface FileCheck {
  readonly name: string;
  readonly severity: DiagnosticSeverity;
  /** Whether it is looked for in a document. */
  applies(document: TextDocument): boolean;
  /** Finds it in a document; nothing where it does not apply. */
  find(document: TextDocument, sources: CheckSources): Promise<readonly Problem[]>;
  /** What may change the answer besides the document. */
  changes(sources: CheckSources): readonly Listen<unknown>[];
}

/** A file at the top of a workspace folder, in which such a name is ours. */
interface OwnFile {
  readonly core: PracticeCore;
  readonly text: string;
  readonly folder: WorkspaceFolder;
}

type FindIn = (file: OwnFile, sources: CheckSources) => Promise<readonly Problem[]> | readonly Problem[];

/** What is wrong in the files of a preparation; what is wrong in its settings is found elsewhere. */
export const PREPARATION_CHECK = checkOf(
  {
    [CHECKLIST_NAME]: ({ core, text }) => core.checklistProblems(text),
    [PLAN_NAME]: ({ core, text }) => core.planProblems(text),
    [MOCKS_NAME]: ({ core, text }) => core.readMocks(text).problems,
  },
  { name: 'files', severity: DiagnosticSeverity.Error, changes: () => [] },
);

/** What is in a plan and has to be written otherwise before it can be read. */
export const PLAN_CHECK = checkOf(
  { [PLAN_NAME]: ({ core, text }) => core.planSlips(text) },
  { name: 'plan', severity: DiagnosticSeverity.Warning, changes: () => [] },
);

/** What is allowed in them and most likely not meant. */
export const HINTS_CHECK = checkOf(
  {
    async [CHECKLIST_NAME]({ core, text, folder }, { library, practice }) {
      const { checklist } = core.readChecklist(text);
      if (!checklist) return [];
      const [held, pack] = await Promise.all([practice.of(folder), library.profileFor(folder)]);
      return core.hintsOnEvidence(text, checklist, { logged: held?.mocks ?? [], usual: core.usualKinds(pack) });
    },
    async [MOCKS_NAME](file, sources) {
      const { core, text, folder } = file;
      const [stories, pack] = await Promise.all([
        storiesFor(file, core.MOCKS_KEY, sources),
        sources.library.profileFor(folder),
      ]);
      const today = core.dateOf(sources.clock.now());
      return core.hintsOnMocks(text, { stories, today, usual: core.usualKinds(pack), rubric: pack?.rubric ?? [] });
    },
    async [CONFIG_NAME](file, sources) {
      const { core, text } = file;
      return core.hintsOnConfig(text, await storiesFor(file, core.ROUNDS_KEY, sources));
    },
  },
  {
    name: 'hints',
    severity: DiagnosticSeverity.Information,
    changes: ({ configs, library, practice }) => [configs.onDidChange, library.store.onDidChange, practice.onDidChange],
  },
);

/** The stories whose titles others have; told once all stories are listed, for which no file is opened. */
export const TITLES_CHECK: FileCheck = {
  name: 'titles',
  severity: DiagnosticSeverity.Information,
  applies: ({ uri, languageId }) => languageId === 'markdown' && workspace.getWorkspaceFolder(uri) !== undefined,
  changes: ({ library }) => [library.store.onDidChange],
  async find(document, { library: { store } }) {
    const folder = workspace.getWorkspaceFolder(document.uri);
    const stories = (folder && store.isListed && store.libraryOf(folder)?.stories) || [];
    const isHere = ({ file }: LibraryStory): boolean => Uri.parse(file).toString() === document.uri.toString();
    if (!stories.some(isHere)) return [];
    const { sameTitles, sameTitleWords } = await loadPracticeCore();
    return sameTitles(stories)
      .filter(({ one }) => isHere(one) && one.story.line <= document.lineCount)
      .map((same) => {
        const { text, range } = document.lineAt(same.one.story.line - 1);
        const start = document.offsetAt(range.start);
        const message = sameTitleWords(same, (file) => workspace.asRelativePath(Uri.parse(file)));
        return { message, line: same.one.story.line, column: 1, start, end: start + text.length };
      });
  },
};

function checkOf(
  byName: Readonly<Record<string, FindIn>>,
  rest: Pick<FileCheck, 'name' | 'severity' | 'changes'>,
): FileCheck {
  const find = ({ uri }: TextDocument): readonly [FindIn, WorkspaceFolder] | undefined => {
    const folder = workspace.getWorkspaceFolder(uri);
    const name = uri.path.split('/').at(-1) ?? '';
    const findIn = byName[name];
    const isTop = folder && Uri.joinPath(folder.uri, name).toString() === uri.toString();
    return isTop && findIn ? [findIn, folder] : undefined;
  };
  return {
    ...rest,
    applies: (document) => find(document) !== undefined,
    async find(document, sources) {
      const [findIn, folder] = find(document) ?? [];
      if (!findIn || !folder) return [];
      return findIn({ core: await loadPracticeCore(), text: document.getText(), folder }, sources);
    },
  };
}

/** The stories that names in a file may stand for; where it names none, they are not looked for. */
async function storiesFor(
  { core, text, folder }: OwnFile,
  key: string,
  { library: { store } }: CheckSources,
): Promise<readonly LibraryStory[]> {
  if (core.storyNamesUnder(text, key).length === 0) return [];
  await store.listed();
  return store.libraryOf(folder)?.stories ?? [];
}
