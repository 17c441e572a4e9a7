import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type HeatMap, openingTarget } from '../../src/core/library/heatMap';
import type { Grade, Target } from '../../src/core/library/mapping';

describe('the heat map', () => {
  it('opens on the only side that stories are mapped to', () => {
    const map = (target: Target, grade: Grade | null = null): HeatMap => ({
      target,
      columns: [],
      rows: [
        { key: 'a', title: 'A', cells: [null] },
        { key: 'b', title: 'B', cells: [grade] },
      ],
    });
    assert.equal(openingTarget([map('competencies'), map('questions', 'partial')]), 'questions');
    assert.equal(openingTarget([map('competencies', 'strong'), map('questions')]), 'competencies');
    assert.equal(openingTarget([map('competencies', 'strong'), map('questions', 'strong')]), 'competencies');
    assert.equal(openingTarget([map('competencies'), map('questions')]), 'competencies');
    assert.equal(openingTarget([]), 'competencies');
  });
});
