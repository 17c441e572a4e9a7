// @ts-check
// Lets a module measure something in the extension host, and gives back what it logs.
import { Problem } from '../vscode/command.mjs';
import { startWorkbench } from '../vscode/workbench.mjs';

/**
 * @param {import('../vscode/workbench.mjs').WorkbenchOptions} options with the module in `tests`
 * @param {string} mark what the module logs before its figures, as JSON
 * @param {(workspace: string) => Promise<void>} prepare readies the workspace before it is opened
 * @returns {Promise<Record<string, number>>}
 */
export async function measureInHost(options, mark, prepare) {
  const workbench = await startWorkbench(options);
  try {
    await prepare(workbench.workspace);
    /** @type {string[]} */
    const log = [];
    await workbench.page.exposeFunction('codeAutomationLog', (/** @type {string} */ _, /** @type {unknown[]} */ args) =>
      log.push(args.join(' ')),
    );
    const ended = new Promise((resolve) => void workbench.page.exposeFunction('codeAutomationExit', resolve));
    await workbench.open();
    await ended;
    const line = log.find((text) => text.includes(mark));
    if (!line) throw new Problem(`Nothing was measured: ${log.filter((text) => text.includes('Error:')).join(' | ')}`);
    return JSON.parse(line.slice(line.indexOf(mark) + mark.length));
  } finally {
    await workbench.close();
  }
}
