import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { type EvidenceData, type PackedEvidence, packEvidence } from '../core/scorer/evidence';
import { type PackedWeights, packWeights } from '../core/scorer/scorer';

/** Packs the evidence of files, each under the rule that it is named after: `vagueWe.evidence.yaml` is that of `vague-we`. */
export function packEvidenceFiles(paths: readonly string[]): PackedEvidence {
  const data = paths.map((path): readonly [string, EvidenceData] => {
    const rule = ruleOf(path, '.evidence.yaml');
    const source = readFileSync(path, 'utf8');
    const comment = source.split('\n').findIndex((line) => /^\s+- [^'"].* #/.test(line));
    if (comment >= 0) throw new Error(`${path}:${comment + 1}: " #" begins a comment, so put the line in quotes`);
    const evidence: EvidenceData = parse(source);
    try {
      packEvidence({ [rule]: evidence });
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
    }
    return [rule, evidence];
  });
  return packEvidence(Object.fromEntries(data));
}

/** Packs the weights of files, each under the rule that it is named after. */
export function packWeightFiles(paths: readonly string[]): PackedWeights {
  return packWeights(
    Object.fromEntries(paths.map((path) => [ruleOf(path, '.weights.json'), JSON.parse(readFileSync(path, 'utf8'))])),
  );
}

const ruleOf = (path: string, ending: string): string =>
  basename(path, ending).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
