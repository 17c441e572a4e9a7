// A library to test with: its store, its tree, and what can be done to its stories.
import { type Disposable, Uri, type WorkspaceFolder } from 'vscode';
import type { CoverageTargets } from '../../src/core/library/coverage';
import type { LibraryStory } from '../../src/core/library/library';
import type { Mock } from '../../src/core/mocks/mocks';
import { systemClock } from '../../src/editor/clock';
import type { Configs } from '../../src/editor/config/config';
import type { CoverageRow } from '../../src/editor/coverage/coverageRows';
import { CoverageTree } from '../../src/editor/coverage/coverageTree';
import { Stories } from '../../src/editor/documents/stories';
import { WriteQueue } from '../../src/editor/files/writeQueue';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { type LibraryCore, loadLibraryCore } from '../../src/editor/lazy/lazyCore';
import type { LibrarySources } from '../../src/editor/library/libraryReader';
import type { LibraryServices } from '../../src/editor/library/libraryServices';
import { LibraryStore } from '../../src/editor/library/libraryStore';
import { StoryEdits, type Undo } from '../../src/editor/library/storyEdits';
import { Signal } from '../../src/editor/signal';
import type { StoryRow } from '../../src/editor/stories/storiesRows';
import { StoriesTree } from '../../src/editor/stories/storiesTree';
import { wholeStory } from '../wholeStory';
import { ok } from './assert';
import type { useDesk } from './desk';

/** A story in which nothing is missing. */
export const told = (title: string, action?: string): string =>
  wholeStory(title, action === undefined ? {} : { action });

const TARGETS: CoverageTargets = {
  competencies: [{ id: 'influence', title: 'Influence', probes: 'Whether people follow you' }],
  questions: [
    { id: 'launch', text: 'What did you launch?', probes: 'Whether it was yours', competencies: ['influence'] },
    {
      id: 'crews',
      text: 'Whose assumptions did the crews prove wrong?',
      probes: 'Whether you listen',
      competencies: ['influence'],
    },
  ],
};

const engine = createEngineLoader();
export const loadCore = () => loadLibraryCore(engine);

/** Starts libraries over folders of a desk, or over all of it, which end with the test. */
export function librariesOn(desk: ReturnType<typeof useDesk>): (...paths: string[]) => LibraryDesk {
  return (...paths) => desk.use(new LibraryDesk(...(paths.length > 0 ? paths : ['']).map(desk.at)));
}

/** A store and a tree of its own over folders, without the view. */
export class LibraryDesk implements Disposable {
  readonly log: string[] = [];
  /** What no survey gets over, in whichever text it stands; a test says what. */
  fault: string | undefined;
  /** How many surveyors were made. */
  surveyors = 0;
  readonly vanished = new Signal<readonly Uri[]>();
  readonly appeared = new Signal<readonly Uri[]>();
  readonly settings = new Signal<void>();
  /** The open documents; a test says which. */
  readonly stories: Stories;
  readonly configs: Pick<Configs, 'onDidChange' | 'resolve' | 'ofFolder'>;
  readonly sources: LibrarySources;
  readonly store: LibraryStore;
  readonly tree: StoriesTree;
  readonly edits: StoryEdits;
  /** What was logged; a test says what. */
  mocks: readonly Mock[] = [];
  readonly services: Pick<LibraryServices, 'store' | 'loadCore' | 'folders' | 'targetsFor'>;
  readonly coverage: CoverageTree;

  /** Gives the story of a title another one. */
  async rename(from: string, to: string): Promise<Undo | undefined> {
    const one = await this.story(from);
    return this.edits.rename(one, to, this.store.folderOf(Uri.parse(one.file)));
  }

  constructor(...uris: Uri[]) {
    const folders = uris.map((uri, index): WorkspaceFolder => ({ uri, index, name: uri.path.split('/').at(-1) ?? '' }));
    const resolve = async () => ({
      settings: (await engine()).DEFAULT_SETTINGS,
      pack: undefined,
      root: undefined,
      file: undefined,
      userProblems: [],
    });
    this.configs = { onDidChange: this.settings.event, resolve, ofFolder: resolve };
    this.stories = new Stories({
      loadEngine: engine,
      resolve: this.configs.resolve,
      onDidChangeSettings: this.settings.event,
      failed: (_, error) => this.log.push(String(error)),
    });
    this.sources = {
      clock: systemClock,
      log: { error: (what) => this.log.push(what), show: () => undefined, dispose: () => undefined },
      loadCore: () => this.#loadCore(),
      configs: this.configs,
      stories: this.stories,
      files: { onDidAppear: this.appeared.event, onDidVanish: this.vanished.event },
      folders: () => folders,
      onDidChangeFolders: new Signal<void>().event,
    };
    this.store = new LibraryStore(this.sources);
    this.services = {
      store: this.store,
      loadCore,
      folders: () => folders,
      targetsFor: async () => TARGETS,
    };
    this.coverage = new CoverageTree(this.services);
    this.tree = new StoriesTree(this.services, { mocks: async () => this.mocks, now: Date.now });
    this.edits = new StoryEdits({ clock: systemClock, writes: new WriteQueue(), configs: this.configs, loadCore });
    this.store.onDidChange(() => this.tree.show());
  }

  async #loadCore(): Promise<LibraryCore> {
    const core = await loadCore();
    const createSurveyor: LibraryCore['createSurveyor'] = (settings) => {
      this.surveyors++;
      const survey = core.createSurveyor(settings);
      return (text, info) => {
        if (this.fault !== undefined && text.includes(this.fault)) throw new Error(`A fault: ${this.fault}`);
        return survey(text, info);
      };
    };
    return { ...core, createSurveyor };
  }

  /** The rows as they are read. */
  async outline(depth = 1, row?: StoryRow, indent = ''): Promise<string[]> {
    await this.store.settled();
    if (depth === 0) return [];
    const lines: string[] = [];
    for (const child of await this.tree.getChildren(row)) {
      const { label, description } = this.tree.getTreeItem(child);
      lines.push(`${indent}${label} ${description}`, ...(await this.outline(depth - 1, child, `${indent}  `)));
    }
    return lines;
  }

  /** The rows of the coverage as they are read. */
  async coverageOutline(depth = 2, row?: CoverageRow, indent = ''): Promise<string[]> {
    await this.store.settled();
    if (depth === 0) return [];
    const lines: string[] = [];
    for (const child of await this.coverage.getChildren(row)) {
      const { label, description } = this.coverage.getTreeItem(child);
      lines.push(`${indent}${label}: ${description}`, ...(await this.coverageOutline(depth - 1, child, `${indent}  `)));
    }
    return lines;
  }

  async titles(): Promise<string[]> {
    await this.store.settled();
    return this.store.folders.flatMap(({ library }) => library.stories.map(({ story }) => story.title));
  }

  async story(title: string): Promise<LibraryStory> {
    await this.store.settled();
    const all = this.store.folders.flatMap(({ library }) => library.stories);
    const one = all.find(({ story }) => story.title === title);
    ok(one, `no story ${title}`);
    return one;
  }

  dispose(): void {
    this.store.dispose();
  }
}
