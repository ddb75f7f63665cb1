/** @file The loss of an evaluation whose labels are smoothed, from the logits. */
import type { ModelTensor } from "../../models/model-tensor";

const IGNORED = -100;

/**
 * The mean over all labelled places of `(1 - epsilon) × -log p(label) + epsilon × mean of -log p`.
 *
 * Python: `transformers.trainer_pt_utils.LabelSmoother`.
 *
 * @param shift Of models that continue a text: each place is judged by the next one's label.
 */
export function smoothedLoss(logits: ModelTensor, labels: ModelTensor, epsilon: number, shift: boolean): number {
  const classes = logits.dims.at(-1) ?? 1;
  const length = labels.dims.at(-1) ?? 1;
  let sum = 0;
  let counted = 0;
  for (let place = 0; place < labels.data.length; place++) {
    if (shift && (place + 1) % length === 0) continue;
    const label = labels.data[shift ? place + 1 : place] ?? IGNORED;
    if (label === IGNORED) continue;
    const scores = logits.data.subarray(place * classes, (place + 1) * classes);
    const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    const total = highest + Math.log(scores.reduce((all, score) => all + Math.exp(score - highest), 0));
    const mean = scores.reduce((all, score) => all + score, 0) / classes;
    sum += (1 - epsilon) * (total - (scores[label] ?? Number.NaN)) + epsilon * (total - mean);
    counted++;
  }
  return sum / counted;
}
