// Not checked: what it imports is there only where the bench has installed it.
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

export async function create() {
  const linter = new LocalLinter({ binary });
  await linter.setup();
  // This rule of its panics on some texts.
  await linter.setLintConfig({ ...(await linter.getLintConfig()), BoringWords: false });
  return async (/** @type {string} */ text) => (await linter.lint(text)).length;
}
