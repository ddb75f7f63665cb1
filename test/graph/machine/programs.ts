/** @file Small programs for the tests of the machine, and what they compute, in plain TypeScript. */
import type { MachineProgram, TensorData } from "../../../src/graph/machine/program";
import { encodeOnnx } from "../../../src/graph/onnx/encode-onnx";
import type { OnnxNode, OnnxValueInfo } from "../../../src/graph/onnx/onnx-model";

/** The length of the states `p` and `m` of {@link stepProgram}. */
export const LENGTH = 6;

/** The attribute that makes a reduction a scalar. */
const SCALAR = [{ kind: "int", name: "keepdims", value: 0 }] as const;

export function node(
  operation: string,
  inputs: string[],
  output: string,
  attributes: OnnxNode["attributes"] = [],
): OnnxNode {
  return { operation, name: output, inputs, outputs: [output], attributes };
}

export function info(name: string, shape: (number | string)[], type: OnnxValueInfo["type"] = "float32"): OnnxValueInfo {
  return { name, type, shape };
}

export function model(nodes: OnnxNode[], inputs: OnnxValueInfo[], outputs: OnnxValueInfo[]): Uint8Array {
  const graph = { name: "test", nodes, inputs, outputs, initializers: [] };
  return encodeOnnx({ graph, opsets: [{ domain: "", version: 18 }], irVersion: 8 });
}

/**
 * A step with momentum over the states `p` and `m`: `picked` are the numbers of `p` at `ids`; every update reads the norm.
 *
 * With `late`, a last node picks from the new `p` at `late`, after the updates.
 */
export function stepProgram(name: string, options: { late?: boolean; barrier?: boolean } = {}): MachineProgram {
  const late = options.late === true;
  const nodes = [
    node("SequenceConstruct", ["p"], "stop"),
    node("Gather", ["p", "ids"], "picked"),
    node("ReduceSum", ["picked"], "total", SCALAR),
    node("Mul", ["p", "total"], "g"),
    node("ReduceL2", ["g"], "norm", SCALAR),
    node("Div", ["g", "norm"], "unit"),
    node("Add", ["m", "unit"], "m2"),
    node("Sub", ["p", "m2"], "p2"),
    ...(late ? [node("Gather", ["p2", "late"], "after")] : []),
  ];
  const bytes = model(
    nodes,
    [
      info("ids", ["n"], "int64"),
      info("p", [LENGTH]),
      info("m", [LENGTH]),
      ...(late ? [info("late", ["k"], "int64")] : []),
    ],
    [
      { ...info("stop", [LENGTH]), kind: "sequence" },
      info("norm", []),
      info("picked", ["n"]),
      info("p2", [LENGTH]),
      info("m2", [LENGTH]),
      ...(late ? [info("after", ["k"])] : []),
    ],
  );
  return {
    name,
    model: bytes,
    state: [
      { input: "p", state: "p" },
      { input: "m", state: "m" },
    ],
    updates: [
      { output: "p2", state: "p", inPlace: "safe" },
      { output: "m2", state: "m", inPlace: "safe" },
    ],
    outputs: [
      { name: "norm", type: "float32", shape: [] },
      { name: "picked", type: "float32", shape: ["n"] },
      ...(late ? [{ name: "after", type: "float32" as const, shape: ["k"] }] : []),
    ],
    stopOutput: "stop",
    ...(options.barrier === false ? {} : { barrier: "norm" }),
  };
}

/** What {@link stepProgram} computes. */
export function stepByHand(p: number[], m: number[], ids: number[]): { p: number[]; m: number[]; norm: number } {
  const total = ids.reduce((sum, id) => sum + (p[id] ?? Number.NaN), 0);
  const g = p.map((value) => value * total);
  const norm = Math.hypot(...g);
  const m2 = m.map((value, index) => value + (g[index] ?? 0) / norm);
  return { p: p.map((value, index) => value - (m2[index] ?? 0)), m: m2, norm };
}

/** A step whose new value reads the old one out of order: it may not be written in place. */
export function turnProgram(): MachineProgram {
  const nodes = [
    node("SequenceConstruct", ["p"], "stop"),
    node("Gather", ["p", "ids"], "turned"),
    node("Add", ["p", "turned"], "p2"),
  ];
  const outputs = [{ ...info("stop", [LENGTH]), kind: "sequence" as const }, info("p2", [LENGTH])];
  return {
    name: "turn",
    model: model(nodes, [info("ids", [LENGTH], "int64"), info("p", [LENGTH])], outputs),
    state: [{ input: "p", state: "p" }],
    updates: [{ output: "p2", state: "p", inPlace: "copy" }],
    outputs: [{ name: "p2", type: "float32", shape: [LENGTH] }],
    stopOutput: "stop",
  };
}

/** Products of square matrices, one after the other: work for as long as one likes. */
export function slowProgram(): MachineProgram {
  const count = 8;
  const nodes = Array.from({ length: count }, (_, index) => node("MatMul", [`y${index}`, "y0"], `y${index + 1}`));
  const shape = ["n", "n"];
  return {
    name: "slow",
    model: model([...nodes, node("ReduceSum", [`y${count}`], "sum", SCALAR)], [info("y0", shape)], [info("sum", [])]),
    state: [],
    updates: [],
    outputs: [{ name: "sum", type: "float32", shape: [] }],
  };
}

/** The feed of {@link slowProgram}. */
export function square(size: number): TensorData {
  return { type: "float32", dims: [size, size], data: new Float32Array(size * size).fill(1 / size) };
}

/** A number broadcast to a shape that is given as data, so that a run can ask for any amount of memory. */
export function expandProgram(): MachineProgram {
  const nodes = [node("Expand", ["x", "shape"], "wide"), node("ReduceSum", ["wide"], "sum", SCALAR)];
  return {
    name: "expand",
    model: model(nodes, [info("x", []), info("shape", [2], "int64")], [info("sum", [])]),
    state: [],
    updates: [],
    outputs: [{ name: "sum", type: "float32", shape: [] }],
  };
}

/** A vector of whole numbers as a feed. */
export function int64(...values: number[]): TensorData {
  return { type: "int64", dims: [values.length], data: BigInt64Array.from(values.map(BigInt)) };
}
