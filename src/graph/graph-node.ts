/** @file A node of a graph: one operation, what it reads and what it makes. */

import type { Dimension, Shape } from "./dimension";
import type { ElementType, Value } from "./value";

/** A fixed setting of an operation: a whole number, `{ float: 1e-12 }`, a text, or a list of whole numbers. */
export type Attribute = number | { readonly float: number } | string | readonly number[];

/** The fixed settings of an operation, by ONNX's names. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** One operation of a graph, with ONNX's name for it. */
export interface GraphNode {
  /** ONNX's operator name: `"MatMul"`. */
  readonly operation: string;
  /** `""` for ONNX's own operators, `"com.microsoft"` for those that only onnxruntime has, `"caderno"` for our composites. */
  readonly domain: string;
  /** Unique in its graph, with the scopes it was made in: `"layer.0/attention/MatMul_3"`. */
  readonly name: string;
  /** What the node reads; undefined where an optional input is left out. */
  readonly inputs: readonly (Value | undefined)[];
  readonly attributes: Attributes;
  /** Dimensions that the node reads from int64 inputs, kept so that gradients and interpreters can speak of them. */
  readonly dimensions: Readonly<Record<string, Dimension>>;
  /** What the node makes. */
  readonly outputs: readonly Value[];
  /** The place of the node in its graph's order, which is an order of execution. */
  readonly index: number;
}

/** What an operation asks a graph to add. */
export interface NodeRequest {
  operation: string;
  domain?: string;
  inputs: readonly (Value | undefined)[];
  attributes?: Attributes;
  dimensions?: Readonly<Record<string, Dimension>>;
  outputs: readonly { type: ElementType; shape: Shape }[];
}
