import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { requireFolder } from '../files/chooseFolder';
import { openAt, tellFailure } from '../files/fileFailure';
import type { Services } from '../services';
import { type CoverageSource, coverageOfFolders } from './coverageTree';
import { readMessage, type ShowMessage } from './heatMapMessages';

/** Shows stories against questions and competencies as a table that can be taken in at a glance. */
const OPEN_HEAT_MAP = 'starl.heatMap.open';

/** The panel "Story Heat Map"; there is one at most. */
export function registerHeatMap({ context, library, configs, log }: Services): Disposable {
  let open: HeatMap | undefined;
  const failed = (error: unknown): void => log.error('Could not show the heat map', error);
  return Disposable.from(
    commands.registerCommand(OPEN_HEAT_MAP, async () => {
      if (!requireFolder()) return;
      await library.store.start();
      if (!open) {
        open = createHeatMap(context, library, failed);
        open.panel.onDidDispose(() => {
          open = undefined;
        });
      }
      open.panel.reveal();
    }),
    library.store.onDidChange(() => open?.update()),
    configs.onDidChange(() => open?.update()),
    { dispose: () => open?.panel.dispose() },
  );
}

/** A heat map in a panel, until that is closed. */
export interface HeatMap {
  readonly panel: WebviewPanel;
  /** Shows how the stories stand now. */
  readonly update: () => void;
}

/** Opens a heat map; where it cannot be shown, `failed` is told. */
export function createHeatMap(
  { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
  library: CoverageSource,
  failed: (error: unknown) => void,
): HeatMap {
  const media = Uri.joinPath(extensionUri, 'media', 'heatMap');
  const panel = window.createWebviewPanel('starl.heatMap', 'Story Heat Map', ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [media],
  });
  const { webview } = panel;
  let isClosed = false;
  const show = async (): Promise<void> => {
    const message = await messageFor(library);
    // It may be closed while the stories are looked through.
    if (!isClosed) await webview.postMessage(message);
  };
  const update = (): void => {
    if (!isClosed && panel.visible) show().catch(failed);
  };
  webview.onDidReceiveMessage(async (received: unknown) => {
    const message = readMessage(received);
    if (message?.type === 'ready') update();
    // The heat map may name a story only by a key that we have given it.
    const one = message?.type === 'open' ? library.store.find(message.key) : undefined;
    if (!one) return;
    const uri = Uri.parse(one.file);
    await openAt(uri, one.story.line).catch((error) => tellFailure(`“${one.story.title}” was not found`, uri, error));
  });
  panel.onDidChangeViewState(update);
  panel.onDidDispose(() => {
    isClosed = true;
  });
  webview.html = page(
    webview.cspSource,
    webview.asWebviewUri(Uri.joinPath(media, 'heatMap.css')).toString(),
    webview.asWebviewUri(Uri.joinPath(media, 'heatMap.js')).toString(),
  );
  return { panel, update };
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
