import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { requireFolder } from '../files/chooseFolder';
import { openAt } from '../files/fileFailure';
import type { LibraryServices } from '../library/libraryServices';
import type { Services } from '../services';
import { type CoverageSource, coverageOfFolders } from './coverageTree';
import { readMessage, type ShowMessage } from './heatMapMessages';

/** Shows stories against questions and competencies as a table that can be taken in at a glance. */
const OPEN_HEAT_MAP = 'starl.heatMap.open';

/** The panel "Story Heat Map"; there is one at most. */
export function registerHeatMap({ context, library, configs }: Services): Disposable {
  let open: { readonly panel: WebviewPanel; readonly update: () => void } | undefined;
  return Disposable.from(
    commands.registerCommand(OPEN_HEAT_MAP, async () => {
      if (!requireFolder()) return;
      await library.store.start();
      open ??= createPanel(context, library, () => {
        open = undefined;
      });
      open.panel.reveal();
    }),
    library.store.onDidChange(() => open?.update()),
    configs.onDidChange(() => open?.update()),
    { dispose: () => open?.panel.dispose() },
  );
}

function createPanel(
  { extensionUri }: ExtensionContext,
  library: LibraryServices,
  closed: () => void,
): { panel: WebviewPanel; update: () => void } {
  const media = Uri.joinPath(extensionUri, 'media', 'heatMap');
  const panel = window.createWebviewPanel('starl.heatMap', 'Story Heat Map', ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [media],
  });
  const { webview } = panel;
  const update = (): void => {
    if (panel.visible) void messageFor(library).then((message) => webview.postMessage(message));
  };
  webview.onDidReceiveMessage(async (received: unknown) => {
    const message = readMessage(received);
    if (message?.type === 'ready') update();
    // The heat map may name a story only by a key that we have given it.
    const one = message?.type === 'open' ? findStory(library, message.key) : undefined;
    if (one) await openAt(Uri.parse(one.file), one.story.line);
  });
  panel.onDidChangeViewState(update);
  panel.onDidDispose(closed);
  webview.html = page(
    webview.cspSource,
    webview.asWebviewUri(Uri.joinPath(media, 'heatMap.css')).toString(),
    webview.asWebviewUri(Uri.joinPath(media, 'heatMap.js')).toString(),
  );
  return { panel, update };
}

function findStory({ store }: LibraryServices, key: string) {
  return store.folders.flatMap(({ library }) => library.find(key) ?? [])[0];
}

/** All that the heat map shows. */
export async function messageFor(library: CoverageSource): Promise<ShowMessage> {
  const all = await coverageOfFolders(library);
  const folders = all.map(({ of, coverage, core }) => {
    const stories = core.arrangeStories(of.library.stories, 'title', 'all');
    return {
      name: all.length > 1 ? of.folder.name : '',
      maps: [core.heatMapOf(coverage, stories, 'competencies'), core.heatMapOf(coverage, stories, 'questions')],
    };
  });
  const opening = all[0]?.core.openingTarget(folders.flatMap(({ maps }) => maps)) ?? 'competencies';
  return { type: 'show', opening, folders };
}

/** The page holds nothing of the user's: what it shows comes as data, and becomes text. */
function page(cspSource: string, style: string, script: string): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('');
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Story Heat Map</title>
</head>
<body>
<main id="main"><p>Reading…</p></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
