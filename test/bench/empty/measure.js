// Runs in the extension host in place of a test suite: times the activation of both extensions, now one first, now the other, and
// then how long it takes from a key to the change of the problems.
const { extensions, languages, Range, window, workspace, WorkspaceEdit } = require('vscode');

const IDS = ['bench.empty', 'starl.starl'];
/** Keys that do not count, and keys that do. */
const WARM_UP = 10;
const KEYS = 30;

exports.run = async () => {
  const result = {};
  // Asked before Starl asks, so that it is told first.
  let typed = 0;
  workspace.onDidChangeTextDocument(() => {
    typed = performance.now();
  });
  for (const id of Math.random() < 0.5 ? IDS : IDS.toReversed()) {
    const extension = extensions.getExtension(id);
    if (!extension) throw new Error(`${id} is not there`);
    if (extension.isActive) throw new Error(`${id} was active before it was measured`);
    const start = performance.now();
    await extension.activate();
    result[id] = performance.now() - start;
  }
  result.key = await measureKeys(() => typed);
  console.log(`ACTIVATION ${JSON.stringify(result)}`);
};

/**
 * The median of the times from a key that cures a finding to the problems without it. Findings come late on purpose, but what is
 * cured goes at once, so nothing in it is waiting. Each story of the text has one sentence to cure.
 */
async function measureKeys(lastTyped) {
  const story =
    '# Story\n\n## Situation\n\nThe queue stood still.\n\n## Action\n\nWe decided to rewrite the scheduler.\n\n';
  const document = await workspace.openTextDocument({
    language: 'markdown',
    content: `---\nstarl: story\n---\n\n${story.repeat(WARM_UP + KEYS)}`,
  });
  await window.showTextDocument(document);
  const count = () => languages.getDiagnostics(document.uri).filter(({ code }) => code?.value === 'vague-we').length;
  await until(() => count() === WARM_UP + KEYS);
  const times = [];
  for (let key = 0; key < WARM_UP + KEYS; key++) {
    const at = document.getText().indexOf('We decided');
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(document.positionAt(at), document.positionAt(at + 2)), 'I');
    const before = count();
    const cured = until(() => count() < before);
    await workspace.applyEdit(edit);
    // The clock starts when the extension host is told of the key, as it is of one that somebody types.
    times.push((await cured) - lastTyped());
  }
  const counted = times.slice(WARM_UP).sort((a, b) => a - b);
  return counted[Math.floor(counted.length / 2)];
}

/** When it has become so. Looks again and again: the event for problems comes 50 milliseconds after them. */
function until(isSo) {
  return new Promise((resolve) => {
    const look = () => (isSo() ? resolve(performance.now()) : setImmediate(look));
    look();
  });
}
