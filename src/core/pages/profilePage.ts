import type { Pack } from '../packs/packSchema';
import { FACT_TOPICS } from '../packs/referenceSchema';
import { withSourceNames } from '../packs/sourceNames';
import { escapeMarkdown as plain } from '../text/escapeMarkdown';

type Sources = readonly string[];

/** Everything that a profile (with all that it inherits) holds, as a page to read. */
export function profilePage(pack: Pack): string {
  const named = Object.entries(pack.sources).map(([id, { title, short, kind }]) => {
    return { id, title, kind, short: plain(short ?? id) };
  });
  const told = [...loop(pack), ...questions(pack), ...design(pack), ...practice(pack)].join('\n\n');
  const blocks = [
    `# ${plain(pack.title)}`,
    `${plain(pack.description)}. Names in brackets are those of the sources at the end; none of them is official unless it says so.`,
    withSourceNames(told, Object.fromEntries(named.map((source) => [source.id, source]))),
    ...section(
      'Sources',
      named.map(({ short, title, kind }) => `${short}: ${plain(title)} (${kind})`),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function loop({ rounds, levels, facts }: Pack): string[] {
  const topics = FACT_TOPICS.flatMap((topic) => {
    const entries = facts.filter((fact) => fact.topic === topic);
    return entries.flatMap(({ title, reports, together }) => [
      `### ${plain(title)}`,
      list(reports.map(({ says, sources }) => cited(plain(says), sources))),
      ...(together === undefined ? [] : [`*${plain(together)}*`]),
    ]);
  });
  return [
    ...section(
      'Rounds',
      rounds.map(({ title, tests, holds, minutes, detail, sources }) =>
        cited(
          sentences(
            `**${plain(title)}**${minutes ? ` (${minutes.value} minutes)` : ''}: ${plain(tests)}`,
            holds && `Held by: ${plain(holds)}`,
            detail && plain(detail),
          ),
          sources,
        ),
      ),
    ),
    ...section(
      'Levels',
      levels.map(({ name, title, scope, step, sources }) =>
        cited(sentences(`**${plain(name)}**, ${plain(title)}: ${plain(scope)}`, `The step: ${plain(step)}`), sources),
      ),
    ),
    ...(topics.length > 0 ? ['## Reported facts', ...topics] : []),
  ];
}

function questions({ competencies, questions: all }: Pack): string[] {
  return [
    ...section(
      'Competencies',
      competencies.map(({ id, title, probes, sources }) =>
        cited(`**${plain(title)}** (\`${id}\`): ${plain(probes)}`, sources),
      ),
    ),
    ...section(
      'Questions',
      all.map(({ id, text, probes, sources }) => cited(`${plain(text)} (\`${id}\`) *${plain(probes)}*`, sources)),
    ),
  ];
}

function design({ prompts, scoping, phases, rubric, shifts }: Pack): string[] {
  return [
    ...section(
      'Design prompts',
      prompts.map(({ text, looksFor, sources }) => cited(plain(text), sources) + below(looksFor)),
    ),
    ...section(
      'Scoping questions',
      scoping.map(({ text, decides, sources }) => cited(`${plain(text)} *${plain(decides)}*`, sources)),
    ),
    ...section(
      'Phases of the round',
      phases.map(({ title, minutes, goal, sources }) =>
        cited(`**${plain(title)}**${minutes ? `, ${minutes.value} minutes` : ''}: ${plain(goal)}`, sources),
      ),
    ),
    ...section(
      'Rubric',
      rubric.map(({ title, weight, looksFor, sources }) =>
        cited(`**${plain(title)}**, ${weight}%: ${plain(looksFor)}`, sources),
      ),
    ),
    ...section(
      'Changed limits',
      shifts.map(({ text, probes, sources }) => cited(`“${plain(text)}” *${plain(probes)}*`, sources)),
    ),
  ];
}

function practice({ simulations, asks, notes, feedbackLog, reading }: Pack): string[] {
  return [
    ...section(
      'Stakeholder simulations',
      simulations.map(
        ({ title, scene, parties, probes, sources }) =>
          cited(`**${plain(title)}**: ${plain(scene)} *${plain(probes)}*`, sources) +
          below(parties.map(({ role, wants }) => `${role}: ${wants}`)),
      ),
    ),
    ...section(
      'Questions to ask in return',
      asks.map(({ text, learns, sources }) => cited(`${plain(text)} *${plain(learns)}*`, sources)),
    ),
    ...section(
      'Notes to take',
      notes.map(({ title, prompts, sources }) => cited(`**${plain(title)}**`, sources) + below(prompts)),
    ),
    ...section(
      'Feedback log',
      feedbackLog.map(({ title, asks: asked, sources }) => cited(`**${plain(title)}**: ${plain(asked)}`, sources)),
    ),
    ...section(
      'Reading',
      reading.map(({ title, why, sources }) => cited(`**${plain(title)}**: ${plain(why)}`, sources)),
    ),
  ];
}

/** A heading with a list; nothing where the list is empty. */
function section(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`## ${title}`, list(items)] : [];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function below(lines: readonly string[]): string {
  return lines.map((line) => `\n  - ${plain(line)}`).join('');
}

function cited(text: string, sources: Sources): string {
  return sources.length > 0 ? `${text} (${sources.join(', ')})` : text;
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part ? [/[.!?]$/.test(part) ? part : `${part}.`] : [])).join(' ');
}
