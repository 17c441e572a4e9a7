import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, Region, ReportingDescriptor, Result, Fix as SarifFix } from 'sarif';
import { KNOWN_RULE_IDS, knownRules } from '../../core/config/knownRules';
import { ruleHelp } from '../../core/pages/rulePage';
import type { RuleInfo } from '../../core/rules/rule';
import type { Finding, Fix, Severity } from '../../core/types';
import type { FileReport } from '../lint';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** A log in the format of code scanning, SARIF 2.1.0. */
export function formatSarif(files: readonly FileReport[], version: string): string {
  // Files may be judged by different rules of the same name.
  const own = new Map(files.flatMap(({ ownRules }) => ownRules.map((rule) => [JSON.stringify(rule), rule])));
  const rules = knownRules([...own.values()]);
  const places = new Map([...KNOWN_RULE_IDS, ...own.keys()].map((key, index) => [key, index]));
  const placeOf = ({ ownRules }: FileReport, { rule: id }: Finding): number | undefined => {
    const rule = ownRules.find((one) => one.id === id);
    return places.get(rule ? JSON.stringify(rule) : id);
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Starl', version, semanticVersion: version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }) => ({ location: locate(path), mimeType: 'text/markdown' })),
        results: files.flatMap((file, index) =>
          file.report.findings.map((finding) => toResult(finding, file.path, index, placeOf(file, finding))),
        ),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

function describeRule(rule: RuleInfo): ReportingDescriptor {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: sentences(rule.hears, rule.why) || rule.title },
    help: { text: sentences(rule.why, rule.cure) || rule.title, markdown: ruleHelp(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

/** A rule of the user's own may leave some of them out. */
function sentences(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}

function toResult(finding: Finding, path: string, index: number, ruleIndex: number | undefined): Result {
  const artifactLocation = { ...locate(path), index };
  return {
    ruleId: finding.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: toRegion(finding) } }],
    // A snippet asks for what only the writer knows: no program can apply it.
    fixes: finding.fixes.filter(({ snippet }) => !snippet).map((fix) => toFix(fix, artifactLocation)),
  };
}

function toRegion({ start, end }: Finding): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function toFix({ title, edits }: Fix, artifactLocation: ArtifactLocation): SarifFix {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** Relative paths stay relative, so that a log can be read in another checkout. */
function locate(path: string): ArtifactLocation {
  if (path === '-') return { uri: 'stdin.md' };
  if (/^(?:[A-Za-z]:)?\//.test(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/') };
}
