// @ts-check
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { root } = require('./load');

const RULES = join(root, 'src', 'core', 'rules');
const LIST = { start: '\n  examples: [\n', end: '\n  ],\n' };
const ENTRY_END = '\n    },';
const TEXT_OF_PAGE = /^( {2}(?:why|cure):)\s(?:\s{4})?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),$/gm;

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
  const start = source.indexOf(LIST.start);
  if (start < 0) return source;
  const first = start + LIST.start.length;
  const line = source.indexOf('\n', first);
  const end = source.startsWith('},', line - 2) ? line : source.indexOf(ENTRY_END, first) + ENTRY_END.length;
  return source.slice(0, end) + source.slice(source.indexOf(LIST.end, first - 1));
}

module.exports = { leanRules };
