/** @file The labelled rows of a LinearCrossEntropy node in pieces: each one's losses, and where they are asked for its gradients. */
import type { Dimension } from "../dimension";
import type { Graph, GraphNode, Value } from "../graph";
import { add, divide, minimum, multiply, subtract } from "../operations/arithmetic";
import { equal, not } from "../operations/comparison";
import { cast, exp } from "../operations/elementwise";
import { expand } from "../operations/expand";
import { gather, gatherElements } from "../operations/gather";
import { gemm } from "../operations/gemm";
import { concat, slice } from "../operations/join";
import { integers, only, scalar } from "../operations/operand";
import { reduceMean, reduceSum } from "../operations/reduce";
import { reshape, unsqueeze } from "../operations/reshape";
import { scatterAddElements } from "../operations/scatter";
import { indicesWhere } from "../operations/select";
import { sizeOf } from "../operations/sizes";
import { logSoftmax } from "../operations/softmax";

/** A node's inputs and settings by name. */
export interface LinearCrossEntropyParts {
  readonly graph: Graph;
  readonly hidden: Value;
  readonly weight: Value;
  readonly bias: Value | undefined;
  readonly labels: Value;
  readonly divisor: Value | undefined;
  readonly chunks: number;
  readonly ignoreIndex: number;
  readonly smoothing: number;
  /** How many classes there are. */
  readonly vocabulary: Dimension;
}

/** Which gradients each piece computes, and what its losses' gradient is. */
export interface ChunkGradients {
  /** The gradient by each labelled row's loss, float32 `[1, 1]`. */
  readonly scale: Value;
  readonly hidden: boolean;
  readonly weight: boolean;
  readonly bias: boolean;
}

/** What all pieces give together. */
export interface ChunkSums {
  /** The indices of the labelled rows, int64 `[labelled]`. */
  readonly rows: Value;
  /** The sum of the rows' losses, a scalar. */
  readonly sum: Value;
  /** The gradients of the labelled rows, `[labelled, hidden]`. */
  readonly hidden?: Value;
  readonly weight?: Value;
  readonly bias?: Value;
}

interface Chunk {
  losses: Value;
  hidden?: Value;
  weight?: Value;
  bias?: Value;
}

/** A LinearCrossEntropy node taken apart. */
export function partsOf(node: GraphNode): LinearCrossEntropyParts {
  const [hidden, weight, bias, labels, divisor] = node.inputs as [Value, Value, Value?, Value?, Value?];
  const { chunks, ignore_index, label_smoothing } = node.attributes as {
    chunks: number;
    ignore_index: number;
    label_smoothing: { float: number };
  };
  return {
    graph: hidden.graph,
    hidden,
    weight,
    bias,
    labels: labels as Value,
    divisor,
    chunks,
    ignoreIndex: ignore_index,
    smoothing: label_smoothing.float,
    vocabulary: weight.shape[0] ?? 0,
  };
}

/** The labelled rows' indices: what is not labelled costs nothing. */
export function labelledRows(parts: LinearCrossEntropyParts): Value {
  return indicesWhere(not(equal(parts.labels, parts.ignoreIndex)));
}

/** What the sum of the rows' losses is divided by. */
export function divisorOf(parts: LinearCrossEntropyParts, rows: Value): Value {
  return parts.divisor ?? cast(reshape(sizeOf(parts.graph, rows.shape[0] ?? 0), []), "float32");
}

/**
 * Builds the pieces one after another.
 *
 * A runtime is free to run nodes in any order that their data allows, and would gladly compute every piece's logits first.
 * So a piece's first row is not known before the piece ahead is done: it is read from the shape of what that one made.
 */
export function buildChunks(parts: LinearCrossEntropyParts, rows: Value, gradients?: ChunkGradients): ChunkSums {
  const { graph, chunks } = parts;
  const total = sizeOf(graph, rows.shape[0] ?? 0);
  const length = chunks === 1 ? total : divide(add(total, integers(graph, [chunks - 1])), integers(graph, [chunks]));
  let start = integers(graph, [0]);
  const done: Chunk[] = [];
  let sum: Value | undefined;
  for (let index = 0; index < chunks; index++) {
    const here = chunks === 1 ? rows : piece(rows, start, minimum(add(start, length), total));
    const chunk = buildChunk(parts, here, gradients, done.at(-1));
    const losses = reduceSum(chunk.losses);
    sum = sum === undefined ? losses : add(sum, losses);
    done.push(chunk);
    if (index < chunks - 1) start = add(start, rowsDone(chunk));
  }
  const last = done.at(-1);
  const hidden = done.flatMap((chunk) => chunk.hidden ?? []);
  const whole = hidden.length === 0 ? undefined : renamed(hidden, rows);
  return {
    rows,
    sum: sum ?? scalar(graph, 0),
    ...(whole === undefined ? {} : { hidden: whole }),
    ...(last?.weight === undefined ? {} : { weight: last.weight }),
    ...(last?.bias === undefined ? {} : { bias: last.bias }),
  };
}

function buildChunk(
  parts: LinearCrossEntropyParts,
  rows: Value,
  gradients: ChunkGradients | undefined,
  previous: Chunk | undefined,
): Chunk {
  const { graph, smoothing, vocabulary, weight } = parts;
  const hidden = gather(parts.hidden, rows);
  const labels = unsqueeze(gather(parts.labels, rows), [1]);
  const logarithms = logSoftmax(gemm(hidden, weight, parts.bias, { transB: true }), 1);
  let losses = multiply(gatherElements(logarithms, labels, 1), smoothing - 1);
  if (smoothing > 0) losses = add(losses, multiply(reduceMean(logarithms, { axes: [1], keepDims: true }), -smoothing));
  if (gradients === undefined) return { losses };
  // By the logits: softmax minus the smoothed labels. The factor that all rows share is applied to the small matrices.
  let byLogits = exp(logarithms);
  if (smoothing > 0) byLogits = subtract(byLogits, smoothing / Number(vocabulary));
  const updates = expand(scalar(graph, smoothing - 1), labels.shape);
  byLogits = scatterAddElements(byLogits, labels, updates, 1);
  const chunk: Chunk = { losses };
  if (gradients.weight) {
    chunk.weight = gemm(byLogits, multiply(hidden, gradients.scale), previous?.weight, { transA: true });
  }
  if (gradients.bias) {
    const sum = multiply(reduceSum(byLogits, { axes: [0] }), reshape(gradients.scale, [1]));
    chunk.bias = previous?.bias === undefined ? sum : add(previous.bias, sum);
  }
  if (gradients.hidden) chunk.hidden = multiply(gemm(byLogits, weight), gradients.scale);
  return chunk;
}

/** How many rows a piece had, as int64 `[1]`, known only when its losses and every gradient of it are computed. */
function rowsDone(chunk: Chunk): Value {
  const { graph } = chunk.losses;
  const columns = [chunk.losses, ...(chunk.hidden === undefined ? [] : [slice(chunk.hidden, 1, 0, 1)])];
  const corners: Value[] = [];
  if (chunk.weight !== undefined) corners.push(slice(slice(chunk.weight, 0, 0, 1), 1, 0, 1));
  if (chunk.bias !== undefined) corners.push(reshape(slice(chunk.bias, 0, 0, 1), [1, 1]));
  const side = columns.length === 1 ? only(columns) : concat(columns, 1);
  const rest = corners.map((corner) => (columns.length === 1 ? corner : concat([corner, corner], 1)));
  const tower = rest.length === 0 ? side : concat([side, ...rest], 0);
  const height = only(
    graph.node({
      operation: "Shape",
      inputs: [tower],
      attributes: { start: 0, end: 1 },
      outputs: [{ type: "int64", shape: [1] }],
    }),
  );
  return rest.length === 0 ? height : subtract(height, integers(graph, [rest.length]));
}

/** A part of a list between two places that only the run knows. */
function piece(list: Value, start: Value, end: Value): Value {
  const { graph } = list;
  const rows = graph.freshDimension("chunk");
  const value = only(
    graph.node({
      operation: "Slice",
      inputs: [list, start, end, integers(graph, [0])],
      outputs: [{ type: list.type, shape: [rows] }],
    }),
  );
  graph.learnDimension(rows, { value, axis: 0 });
  return value;
}

/** The pieces' rows as one matrix that has the list's own dimension: the sum of the pieces' sizes is its size. */
function renamed(pieces: readonly Value[], rows: Value): Value {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const { graph } = rows;
  return only(
    graph.node({
      operation: "Concat",
      inputs: [...pieces],
      attributes: { axis: 0 },
      outputs: [{ type: "float32", shape: [rows.shape[0] ?? 0, first?.shape[1] ?? 0] }],
    }),
  );
}
