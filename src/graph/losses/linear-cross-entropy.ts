/** @file The head of a large vocabulary and its loss in one node, so that its logits never stand in memory whole. */
import { argumentRangeError } from "../../core/errors";
import { formatShape, sameDimension } from "../dimension";
import type { Value } from "../graph";
import { only, requireType, shapeError } from "../operations/operand";
import { IGNORED_LABEL } from "./cross-entropy";
import { checkSmoothing } from "./loss-mean";

/** What {@link linearCrossEntropy} computes from. */
export interface LinearCrossEntropyInputs {
  /** float32 `[n, hidden]`. */
  hidden: Value;
  /** float32 `[vocab, hidden]`, PyTorch's layout of a linear layer. */
  weight: Value;
  /** float32 `[vocab]`. */
  bias?: Value | undefined;
  /** int64 `[n]`. */
  labels: Value;
}

/** Options of {@link linearCrossEntropy}. */
export interface LinearCrossEntropyOptions {
  /** Into how many pieces the labelled rows are cut. By default by the vocabulary's size, {@link defaultChunks}. */
  chunks?: number;
  /** Rows with this label count for nothing. @default -100 */
  ignoreIndex?: number;
  /** How much of each label's probability is spread over the vocabulary, from 0 up to 1. @default 0 */
  labelSmoothing?: number;
  /** What the rows' sum is divided by, a float32 scalar. By default the number of labelled rows. */
  divisor?: Value;
}

/** More pieces than this only make a graph larger. */
const MOST_CHUNKS = 256;

/**
 * The cross-entropy of `hidden @ weightᵀ + bias` against labels, a scalar, without all logits at once.
 *
 * Only labelled rows are computed, in `chunks` pieces one after another, and when the graph is differentiated each piece
 * goes back before the next begins. It is one node of the domain "caderno"; see src/graph/composites.
 * Where no row is labelled the loss is NaN and its gradient zero, as in PyTorch.
 * Python: `cross_entropy(linear(hidden, weight, bias), labels, label_smoothing=…)`.
 */
export function linearCrossEntropy(inputs: LinearCrossEntropyInputs, options: LinearCrossEntropyOptions = {}): Value {
  const { hidden, weight, bias, labels } = inputs;
  const { graph } = hidden;
  const [rows, width] = hidden.shape;
  const [vocabulary, inner] = weight.shape;
  requireType("LinearCrossEntropy", labels, "int64");
  const matrices = hidden.rank === 2 && weight.rank === 2 && labels.rank === 1;
  const fits =
    matrices &&
    sameDimension(rows ?? 0, labels.shape[0] ?? -1) &&
    sameDimension(width ?? 0, inner ?? -1) &&
    (bias === undefined || (bias.rank === 1 && sameDimension(bias.shape[0] ?? -1, vocabulary ?? 0)));
  if (!fits) {
    const shapes = [hidden, weight, ...(bias === undefined ? [] : [bias]), labels].map(({ shape }) =>
      formatShape(shape),
    );
    throw shapeError(
      graph,
      "LinearCrossEntropy",
      `it takes [n, hidden], [vocab, hidden], [vocab] and [n], but got ${shapes.join(", ")}`,
    );
  }
  const chunks = options.chunks ?? defaultChunks(vocabulary);
  if (!Number.isInteger(chunks) || chunks < 1 || chunks > MOST_CHUNKS) {
    throw argumentRangeError({
      function: "linearCrossEntropy",
      parameter: "chunks",
      rule: `be a whole number from 1 to ${MOST_CHUNKS}`,
      value: chunks,
    });
  }
  return only(
    graph.node({
      operation: "LinearCrossEntropy",
      domain: "caderno",
      inputs: [hidden, weight, bias, labels, options.divisor],
      attributes: {
        chunks,
        ignore_index: options.ignoreIndex ?? IGNORED_LABEL,
        label_smoothing: { float: checkSmoothing("linearCrossEntropy", options.labelSmoothing ?? 0) },
      },
      outputs: [{ type: "float32", shape: [] }],
    }),
  );
}

/** One piece for vocabularies of up to 8,000, then one more for each further 8,000, 8 at most. */
export function defaultChunks(vocabulary: number | string | undefined): number {
  return typeof vocabulary === "number" ? Math.min(8, Math.max(1, Math.ceil(vocabulary / 8_000))) : 1;
}
