import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { toRange } from '../documents/convert';
import type { Services } from '../services';
import { plain } from '../ui/quickInput';

/** Shows a rule's page, or the definition of a rule of the user's own; without a rule it asks for one. */
export const OPEN_RULE_PAGE = 'starl.openRulePage';

/** The shipped page of a rule. */
export function rulePage(extension: Uri, rule: string): Uri {
  return Uri.joinPath(extension, 'media', 'rules', `${rule}.md`);
}

/** The target of a link, in Markdown that trusts `OPEN_RULE_PAGE`, that shows the rule's page. */
export function rulePageLink(rule: string): string {
  return `command:${OPEN_RULE_PAGE}?${encodeURIComponent(JSON.stringify([rule]))}`;
}

export function registerRulePages({ context, configs, loadEngine }: Services): Disposable {
  return commands.registerCommand(OPEN_RULE_PAGE, async (asked?: unknown) => {
    const [{ knownRules, ownRuleInConfig }, file] = await Promise.all([
      loadEngine(),
      configs.nearest(window.activeTextEditor?.document.uri),
    ]);
    const own = file?.config.ownRules ?? [];
    const rules = knownRules(own);
    const known = rules.find(({ id }) => id === asked);
    const rule = known?.id ?? (await pickRule(rules, 'Which rule do you want to read about?'));
    if (rule === undefined) return;
    if (file && own.some(({ id }) => id === rule)) {
      const config = await workspace.openTextDocument(file.uri);
      const place = ownRuleInConfig(config.getText(), rule);
      await window.showTextDocument(config, { selection: toRange(config, place) });
      return;
    }
    // The preview is part of VS Code, works without a network, and follows the theme; at the side the text stays in sight,
    // and locked it does not turn to the next Markdown file that is opened.
    await commands.executeCommand('markdown.showLockedPreviewToSide', rulePage(context.extensionUri, rule));
  });
}

/** Asks the question about these rules; gives the id of the one chosen. */
export async function pickRule(
  rules: readonly { readonly id: string; readonly title: string }[],
  placeHolder: string,
): Promise<string | undefined> {
  const items = rules.map(({ id, title }) => ({ label: plain(title), description: id, id }));
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.id;
}
