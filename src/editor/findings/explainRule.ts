import {
  CodeAction,
  CodeActionKind,
  commands,
  Disposable,
  languages,
  type QuickPickItem,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { RuleExplanation } from '../../core/config/explainRule';
import type { LayerName } from '../../core/config/layers';
import { CONFIG_NAME } from '../../core/fileNames';
import type { RuleInfo } from '../../core/rules/rule';
import type { Span } from '../../core/text/span';
import type { Sources } from '../config/config';
import { openSetting, settingPlace } from '../config/openSetting';
import { spanOf, toRange } from '../documents/convert';
import type { Engine } from '../lazy/engine';
import type { Services } from '../services';
import { ask, plain } from '../ui/quickInput';
import { ruleOf } from './diagnostics';
import { OPEN_RULE_PAGE, pickRule } from './rulePages';

/** Says how loudly a rule speaks in the document in front, and who decided that. Takes the id of one rule or several, or asks. */
const EXPLAIN_RULE = 'starl.explainRule';

const KIND = CodeActionKind.QuickFix;

/** What settings are called, by where they stand. */
const SETTINGS = { user: 'Your settings', workspace: 'Settings of this workspace', folder: 'Settings of this folder' };

interface Place extends QuickPickItem {
  readonly layer?: LayerName;
  readonly open: () => unknown;
}

export function registerExplainRule({ configs, stories, loadEngine }: Services): Disposable {
  const rulesAt = async ({ document, selection }: TextEditor): Promise<readonly unknown[]> => {
    const session = await stories.whenJudged(document);
    const findings = session?.report.findings ?? [];
    const here = findings.filter((finding) => toRange(document, spanOf(finding)).intersection(selection));
    return here.map(({ rule }) => rule);
  };
  const oneOf = async (ids: ReadonlySet<unknown>, known: readonly RuleInfo[]): Promise<string | undefined> => {
    if (ids.size === 0) return pickRule(known, 'Nothing is found at the cursor. Which rule do you want to know about?');
    const rules = known.filter(({ id }) => ids.has(id));
    return rules.length === 1 ? rules[0]?.id : pickRule(rules, 'Several rules speak here. Which one do you mean?');
  };
  return Disposable.from(
    commands.registerCommand(EXPLAIN_RULE, async (asked?: unknown) => {
      const editor = window.activeTextEditor;
      if (!editor) return;
      const { document } = editor;
      const [engine, sources] = await Promise.all([loadEngine(), configs.sources(document.uri)]);
      const own = sources.file?.config.ownRules ?? [];
      const rules = engine.knownRules(own);
      const asking = typeof asked === 'string' ? [asked] : asked;
      const id = await oneOf(new Set(Array.isArray(asking) ? asking : await rulesAt(editor)), rules);
      const rule = rules.find((known) => known.id === id);
      if (!rule) return;
      const ids = own.map((one) => one.id);
      const { frontMatter } = engine.readFrontMatter(document.getText(), ids);
      const passage = editor.document.lineAt(editor.selection.active.line).text;
      const explanation = engine.explainRule(rule, { ...sources.layers, frontMatter }, passage);
      const found = stories.session(document)?.report.findings ?? [];
      const isHint = found.some(({ rule: one, severity }) => one === rule.id && severity === 'hint');
      await choose(rule.id, explanation, placesOf(rule.id, explanation, sources, document, engine), isHint);
    }),
    languages.registerCodeActionsProvider(
      'markdown',
      {
        provideCodeActions(_document, _range, { diagnostics, only }) {
          if (only && !only.contains(KIND)) return [];
          const [rule, ...others] = new Set(diagnostics.flatMap((diagnostic) => ruleOf(diagnostic) ?? []));
          if (rule === undefined) return [];
          const title = others.length === 0 ? `Explain ${rule} here` : 'Explain a rule here…';
          const action = new CodeAction(title, KIND);
          action.command = { command: EXPLAIN_RULE, title, arguments: [[rule, ...others]] };
          return [action];
        },
      },
      { providedCodeActionKinds: [KIND] },
    ),
  );
}

async function choose(
  rule: string,
  { level, decidedBy }: RuleExplanation,
  places: readonly Place[],
  isHint: boolean,
): Promise<void> {
  const input = window.createQuickPick<Place>();
  const until = isHint && level !== 'hint' ? ', as a hint until you have written a word' : '';
  input.title = level === 'off' ? `${rule} is off here` : `${rule} speaks here with severity ${level}${until}`;
  input.placeholder = 'The topmost that says something decides. Which one do you want to open?';
  input.items = places;
  input.activeItems = places.filter(({ layer }) => layer === decidedBy);
  const chosen = await ask<Place>(input, (done) => [input.onDidAccept(() => done(input.selectedItems[0]))]);
  await chosen?.open();
}

/** The layers that may decide, and the settings that the rule goes by, each to be opened. */
export function placesOf(
  rule: string,
  { layers, decidedBy, settings, profile, profileChosenBy }: RuleExplanation,
  { file }: Sources,
  document: TextDocument,
  { placeOf, ruleInFrontMatter }: Engine,
): Place[] {
  const openConfig = async (uri: Uri, path: readonly string[]) => {
    const config = await workspace.openTextDocument(uri);
    await show(config, placeOf(config.getText(), path) ?? { start: 0, end: 0 });
  };
  const { uri } = document;
  const key = `rules.${rule}`;
  // The settings editor knows nothing of rules that are the user's own.
  const isOwn = file?.config.ownRules?.some(({ id }) => id === rule) ?? false;
  const openRule = () => commands.executeCommand(OPEN_RULE_PAGE, rule);
  const of: Readonly<Record<LayerName, { readonly label: string; readonly open: () => unknown }>> = {
    frontMatter: {
      label: 'Front matter of this file',
      open: () => show(document, ruleInFrontMatter(document.getText(), rule)),
    },
    config: {
      label: file ? plain(workspace.asRelativePath(file.uri)) : CONFIG_NAME,
      open: () => file && openConfig(file.uri, ['rules', rule]),
    },
    user: { label: SETTINGS[settingPlace(key, uri)], open: () => openSetting(key, uri, isOwn) },
    profile: {
      label: plain(`Profile ${profile}`),
      open: () =>
        profileChosenBy === 'config' && file ? openConfig(file.uri, ['profile']) : openSetting('profile', uri),
    },
    default: { label: 'Default', open: openRule },
  };
  const places = layers
    .filter(({ layer }) => layer !== 'config' || file)
    .map(({ layer, level }): Place => {
      const says = level === undefined ? 'says nothing' : level;
      return { ...of[layer], layer, description: layer === decidedBy ? `${says} · decides` : says };
    });
  const sayOf = (by: LayerName, name: string): string =>
    by === 'default' ? 'Default' : by === 'user' ? SETTINGS[settingPlace(name, uri)] : of[by].label;
  const goesBy = settings.map(({ key: name, value, decidedBy: by }): Place => {
    const isSet = by === 'config' && file;
    return {
      label: name,
      description: `${plain(value)} · ${sayOf(by, name)}`,
      open: () => (isSet ? openConfig(file.uri, name.split('.')) : openSetting(name, uri)),
    };
  });
  return [...places, ...goesBy, { label: '$(book) Read about the rule', open: openRule }];
}

async function show(document: TextDocument, span: Span): Promise<void> {
  await window.showTextDocument(document, { selection: toRange(document, span) });
}
