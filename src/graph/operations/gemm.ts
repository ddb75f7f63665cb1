/** @file The matrix product of two matrices with a bias: a linear layer in one operation. */
import { formatShape, sameDimension } from "../dimension";
import type { Value } from "../graph";
import { broadcastShapes, only, requireType, shapeError } from "./operand";

/** Which operands of {@link gemm} are read with rows and columns exchanged. */
export interface GemmOptions {
  /** @default false */
  transA?: boolean;
  /** @default false */
  transB?: boolean;
}

/**
 * `first @ second + bias` of two matrices. ONNX: Gemm.
 *
 * Shapes: `[n, k]` and `[k, m]` give `[n, m]`; with `transB` the second is `[m, k]`, PyTorch's layout of a linear layer.
 * The bias is broadcast to `[n, m]`.
 */
export function gemm(first: Value, second: Value, bias?: Value, options: GemmOptions = {}): Value {
  for (const value of [first, second]) requireType("Gemm", value, "float32");
  const { graph } = first;
  const [rows, inner] = turned(first, options.transA ?? false);
  const [otherInner, columns] = turned(second, options.transB ?? false);
  if (!sameDimension(inner, otherInner)) {
    const how = `transA ${options.transA ?? false}, transB ${options.transB ?? false}`;
    throw shapeError(
      graph,
      "Gemm",
      `${formatShape(first.shape)} and ${formatShape(second.shape)} (${how}) have inner axes ${inner} and ${otherInner}`,
    );
  }
  const shape = [rows, columns];
  if (bias !== undefined) {
    requireType("Gemm", bias, "float32");
    if (broadcastShapes(graph, "Gemm", bias.shape, shape).length !== 2) {
      throw shapeError(graph, "Gemm", `the bias ${formatShape(bias.shape)} has more axes than ${formatShape(shape)}`);
    }
  }
  const attributes = { transA: options.transA === true ? 1 : 0, transB: options.transB === true ? 1 : 0 };
  const inputs = bias === undefined ? [first, second] : [first, second, bias];
  return only(graph.node({ operation: "Gemm", inputs, attributes, outputs: [{ type: "float32", shape }] }));
}

function turned(matrix: Value, transposed: boolean): [number | string, number | string] {
  const [rows, columns] = matrix.shape;
  if (rows === undefined || columns === undefined || matrix.rank !== 2) {
    throw shapeError(matrix.graph, "Gemm", `it takes matrices, but got ${matrix}`);
  }
  return transposed ? [columns, rows] : [rows, columns];
}
