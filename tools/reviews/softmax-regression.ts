/** @file Multinomial logistic regression on sparse features. */

/** The features of an example that are not 0: which, and how much. */
export type SparseRow = readonly (readonly [feature: number, value: number])[];

/** How {@link trainSoftmax} trains. */
export interface SoftmaxOptions {
  classes: number;
  features: number;
  l2: number;
  steps: number;
  rate: number;
}

/** Trains from zero, full batch, with steps that shrink by coordinate (Duchi and others 2011), and gives the probabilities. */
export function trainSoftmax(
  inputs: readonly SparseRow[],
  labels: readonly number[],
  options: SoftmaxOptions,
): (input: SparseRow) => number[] {
  const { classes, features, l2, steps, rate } = options;
  const width = features + 1;
  const weights = new Float64Array(classes * width);
  const squares = new Float64Array(classes * width);
  const probabilities = (input: SparseRow): number[] => {
    const logits = Array.from({ length: classes }, (_, label) =>
      input.reduce(
        (sum, [feature, value]) => sum + value * (weights[label * width + feature] ?? 0),
        weights[label * width + features] ?? 0,
      ),
    );
    const top = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - top));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  };
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, at) => (at % width === features ? 0 : l2 * weight));
    inputs.forEach((input, index) => {
      probabilities(input).forEach((probability, label) => {
        const error = (probability - (labels[index] === label ? 1 : 0)) / inputs.length;
        for (const [feature, value] of input) {
          gradient[label * width + feature] = (gradient[label * width + feature] ?? 0) + error * value;
        }
        gradient[label * width + features] = (gradient[label * width + features] ?? 0) + error;
      });
    });
    gradient.forEach((slope, at) => {
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / (Math.sqrt(squares[at] ?? 0) + 1e-12);
    });
  }
  return probabilities;
}
