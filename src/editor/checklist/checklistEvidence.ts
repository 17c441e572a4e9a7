import { Disposable, type WorkspaceFolder } from 'vscode';
import type { ItemEvidence } from '../../core/evidence/checklistEvidence';
import { loadChecklistCore } from '../lazy/lazyCore';
import type { LibraryServices } from '../library/libraryServices';
import type { LibraryStore } from '../library/libraryStore';
import type { PracticeStore } from '../practice/practiceStore';
import { Signal } from '../signal';
import type { FolderChecklist } from './checklistStore';

/** How the items of a checklist stand, by their ids. */
export type EvidenceStates = ReadonlyMap<string, ItemEvidence>;

/** What the checklists are held against. */
export interface EvidenceSources {
  readonly library: Pick<LibraryServices, 'loadCore' | 'targetsFor'> & {
    readonly store: Pick<LibraryStore, 'libraryOf' | 'unjudged' | 'settled' | 'onDidChange'>;
  };
  readonly practice: Pick<PracticeStore, 'of' | 'onDidChange'>;
  /** What is told where the figures cannot be had. */
  readonly failed: (error: unknown) => void;
}

/**
 * Holds the items that ask for something against stories and mocks. Neither is read before a checklist asks; then its
 * states come when all stories have been read, and again when any of the figures may have changed.
 */
export class ChecklistEvidence implements Disposable {
  readonly #sources: EvidenceSources;
  readonly #changed = new Signal<void>((error) => this.#sources.failed(error));
  readonly #listeners: Disposable;
  #checklists: readonly FolderChecklist[] = [];
  #states = new Map<string, EvidenceStates>();
  #seen = '';
  #latest: Promise<void> = Promise.resolve();

  /** Fires when an item stands differently. */
  readonly onDidChange = this.#changed.event;

  constructor(sources: EvidenceSources) {
    this.#sources = sources;
    const again = (): void => {
      if (this.#checklists.length > 0) this.#start();
    };
    this.#listeners = Disposable.from(
      sources.practice.onDidChange(again),
      sources.library.store.onDidChange(() => sources.library.store.unjudged === 0 && again()),
    );
  }

  /** The checklists, with how their items stand as far as that is known. */
  hold(all: readonly FolderChecklist[]): FolderChecklist[] {
    return all.map((of) => {
      const evidence = this.#states.get(of.folder.uri.toString());
      return evidence ? { ...of, evidence } : of;
    });
  }

  /** Follows these checklists from now on; ends when it is known how their items stand. */
  async follow(all: readonly FolderChecklist[]): Promise<void> {
    this.#checklists = all.filter(({ asks }) => asks);
    this.#start();
    let awaited: Promise<void>;
    do {
      awaited = this.#latest;
      await awaited;
      // What a later one has overtaken has told nothing.
    } while (awaited !== this.#latest);
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #start(): void {
    const own: Promise<void> = this.#read().then((states) => {
      if (own === this.#latest) this.#show(states);
    });
    this.#latest = own;
  }

  async #read(): Promise<Map<string, EvidenceStates>> {
    const states = new Map<string, EvidenceStates>();
    try {
      for (const { folder, checklist } of this.#checklists) {
        if (!checklist) continue;
        const { evidenceOf } = await loadChecklistCore();
        states.set(folder.uri.toString(), evidenceOf(checklist, await this.#figures(folder)));
      }
    } catch (error) {
      this.#sources.failed(error);
    }
    return states;
  }

  #show(states: Map<string, EvidenceStates>): void {
    this.#states = states;
    const seen = JSON.stringify([...states].map(([folder, all]) => [folder, [...all]]));
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#changed.fire();
  }

  async #figures(folder: WorkspaceFolder) {
    const { library, practice } = this.#sources;
    const [{ coverageOf, figuresFor }, targets, held] = await Promise.all([
      library.loadCore(),
      library.targetsFor(folder),
      practice.of(folder),
      library.store.settled(),
    ]);
    const stories = library.store.libraryOf(folder) ?? { stories: [], speeches: [] };
    return figuresFor(stories, coverageOf(stories.stories, targets), held);
  }
}
