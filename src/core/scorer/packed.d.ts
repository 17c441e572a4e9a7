/** What all `*.evidence.yaml` below `src/core` make up, by the id of the rule beside which they stand; packed by the build. */
declare module 'starl:evidence' {
  const evidence: import('./evidence').PackedEvidence;
  export default evidence;
}

/** What all `*.weights.json` below `src/core` make up, by the id of the rule beside which they stand; packed by the build. */
declare module 'starl:weights' {
  const weights: import('./scorer').PackedWeights;
  export default weights;
}
