/** @file What a kernel is: one ONNX operation computed with TensorFlow.js. */
import type { Dimension } from "../dimension";
import type { GraphNode } from "../graph";
import { MachineError } from "../machine/machine-error";

/** The whole of `@tensorflow/tfjs`. */
export type TensorFlow = typeof import("@tensorflow/tfjs");

/** A tensor of TensorFlow.js. */
export type Tensor = import("@tensorflow/tfjs").Tensor;

/** One node about to be computed. */
export interface KernelCall {
  readonly tf: TensorFlow;
  readonly node: GraphNode;
  /** In the node's order; undefined where an input is left out, or need not be computed. */
  readonly inputs: readonly (Tensor | undefined)[];
  /** The shape of the node's first output in this run. */
  readonly shape: number[];
  /** What a dimension is in this run. */
  size(dimension: Dimension): number;
  /** A whole-number input as a list: an axis, a shape, indices. */
  list(place: number): readonly number[];
  /** Whether the loss is differentiated through this input. */
  needsGradient(place: number): boolean;
  /** Where the node's random numbers start. */
  readonly seed: number;
}

/** Computes a node's outputs, or its first ones. Whatever else it makes is freed afterwards. */
export type Kernel = (call: KernelCall) => Tensor | readonly Tensor[];

/** An input that is there. */
export function inputOf({ node, inputs }: KernelCall, place: number): Tensor {
  const tensor = inputs[place];
  if (tensor === undefined) throw failed(node, `the input ${place} is missing`);
  return tensor;
}

/** A setting that is a whole number. */
export function numberOf({ node }: KernelCall, name: string): number {
  const value = node.attributes[name];
  if (typeof value !== "number") throw failed(node, `the setting \`${name}\` is missing`);
  return value;
}

/** A setting that is a fraction. */
export function fractionOf({ node }: KernelCall, name: string): number {
  const value = node.attributes[name];
  if (typeof value === "object" && "float" in value) return value.float;
  throw failed(node, `the setting \`${name}\` is missing`);
}

/** The error of a node that cannot be computed; the state is as it was. */
export function failed(node: GraphNode, problem: string, cause?: unknown): MachineError {
  return new MachineError("run-failed", `${node.name}: ${problem}.`, { node: node.name, cause });
}
