/** A weighed sum: the bias and a weight for each feature by its number. */
export interface Sum {
  readonly bias: number;
  readonly weights: Float64Array;
}

export interface Descent {
  /** How often all examples are gone through. */
  readonly epochs: number;
  readonly bias: number;
  /** What the weights are at first, by the number of the feature; 0 where left out. */
  readonly start?: Float64Array;
  /** How much each weight is held back (L2), by the number of its feature. */
  readonly holds: Float64Array;
  /** What the gradients of one epoch are scaled by. */
  readonly share: number;
  /** Adds to each feature's gradient what all examples say of it, and answers the gradient of the bias. */
  readonly addGradients: (sum: Sum, gradients: Float64Array) => number;
}

const STEP = 0.3;

/** Fits a weighed sum by gradient descent over all examples, with step sizes that adapt (AdaGrad) and an L2 penalty. Deterministic. */
export function descend({ epochs, bias: first, start, holds, share, addGradients }: Descent): Sum {
  const size = holds.length;
  const weights = start ? start.slice() : new Float64Array(size);
  const squares = new Float64Array(size);
  const gradients = new Float64Array(size);
  let bias = first;
  let biasSquares = 1e-6;
  for (let epoch = 0; epoch < epochs; epoch++) {
    gradients.fill(0);
    const biasGradient = addGradients({ bias, weights }, gradients) * share;
    for (let at = 0; at < size; at++) {
      const before = weights[at] ?? 0;
      const gradient = (gradients[at] ?? 0) * share + (holds[at] ?? 0) * before;
      const square = (squares[at] ?? 0) + gradient * gradient;
      squares[at] = square;
      weights[at] = before - (STEP * gradient) / Math.sqrt(square + 1e-8);
    }
    biasSquares += biasGradient ** 2;
    bias -= (STEP * biasGradient) / Math.sqrt(biasSquares);
  }
  return { bias, weights };
}
