import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { coverageFigures, coverageOf } from '../../src/core/library/coverage';
import { type HeatMap, heatMapOf, openingTarget } from '../../src/core/library/heatMap';
import { Library } from '../../src/core/library/library';
import type { Grade, Target } from '../../src/core/library/mapping';
import { info, linter } from './storyRecords';

describe('the heat map', () => {
  it('opens on the only side that stories are mapped to', () => {
    const map = (target: Target, grade: Grade | null = null): HeatMap => ({
      target,
      columns: [],
      rows: [
        { key: 'a', title: 'A', lacks: '', cells: [null] },
        { key: 'b', title: 'B', lacks: '', cells: [grade] },
      ],
    });
    assert.equal(openingTarget([map('competencies'), map('questions', 'partial')]), 'questions');
    assert.equal(openingTarget([map('competencies', 'strong'), map('questions')]), 'competencies');
    assert.equal(openingTarget([map('competencies', 'strong'), map('questions', 'strong')]), 'competencies');
    assert.equal(openingTarget([map('competencies'), map('questions')]), 'competencies');
    assert.equal(openingTarget([]), 'competencies');
  });

  it('says, as the coverage does, where nothing but a story that is not told to the end covers something', () => {
    const text = '# Half\n\n<!-- starl: { questions: [failure] } -->\n\n## Action\n\nI rewrote it.\n';
    const library = new Library();
    library.put('a', text, linter.lint(text, info));
    const failure = { id: 'failure', text: 'What went wrong?', probes: 'Whether you own it', competencies: [] };
    const coverage = coverageOf(library.stories, { competencies: [], questions: [failure] });
    assert.deepEqual(coverageFigures(coverage.questions), { total: 1, covered: 1, unfinished: 1, gaps: 0 });
    const [row] = heatMapOf(coverage, library.stories, 'questions').rows;
    assert.match(row?.lacks ?? '', /^lacks Situation, Task, Result, Learning/);
    assert.deepEqual(row?.cells, ['strong']);
  });
});
