// @ts-check
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { root } = require('./load');

const RULES = join(root, 'src', 'core', 'rules');
const START = /^( +)examples: \[\n/m;
const TEXT_OF_PAGE = /^( +(?:why|cure):)\s(?: +)?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),$/gm;

/**
 * Keeps of each rule what VS Code shows: of the examples the first one, for the hover, and not why it objects and how that is
 * cured at length, which its page says. Goes by how Biome formats the rules.
 * @type {import('esbuild').Plugin}
 */
const leanRules = {
  name: 'lean-rules',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!path.startsWith(RULES)) return undefined;
      const source = readFileSync(path, 'utf8').replace(TEXT_OF_PAGE, "$1 '',");
      return { contents: withFirstExample(source), loader: 'ts' };
    });
  },
};

/** @param {string} source */
function withFirstExample(source) {
  const found = START.exec(source);
  if (!found) return source;
  const [start, indent = ''] = found;
  const first = found.index + start.length;
  const line = source.indexOf('\n', first);
  const entryEnd = `\n${indent}  },`;
  const end = source.startsWith('},', line - 2) ? line : source.indexOf(entryEnd, first) + entryEnd.length;
  return source.slice(0, end) + source.slice(source.indexOf(`\n${indent}],\n`, first - 1));
}

module.exports = { leanRules };
