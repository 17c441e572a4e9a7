import { commands, type Disposable, Uri, window } from 'vscode';
import type { Services } from './services';

/** Shows a rule's page; without a rule it asks for one. */
export const OPEN_RULE_PAGE = 'starl.openRulePage';

/** The shipped page of a rule. */
export function rulePage(extension: Uri, rule: string): Uri {
  return Uri.joinPath(extension, 'media', 'rules', `${rule}.md`);
}

/** The target of a link, in Markdown that trusts `OPEN_RULE_PAGE`, that shows the rule's page. */
export function rulePageLink(rule: string): string {
  return `command:${OPEN_RULE_PAGE}?${encodeURIComponent(JSON.stringify([rule]))}`;
}

export function registerRulePages({ context, loadEngine }: Services): Disposable {
  return commands.registerCommand(OPEN_RULE_PAGE, async (asked?: unknown) => {
    const { KNOWN_RULES } = await loadEngine();
    const known = KNOWN_RULES.find(({ id }) => id === asked);
    const rule = known?.id ?? (await pickRule(KNOWN_RULES));
    // The preview is part of VS Code, works without a network, and follows the theme; at the side the text stays in sight,
    // and locked it does not turn to the next Markdown file that is opened.
    if (rule) await commands.executeCommand('markdown.showLockedPreviewToSide', rulePage(context.extensionUri, rule));
  });
}

/** Asks for one of these rules; gives its id. */
export async function pickRule(
  rules: readonly { readonly id: string; readonly title: string }[],
): Promise<string | undefined> {
  const items = rules.map(({ id, title }) => ({ label: title, description: id, id }));
  const placeHolder = 'Which rule do you want to read about?';
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.id;
}
