import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Analyser } from '../../src/core/lint/analyser';
import { RULES } from '../../src/core/rules';
import { isScored } from '../../src/core/rules/rule';
import type { Weights } from '../../src/core/scorer/scorer';
import { isSuspect, suspicionFeatures } from '../../src/core/scorer/suspicion';
import { partFeatures } from '../../src/core/story/partFeatures';
import { isDone, mayDo, type PartModel } from '../../src/core/story/partModel';
import { findStories } from '../../src/core/story/passages';
import { buildStory } from '../../src/core/story/story';
import { readMarkdown } from '../../src/core/text/markdown';
import { PARTS } from '../../src/core/types';
import { moduleOf } from './ruleFaults';
import { readStories } from './trainingSet';

/** Every so manieth story is looked at. */
const SAMPLE = 10;

describe('the scorer', () => {
  const { analyse } = new Analyser();
  const stories = readStories()
    .filter((_, i) => i % SAMPLE === 0)
    .flatMap((text) => findStories(readMarkdown(text).blocks, { whole: true, title: undefined }))
    .map((story) => buildStory(story, analyse));
  const sentences = stories.flatMap((story) => story.sentences);

  for (const rule of RULES.filter(isScored))
    it(`decides by number what the weights of ${rule.id} say by name`, () => {
      const { bias, threshold, weights }: Weights = JSON.parse(
        readFileSync(`src/core/rules/${moduleOf(rule.id)}.weights.json`, 'utf8'),
      );
      let considered = 0;
      for (const at of sentences) {
        const features = suspicionFeatures(at, rule);
        if (features) considered++;
        // In whole hundredths, as the sum of so many decimals is not exact.
        const sum = [bias, ...(features ?? []).map((feature) => weights[feature] ?? 0)]
          .map((weight) => Math.round(weight * 100))
          .reduce((whole, weight) => whole + weight, 0);
        const isMeant = features !== undefined && sum >= Math.round(threshold * 100);
        assert.equal(isSuspect(at, rule), isMeant, at.sentence.text);
      }
      assert.ok(considered > 0);
    });

  const model: PartModel = JSON.parse(readFileSync('src/core/story/partWeights.json', 'utf8'));
  for (const [column, part] of PARTS.entries())
    it(`decides by number what the weights of the ${part} say by name`, () => {
      const { bias, threshold, sure } = model.jobs[part];
      for (const story of stories) {
        const none = story.sentences.reduce((rest, at) => {
          if (!mayDo(at, part)) return rest;
          const rows = [...partFeatures(at)].map((feature) => model.weights[feature]?.[column] ?? 0);
          return rest * (1 - 1 / (1 + Math.exp(-rows.reduce((sum, weight) => sum + weight, bias) / 100)));
        }, 1);
        const chance = 1 - none;
        const meant = chance < threshold ? false : chance >= sure ? true : undefined;
        assert.equal(isDone(story, part), meant, story.sentences[0]?.sentence.text);
      }
    });
});
