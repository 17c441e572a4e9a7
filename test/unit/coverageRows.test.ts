import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { coverageOf } from '../../src/core/library/coverage';
import { suggestStories } from '../../src/core/library/suggest';
import { belowCoverage, type FolderCoverage } from '../../src/editor/coverage/coverageRows';

describe('the rows below a gap', () => {
  it('say what to do where no story might do for it', () => {
    const targets = { competencies: [{ id: 'influence', title: 'Influence', probes: 'Who follows' }], questions: [] };
    const coverage = coverageOf([], targets);
    const within = {
      of: { library: { stories: [] } },
      core: { suggestStories },
      targets,
      coverage,
    } as unknown as FolderCoverage;
    const [covered] = coverage.competencies;
    assert.ok(covered);
    const rows = belowCoverage({ kind: 'covered', in: within, covered }, false);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['nothing'],
    );
  });
});
