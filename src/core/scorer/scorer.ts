/** What training has found for one rule; written by `npm run train`. */
export interface Weights {
  readonly bias: number;
  /** A sentence is suspected from this score on. */
  readonly threshold: number;
  /** Weight by feature (see features.ts); features that weigh nothing are left out. */
  readonly weights: Readonly<Record<string, number>>;
}

/** The log-odds that a sentence breaks the rule. */
export function score(features: readonly string[], { bias, weights }: Weights): number {
  return features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias);
}
