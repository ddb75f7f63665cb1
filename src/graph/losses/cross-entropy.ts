/** @file Cross-entropy of logits against class numbers. */
import { formatShape, sameDimension } from "../dimension";
import type { Value } from "../graph";
import { add, divide, multiply } from "../operations/arithmetic";
import { equal, where } from "../operations/comparison";
import { gather, gatherElements } from "../operations/gather";
import { requireType, scalar, shapeError } from "../operations/operand";
import { reduceMean, reduceSum } from "../operations/reduce";
import { reshape, unsqueeze } from "../operations/reshape";
import { logSoftmax } from "../operations/softmax";
import { checkSmoothing, meanOf } from "./loss-mean";

/** The label that Hugging Face and PyTorch give to places without one. */
export const IGNORED_LABEL = -100;

/** Options of {@link crossEntropy}. */
export interface CrossEntropyOptions {
  /** Rows with this label count for nothing. @default -100 */
  ignoreIndex?: number;
  /** Which rows count for nothing, bool `[n]`, in place of `ignoreIndex`. */
  ignored?: Value;
  /** How much each class counts, float32 `[classes]`. By default all alike. */
  classWeights?: Value;
  /** How much of each label's probability is spread over all classes, from 0 up to 1. @default 0 */
  labelSmoothing?: number;
  /** What the rows' sum is divided by, a float32 scalar. By default the labelled rows' number, or the sum of their weights. */
  divisor?: Value;
}

/**
 * The cross-entropy of logits float32 `[n, classes]` against labels int64 `[n]`, a scalar.
 *
 * Where every row is ignored the loss is NaN and its gradient zero, as in PyTorch.
 * Python: `torch.nn.functional.cross_entropy(logits, labels, weight, label_smoothing=…)`.
 */
export function crossEntropy(logits: Value, labels: Value, options: CrossEntropyOptions = {}): Value {
  const [rows, classes] = logits.shape;
  requireType("crossEntropy", labels, "int64");
  if (rows === undefined || classes === undefined || logits.rank !== 2 || labels.rank !== 1) {
    throw shapeError(logits.graph, "crossEntropy", `it takes [n, classes] and [n], but got ${logits} and ${labels}`);
  }
  if (!sameDimension(rows, labels.shape[0] ?? 0)) {
    throw shapeError(
      logits.graph,
      "crossEntropy",
      `${formatShape(logits.shape)} and ${formatShape(labels.shape)} have different rows`,
    );
  }
  const smoothing = checkSmoothing("crossEntropy", options.labelSmoothing ?? 0);
  const ignored = options.ignored ?? equal(labels, options.ignoreIndex ?? IGNORED_LABEL);
  // A label such as -100 must not be looked up, even where nothing comes of it.
  const known = where(ignored, scalar(labels.graph, 0, "int64"), labels);
  const logarithms = logSoftmax(logits, 1);
  const chosen = reshape(gatherElements(logarithms, unsqueeze(known, [1]), 1), [rows]);
  const one = scalar(labels.graph, 1);
  const counted = options.classWeights === undefined ? one : gather(options.classWeights, known);
  const weights = where(ignored, 0, counted);
  const divisor = options.divisor ?? reduceSum(weights);
  // The division stands inside the choice: rows that are ignored get exactly nothing, also where the divisor is 0.
  const shares = where(ignored, 0, divide(counted, divisor));
  let loss = reduceSum(multiply(chosen, multiply(shares, smoothing - 1)));
  if (smoothing > 0) {
    const weighted = options.classWeights === undefined ? logarithms : multiply(logarithms, options.classWeights);
    const evenly = where(ignored, 0, divide(one, divisor));
    loss = add(loss, reduceSum(multiply(reduceMean(weighted, { axes: [1] }), multiply(evenly, -smoothing))));
  }
  return meanOf(loss, divisor);
}
