// The host suite: every test module, imported after the mocha that defines describe and it.
export { run } from './run';

import './diagnostics.test';
import './faults.test';
import './soak.test';
import './newStory.test';
import './frontMatterCompletion.test';
import './limits.test';
import './fixing.test';
import './fixFaults.test';
import './configuration.test';
import './packs.test';
import './hints.test';
import './fileDiagnostics.test';
import './configAssist.test';
import './checklist.test';
import './virtualChecklist.test';
import './diskFaults.test';
import './stories.test';
import './coverage.test';
import './setUp.test';
import './confidential.test';
import './ownRules.test';
import './everyRule.test';
import './explainRule.test';
import './practice.test';
import './hostile.test';
