/** @file The bytes of an ONNX file. */
import { formatBytes } from "../../core/format-bytes";
import { GraphError } from "../graph-error";
import { checkOnnxModel } from "./check-onnx";
import { modelMessage } from "./onnx-message";
import type { OnnxModel } from "./onnx-model";

/** The largest message that protobuf's readers accept. */
export const LARGEST_ONNX_FILE: number = 2 ** 31 - 1;

/**
 * The bytes of a model, as onnxruntime and Python's onnx read them.
 *
 * The model is checked first (names, order, domains, sizes). The result is allocated once, at its exact size, and
 * every tensor's data is copied once. Throws a {@link GraphError}, also above 2 GB, which no reader takes.
 * Python: `onnx.ModelProto.SerializeToString`.
 *
 * @example
 * ```ts
 * const bytes = encodeOnnx({
 *   graph: {
 *     name: "double",
 *     nodes: [{ operation: "Add", name: "add", inputs: ["x", "x"], outputs: ["y"], attributes: [] }],
 *     inputs: [{ name: "x", type: "float32", shape: ["batch"] }],
 *     outputs: [{ name: "y", type: "float32", shape: ["batch"] }],
 *     initializers: [],
 *   },
 *   opsets: [{ domain: "", version: 18 }],
 *   irVersion: 9,
 * });
 * bytes.length; // 92
 * ```
 */
export function encodeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
  checkOnnxModel(model);
  const message = modelMessage(model, ({ data }) => data);
  checkFileSize(message.size);
  return message.encode();
}

/** Throws a {@link GraphError} where a file would be larger than protobuf's readers accept. */
export function checkFileSize(size: number): void {
  if (size <= LARGEST_ONNX_FILE) return;
  throw new GraphError("onnx-too-large", `The model takes ${formatBytes(size)}, but an ONNX file holds 2 GB at most.`, {
    hint: 'Write it with writeOnnxFile and externalData: "auto", which puts the weights into a second file.',
  });
}
