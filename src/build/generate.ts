import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { configSchemaFile } from './configSchema';
import { manifestText } from './manifest';
import { readmeText } from './readme';
import { RULE_PAGES, rulePages } from './rulePages';
import { snippetFile } from './snippets';

export interface GenerateOptions {
  /** Writes nothing. */
  readonly check: boolean;
}

/** Writes all that is generated from rules, packs and settings. Gives the paths that were out of date. */
export async function generateAll(root: string, { check }: GenerateOptions): Promise<string[]> {
  const manifest = await readFile(join(root, 'package.json'), 'utf8');
  const readme = (await read(join(root, 'README.md'))) ?? '';
  const pages = rulePages();
  const files = [
    { path: 'package.json', text: manifestText(manifest) },
    { path: 'README.md', text: readmeText(readme) },
    snippetFile(),
    configSchemaFile(),
    ...pages,
  ];
  const stale: string[] = [];
  for (const { path, text } of files) {
    const file = join(root, path);
    if (text !== undefined && (await read(file)) === text) continue;
    stale.push(path);
    if (check || text === undefined) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const path of await strayPages(root, pages)) {
    stale.push(path);
    if (!check) await rm(join(root, path));
  }
  if (!check && readmeText(readme) === undefined) {
    throw new Error(
      'README.md lacks a mark: <!-- NAME:start --> or <!-- NAME:end -->, for rules, quality, performance or reliability.',
    );
  }
  return stale;
}

/** Pages of rules that there are no more. */
async function strayPages(root: string, pages: readonly { readonly path: string }[]): Promise<string[]> {
  const names = await readdir(join(root, RULE_PAGES)).catch(() => []);
  return names.map((name) => `${RULE_PAGES}/${name}`).filter((path) => !pages.some((page) => page.path === path));
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
