import { commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import type { Services } from './services';

const SCHEME = 'starl-profile';

/** "Starl: Read the Profile": all that the profile in force holds, with its sources, as a page. */
export function registerShowProfile({ configs, loadEngine }: Services): Disposable {
  const pages = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pages.get(uri.path) ?? '',
    }),
    commands.registerCommand('starl.showProfile', async () => {
      const here = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
      const [engine, { layers }] = await Promise.all([
        loadEngine(),
        configs.sources(here ?? Uri.from({ scheme: 'untitled', path: 'none' })),
      ]);
      const { pack } = engine.resolveSettings(layers);
      if (!pack) return;
      const uri = Uri.from({ scheme: SCHEME, path: `/${pack.id}.md` });
      pages.set(uri.path, engine.profilePage(pack));
      changed.fire(uri);
      await commands.executeCommand('markdown.showPreview', uri);
    }),
  );
}
