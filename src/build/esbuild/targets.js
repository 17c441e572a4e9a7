// @ts-check
// What is built: the bundles of the product, of its tests and of its bench.
const { leanRules } = require('./leanRules');
const { coreFromWeb, linkedCore, packedData, testFixtures, yamlData } = require('./plugins');

const plugins = [yamlData, packedData];

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  // The packed phrases are characters of their own.
  charset: 'utf8',
  target: 'es2023',
  legalComments: 'none',
  logLevel: 'warning',
  plugins,
};

/**
 * A bundle of the product.
 * @param {import('esbuild').BuildOptions} own
 * @returns {import('esbuild').BuildOptions}
 */
const bundle = (own) => ({ ...shared, ...own });

/** @type {import('esbuild').BuildOptions[]} */
const product = [
  bundle({
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    plugins: [...plugins, coreFromWeb],
    supported: { 'dynamic-import': false },
  }),
  bundle({
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    plugins: [...plugins, leanRules],
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    conditions: ['worker'],
  }),
  bundle({
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/core.mjs',
    platform: 'neutral',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [...plugins, linkedCore],
  }),
  bundle({
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
];

/**
 * A bundle of tests, which says where in the sources it failed.
 * @param {import('esbuild').BuildOptions} own
 */
const testBundle = (own) => bundle({ minify: false, sourcemap: 'inline', ...own });

/** @type {import('esbuild').BuildOptions[]} */
const tests = [
  testBundle({
    entryPoints: ['test/unit/index.ts'],
    outfile: 'out/test/unit.js',
    platform: 'node',
    format: 'cjs',
    external: ['mocha', 'yaml', 'ajv', 'ajv-formats', 'fast-check', 'esbuild'],
  }),
  ...['index', 'folders', 'strays'].flatMap((suite) =>
    /** @type {const} */ (['node', 'browser']).map((platform) =>
      testBundle({
        entryPoints: [`test/host/${suite}.ts`],
        outfile: `out/test/host/${suite === 'index' ? '' : `${suite}-`}${platform === 'node' ? 'node' : 'web'}.js`,
        platform,
        // The browser's build of mocha puts itself in the place of the module that it is bundled in.
        format: 'iife',
        globalName: 'suite',
        footer: { js: 'module.exports = suite;' },
        external: ['vscode'],
        plugins: [...plugins, testFixtures],
      }),
    ),
  ),
  testBundle({
    entryPoints: ['test/fuzz/fuzz.ts'],
    outfile: 'out/test/fuzz/fuzz.js',
    platform: 'node',
    format: 'cjs',
    sourcemap: false,
  }),
  testBundle({
    entryPoints: ['test/host/soakRun.ts'],
    outfile: 'out/test/host/soak.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  }),
  testBundle({
    entryPoints: ['test/bench/stories.ts'],
    outfile: 'out/test/bench/stories.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  }),
];

/** @type {import('esbuild').BuildOptions[]} */
const profiled = product
  .filter(({ outfile }) => outfile === 'dist/core.mjs')
  .map((options) => ({ ...options, plugins, minify: false, outfile: 'out/bench/core.mjs' }));

module.exports = { plugins, product, profiled, tests };
