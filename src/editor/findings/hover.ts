import { type Disposable, Hover, languages, MarkdownString } from 'vscode';
import type { ShownText } from '../../core/pages/shownExample';
import type { RuleInfo } from '../../core/rules/rule';
import type { Engine } from '../lazy/engine';
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
      const { knownRules, shownExample } = await loadEngine();
      const own = stories.session(document)?.resolved.settings.ownRules ?? [];
      const known = knownRules(own);
      // As the messages stand above them.
      const ids = [...new Set(here.map(ruleOf))];
      const rules = ids.flatMap((id) => known.find((rule) => rule.id === id) ?? []);
      const isOwn = (id: string) => own.some((rule) => rule.id === id);
      const texts = rules.map((rule) => describe(rule, isOwn(rule.id) ? OF_OWN : OF_OURS, shownExample));
      return texts.length > 0 ? new Hover(texts, first.range) : undefined;
    },
  });
}

/** What a sentence that a rule flags is called, and one that it must not. What passes a rule of the user's own need not be strong. */
const OF_OURS = { bad: 'Weak', good: 'Strong' };
const OF_OWN = { bad: 'Flagged', good: 'Passes' };

function describe(
  { id, title, hears, examples }: RuleInfo,
  names: typeof OF_OURS,
  shownExample: Engine['shownExample'],
): MarkdownString {
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: [OPEN_RULE_PAGE] };
  text.appendMarkdown(`**${markdownText(id)}.**`);
  // A rule of the user's own need not say.
  if (hears !== '') text.appendMarkdown(` *What an interviewer hears:* ${markdownText(hears)}`);
  const [example] = examples;
  if (example) {
    const { bad, good } = shownExample(example);
    appendExample(text.appendMarkdown(`\n\n$(close) ${names.bad}:`), bad);
    appendExample(text.appendMarkdown(`\n\n$(check) ${names.good}:`), good);
  }
  return text.appendMarkdown(`\n\n[More about “${markdownText(title)}”](${rulePageLink(id)})`);
}

/** A line stands behind its name; of a story each part stands for itself. */
function appendExample(text: MarkdownString, shown: ShownText): void {
  if (typeof shown === 'string') {
    text.appendCodeblock(shown, 'markdown');
    return;
  }
  for (const { label, lines } of shown) {
    const head = label === undefined ? ' ' : `\n\n**${markdownText(label)}:** `;
    // Two spaces keep a line from running on.
    text.appendMarkdown(head + lines.map(markdownText).join('  \n'));
  }
}
