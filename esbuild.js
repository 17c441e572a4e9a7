// Builds the bundles of dist/. Options:
//   --watch     rebuild on change
//   --tests     build the tests into out/test/ as well
//   --profile   build the engine with its names into out/bench/ as well, for the profile of the bench
//   --generate  write what is generated from the rules and packs (manifest settings, rule pages, README table)
//   --train     train the scored rules (all, or those named) and write their weights
//   --patterns  fail where a regular expression is not proven to take linear time
//   --check     fail where a generated file differs from what would be generated
const { context, build } = require('esbuild');
const {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} = require('node:fs');
const { basename, dirname, join, relative } = require('node:path');
const { pathToFileURL } = require('node:url');
const { parse } = require('yaml');

const argv = new Set(process.argv.slice(2));
const rulesNamed = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));

/** Bundles a module of ours for Node and loads it. */
async function load(entry, plugins = [], external = []) {
  const outfile = join(__dirname, 'out', `${basename(entry, '.ts')}.cjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
    plugins,
    external,
  });
  return import(pathToFileURL(outfile).href);
}

/** The files of a pack: its own, and those of the folder of the same name. */
function packFiles(path) {
  const folder = path.replace(/\.yaml$/, '');
  const parts = existsSync(folder) ? readdirSync(folder).sort() : [];
  return [path, ...parts.map((name) => join(folder, name))];
}

let packReader;
/** Data is written in YAML and shipped as JSON: `import data from './data.yaml'`. Packs are checked on the way. */
const yamlData = {
  name: 'yaml-data',
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, async ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (dirname(path) !== join(__dirname, 'src', 'packs'))
        return { contents: JSON.stringify(parse(text)), loader: 'json' };
      packReader ??= load('src/build/packFile.ts');
      const files = packFiles(path).map((file) => ({
        path: relative(__dirname, file),
        text: readFileSync(file, 'utf8'),
      }));
      const { value, problems } = (await packReader).readPackFiles(files);
      const watched = { watchFiles: packFiles(path), watchDirs: [path.replace(/\.yaml$/, '')].filter(existsSync) };
      const errors = problems.map(({ message, path: file, line, column, start, end }) => ({
        text: message,
        location: {
          file,
          line,
          column: column - 1,
          length: end - start,
          lineText: files.find((one) => one.path === file)?.text.split('\n')[line - 1],
        },
      }));
      return errors.length > 0
        ? { errors, ...watched }
        : { contents: JSON.stringify(value), loader: 'json', ...watched };
    });
  },
};

let packer;
/** All evidence for the rules, and all weights, packed together: `import evidence from 'starl:evidence'`. */
const packedData = {
  name: 'packed-data',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^starl:(?:evidence|weights)$/ }, ({ path }) => ({ path, namespace: 'packed' }));
    onLoad({ filter: /./, namespace: 'packed' }, async ({ path }) => {
      packer ??= load('src/build/packedData.ts', [yamlData]);
      const { packEvidenceFiles, packWeightFiles } = await packer;
      const [ending, pack] =
        path === 'starl:evidence' ? ['.evidence.yaml', packEvidenceFiles] : ['.weights.json', packWeightFiles];
      const watchFiles = filesBelow(join(__dirname, 'src/core'), ending);
      return { contents: JSON.stringify(pack(watchFiles)), loader: 'json', watchFiles };
    });
  },
};

/** @returns {string[]} */
const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => join(folder, path));

/** The marked documents of the tests, also where there are no files to read: `import fixtures from 'starl:fixtures'`. */
const testFixtures = {
  name: 'test-fixtures',
  setup({ onResolve, onLoad }) {
    const folder = join(__dirname, 'test/fixtures');
    onResolve({ filter: /^starl:fixtures$/ }, ({ path }) => ({ path, namespace: 'fixtures' }));
    onLoad({ filter: /./, namespace: 'fixtures' }, () => {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
      const texts = names.map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/ \{[a-z-]+\}/g, '')]);
      return { contents: JSON.stringify(Object.fromEntries(texts)), loader: 'json' };
    });
  },
};

const plugins = [yamlData, packedData];

/**
 * `dist/core.js` is an ES module beside bundles that must be CommonJS for VS Code 1.96, so package.json names no type.
 * Node goes by the name of the real file, here `core.mjs`; a copy, where links are not to be had, it knows by its syntax.
 */
const linkedCore = {
  name: 'linked-core',
  setup({ onEnd }) {
    onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const link = join(__dirname, 'dist/core.js');
      rmSync(link, { force: true });
      try {
        symlinkSync('core.mjs', link);
      } catch {
        copyFileSync(join(__dirname, 'dist/core.mjs'), link);
      }
    });
  },
};

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

/** @type {import('esbuild').BuildOptions[]} */
const product = [
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode', './lazyModules'],
    supported: { 'dynamic-import': false },
  },
  {
    entryPoints: ['src/editor/lazy/lazyModules.ts'],
    outfile: 'dist/lazyModules.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    conditions: ['worker'],
  },
  {
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/core.mjs',
    platform: 'neutral',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [...plugins, linkedCore],
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
].map((options) => ({ ...shared, ...options }));

/** @type {import('esbuild').BuildOptions[]} */
const tests = [
  {
    entryPoints: ['test/unit/index.ts'],
    outfile: 'out/test/unit.js',
    platform: 'node',
    format: 'cjs',
    external: ['mocha', 'yaml', 'ajv', 'ajv-formats', 'fast-check'],
  },
  ...['index', 'folders', 'strays'].flatMap((suite) =>
    ['node', 'browser'].map((platform) => ({
      entryPoints: [`test/host/${suite}.ts`],
      outfile: `out/test/host/${suite === 'index' ? '' : `${suite}-`}${platform === 'node' ? 'node' : 'web'}.js`,
      platform,
      // The browser's build of mocha puts itself in the place of the module that it is bundled in.
      format: 'iife',
      globalName: 'suite',
      footer: { js: 'module.exports = suite;' },
      external: ['vscode'],
      plugins: [...plugins, testFixtures],
    })),
  ),
  {
    entryPoints: ['test/fuzz/fuzz.ts'],
    outfile: 'out/test/fuzz/fuzz.js',
    platform: 'node',
    format: 'cjs',
    sourcemap: false,
  },
  {
    entryPoints: ['test/host/soakRun.ts'],
    outfile: 'out/test/host/soak.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['test/bench/stories.ts'],
    outfile: 'out/test/bench/stories.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
].map((options) => ({ ...shared, minify: false, sourcemap: 'inline', ...options }));

/** @type {import('esbuild').BuildOptions[]} */
const profiled = product
  .filter(({ outfile }) => outfile === 'dist/core.mjs')
  .map((options) => ({ ...options, plugins, minify: false, outfile: 'out/bench/core.mjs' }));

async function generate(check) {
  const { generateAll } = await load('src/build/generate.ts', plugins);
  const stale = await generateAll(__dirname, { check });
  if (check && stale.length > 0) {
    console.error(`Out of date: ${stale.join(', ')}. Run "npm run generate" and commit the result.`);
    process.exitCode = 1;
  }
}

/** @typedef {{source: string, flags: string, place: string}} Pattern */

/** The regular expressions that the modules of the core put together when they are loaded. @returns {Promise<Pattern[]>} */
async function madePatterns() {
  /** @type {Pattern[]} */
  const made = [];
  globalThis.patternAt = (place) =>
    class extends RegExp {
      constructor(pattern, flags) {
        super(pattern, flags);
        made.push({ source: this.source, flags: this.flags, place });
      }
    };
  const places = [];
  const recorded = {
    name: 'recorded-patterns',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]core[\\/].*\.ts$/ }, ({ path }) => {
        const lines = readFileSync(path, 'utf8').split('\n');
        const contents = lines.map((line, i) => {
          const place = `${relative(__dirname, path)}:${i + 1}`;
          // A copy of one that is known is none of its own.
          if (/new RegExp\((?![A-Z_]+\))/.test(line)) places.push(place);
          return line.replaceAll('new RegExp(', `new (globalThis.patternAt(${JSON.stringify(place)}))(`);
        });
        return { contents: contents.join('\n'), loader: 'ts' };
      });
    },
  };
  const entry = join(__dirname, 'out', 'core.ts');
  const modules = readdirSync(join(__dirname, 'src/core'), { recursive: true, encoding: 'utf8' });
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

async function patterns() {
  const { slowPatterns } = await load('src/build/patterns.ts', [], ['recheck']);
  const slow = await slowPatterns(['src', 'media'], await madePatterns());
  for (const why of slow) console.error(why);
  process.exit(slow.length > 0 ? 1 : 0);
}

async function main() {
  if (argv.has('--patterns')) return patterns();
  if (argv.has('--train')) return (await load('src/build/train.ts', plugins)).train(__dirname, rulesNamed);
  if (argv.has('--generate') || argv.has('--check')) return generate(argv.has('--check'));
  const targets = [
    ...product,
    ...(argv.has('--tests') ? tests : []),
    ...(argv.has('--profile') ? profiled : []),
  ].filter(({ entryPoints }) => existsSync(entryPoints[0]));
  if (argv.has('--watch')) {
    for (const options of targets) await (await context(options)).watch();
    return;
  }
  await Promise.all(targets.map((options) => build(options)));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
