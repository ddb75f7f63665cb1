// The oracle is onnxruntime itself: what is encoded here it must load and compute. Bytes of known encodings are from protobuf's own guide.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type * as Ort from "onnxruntime-node";
import { GraphError } from "../../../src/graph/graph-error";
import { encodeOnnx } from "../../../src/graph/onnx/encode-onnx";
import type { OnnxAttribute, OnnxGraph, OnnxModel, OnnxNode, OnnxTensor } from "../../../src/graph/onnx/onnx-model";

const OPSETS = [{ domain: "", version: 18 }];

function floats(name: string, dims: readonly number[], values: readonly number[]): OnnxTensor {
  return { name, type: "float32", dims, data: new Uint8Array(Float32Array.from(values).buffer) };
}

function int64s(name: string, dims: readonly number[], values: readonly (number | bigint)[]): OnnxTensor {
  return { name, type: "int64", dims, data: new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer) };
}

function node(
  operation: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly OnnxAttribute[] = [],
): OnnxNode {
  return { operation, name: `${operation} ${outputs[0]}`, inputs, outputs, attributes };
}

function modelOf(graph: Partial<OnnxGraph>): OnnxModel {
  const whole = { name: "test", nodes: [], inputs: [], outputs: [], initializers: [], ...graph };
  return { graph: whole, opsets: OPSETS, irVersion: 9 };
}

/** Runs a model and gives back the numbers of its outputs. */
async function run(model: OnnxModel, feeds: Record<string, Ort.Tensor> = {}): Promise<Record<string, number[]>> {
  const ort = await import("onnxruntime-node");
  const session = await ort.InferenceSession.create(encodeOnnx(model), { logSeverityLevel: 4 });
  try {
    const results = await session.run(feeds);
    return Object.fromEntries(
      Object.entries(results).map(([name, tensor]) => [name, Array.from(tensor.data as Float32Array, Number)]),
    );
  } finally {
    await session.release();
  }
}

async function floatTensor(dims: readonly number[], values: readonly number[]): Promise<Ort.Tensor> {
  const { Tensor } = await import("onnxruntime-node");
  return new Tensor("float32", Float32Array.from(values), dims);
}

const X = { name: "x", type: "float32", shape: ["batch", 2] } as const;
const Y = { name: "y", type: "float32", shape: ["batch", 3] } as const;

describe("encodeOnnx in onnxruntime", () => {
  test("MatMul and Add, with a symbolic batch", async () => {
    const model = modelOf({
      nodes: [node("MatMul", ["x", "weight"], ["product"]), node("Add", ["product", "bias"], ["y"])],
      inputs: [X],
      outputs: [Y],
      initializers: [floats("weight", [2, 3], [1, 2, 3, 4, 5, 6]), floats("bias", [3], [0.5, 0, -0.5])],
    });
    assert.deepEqual(await run(model, { x: await floatTensor([1, 2], [1, 10]) }), { y: [41.5, 52, 62.5] });
    assert.deepEqual(await run(model, { x: await floatTensor([2, 2], [1, 0, 0, 1]) }), {
      y: [1.5, 2, 2.5, 4.5, 5, 5.5],
    });
  });

  test("attributes: float and int (Gemm), ints (Transpose), string (Pad, Gelu), tensor and floats (Constant)", async () => {
    const model = modelOf({
      nodes: [
        node(
          "Constant",
          [],
          ["weight"],
          [{ name: "value", kind: "tensor", value: floats("", [3, 2], [1, 4, 2, 5, 3, 6]) }],
        ),
        node(
          "Gemm",
          ["x", "weight", ""],
          ["product"],
          [
            { name: "alpha", kind: "float", value: 0.5 },
            { name: "transB", kind: "int", value: 1n },
          ],
        ),
        node("Transpose", ["product"], ["turned"], [{ name: "perm", kind: "ints", value: [1, 0] }]),
        node("Constant", [], ["added"], [{ name: "value_floats", kind: "floats", value: [0.25] }]),
        node("Add", ["turned", "added"], ["sum"]),
        node("Pad", ["sum", "pads"], ["y"], [{ name: "mode", kind: "string", value: "edge" }]),
      ],
      inputs: [X],
      outputs: [{ name: "y", type: "float32", shape: ["", ""] }],
      initializers: [int64s("pads", [4], [0, 0, 0, 1])],
    });
    const y = await run(model, { x: await floatTensor([1, 2], [2, 20]) });
    assert.deepEqual(y, { y: [41.25, 41.25, 52.25, 52.25, 63.25, 63.25] });
  });

  test("negative integers, in attributes and in tensors", async () => {
    const model = modelOf({
      nodes: [
        node("Concat", ["x", "x"], ["twice"], [{ name: "axis", kind: "int", value: -1 }]),
        node("Slice", ["twice", "starts", "ends", "axes"], ["y"]),
        node("Constant", [], ["least"], [{ name: "value_ints", kind: "ints", value: [-1, -128, 2 ** 53 - 1] }]),
      ],
      inputs: [X],
      outputs: [
        { name: "y", type: "float32", shape: ["batch", 3] },
        { name: "least", type: "int64", shape: [3] },
      ],
      initializers: [int64s("starts", [1], [-3]), int64s("ends", [1], [2n ** 63n - 1n]), int64s("axes", [1], [-1])],
    });
    assert.deepEqual(await run(model, { x: await floatTensor([1, 2], [1, 2]) }), {
      y: [2, 1, 2],
      least: [-1, -128, 2 ** 53 - 1],
    });
  });

  test("subgraphs: If reads the graph around it, Loop carries a value", async () => {
    const branch = (name: string, operation: string): OnnxGraph => ({
      name,
      nodes: [node(operation, ["x", "step"], [`${name}.out`])],
      inputs: [],
      outputs: [{ name: `${name}.out`, type: "float32", shape: ["batch", 2] }],
      initializers: [],
    });
    const body: OnnxGraph = {
      name: "body",
      nodes: [
        node("Add", ["sum.in", "step"], ["sum.out"]),
        node("Identity", ["go.in"], ["go.out"]),
        node("Mul", ["sum.out", "body.two"], ["seen"]),
      ],
      inputs: [
        { name: "turn", type: "int64", shape: [] },
        { name: "go.in", type: "bool", shape: [] },
        { name: "sum.in", type: "float32", shape: [] },
      ],
      outputs: [
        { name: "go.out", type: "bool", shape: [] },
        { name: "sum.out", type: "float32", shape: [] },
        { name: "seen", type: "float32", shape: [] },
      ],
      initializers: [floats("body.two", [], [2])],
    };
    const model = modelOf({
      nodes: [
        node(
          "If",
          ["yes"],
          ["chosen"],
          [
            { name: "then_branch", kind: "graph", value: branch("then", "Add") },
            { name: "else_branch", kind: "graph", value: branch("else", "Sub") },
          ],
        ),
        node("Loop", ["turns", "yes", "zero"], ["total", "all"], [{ name: "body", kind: "graph", value: body }]),
      ],
      inputs: [X],
      outputs: [
        { name: "chosen", type: "float32", shape: ["batch", 2] },
        { name: "total", type: "float32", shape: [] },
        { name: "all", type: "float32", shape: ["turns"] },
      ],
      initializers: [
        { name: "yes", type: "bool", dims: [], data: Uint8Array.of(1) },
        int64s("turns", [], [3]),
        floats("zero", [], [0]),
        floats("step", [], [1.5]),
      ],
    });
    assert.deepEqual(await run(model, { x: await floatTensor([1, 2], [1, 2]) }), {
      chosen: [2.5, 3.5],
      total: [4.5],
      all: [3, 6, 9],
    });
  });

  test("a sequence is declared as an output; onnxruntime computes the others", async () => {
    const model = modelOf({
      nodes: [
        node("SequenceConstruct", ["x", "x"], ["pair"]),
        node("ConcatFromSequence", ["pair"], ["y"], [{ name: "axis", kind: "int", value: 0 }]),
      ],
      inputs: [X],
      outputs: [
        { name: "pair", type: "float32", shape: ["batch", 2], kind: "sequence" },
        { name: "y", type: "float32", shape: ["", 2] },
      ],
    });
    const ort = await import("onnxruntime-node");
    const session = await ort.InferenceSession.create(encodeOnnx(model));
    try {
      assert.deepEqual(session.outputNames, ["pair", "y"]);
      const { y } = await session.run({ x: await floatTensor([1, 2], [1, 2]) }, ["y"]);
      assert.deepEqual([...((y as Ort.Tensor).data as Float32Array)], [1, 2, 1, 2]);
    } finally {
      await session.release();
    }
  });

  test("every element type, empty tensors, scalars and names beyond ASCII", async () => {
    const tensors: readonly [OnnxTensor, number[]][] = [
      [floats("número 🎲", [], [2.5]), [2.5]],
      [floats("空", [0, 3], []), []],
      [{ name: "f64", type: "float64", dims: [1], data: new Uint8Array(Float64Array.of(1e300).buffer) }, [1e300]],
      [{ name: "f16", type: "float16", dims: [2], data: Uint8Array.of(0x00, 0x3c, 0x00, 0xc0) }, [1, -2]],
      [{ name: "bf16", type: "bfloat16", dims: [2], data: Uint8Array.of(0x80, 0x3f, 0x00, 0xc0) }, [1, -2]],
      [int64s("i64", [2], [-5, 2 ** 40]), [-5, 2 ** 40]],
      [{ name: "i32", type: "int32", dims: [1], data: new Uint8Array(Int32Array.of(-7).buffer) }, [-7]],
      [{ name: "i8", type: "int8", dims: [2], data: Uint8Array.of(0x80, 0x7f) }, [-128, 127]],
      [{ name: "u8", type: "uint8", dims: [1], data: Uint8Array.of(200) }, [200]],
      [{ name: "b", type: "bool", dims: [2], data: Uint8Array.of(1, 0) }, [1, 0]],
    ];
    const model = modelOf({
      nodes: tensors.map(([{ name }]) =>
        node("Cast", [name], [`${name}.out`], [{ name: "to", kind: "int", value: 11 }]),
      ),
      outputs: tensors.map(([{ name, dims }]) => ({ name: `${name}.out`, type: "float64", shape: dims })),
      initializers: tensors.map(([tensor]) => tensor),
    });
    const expected = Object.fromEntries(tensors.map(([{ name }, values]) => [`${name}.out`, values]));
    assert.deepEqual(await run(model), expected);
  });

  test("a domain of onnxruntime's own", async () => {
    const model: OnnxModel = {
      ...modelOf({
        nodes: [
          {
            ...node("FusedMatMul", ["x", "x"], ["y"], [{ name: "transB", kind: "int", value: 1 }]),
            domain: "com.microsoft",
          },
        ],
        inputs: [X],
        outputs: [{ name: "y", type: "float32", shape: ["batch", "batch"] }],
      }),
      opsets: [...OPSETS, { domain: "com.microsoft", version: 1 }],
    };
    assert.deepEqual(await run(model, { x: await floatTensor([1, 2], [3, 4]) }), { y: [25] });
  });

  test("the data of a tensor may be a view into a larger buffer, at any offset", async () => {
    const buffer = new Uint8Array(9);
    buffer.set(floats("", [2], [7, 8]).data, 1);
    const model = modelOf({
      nodes: [node("Identity", ["weight"], ["y"])],
      outputs: [{ name: "y", type: "float32", shape: [2] }],
      initializers: [{ name: "weight", type: "float32", dims: [2], data: buffer.subarray(1) }],
    });
    assert.deepEqual(await run(model), { y: [7, 8] });
  });
});

describe("encodeOnnx refuses", () => {
  const relu = node("Relu", ["x"], ["y"]);
  const outside: OnnxGraph = {
    name: "branch",
    nodes: [],
    inputs: [],
    outputs: [X],
    initializers: [],
  };
  const cases: readonly [string, OnnxModel, Partial<GraphError>, RegExp][] = [
    [
      "a node that reads an undefined name",
      modelOf({ nodes: [node("Relu", ["product"], ["y"])], inputs: [{ ...X, name: "produkt" }], outputs: [Y] }),
      { code: "onnx-undefined-name", node: "Relu y", operation: "Relu" },
      /"Relu y" \(Relu\) reads "product", which nothing before it makes/,
    ],
    [
      "a node that reads what is made later",
      modelOf({ nodes: [node("Relu", ["z"], ["y"]), node("Relu", ["x"], ["z"])], inputs: [X], outputs: [Y] }),
      { code: "onnx-undefined-name", node: "Relu y" },
      /reads "z"/,
    ],
    [
      "an output that nothing makes",
      modelOf({ nodes: [relu], inputs: [X], outputs: [{ ...Y, name: "z" }] }),
      { code: "onnx-undefined-name" },
      /gives back "z", which nothing makes/,
    ],
    [
      "a subgraph that gives back a value of the graph around it",
      modelOf({
        nodes: [node("If", ["x"], ["y"], [{ name: "then_branch", kind: "graph", value: outside }])],
        inputs: [X],
        outputs: [Y],
      }),
      { code: "onnx-undefined-name" },
      /made outside of it/,
    ],
    [
      "two values of one name",
      modelOf({ nodes: [relu, { ...relu, name: "again" }], inputs: [X], outputs: [Y] }),
      { code: "onnx-duplicate-name", node: "again", operation: "Relu" },
      /"again" \(Relu\) makes "y", a name that another value has/,
    ],
    [
      "an initializer with the name of an input",
      modelOf({ inputs: [X], initializers: [floats("x", [1], [1])] }),
      { code: "onnx-duplicate-name" },
      /The graph "test" has an initializer "x", a name/,
    ],
    [
      "two nodes of one name",
      modelOf({ nodes: [relu, { ...relu, outputs: ["z"] }], inputs: [X], outputs: [Y] }),
      { code: "onnx-duplicate-name", node: "Relu y" },
      /Two nodes/,
    ],
    [
      "two attributes of one name",
      modelOf({
        nodes: [
          node(
            "Gemm",
            ["x", "x"],
            ["y"],
            [
              { name: "transA", kind: "int", value: 1 },
              { name: "transA", kind: "int", value: 0 },
            ],
          ),
        ],
        inputs: [X],
      }),
      { code: "onnx-duplicate-name", operation: "Gemm" },
      /two attributes with the name "transA"/,
    ],
    [
      "fewer bytes than the shape asks for",
      modelOf({ initializers: [{ ...floats("weight", [2, 3], [1]) }] }),
      { code: "onnx-tensor-size" },
      /"weight" is float32 of shape \[2, 3\], which is 24 bytes, but its data has 4/,
    ],
    [
      "an attribute's tensor of the wrong size",
      modelOf({
        nodes: [node("Constant", [], ["c"], [{ name: "value", kind: "tensor", value: floats("", [2], [1]) }])],
      }),
      { code: "onnx-tensor-size" },
      /8 bytes, but its data has 4/,
    ],
    [
      "a negative dimension",
      modelOf({ initializers: [floats("weight", [-1], [])] }),
      { code: "onnx-shape" },
      /"weight" must have whole, non-negative dims/,
    ],
    [
      "a broken dimension of an input",
      modelOf({ inputs: [{ ...X, shape: [1.5] }] }),
      { code: "onnx-shape" },
      /The input "x" of the graph "test"/,
    ],
    [
      "an unknown element type",
      modelOf({ inputs: [{ ...X, type: JSON.parse('"float31"') }] }),
      { code: "onnx-element-type" },
      /"float31"/,
    ],
    [
      "an integer that is not one",
      modelOf({ nodes: [node("Concat", ["x"], ["y"], [{ name: "axis", kind: "int", value: 0.5 }])], inputs: [X] }),
      { code: "onnx-attribute", operation: "Concat" },
      /The attribute "axis" of the node "Concat y" \(Concat\) must be of the kind "int", but is 0\.5/,
    ],
    [
      "an integer beyond 64 bits",
      modelOf({
        nodes: [node("Concat", ["x"], ["y"], [{ name: "axis", kind: "int", value: 2n ** 63n }])],
        inputs: [X],
      }),
      { code: "onnx-attribute" },
      /9223372036854775808n/,
    ],
    [
      "a domain without a version",
      modelOf({ nodes: [{ ...relu, domain: "com.microsoft" }], inputs: [X], outputs: [Y] }),
      { code: "onnx-domain", node: "Relu y" },
      /com\.microsoft/,
    ],
    [
      "a version of nothing",
      { ...modelOf({}), opsets: [{ domain: "", version: 0 }] },
      { code: "onnx-version" },
      /opset/,
    ],
    ["an input without a name", modelOf({ inputs: [{ ...X, name: "" }] }), { code: "onnx-unnamed" }, /has no name/],
  ];
  for (const [what, model, fields, message] of cases) {
    test(what, () => {
      assert.throws(
        () => encodeOnnx(model),
        (error: unknown) => {
          assert.ok(error instanceof GraphError);
          assert.match(error.message, message);
          for (const [name, value] of Object.entries(fields)) assert.equal(Reflect.get(error, name), value);
          return true;
        },
      );
    });
  }
});
