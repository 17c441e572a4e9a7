import { type Feature, FeatureIndex, mapIn, partAt } from './featureIndex';

/** What training has found for one rule; written by `npm run train`. */
export interface Weights {
  readonly bias: number;
  /** A sentence is suspected from this score on. */
  readonly threshold: number;
  /** Weight by feature (see features.ts), rounded to hundredths; features that weigh nothing are left out. */
  readonly weights: Readonly<Record<string, number>>;
}

/** The weights of all rules as they are shipped: every feature named once, numbers in whole hundredths. */
export interface PackedWeights {
  /** The names of the features that tell of grammar and words, a line each. */
  readonly grammar: string;
  /** Those of evidence and traits; their lines are counted on. */
  readonly others: string;
  readonly rules: Readonly<Record<string, PackedRule>>;
}

interface PackedRule {
  readonly bias: number;
  readonly threshold: number;
  /** How many lines each feature stands behind the one before it. */
  readonly steps: readonly number[];
  readonly weights: readonly number[];
}

/** Packs weights by rule. */
export function packWeights(rules: Readonly<Record<string, Weights>>): PackedWeights {
  const all = [...new Set(Object.values(rules).flatMap(({ weights }) => Object.keys(weights)))].sort();
  const grammar = all.filter((name) => GRAMMAR.test(name));
  const others = all.filter((name) => !GRAMMAR.test(name));
  const names = [...grammar, ...others];
  const lines = new Map(names.map((name, line) => [name, line]));
  const packed = Object.entries(rules).map(([id, { bias, threshold, weights }]): [string, PackedRule] => {
    const own = Object.entries(weights).map(([name, weight]) => ({ line: lines.get(name) ?? 0, weight }));
    own.sort((a, b) => a.line - b.line);
    return [
      id,
      {
        bias: hundredths(bias),
        threshold: hundredths(threshold),
        steps: own.map(({ line }, i) => line - (own[i - 1]?.line ?? 0)),
        weights: own.map(({ weight }) => hundredths(weight)),
      },
    ];
  });
  return { grammar: grammar.join('\n'), others: others.join('\n'), rules: Object.fromEntries(packed) };
}

/** The kinds of features that are numbered, some of them pairs of words. */
const GRAMMAR = /^[awp]:/;

const hundredths = (value: number): number => Math.round(value * 100);

/** The words of a feature of grammar hold no blanks. */
function toFeature(name: string): Feature {
  const [kind, rest] = partAt(name, ':');
  const [first = '', second] = rest.split(' ');
  return [kind, first, second];
}

/** Features about the evidence for other rules are of a kind for each of them, `o RULE`. */
export const OTHER = 'o ';

/** The weights of one rule, by the numbers of the features. All in whole hundredths, as a sum of decimals is not exact. */
export class RuleWeights {
  readonly threshold: number;
  readonly #bias: number;
  readonly #weights: Float64Array;
  readonly #kinds = new Map<string, Map<string, number>>();
  readonly #byOther = new Map<string, Map<string, number>>();

  /** `others`: the names of the features that come behind the `numbered` ones. */
  constructor({ bias, threshold, steps, weights }: PackedRule, numbered: number, others: readonly string[]) {
    this.#bias = bias;
    this.threshold = threshold;
    this.#weights = new Float64Array(numbered);
    let at = 0;
    for (const [i, step] of steps.entries()) {
      at += step;
      const weight = weights[i] ?? 0;
      const name = others[at - numbered];
      if (name === undefined) this.#weights[at] = weight;
      else {
        const [kind, rest] = partAt(name, ':');
        if (kind.startsWith(OTHER)) mapIn(this.#byOther, kind.slice(OTHER.length)).set(rest, weight);
        else mapIn(this.#kinds, kind).set(rest, weight);
      }
    }
  }

  /** The bias and what features weigh together. */
  sum(features: readonly number[]): number {
    const weights = this.#weights;
    let sum = this.#bias;
    for (const feature of features) sum += weights[feature] ?? 0;
    return sum;
  }

  /** What the evidence and the traits of a kind weigh, by name. */
  kind(kind: 'e' | 'e2' | 'eo' | 'ei' | 'n' | 't'): ReadonlyMap<string, number> {
    return this.#kinds.get(kind) ?? NOTHING;
  }

  /** What the evidence for another rule weighs, by name. */
  other(rule: string): ReadonlyMap<string, number> {
    return this.#byOther.get(rule) ?? NOTHING;
  }
}

/** Unpacks weights: one rule's when they are first asked for. */
export class WeightTable {
  readonly index: FeatureIndex;
  readonly #others: readonly string[];
  readonly #packed: PackedWeights['rules'];
  readonly #rules = new Map<string, RuleWeights>();

  constructor({ grammar, others, rules }: PackedWeights) {
    this.#packed = rules;
    this.index = new FeatureIndex(grammar.split('\n').map(toFeature));
    this.#others = others.split('\n');
  }

  rule(id: string): RuleWeights {
    let weights = this.#rules.get(id);
    if (!weights) {
      weights = new RuleWeights(this.#packed[id] ?? NO_WEIGHTS, this.index.size, this.#others);
      this.#rules.set(id, weights);
    }
    return weights;
  }
}

const NOTHING: ReadonlyMap<string, number> = new Map();
const NO_WEIGHTS: PackedRule = { bias: 0, threshold: 0, steps: [], weights: [] };
