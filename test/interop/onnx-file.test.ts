// The oracle is Python's onnx: its checker accepts our files, it reads every field that we wrote, and writes the same bytes again.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import type { OnnxGraph, OnnxModel, OnnxNode, OnnxTensor } from "../../src/graph/onnx/onnx-model";
import { writeOnnxFile } from "../../src/graph/onnx/write-onnx-file";
import { root, skipWithout, venvProgram } from "./interop-support";

const folder = mkdtempSync(join(tmpdir(), "caderno-onnx-python-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function withoutOnnx(): string | false {
  const { status } = spawnSync(venvProgram("python"), ["-c", "import onnx"]);
  return status === 0 ? false : ".venv has no onnx";
}
const skip = skipWithout("python") || withoutOnnx();

const int64s = (name: string, dims: readonly number[], values: readonly bigint[]): OnnxTensor => {
  return { name, type: "int64", dims, data: new Uint8Array(BigInt64Array.from(values).buffer) };
};
const RAMP: OnnxTensor = {
  name: "ramp",
  type: "float32",
  dims: [40, 30],
  data: new Uint8Array(Float32Array.from({ length: 1200 }, (_, index) => index / 4).buffer),
};
const branch = (name: string, operation: string): OnnxGraph => ({
  name,
  nodes: [{ operation, name: "", inputs: ["x"], outputs: [`${name}.y`], attributes: [] }],
  inputs: [],
  outputs: [{ name: `${name}.y`, type: "float32", shape: ["batch", 2] }],
  initializers: [],
});
const NODES: readonly OnnxNode[] = [
  {
    operation: "If",
    name: "wähle 🎲",
    inputs: ["yes"],
    outputs: ["chosen"],
    attributes: [
      { name: "then_branch", kind: "graph", value: branch("then", "Relu") },
      { name: "else_branch", kind: "graph", value: branch("else", "Neg") },
    ],
  },
  {
    operation: "Gemm",
    name: "gemm",
    inputs: ["chosen", "weight", ""],
    outputs: ["product"],
    attributes: [
      { name: "alpha", kind: "float", value: 0.25 },
      { name: "beta", kind: "float", value: 0 },
      { name: "transB", kind: "int", value: 0 },
    ],
  },
  {
    operation: "Constant",
    name: "constant",
    inputs: [],
    outputs: ["edges"],
    attributes: [{ name: "value_ints", kind: "ints", value: [0, -1, 127, 128, Number.MAX_SAFE_INTEGER] }],
  },
  {
    operation: "Constant",
    name: "floats",
    inputs: [],
    outputs: ["floats"],
    attributes: [{ name: "value_floats", kind: "floats", value: [0, -1.5, Number.POSITIVE_INFINITY] }],
  },
  {
    operation: "Constant",
    name: "tensor",
    inputs: [],
    outputs: ["constant"],
    attributes: [{ name: "value", kind: "tensor", value: int64s("", [2], [-2n, 3n]) }],
  },
  {
    operation: "Pad",
    name: "pad",
    inputs: ["product", "pads"],
    outputs: ["padded"],
    attributes: [{ name: "mode", kind: "string", value: "edge" }],
  },
  { operation: "SequenceConstruct", name: "", inputs: ["product"], outputs: ["all"], attributes: [] },
  {
    operation: "FusedMatMul",
    domain: "com.microsoft",
    name: "fused",
    inputs: ["x", "weight"],
    outputs: ["fused"],
    attributes: [],
  },
];
const MODEL: OnnxModel = {
  graph: {
    name: "prüfung",
    nodes: NODES,
    inputs: [
      { name: "x", type: "float32", shape: ["batch", 2] },
      { name: "yes", type: "bool", shape: [] },
    ],
    outputs: [
      { name: "padded", type: "float32", shape: ["", ""] },
      { name: "all", type: "float32", shape: ["batch", 3], kind: "sequence" },
    ],
    initializers: [
      { name: "weight", type: "float32", dims: [2, 3], data: new Uint8Array(Float32Array.of(1, 2, 3, 4, 5, 6).buffer) },
      int64s("pads", [4], [0n, 0n, 0n, 1n]),
      int64s("extremes", [2], [-(2n ** 63n), 2n ** 63n - 1n]),
      { name: "empty", type: "int8", dims: [0, 3], data: new Uint8Array(0) },
      { name: "escalar", type: "float64", dims: [], data: new Uint8Array(Float64Array.of(-0.5).buffer) },
      { name: "halves", type: "float16", dims: [2], data: Uint8Array.of(0x00, 0x3c, 0x00, 0xc0) },
      { name: "brains", type: "bfloat16", dims: [2], data: Uint8Array.of(0x80, 0x3f, 0x00, 0xc0) },
      { name: "flags", type: "bool", dims: [2], data: Uint8Array.of(1, 0) },
      RAMP,
    ],
  },
  opsets: [
    { domain: "", version: 18 },
    { domain: "com.microsoft", version: 1 },
  ],
  irVersion: 9,
  metadata: { autora: "María", empty: "" },
};

interface Told {
  readonly sameBytes: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly weights: Readonly<Record<string, { dims: number[]; values: number[] }>>;
}

describe("Python's onnx reads what is written here", { skip, timeout: 120_000 }, () => {
  let told: Readonly<Record<string, Told>>;
  const of = (name: string): Told => told[name] ?? assert.fail(`Python did not read ${name}.`);
  const graphOf = (name: string): Record<string, unknown[]> => of(name).fields.graph as Record<string, unknown[]>;

  before(async () => {
    await writeOnnxFile(join(folder, "one.onnx"), MODEL);
    await writeOnnxFile(join(folder, "two.onnx"), MODEL, { externalData: "always" });
    const script = join(root, "test/interop/onnx_oracle.py");
    const { state, stdout, stderr } = await runProgram(venvProgram("python"), [script, folder], { timeoutMs: 100_000 });
    assert.equal(state, "ok", stderr);
    told = JSON.parse(stdout);
  });

  test("the checker accepts both files, and Python would write the same bytes", () => {
    assert.deepEqual(Object.keys(told), ["one.onnx", "two.onnx"]);
    assert.equal(of("one.onnx").sameBytes, true);
    assert.equal(of("two.onnx").sameBytes, true);
  });

  test("the model's own fields", () => {
    const { graph: _, ...fields } = of("one.onnx").fields;
    assert.deepEqual(fields, {
      ir_version: "9",
      producer_name: "caderno",
      opset_import: [
        { domain: "", version: "18" },
        { domain: "com.microsoft", version: "1" },
      ],
      metadata_props: [
        { key: "autora", value: "María" },
        { key: "empty", value: "" },
      ],
    });
  });

  test("inputs and outputs", () => {
    const { input, output, name } = graphOf("one.onnx");
    assert.equal(name, "prüfung");
    assert.deepEqual(input, [
      {
        name: "x",
        type: { tensor_type: { elem_type: 1, shape: { dim: [{ dim_param: "batch" }, { dim_value: "2" }] } } },
      },
      { name: "yes", type: { tensor_type: { elem_type: 9, shape: {} } } },
    ]);
    assert.deepEqual(output, [
      { name: "padded", type: { tensor_type: { elem_type: 1, shape: { dim: [{}, {}] } } } },
      {
        name: "all",
        type: {
          sequence_type: {
            elem_type: {
              tensor_type: { elem_type: 1, shape: { dim: [{ dim_param: "batch" }, { dim_value: "3" }] } },
            },
          },
        },
      },
    ]);
  });

  test("nodes and every kind of attribute", () => {
    const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString("base64");
    const branchFields = (name: string, operation: string): unknown => ({
      name,
      node: [{ input: ["x"], output: [`${name}.y`], op_type: operation }],
      output: [
        {
          name: `${name}.y`,
          type: { tensor_type: { elem_type: 1, shape: { dim: [{ dim_param: "batch" }, { dim_value: "2" }] } } },
        },
      ],
    });
    const constant = { dims: ["2"], data_type: 7, raw_data: base64(int64s("", [2], [-2n, 3n]).data) };
    assert.deepEqual(graphOf("one.onnx").node, [
      {
        input: ["yes"],
        output: ["chosen"],
        name: "wähle 🎲",
        op_type: "If",
        attribute: [
          { name: "then_branch", type: "GRAPH", g: branchFields("then", "Relu") },
          { name: "else_branch", type: "GRAPH", g: branchFields("else", "Neg") },
        ],
      },
      {
        input: ["chosen", "weight", ""],
        output: ["product"],
        name: "gemm",
        op_type: "Gemm",
        attribute: [
          { name: "alpha", type: "FLOAT", f: 0.25 },
          { name: "beta", type: "FLOAT", f: 0 },
          { name: "transB", type: "INT", i: "0" },
        ],
      },
      {
        output: ["edges"],
        name: "constant",
        op_type: "Constant",
        attribute: [{ name: "value_ints", type: "INTS", ints: ["0", "-1", "127", "128", "9007199254740991"] }],
      },
      {
        output: ["floats"],
        name: "floats",
        op_type: "Constant",
        attribute: [{ name: "value_floats", type: "FLOATS", floats: [0, -1.5, "Infinity"] }],
      },
      {
        output: ["constant"],
        name: "tensor",
        op_type: "Constant",
        attribute: [{ name: "value", type: "TENSOR", t: constant }],
      },
      {
        input: ["product", "pads"],
        output: ["padded"],
        name: "pad",
        op_type: "Pad",
        attribute: [{ name: "mode", type: "STRING", s: base64("edge") }],
      },
      { input: ["product"], output: ["all"], op_type: "SequenceConstruct" },
      { input: ["x", "weight"], output: ["fused"], name: "fused", op_type: "FusedMatMul", domain: "com.microsoft" },
    ]);
  });

  test("the numbers of every tensor, from one file and from two", () => {
    const expected = {
      weight: { dims: [2, 3], values: [1, 2, 3, 4, 5, 6] },
      pads: { dims: [4], values: [0, 0, 0, 1] },
      extremes: { dims: [2], values: [-(2 ** 63), 2 ** 63] },
      empty: { dims: [0, 3], values: [] },
      escalar: { dims: [], values: [-0.5] },
      halves: { dims: [2], values: [1, -2] },
      brains: { dims: [2], values: [1, -2] },
      flags: { dims: [2], values: [1, 0] },
      ramp: { dims: [40, 30], values: Array.from({ length: 1200 }, (_, index) => index / 4) },
    };
    assert.deepEqual(of("one.onnx").weights, expected);
    assert.deepEqual(of("two.onnx").weights, expected);
    assert.deepEqual(graphOf("two.onnx").initializer?.at(-1), {
      dims: ["40", "30"],
      data_type: 1,
      name: "ramp",
      external_data: [
        { key: "location", value: "two.onnx_data" },
        { key: "offset", value: "0" },
        { key: "length", value: "4800" },
      ],
      data_location: "EXTERNAL",
    });
  });
});
