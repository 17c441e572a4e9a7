// @ts-check
const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { load, root } = require('./load');
const { plugins } = require('./targets');

/** @typedef {{source: string, flags: string, place: string}} Pattern */

/** The regular expressions that the modules of the core put together when they are loaded. @returns {Promise<Pattern[]>} */
async function madePatterns() {
  /** @type {Pattern[]} */
  const made = [];
  const patternAt = (/** @type {string} */ place) =>
    class extends RegExp {
      /** @param {ConstructorParameters<typeof RegExp>} given */
      constructor(...given) {
        super(...given);
        made.push({ source: this.source, flags: this.flags, place });
      }
    };
  Object.assign(globalThis, { patternAt });
  /** @type {string[]} */
  const places = [];
  /** @type {import('esbuild').Plugin} */
  const recorded = {
    name: 'recorded-patterns',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!path.startsWith(join(root, 'src', 'core'))) return undefined;
        const lines = readFileSync(path, 'utf8').split('\n');
        const contents = lines.map((line, i) => {
          const place = `${relative(root, path)}:${i + 1}`;
          // A copy of one that is known is none of its own.
          if (/new RegExp\((?![A-Z_]+\))/.test(line)) places.push(place);
          return line.replaceAll('new RegExp(', `new (globalThis.patternAt(${JSON.stringify(place)}))(`);
        });
        return { contents: contents.join('\n'), loader: 'ts' };
      });
    },
  };
  const entry = join(root, 'out', 'core.ts');
  const modules = readdirSync(join(root, 'src/core'), { recursive: true, encoding: 'utf8' });
  const imports = modules
    .filter((name) => /(?<!\.d)(?<!\.d\.yaml)\.ts$/.test(name))
    .map((name) => `import '../src/core/${name}';`);
  mkdirSync(dirname(entry), { recursive: true });
  writeFileSync(entry, imports.join('\n'));
  await load(entry, [recorded, ...plugins]);
  const late = places.find((place) => !made.some((pattern) => pattern.place === place));
  if (late)
    throw new Error(`${late}: make this regular expression when the module is loaded, so that it can be judged.`);
  return made;
}

module.exports = { madePatterns };
