/** @file Python's `evaluate` as an object, so that its code reads the same here. */
import { loadMetric } from "./load-metric";

/**
 * `evaluate.load("accuracy")`, as in Python. The same as {@link loadMetric}.
 *
 * @example
 * ```ts
 * const metric = evaluate.load("accuracy");
 * metric.compute({ predictions: argmax(logits), references: labels }); // { accuracy: … }
 * ```
 */
export const evaluate: { readonly load: typeof loadMetric } = { load: loadMetric };
