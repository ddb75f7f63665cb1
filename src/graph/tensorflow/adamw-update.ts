/** @file AdamW in TensorFlow.js: the formula of training/adamw.ts, written a second time so that each checks the other. */
import type { AdamWConstants } from "../training/adamw";
import type { Tensor, TensorFlow } from "./kernel";

type Variable = import("@tensorflow/tfjs").Variable;

/** A parameter with its gradient and moments. */
export interface UpdateEntry {
  readonly group: string;
  readonly parameter: Variable;
  readonly first: Variable;
  readonly second: Variable;
  readonly gradient: Tensor;
}

/** The norm of all gradients together. */
export function globalNorm(tf: TensorFlow, gradients: readonly Tensor[]): number {
  return tf.tidy(() => {
    const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
    return tf.sqrt(tf.sum(tf.stack(squares))).dataSync()[0] ?? Number.NaN;
  });
}

/**
 * Replaces parameters and moments.
 *
 * @param scalars Those of `adamWScalars`.
 * @param norm That of {@link globalNorm}.
 */
export function updateParameters(
  tf: TensorFlow,
  entries: readonly UpdateEntry[],
  scalars: Readonly<Record<string, number>>,
  { beta1, beta2 }: AdamWConstants,
  norm: number,
): void {
  const clip = scalars.clip_norm ?? Number.POSITIVE_INFINITY;
  // A NaN must spread as it does on the other engine, and Math.min lets it.
  const scale = Math.min(clip / (norm + 1e-6), 1);
  const epsilon = scalars["adamw.epsilon"] ?? 0;
  for (const { group, parameter, first, second, gradient } of entries) {
    const stepSize = scalars[`adamw.step_size.${group}`] ?? 0;
    const keep = scalars[`adamw.keep.${group}`] ?? 1;
    tf.tidy(() => {
      first.assign(tf.add(tf.mul(first, beta1), tf.mul(gradient, scale * (1 - beta1))));
      second.assign(tf.add(tf.mul(second, beta2), tf.mul(tf.square(gradient), scale * scale * (1 - beta2))));
      const change = tf.div(first, tf.add(tf.sqrt(second), epsilon));
      parameter.assign(tf.sub(tf.mul(parameter, keep), tf.mul(change, stepSize)));
    });
  }
}
