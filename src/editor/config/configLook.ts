import type { ConfigFile } from './config';

/** All of a file that anybody sees, to tell whether it is different now; a Uri itself tells more once it has been printed. */
export function lookOf(file: ConfigFile | undefined): string {
  if (!file) return '';
  const { uri, config, problems, mayLoseTerms, refused } = file;
  const packs = refused.map((pack) => [pack.name, pack.problems]);
  return JSON.stringify([uri.toString(), config, problems, mayLoseTerms, packs]);
}
