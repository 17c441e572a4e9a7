import { type TextDocument, Uri, type WorkspaceFolder, workspace } from 'vscode';
import type { Problem } from '../core/config/problem';
import type { LibraryStory } from '../core/library/library';
import { CHECKLIST_NAME } from './checklistStore';
import { CONFIG_NAME } from './config';
import { loadPracticeCore, type PracticeCore } from './lazyCore';
import type { LibraryStore } from './libraryStore';
import type { PracticeStore } from './practiceStore';

/** What is found in a file of a preparation. */
export interface FileFindings {
  /** What is wrong; those of the settings are found elsewhere. */
  readonly problems: readonly Problem[];
  /** What is allowed and most likely not meant. */
  readonly hints: readonly Problem[];
}

/** What the files are held against. */
export interface CheckSources {
  readonly library: { readonly store: Pick<LibraryStore, 'libraryOf' | 'listed'> };
  readonly practice: Pick<PracticeStore, 'of'>;
}

interface Surroundings {
  readonly core: PracticeCore;
  readonly text: string;
  readonly folder: WorkspaceFolder;
}

type Check = (surroundings: Surroundings, sources: CheckSources) => Promise<FileFindings>;

const CHECKS: Readonly<Record<string, Check>> = {
  async [CHECKLIST_NAME]({ core, text, folder }, { practice }) {
    const { checklist } = core.readChecklist(text);
    if (!checklist) return { problems: [], hints: [] };
    const logged = (await practice.of(folder))?.mocks ?? [];
    return {
      problems: core.evidenceProblems(text, checklist),
      hints: core.hintsOnEvidence(text, checklist, logged),
    };
  },
  async 'plan.md'({ core, text }) {
    return { problems: core.readPlan(text).plan?.problems ?? [], hints: [] };
  },
  async 'mocks.yaml'(given, sources) {
    const { core, text } = given;
    const stories = await storiesFor(given, core.MOCKS_KEY, sources);
    return { problems: core.readMocks(text).problems, hints: core.hintsOnMocks(text, stories) };
  },
  async [CONFIG_NAME](given, sources) {
    const { core, text } = given;
    return { problems: [], hints: core.hintsOnConfig(text, await storiesFor(given, core.ROUNDS_KEY, sources)) };
  },
};

/** Finds what is wrong in a file at the top of a workspace folder; undefined for any other, of which such a name is anybody's. */
export async function checkFile(document: TextDocument, sources: CheckSources): Promise<FileFindings | undefined> {
  const [check, folder] = checkFor(document) ?? [];
  if (!check || !folder) return undefined;
  return check({ core: await loadPracticeCore(), text: document.getText(), folder }, sources);
}

/** Whether a document is one of these files. */
export function isChecked(document: TextDocument): boolean {
  return checkFor(document) !== undefined;
}

function checkFor({ uri }: TextDocument): readonly [Check, WorkspaceFolder] | undefined {
  const folder = workspace.getWorkspaceFolder(uri);
  const name = uri.path.split('/').at(-1) ?? '';
  const check = CHECKS[name];
  const isTop = folder && Uri.joinPath(folder.uri, name).toString() === uri.toString();
  return isTop && check ? [check, folder] : undefined;
}

/** The stories that names in a file may stand for; where it names none, they are not looked for. */
async function storiesFor(
  { core, text, folder }: Surroundings,
  key: string,
  { library: { store } }: CheckSources,
): Promise<readonly LibraryStory[]> {
  if (core.storyNamesUnder(text, key).length === 0) return [];
  await store.listed();
  return store.libraryOf(folder)?.stories ?? [];
}
