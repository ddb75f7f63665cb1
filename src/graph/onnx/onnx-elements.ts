/** @file The numbers that ONNX gives to its element types, and their widths. */
import type { OnnxElementType } from "./onnx-model";

/** An element type's number in a file (`TensorProto.DataType`) and its width in bytes. */
export interface OnnxElement {
  readonly code: number;
  readonly bytes: number;
}

/** Every element type of this writer. */
export const ONNX_ELEMENTS: Readonly<Record<OnnxElementType, OnnxElement>> = {
  float32: { code: 1, bytes: 4 },
  uint8: { code: 2, bytes: 1 },
  int8: { code: 3, bytes: 1 },
  int32: { code: 6, bytes: 4 },
  int64: { code: 7, bytes: 8 },
  bool: { code: 9, bytes: 1 },
  float16: { code: 10, bytes: 2 },
  float64: { code: 11, bytes: 8 },
  bfloat16: { code: 16, bytes: 2 },
};

/** The bytes that a tensor of this type and shape takes; a scalar is one element. */
export function tensorByteLength(type: OnnxElementType, dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, ONNX_ELEMENTS[type].bytes);
}
