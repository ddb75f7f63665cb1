/** @file An ONNX model as a plain structure: what is written to a file, and what the engine runs. */

/** The element types that this writer knows, by their NumPy names. */
export type OnnxElementType =
  | "float32"
  | "float64"
  | "float16"
  | "bfloat16"
  | "int64"
  | "int32"
  | "int8"
  | "uint8"
  | "bool";

/** A named constant of a node; `kind` is the type that the operation's schema asks for. */
export type OnnxAttribute = { readonly name: string } & (
  | { readonly kind: "int"; readonly value: number | bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "ints"; readonly value: readonly number[] }
  | { readonly kind: "floats"; readonly value: readonly number[] }
  | { readonly kind: "tensor"; readonly value: OnnxTensor }
  | { readonly kind: "graph"; readonly value: OnnxGraph }
);

/** What is known of a tensor before its numbers are read. */
export interface OnnxTensorHeader {
  /** Unique in its graph; may be empty in an attribute. */
  readonly name: string;
  readonly type: OnnxElementType;
  /** The shape; `[]` is a scalar, a 0 makes an empty tensor. */
  readonly dims: readonly number[];
}

/** A constant tensor with its numbers. */
export interface OnnxTensor extends OnnxTensorHeader {
  /** The elements in row-major order, little endian; a bool is one byte, 0 or 1. It is read, never kept or changed. */
  readonly data: Uint8Array;
}

/** A tensor whose numbers are read when they are written, so that a large model never stands in memory whole. */
export interface OnnxLazyTensor extends OnnxTensorHeader {
  /** The same bytes as {@link OnnxTensor.data}. Called once, when its turn comes. */
  read(): Promise<Uint8Array>;
}

/** The name, element type and shape of a graph's input or output. */
export interface OnnxValueInfo {
  readonly name: string;
  readonly type: OnnxElementType;
  /** A number is fixed, a name is symbolic (`"batch"`), an empty name is unknown. Of a sequence: its elements' shape. */
  readonly shape: readonly (number | string)[];
  /** @default "tensor" */
  readonly kind?: "tensor" | "sequence";
}

/** One operation of a graph. */
export interface OnnxNode {
  /** The operation's name in its domain: `"Gemm"`. */
  readonly operation: string;
  /** @default "" ONNX's own operations; `"com.microsoft"` holds onnxruntime's. */
  readonly domain?: string;
  readonly name: string;
  /** The values that are read, in the schema's order; `""` leaves an optional one out. */
  readonly inputs: readonly string[];
  /** The values that are made; `""` leaves an optional one out. */
  readonly outputs: readonly string[];
  readonly attributes: readonly OnnxAttribute[];
}

/** Nodes in an order in which every value is made before it is read. */
export interface OnnxGraph<Initializer extends OnnxTensorHeader = OnnxTensor> {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly inputs: readonly OnnxValueInfo[];
  readonly outputs: readonly OnnxValueInfo[];
  /** Constants: weights, mostly. */
  readonly initializers: readonly Initializer[];
}

/**
 * A whole model. `OnnxModel<OnnxTensor | OnnxLazyTensor>` is one whose weights may be read late.
 *
 * @example
 * ```ts
 * const model: OnnxModel = {
 *   graph: {
 *     name: "double",
 *     nodes: [{ operation: "Add", name: "add", inputs: ["x", "x"], outputs: ["y"], attributes: [] }],
 *     inputs: [{ name: "x", type: "float32", shape: ["batch"] }],
 *     outputs: [{ name: "y", type: "float32", shape: ["batch"] }],
 *     initializers: [],
 *   },
 *   opsets: [{ domain: "", version: 18 }],
 *   irVersion: 9,
 * };
 * ```
 */
export interface OnnxModel<Initializer extends OnnxTensorHeader = OnnxTensor> {
  readonly graph: OnnxGraph<Initializer>;
  /** The version of every domain that the nodes use; `""` is ONNX itself. */
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  /** The version of the file format: 8 goes with opset 17, 9 with 19, 10 with 21. */
  readonly irVersion: number;
  /** Free text by name, kept in the file. */
  readonly metadata?: Readonly<Record<string, string>>;
}
