import { insertBehind } from './fixes/insertBehind';
import { saysFailure } from './noFailureMode';
import type { StoryRule } from './rule';
import { evidenceOf, SCOPING, type SheetLine, sheetLines } from './shared/designSheet';
import { namesOnlyInCondition } from './shared/products';
import { hasPrompt } from './shared/prompt';

const ID = 'uncosted-choice';
/** So many sentences behind a choice its cost still belongs to it. */
const NEARBY = 2;
const COSTS = ['not alternative', 'not cost'];

export const uncostedChoice: StoryRule = {
  id: ID,
  scope: 'story',
  kinds: ['design'],
  title: 'A technology is chosen without its cost',
  hears: 'It is what one takes, they say. What did they look at, and what will it cost us?',
  why: 'Everybody knows the products; what is judged is whether the price was seen. A choice that costs nothing and beat nobody was never made.',
  cure: 'Name the best alternative, and what your choice costs in money, latency, people or risk. Map it to a limit of the business.',
  sources: ['003'],
  severity: 'information',
  examples: [
    {
      bad: '# Play events\n\nThe event queue is Kafka, as it is the standard for this. A worker sums the events up every night.',
      good: '# Play events\n\nThe event queue is SQS. We could use Kafka, but with 200 events a second batches in SQS need nobody to run them, at the price of a few seconds.',
    },
    {
      bad: '# Menus\n\nFor storage we use DynamoDB. It has low latency and high throughput, and everyone knows it.',
      good: '# Menus\n\nFor storage we use PostgreSQL rather than a key-value store: one more machine to look after, but the team of three knows it.',
    },
    {
      bad: "# Invoices\n\nFor storage I'd choose Aurora because it is modern.",
      good: '# Invoices\n\nFor storage the invoices go into Aurora.\n\n## Trade-offs\n\nAurora costs about twice as much as one server of our own.',
    },
  ],
  check(story, { text }) {
    const lines = sheetLines(story, text).filter(({ isOpen }) => !isOpen);
    const uncosted = lines.filter((line) => isChoice(line) && !isCosted(line, lines)).map(({ at }) => at);
    const [first] = uncosted;
    if (!first) return undefined;
    return {
      message:
        uncosted.length === 1
          ? 'A technology is chosen here without an alternative or a cost. What else could it be, and what does it cost?'
          : `${uncosted.length} technologies are chosen without an alternative or a cost. What else could they be, and what do they cost?`,
      related: uncosted.map(({ base, sentence }) => ({
        start: base,
        end: base + sentence.end,
        message: 'Chosen without an alternative or a cost',
      })),
      fixes: uncosted.map((at, i) =>
        insertBehind(
          at,
          uncosted.length === 1
            ? 'Add the alternative and the cost to fill in'
            : `Add the alternative and the cost to choice ${i + 1}`,
          [
            ['The alternative was ', 'what else there was'],
            ['; this choice costs ', 'money, latency, people or risk'],
            ['.', undefined],
          ],
        ),
      ),
    };
  },
};

/** A product that is put to use; not one that is there already, asked about or ruled out, or of which is told what happens when it fails. */
function isChoice({ at, headings, isHeading, isAsking, isScene }: SheetLine): boolean {
  if (isHeading || isAsking || isScene || hasPrompt(at)) return false;
  if (headings.some(saysFailure) || namesOnlyInCondition(at)) return false;
  return evidenceOf(at, SCOPING).has('product') && (evidenceOf(at, ID).has('chosen') || isFragment(at) || names(at));
}

/** "Storage: DynamoDB" */
const isFragment = ({ sentence }: SheetLine['at']): boolean => sentence.clauses.length === 0;
/** "The queue is Kafka." */
const names = ({ sentence }: SheetLine['at']): boolean => sentence.clauses[0]?.lemma === 'be';

const hasCost = ({ at }: SheetLine): boolean => COSTS.some((name) => evidenceOf(at, ID).has(name));

/** The cost may stand beside the choice, under a heading for costs, or wherever the product is spoken of again. */
function isCosted(choice: SheetLine, lines: readonly SheetLine[]): boolean {
  const products = productsIn(choice);
  return lines.some((line) => {
    if (line.isHeading) return false;
    const costs = hasCost(line);
    if (costs && isNear(choice, line)) return true;
    if (line.headings.some((heading) => evidenceOf(heading, ID).has('not headed'))) return true;
    return costs && productsIn(line).some((product) => products.includes(product));
  });
}

function isNear({ at }: SheetLine, { at: other }: SheetLine): boolean {
  const distance = other.index - at.index;
  return other.block === at.block
    ? distance >= -1
    : distance >= 0 && distance <= NEARBY && other.block.kind !== 'heading';
}

/** The names in a line, where a product is among them; enough to find it again. */
function productsIn({ at }: SheetLine): string[] {
  if (!evidenceOf(at, SCOPING).has('product')) return [];
  return at.sentence.tokens.filter(({ capital, tag }) => capital || tag === 'name').map(({ text }) => text);
}
