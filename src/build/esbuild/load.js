// @ts-check
const { basename, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { buildAll } = require('./buildAll');

/** The project's folder. */
const root = join(__dirname, '../../..');

/**
 * Bundles a module of ours for Node and loads it.
 * @param {string} entry
 * @param {import('esbuild').Plugin[]} plugins
 * @param {string[]} external packages that are left to Node
 */
async function load(entry, plugins = [], external = []) {
  const outfile = join(root, 'out', `${basename(entry, '.ts')}.cjs`);
  await buildAll([{ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', plugins, external }]);
  return import(pathToFileURL(outfile).href);
}

/**
 * A function that does its work at the first call only.
 * @template T
 * @param {() => T} work
 * @returns {() => T}
 */
function once(work) {
  /** @type {{done: T} | undefined} */
  let kept;
  return () => {
    kept ??= { done: work() };
    return kept.done;
  };
}

module.exports = { load, once, root };
