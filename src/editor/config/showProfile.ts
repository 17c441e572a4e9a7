import { commands, Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import type { Services } from '../services';

const SCHEME = 'starl-profile';

/** "Starl: Read the Profile": all that the profile in force holds, with its sources, as a page. */
export function registerShowProfile({ configs, loadEngine }: Services): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      // VS Code shows the page again after a restart, when the command has not been run.
      async provideTextDocumentContent({ path, query }) {
        const id = path.replace(/^\/|\.md$/g, '');
        const [{ findPack, profilePage }, file] = await Promise.all([
          loadEngine(),
          configs.nearest(query ? Uri.parse(query) : undefined),
        ]);
        const pack = findPack(id, file?.config.packs);
        return pack ? profilePage(pack) : `There is no profile "${id}" here any more.`;
      },
    }),
    commands.registerCommand('starl.showProfile', async () => {
      const here = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
      const [engine, { layers }] = await Promise.all([
        loadEngine(),
        configs.sources(here ?? Uri.from({ scheme: 'untitled', path: 'none' })),
      ]);
      const { pack } = engine.resolveSettings(layers);
      if (!pack) return;
      const uri = Uri.from({ scheme: SCHEME, path: `/${pack.id}.md`, query: here?.toString() ?? '' });
      changed.fire(uri);
      await commands.executeCommand('markdown.showPreview', uri);
    }),
  );
}
