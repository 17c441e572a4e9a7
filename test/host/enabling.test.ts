import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  extensions,
  languages,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import { activate } from '../../src/extension';
import { equal, eventually, ok } from './assert';
import { BAD, eventuallyMarks, OTHER, ours, replace, story, useDesk } from './desk';

/** The extension a second time, beside the one that runs: its commands are not the editor's, nor are its views. */
class Second {
  /** Commands, views and status items that are registered. */
  readonly registered = new Set<string>();
  readonly #putBack: () => void;
  #subscriptions: Disposable[] = [];

  constructor() {
    const { registerCommand } = commands;
    const { createTreeView } = window;
    const { createLanguageStatusItem } = languages;
    this.#putBack = () => {
      Object.assign(commands, { registerCommand });
      Object.assign(window, { createTreeView });
      Object.assign(languages, { createLanguageStatusItem });
    };
    const register = (id: string) => this.#register(id);
    Object.assign(commands, { registerCommand: register });
    Object.assign(window, { createTreeView: (id: string) => ({ ...hiddenView(), ...register(id) }) });
    Object.assign(languages, { createLanguageStatusItem: register });
  }

  enable(): void {
    const { extensionUri } = extensions.getExtension('starl.starl') ?? {};
    const workspaceState = { get: () => undefined, update: async () => undefined };
    this.#subscriptions = [];
    activate({ extensionUri, workspaceState, subscriptions: this.#subscriptions } as unknown as ExtensionContext);
  }

  /** What VS Code does when an extension is disabled. */
  disable(): void {
    for (const one of this.#subscriptions.splice(0)) one.dispose();
  }

  dispose(): void {
    this.disable();
    this.#putBack();
  }

  #register(id: string): { dispose(): void } {
    ok(!this.registered.has(id), `${id} is registered twice`);
    this.registered.add(id);
    return { dispose: () => void this.registered.delete(id) };
  }
}

function hiddenView(): Partial<TreeView<unknown>> {
  const { event } = new EventEmitter<never>();
  return {
    visible: false,
    onDidChangeVisibility: event,
    onDidChangeCheckboxState: event,
    onDidChangeSelection: event,
    onDidExpandElement: event,
    onDidCollapseElement: event,
  };
}

describe('the extension, disabled and enabled again', () => {
  const desk = useDesk('enabling');
  const count = (uri: Uri) => ours(uri).length;

  it('takes away all that it shows, whatever it is at, and brings it back once', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    const config = await desk.open('starl.yaml', 'profil: general\n');
    await eventually(() => count(config.uri) > 0, true, 'nothing is said of the settings');
    await window.showTextDocument(document);
    const alone = () => [count(document.uri), count(config.uri)];
    const [story1 = 0, config1 = 0] = alone();
    const second = desk.use(new Second());
    for (let turn = 0; turn < 3; turn++) {
      second.enable();
      await eventually(alone, [2 * story1, 2 * config1], 'with a second one');
      ok(second.registered.size > 30, 'no commands');
      second.disable();
      await eventually(alone, [story1, config1], 'ghosts');
      equal([...second.registered], []);
    }
    // Disabled before anything can have been found.
    second.enable();
    second.disable();
    // Disabled in the middle of a lint.
    second.enable();
    await eventually(alone, [2 * story1, 2 * config1], 'with a second one');
    await replace(document, 'scheduler.', `scheduler. ${OTHER}`);
    second.disable();
    await eventuallyMarks(document, ['We decided', 'We convinced']);
    await replace(document, OTHER, '');
    await eventually(alone, [story1, config1], 'late ghosts');
    equal([...second.registered], []);
  });
});
