// @ts-check
const { build, formatMessages } = require('esbuild');

/**
 * Builds bundles side by side. What is wrong is told once, however many of them it stands in.
 * @param {import('esbuild').BuildOptions[]} targets
 */
async function buildAll(targets) {
  const built = await Promise.allSettled(targets.map((options) => build({ ...options, logLevel: 'silent' })));
  const results = built.map((one) => {
    if (one.status === 'fulfilled') return one.value;
    if (one.reason.errors) return /** @type {import('esbuild').BuildFailure} */ (one.reason);
    throw one.reason;
  });
  const warnings = results.flatMap((result) => result.warnings);
  const errors = results.flatMap((result) => result.errors);
  if (warnings.length > 0) console.error(await told(warnings, 'warning'));
  if (errors.length > 0) throw new Error(await told(errors, 'error'));
}

/**
 * @param {import('esbuild').Message[]} messages
 * @param {'error' | 'warning'} kind
 */
async function told(messages, kind) {
  const once = new Map(messages.map((message) => [JSON.stringify([message.text, message.location]), message]));
  const texts = await formatMessages([...once.values()], { kind, color: process.stderr.isTTY });
  return texts.join('').trimEnd();
}

module.exports = { buildAll };
