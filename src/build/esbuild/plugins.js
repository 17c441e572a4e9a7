// @ts-check
// How what is not TypeScript gets into the bundles: data, weights and the documents of the tests.
const { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { parse } = require('yaml');
const { load, once, root } = require('./load');

/**
 * The files of a pack: its own, and those of the folder of the same name.
 * @param {string} path
 */
function packFiles(path) {
  const folder = path.replace(/\.yaml$/, '');
  const parts = existsSync(folder) ? readdirSync(folder).sort() : [];
  return [path, ...parts.map((name) => join(folder, name))];
}

/** @type {() => Promise<typeof import('../packFile')>} */
const packFileModule = once(() => load('src/build/packFile.ts'));

/**
 * Data is written in YAML and shipped as JSON: `import data from './data.yaml'`. Packs are checked on the way.
 * @type {import('esbuild').Plugin}
 */
const yamlData = {
  name: 'yaml-data',
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, async ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (dirname(path) !== join(root, 'src', 'packs'))
        return { contents: JSON.stringify(parse(text)), loader: 'json' };
      const files = packFiles(path).map((file) => ({
        path: relative(root, file),
        text: readFileSync(file, 'utf8'),
      }));
      const { value, problems } = (await packFileModule()).readPackFiles(files);
      const watched = { watchFiles: packFiles(path), watchDirs: [path.replace(/\.yaml$/, '')].filter(existsSync) };
      const errors = problems.map(({ message, path: file, line, column, start, end }) => ({
        text: message,
        location: {
          file,
          line,
          column: column - 1,
          length: end - start,
          lineText: files.find((one) => one.path === file)?.text.split('\n')[line - 1] ?? '',
        },
      }));
      return errors.length > 0
        ? { errors, ...watched }
        : { contents: JSON.stringify(value), loader: 'json', ...watched };
    });
  },
};

/** @type {() => Promise<typeof import('../packedData')>} */
const packedDataModule = once(() => load('src/build/packedData.ts', [yamlData]));

/**
 * All evidence for the rules, and all weights, packed together: `import evidence from 'starl:evidence'`.
 * @type {import('esbuild').Plugin}
 */
const packedData = {
  name: 'packed-data',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^starl:(?:evidence|weights)$/ }, ({ path }) => ({ path, namespace: 'packed' }));
    onLoad({ filter: /./, namespace: 'packed' }, async ({ path }) => {
      const { packEvidenceFiles, packWeightFiles } = await packedDataModule();
      const [ending, pack] =
        path === 'starl:evidence' ? ['.evidence.yaml', packEvidenceFiles] : ['.weights.json', packWeightFiles];
      const watchFiles = filesBelow(join(root, 'src/core'), ending);
      return { contents: JSON.stringify(pack(watchFiles)), loader: 'json', watchFiles };
    });
  },
};

/**
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]}
 */
const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => join(folder, path));

/**
 * The marked documents of the tests, also where there are no files to read: `import fixtures from 'starl:fixtures'`.
 * @type {import('esbuild').Plugin}
 */
const testFixtures = {
  name: 'test-fixtures',
  setup({ onResolve, onLoad }) {
    const folder = join(root, 'test/fixtures');
    onResolve({ filter: /^starl:fixtures$/ }, ({ path }) => ({ path, namespace: 'fixtures' }));
    onLoad({ filter: /./, namespace: 'fixtures' }, () => {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
      const texts = names.map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/ \{[a-z-]+\}/g, '')]);
      return { contents: JSON.stringify(Object.fromEntries(texts)), loader: 'json' };
    });
  },
};

/**
 * What the features load lazily stands in the bundle for the web already, so Node takes it from there and nothing is shipped twice.
 * @type {import('esbuild').Plugin}
 */
const coreFromWeb = {
  name: 'core-from-web',
  setup({ onResolve }) {
    onResolve({ filter: /\/lazyModules$/ }, () => ({ path: './extension.web.js', external: true }));
  },
};

/**
 * `dist/core.js` is an ES module beside bundles that must be CommonJS for VS Code 1.96, so package.json names no type.
 * Node goes by the name of the real file, here `core.mjs`; a copy, where links are not to be had, it knows by its syntax.
 * @type {import('esbuild').Plugin}
 */
const linkedCore = {
  name: 'linked-core',
  setup({ onEnd }) {
    onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const link = join(root, 'dist/core.js');
      rmSync(link, { force: true });
      try {
        symlinkSync('core.mjs', link);
      } catch {
        copyFileSync(join(root, 'dist/core.mjs'), link);
      }
    });
  },
};

module.exports = { coreFromWeb, yamlData, packedData, testFixtures, linkedCore };
