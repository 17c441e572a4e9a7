// A suite whose tests all pass, and which must fail all the same: `test/vscode/harness.mjs` runs it.
export { run } from './run';

import './strays.test';
