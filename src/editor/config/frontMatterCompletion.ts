import { CompletionTriggerKind, type Disposable, languages, type Position, Range, type TextDocument } from 'vscode';
import type { Vocabulary } from '../../core/completion/frontMatter';
import type { Layers } from '../../core/config/layers';
import type { Engine } from '../lazy/engine';
import type { Services } from '../services';
import { toCompletionItem } from './completionItem';

/** Front matter is short. */
const MOST_LINES = 100;
const TRIGGERS = [' ', '[', ',', ':', '-'];

/** Completes keys, competencies, questions and rules in front matter. */
export function registerFrontMatterCompletion({ loadEngine, configs, stories }: Services): Disposable {
  return languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      async provideCompletionItems(document, position, _token, { triggerKind }) {
        if (position.line === 0 || !mayMap(document)) return undefined;
        const asked = triggerKind === CompletionTriggerKind.Invoke;
        if (!asked && !stories.session(document)?.report.kind && !isBegun(document, position)) return undefined;
        const [engine, { layers }] = await Promise.all([loadEngine(), configs.sources(document.uri)]);
        const vocabulary = vocabularyOf(engine, layers);
        return engine
          .completeFrontMatter(document.getText(), document.offsetAt(position), vocabulary)
          .map((completion) => toCompletionItem(document, completion));
      },
    },
    ...TRIGGERS,
  );
}

function vocabularyOf({ knownRules, resolveSettings }: Engine, layers: Layers): Vocabulary {
  const { pack, settings } = resolveSettings(layers);
  return {
    competencies: (pack?.competencies ?? []).map(({ id, title }) => ({ id, detail: title })),
    questions: (pack?.questions ?? []).map(({ id, text }) => ({ id, detail: text })),
    rules: knownRules(settings.ownRules).map(({ id, title }) => ({ id, detail: title })),
  };
}

/** Whether what is above and at the cursor names a key that is ours alone: a story whose first lines are being typed. */
function isBegun(document: TextDocument, { line }: Position): boolean {
  return /^(?:starl|competencies)[ \t]*:/m.test(document.getText(new Range(1, 0, Math.min(line, MOST_LINES) + 1, 0)));
}

/** Whether there is front matter, or a comment that maps a story; most Markdown has neither. */
function mayMap(document: TextDocument): boolean {
  return document.lineAt(0).text.trimEnd() === '---' || document.getText().includes('<!-- starl:');
}
