/** @file Values in weights that are no numbers. */
import type { WeightArray } from "./element-type";

/** How many values of a tensor are NaN or infinite. */
export interface NonFinite {
  name: string;
  nan: number;
  infinite: number;
  /** A sentence for a warning. */
  message: string;
}

/**
 * Counts the NaNs and infinities of a tensor; undefined when there are none.
 *
 * @example
 * ```ts
 * checkFinite("classifier.weight", Float32Array.of(1, NaN))?.message;
 * // "classifier.weight has 1 NaN and 0 infinite values among 2: the model was saved after its training had failed."
 * ```
 */
export function checkFinite(name: string, data: WeightArray): NonFinite | undefined {
  if (!(data instanceof Float32Array)) return undefined;
  let nan = 0;
  let infinite = 0;
  for (let index = 0; index < data.length; index++) {
    const value = data[index] ?? 0;
    // Only NaN and the infinities give something else than zero here, and one test a value is the fast way.
    if (value - value === 0) continue;
    if (Number.isNaN(value)) nan++;
    else infinite++;
  }
  if (nan + infinite === 0) return undefined;
  const message = `${name} has ${nan} NaN and ${infinite} infinite values among ${data.length}: the model was saved after its training had failed.`;
  return { name, nan, infinite, message };
}
