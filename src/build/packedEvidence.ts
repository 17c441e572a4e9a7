import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { type EvidenceData, type PackedEvidence, packEvidence } from '../core/scorer/evidence';

/** Packs the evidence of files, each under the rule that it is named after: `vagueWe.evidence.yaml` is that of `vague-we`. */
export function packEvidenceFiles(paths: readonly string[]): PackedEvidence {
  const data = paths.map((path): readonly [string, EvidenceData] => {
    const rule = basename(path, '.evidence.yaml').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const evidence: EvidenceData = parse(readFileSync(path, 'utf8'));
    try {
      packEvidence({ [rule]: evidence });
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
    }
    return [rule, evidence];
  });
  return packEvidence(Object.fromEntries(data));
}
