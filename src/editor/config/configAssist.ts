import { Disposable, Hover, languages, MarkdownString, type TextDocument } from 'vscode';
import type { ConfigVocabulary } from '../../core/completion/config';
import { CONFIG_NAME } from '../../core/fileNames';
import { toRange } from '../documents/convert';
import { OPEN_RULE_PAGE, rulePageLink } from '../findings/rulePages';
import type { Engine } from '../lazy/engine';
import type { Services } from '../services';
import { markdownText } from '../ui/shownText';
import { toCompletionItem } from './completionItem';

const FILES = { pattern: `**/${CONFIG_NAME}` };
const TRIGGERS = [' ', ':', '-', '{', '[', ','];

/** Completes what can be written in a `starl.yaml`, and says what stands there is for. */
export function registerConfigAssist({ loadEngine, configs }: Services): Disposable {
  const lookUp = async ({ uri }: TextDocument): Promise<readonly [Engine, ConfigVocabulary]> => {
    const [engine, { layers }] = await Promise.all([loadEngine(), configs.sources(uri)]);
    const { packs = [], ownRules } = layers.config ?? {};
    const vocabulary = {
      profiles: [...engine.PACKS, ...packs].map(({ id, description }) => ({ id, detail: description })),
      levels: (engine.resolveSettings(layers).pack?.levels ?? []).map(({ name, title, scope, step }) => ({
        id: name,
        detail: `${title}. ${scope}. ${step}.`,
      })),
      rules: engine.knownRules(ownRules).map(({ id, title }) => ({ id, detail: title })),
    };
    return [engine, vocabulary];
  };
  return Disposable.from(
    languages.registerCompletionItemProvider(
      FILES,
      {
        async provideCompletionItems(document, position) {
          const [engine, vocabulary] = await lookUp(document);
          return engine
            .completeConfig(document.getText(), document.offsetAt(position), vocabulary)
            .map((completion) => toCompletionItem(document, completion));
        },
      },
      ...TRIGGERS,
    ),
    languages.registerHoverProvider(FILES, {
      async provideHover(document, position) {
        const [engine, vocabulary] = await lookUp(document);
        const hover = engine.hoverConfig(document.getText(), document.offsetAt(position), vocabulary);
        if (!hover) return undefined;
        const text = new MarkdownString(markdownText(hover.text));
        if (hover.rule !== undefined && engine.knownRules().some(({ id }) => id === hover.rule)) {
          text.isTrusted = { enabledCommands: [OPEN_RULE_PAGE] };
          text.appendMarkdown(`\n\n[Read about the rule](${rulePageLink(hover.rule)})`);
        }
        return new Hover(text, toRange(document, hover));
      },
    }),
  );
}
