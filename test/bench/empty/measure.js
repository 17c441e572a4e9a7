// Runs in the extension host in place of a test suite: times the activation of both extensions, now one first, now the other.
const { extensions } = require('vscode');

const IDS = ['bench.empty', 'starl.starl'];

exports.run = async () => {
  const result = {};
  for (const id of Math.random() < 0.5 ? IDS : IDS.toReversed()) {
    const extension = extensions.getExtension(id);
    if (!extension) throw new Error(`${id} is not there`);
    if (extension.isActive) throw new Error(`${id} was active before it was measured`);
    const start = performance.now();
    await extension.activate();
    result[id] = performance.now() - start;
  }
  console.log(`ACTIVATION ${JSON.stringify(result)}`);
};
