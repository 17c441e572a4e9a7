import { pathToFileURL } from 'node:url';
import type { Artifact, ArtifactLocation, Region, ReportingDescriptor, Result, Fix as SarifFix, Tool } from 'sarif';

import { KNOWN_RULE_IDS, knownRules } from '../../core/config/knownRules';
import type { OwnRule } from '../../core/config/settings';
import { ruleHelp } from '../../core/pages/rulePage';
import type { RuleInfo } from '../../core/rules/rule';
import type { Finding, Fix, Severity } from '../../core/types';
import type { Format } from './format';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const OPENING = `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`;

/** A log in the format of code scanning, SARIF 2.1.0. */
export function sarifFormat(version: string): Format {
  const paths: string[] = [];
  // Files may be judged by different rules of the same name.
  const own = new Map<string, OwnRule>();
  const places = new Map(KNOWN_RULE_IDS.map((id, index) => [id, index]));
  const placeOf = (rule: OwnRule): number => {
    const key = JSON.stringify(rule);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    own.set(key, rule);
    return place;
  };
  let before = OPENING;
  return {
    file({ path, findings, ownRules }) {
      const index = paths.push(path) - 1;
      const owned = new Map(ownRules.map((rule) => [rule.id, placeOf(rule)]));
      const results = findings.map((finding) =>
        JSON.stringify(toResult(finding, path, index, owned.get(finding.rule) ?? places.get(finding.rule))),
      );
      if (results.length === 0) return '';
      const text = before + results.join();
      before = ',';
      return text;
    },
    *end() {
      const rules = knownRules([...own.values()]).map(describeRule);
      const tool: Tool = { driver: { name: 'Starl', version, semanticVersion: version, rules } };
      yield `${before === ',' ? '' : before}],"tool":${JSON.stringify(tool)},"artifacts":[`;
      for (const [i, path] of paths.entries()) {
        const artifact: Artifact = { location: locate(path), mimeType: 'text/markdown' };
        yield (i === 0 ? '' : ',') + JSON.stringify(artifact);
      }
      yield ']}]}\n';
    },
  };
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
