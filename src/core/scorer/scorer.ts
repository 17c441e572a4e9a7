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
  /** The names of the features, a line each. */
  readonly features: string;
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
  const names = [...new Set(Object.values(rules).flatMap(({ weights }) => Object.keys(weights)))].sort();
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
  return { features: names.join('\n'), rules: Object.fromEntries(packed) };
}

const hundredths = (value: number): number => Math.round(value * 100);

/** Numbers for the features that any rule weighs, so that a sentence's own can be kept as a short list. */
export class FeatureIndex {
  readonly names: readonly string[];
  readonly #singles = new Map<string, Map<string, number>>();
  readonly #pairs = new Map<string, Map<string, Map<string, number>>>();

  constructor(names: readonly string[]) {
    this.names = names;
    for (const [number, name] of names.entries()) {
      const kind = name.slice(0, name.indexOf(':'));
      const [first = '', second] = name.slice(kind.length + 1).split(/ (.*)/s);
      const isPair = second !== undefined && GRAMMAR.has(kind);
      if (isPair) mapIn(mapIn(this.#pairs, kind), first).set(second, number);
      else mapIn(this.#singles, kind).set(name.slice(kind.length + 1), number);
    }
  }

  /** The number of a feature, for example `w:we`; undefined where no rule weighs it. */
  single(kind: string, name: string): number | undefined {
    return this.#singles.get(kind)?.get(name);
  }

  /** The number of a feature that is made of two, for example `w:we decide`. */
  pair(kind: string, first: string, second: string): number | undefined {
    return this.#pairs.get(kind)?.get(first)?.get(second);
  }
}

/** The kinds of features that tell of grammar and words, some of them pairs; names of evidence and traits have spaces of their own. */
const GRAMMAR: ReadonlySet<string> = new Set(['a', 'w', 'p']);

function mapIn<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const map = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, map);
  return map;
}

/** The weights of one rule, by the numbers of the features. */
export class RuleWeights {
  readonly threshold: number;
  readonly #bias: number;
  readonly #weights: Float64Array;
  readonly #kinds = new Map<string, Map<string, number>>();

  constructor({ bias, threshold, steps, weights }: PackedRule, index: FeatureIndex) {
    this.#bias = bias / 100;
    this.threshold = threshold / 100;
    this.#weights = new Float64Array(index.names.length);
    let at = 0;
    for (const [i, step] of steps.entries()) {
      at += step;
      const weight = (weights[i] ?? 0) / 100;
      this.#weights[at] = weight;
      const name = index.names[at] ?? '';
      const kind = name.slice(0, name.indexOf(':'));
      if (!GRAMMAR.has(kind)) mapIn(this.#kinds, kind).set(name.slice(kind.length + 1), weight);
    }
  }

  /** The bias and what features weigh together. */
  sum(features: readonly number[]): number {
    let sum = this.#bias;
    for (const feature of features) sum += this.#weights[feature] ?? 0;
    return sum;
  }

  /** What the evidence and the traits of a kind weigh, by name. */
  kind(kind: 'e' | 'e2' | 'eo' | 'ei' | 'n' | 't'): ReadonlyMap<string, number> {
    return this.#kinds.get(kind) ?? NOTHING;
  }
}

/** Unpacks weights: one rule's when they are first asked for. */
export class WeightTable {
  readonly index: FeatureIndex;
  readonly #packed: PackedWeights;
  readonly #rules = new Map<string, RuleWeights>();

  constructor(packed: PackedWeights) {
    this.#packed = packed;
    this.index = new FeatureIndex(packed.features.split('\n'));
  }

  rule(id: string): RuleWeights {
    let weights = this.#rules.get(id);
    if (!weights) {
      weights = new RuleWeights(this.#packed.rules[id] ?? NO_WEIGHTS, this.index);
      this.#rules.set(id, weights);
    }
    return weights;
  }
}

const NOTHING: ReadonlyMap<string, number> = new Map();
const NO_WEIGHTS: PackedRule = { bias: 0, threshold: 0, steps: [], weights: [] };
