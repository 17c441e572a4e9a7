import { insertBehind } from './fixes/insertBehind';
import type { StoryRule } from './rule';
import { evidenceOf, questionMarks, type SheetLine, sheetLines } from './shared/designSheet';
import { LAYERS, type Layer, productsOf } from './shared/products';
import { hasPrompt } from './shared/prompt';

const ID = 'component-before-layer';

export const componentBeforeLayer: StoryRule = {
  id: ID,
  scope: 'story',
  kinds: ['design'],
  title: 'A product before its layer',
  hears: 'They name brands. Do they know what the thing is there for?',
  why: 'A layer (what comes in, how it is processed, what is kept, what goes out) can be argued about with anyone and built in several ways. A product named first closes the question before it was put.',
  cure: 'Sketch from the top in layers: ingress, processing in batches or in real time, storage, egress. Name a product only where its layer stands.',
  sources: ['003'],
  severity: 'information',
  examples: [
    {
      bad: '# Wait times\n\nThe doors send their counts to Kafka, from there to Cassandra, and the screens show them.',
      good: '# Wait times\n\nThe doors send their counts to a queue (SQS), a table keeps the last hour (DynamoDB), and the screens show it.',
    },
    {
      bad: '# Lost property\n\nI would use MongoDB and be done in a week.',
      good: '# Lost property\n\n## Storage\n\nMongoDB, which costs us joins but takes any description.',
    },
  ],
  check(story, { text }) {
    const lines = sheetLines(story, text);
    const early = lines.find((line, i) => isEarly(line, lines.slice(0, i)));
    if (!early) return undefined;
    const { base, sentence } = early.at;
    return {
      message: 'A product is named before its layer. What does it do there: take in, process, store or deliver?',
      related: [{ start: base, end: base + sentence.end, message: 'No layer has been named for this' }],
      fixes: [
        insertBehind(early.at, 'Add the layer to fill in', [
          [`${layerIs(early.at)} `, 'ingress, processing in batches or in real time, storage, or egress'],
          [', because ', 'what has to happen there'],
          ['.', undefined],
        ]),
      ],
    };
  },
};

/** "Its layer is", of all that the sentence names; where the layer of some is named, of the others by their names. */
function layerIs(at: SheetLine['at']): string {
  const named = (layers: readonly Layer[]): string[] => {
    const found = productsOf(at, layers).map(({ start, end }) => at.sentence.text.slice(start, end));
    return [...new Set(found)];
  };
  const all = named(LAYERS);
  const open = named(LAYERS.filter((layer) => !inBlock(at).some((other) => namesLayer(other, layer))));
  const [layer, are] = open.length > 1 ? ['layers', 'are'] : ['layer', 'is'];
  if (open.length > 0 && open.length < all.length)
    return `The ${layer} of ${new Intl.ListFormat('en').format(open)} ${are}`;
  return `${open.length > 1 ? 'Their' : 'Its'} ${layer} ${are}`;
}

function isEarly({ at, isHeading, isAsking, isScene }: SheetLine, before: readonly SheetLine[]): boolean {
  if (isHeading || isAsking || isScene || questionMarks(at) > 0 || hasPrompt(at)) return false;
  const here = evidenceOf(at, ID);
  const named = LAYERS.filter((layer) => here.has(layer));
  const said = [...before.filter(({ isTitle }) => !isTitle).map((line) => line.at), ...inBlock(at)];
  return named.some((layer) => !said.some((other) => namesLayer(other, layer)));
}

const inBlock = (at: SheetLine['at']) => at.story.sentences.filter(({ block }) => block === at.block);

function namesLayer(at: SheetLine['at'], layer: Layer): boolean {
  const here = evidenceOf(at, ID);
  return here.has(`not ${layer} layer`) || here.has('not any layer');
}
