import { type Disposable, Hover, languages, MarkdownString } from 'vscode';
import type { RuleInfo } from '../../core/rules/rule';
import type { Services } from '../services';
import { markdownText } from '../ui/shownText';
import { ruleOf } from './diagnostics';
import { OPEN_RULE_PAGE, rulePageLink } from './rulePages';

/** Says under a finding what an interviewer hears, with one bad and one good line. */
export function registerHover({ loadEngine, stories }: Services): Disposable {
  return languages.registerHoverProvider('markdown', {
    async provideHover(document, position) {
      const here = languages
        .getDiagnostics(document.uri)
        .filter((diagnostic) => ruleOf(diagnostic) && diagnostic.range.contains(position));
      const [first] = here;
      if (!first) return undefined;
      const { knownRules } = await loadEngine();
      const ids = new Set(here.map(ruleOf));
      const rules = knownRules(stories.session(document)?.resolved.settings.ownRules).filter(({ id }) => ids.has(id));
      return rules.length > 0 ? new Hover(rules.map(describe), first.range) : undefined;
    },
  });
}

function describe({ id, title, hears, examples }: RuleInfo): MarkdownString {
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: [OPEN_RULE_PAGE] };
  // A rule of the user's own need not say.
  if (hears !== '') text.appendMarkdown(`**What an interviewer hears.** ${markdownText(hears)}`);
  const [example] = examples;
  if (example) {
    text.appendMarkdown(`\n\n$(close) Weak: ${markdownText(example.bad)}`);
    text.appendMarkdown(`\n\n$(check) Strong: ${markdownText(example.good)}`);
  }
  return text.appendMarkdown(`\n\n[More about “${markdownText(title)}”](${rulePageLink(id)})`);
}
