import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, Region, ReportingDescriptor, Result, Fix as SarifFix } from 'sarif';
import { KNOWN_RULES } from '../../core/config/knownRules';
import { ruleHelp } from '../../core/pages/rulePage';
import type { RuleInfo } from '../../core/rules/rule';
import type { Finding, Fix, Severity } from '../../core/types';
import type { FileReport } from '../lint';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;
const RULE_INDEX = new Map(KNOWN_RULES.map(({ id }, index) => [id, index]));

/** A log in the format of code scanning, SARIF 2.1.0. */
export function formatSarif(files: readonly FileReport[], version: string): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Starl', version, semanticVersion: version, rules: KNOWN_RULES.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }) => ({ location: locate(path), mimeType: 'text/markdown' })),
        results: files.flatMap((file, index) =>
          file.report.findings.map((finding) => toResult(finding, file.path, index)),
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
    fullDescription: { text: `${rule.hears} ${rule.why}` },
    help: { text: `${rule.why} ${rule.cure}`, markdown: ruleHelp(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function toResult(finding: Finding, path: string, index: number): Result {
  const artifactLocation = { ...locate(path), index };
  const ruleIndex = RULE_INDEX.get(finding.rule);
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
