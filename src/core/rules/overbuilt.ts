import { insertBehind } from './fixes/insertBehind';
import type { StoryRule } from './rule';
import { evidenceOf, type SheetLine, says, sheetLines } from './shared/designSheet';
import { hasPrompt } from './shared/prompt';

const ID = 'overbuilt';
/** What justifies machinery of either kind: how much, how often, how fresh. */
const NEEDS = { scale: ['not rate', 'not volume'], 'real time': ['not rate', 'not freshness'] } as const;

export const overbuilt: StoryRule = {
  id: ID,
  scope: 'story',
  kinds: ['design'],
  title: 'Machinery that nothing calls for',
  hears: 'Sharded, in every region, in real time, and for whom? They would spend my budget on this.',
  why: 'Machinery for scale or real time where batches would do reads as poor cost discipline. The best answer to how it would scale is often that it will not, until demand is shown.',
  cure: 'State the need as a figure: how much at peak, how fresh, how many. Where there is none, build the smallest version and say what would make you add to it.',
  sources: ['003'],
  severity: 'information',
  examples: [
    {
      bad: '# Cover images\n\nWe process every click in real time, shard the store and run it active-active in three regions, so that it is future-proof.',
      good: '# Cover images\n\nCovers change once a week, so a nightly batch is enough. No sharding until demand is shown.',
    },
    {
      bad: '# Meeting rooms\n\nA dozen microservices on a Kubernetes cluster with a service mesh keep the bookings.',
      good: '# Card fraud\n\nCards are charged at a peak of 40,000 per second, and a charge must be stopped within 200 ms, so we process the stream in real time and shard by card.',
    },
  ],
  check(story, { text }) {
    const lines = sheetLines(story, text);
    const built = (['scale', 'real time'] as const).flatMap((kind) => {
      const unfounded = lines.filter((line) => isBuilt(line, kind));
      const isNeeded = (line: SheetLine): boolean => NEEDS[kind].some((name) => evidenceOf(line.at, ID).has(name));
      const asked = kind === 'real time' && lines.some(({ at, isScene }) => isScene && evidenceOf(at, ID).has(kind));
      return asked || says(lines, isNeeded) ? [] : unfounded;
    });
    const at = built[0]?.at;
    if (!at) return undefined;
    return {
      message:
        'This is built for scale or for real time, and nothing says that it has to be. How much, how often, how fresh?',
      related: [...new Set(built)].map(({ at: { base, sentence } }) => ({
        start: base,
        end: base + sentence.end,
        message: 'No need for this is stated',
      })),
      fixes: [
        insertBehind(at, 'Add the need to fill in', [
          ['This is needed because ', 'how much at peak, how fresh, or for how many users, as a number'],
          ['.', undefined],
        ]),
      ],
    };
  },
};

/** Machinery that is meant to be built, without a reason of its own beside it. */
function isBuilt({ at, isAsking, isScene, isOpen }: SheetLine, kind: 'scale' | 'real time'): boolean {
  const here = evidenceOf(at, ID);
  if (!here.has(kind) || isAsking || isScene || isOpen || here.has('not deferred') || hasPrompt(at)) return false;
  const next = at.story.sentences[at.index + 1];
  if (next && hasPrompt(next)) return false;
  const told = next?.block === at.block ? [here, evidenceOf(next, ID)] : [here];
  return !told.some((evidence) => evidence.has('not reason') && !evidence.has('hollow reason'));
}
