// Not checked: what it imports is there only where the bench has installed it.
import { createRequire } from 'node:module';
import { TextlintKernel } from '@textlint/kernel';

const require = createRequire(import.meta.url);
const of = (/** @type {string} */ name) => require(name).default ?? require(name);

export async function create() {
  const kernel = new TextlintKernel();
  const options = {
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: of('@textlint/textlint-plugin-markdown') }],
    rules: [{ ruleId: 'write-good', rule: of('textlint-rule-write-good') }],
  };
  return async (/** @type {string} */ text) => (await kernel.lintText(text, options)).messages.length;
}
