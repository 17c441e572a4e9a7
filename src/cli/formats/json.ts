import type { FileReport } from '../lint';

/** The object that other programs rely on; see the contract in the README. */
export function formatJson(files: readonly FileReport[]): string {
  const object = {
    version: 1,
    files: files.map(({ path, kind, report: { findings, stories } }) => ({ path, kind, findings, stories })),
  };
  return `${JSON.stringify(object)}\n`;
}
