import { DEFAULT_PROFILE, findPack } from '../packs/packs';
import type { RuleExample, RuleInfo } from '../rules/rule';
import { escapeMarkdown } from '../text/escapeMarkdown';

/** Everything there is to say about a rule, as Markdown without a title. */
export function ruleHelp(rule: RuleInfo): string {
  const { id, hears, why, cure, severity, sources, examples } = rule;
  const sections = [
    ...(hears === '' ? [] : [`**What an interviewer hears.** ${hears}`]),
    ...section('Why it matters', [why, ...citation(sources)]),
    ...section('How to cure it', [cure]),
    ...section('Examples', examples.map(example)),
    '## How to ignore it',
    'On the line before, or on the same line before the sentence, with a reason for whoever reads the file next:',
    fence(`<!-- starl-ignore ${id}: reason -->`),
    `\`starl-ignore-part\` does the same for the part in which it stands, \`starl-ignore-file\` for the whole file. In the front matter of a story:`,
    fence(`---\nrules: { ${id}: off }\n---`),
    `For all stories, put \`rules: { ${id}: off }\` into \`starl.yaml\`, or change the setting \`starl.rules.${id}\`. Without any of these the severity is **${severity}**.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** A rule's page, as it is shipped. */
export function rulePage(rule: RuleInfo): string {
  return `# ${escapeMarkdown(rule.title)} (\`${rule.id}\`)\n\n${ruleHelp(rule)}`;
}

/** A rule of the user's own may leave some of them out. */
function section(title: string, texts: readonly string[]): string[] {
  const said = texts.filter((text) => text !== '');
  return said.length > 0 ? [`## ${title}`, ...said] : [];
}

function citation(sources: readonly string[]): string[] {
  const known = findPack(DEFAULT_PROFILE)?.sources ?? {};
  const lines = sources.map((id) => `- ${escapeMarkdown(known[id]?.title ?? id)}`);
  return lines.length > 0 ? ['After:', lines.join('\n')] : [];
}

function example({ part, bad, good }: RuleExample): string {
  const place = part === undefined ? '' : ` (in the ${part})`;
  return `Flagged${place}:\n\n${quote(bad)}\n\nLeft alone:\n\n${quote(good)}`;
}

function quote(text: string): string {
  return text.includes('\n') ? fence(text) : `> ${escapeMarkdown(text)}`;
}

function fence(text: string): string {
  return `\`\`\`markdown\n${text}\n\`\`\``;
}
