import { CodeLens, Disposable, EventEmitter, languages, workspace } from 'vscode';
import { affects, readSetting } from '../config/settings';
import { toRange } from '../documents/convert';
import { describePart, toldIn } from '../documents/parts';
import type { Services } from '../services';
import { GO_TO_PART } from './goToPart';

/** Shows the figures of each part above it. */
export function registerLenses({ stories }: Services): Disposable {
  const changed = new EventEmitter<void>();
  const provider = languages.registerCodeLensProvider('markdown', {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      if (!readSetting('codeLens', document.uri)) return [];
      const session = await stories.whenJudged(document);
      const parts = session ? toldIn(session.report).flatMap((story) => story.parts) : [];
      return parts.map((part) => {
        const { start } = toRange(document, { start: part.start, end: part.start });
        return new CodeLens(document.lineAt(start).range, {
          title: describePart(part),
          tooltip: 'Words, share of the story and time when spoken. Click to go to another part.',
          command: GO_TO_PART,
        });
      });
    },
  });
  return Disposable.from(
    changed,
    provider,
    // The editor itself asks again after an edit.
    stories.onDidJudge(({ cause }) => cause !== 'edited' && changed.fire()),
    workspace.onDidChangeConfiguration((event) => affects(event, 'codeLens') && changed.fire()),
  );
}
