// The oracle is onnxruntime, which reads the files; what fails must leave what was there.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { GraphError } from "../../../src/graph/graph-error";
import { encodeOnnx } from "../../../src/graph/onnx/encode-onnx";
import type { OnnxLazyTensor, OnnxModel, OnnxTensor } from "../../../src/graph/onnx/onnx-model";
import { writeOnnxFile } from "../../../src/graph/onnx/write-onnx-file";

const home = mkdtempSync(join(tmpdir(), "caderno-onnx-file-"));
after(() => rmSync(home, { recursive: true, force: true }));

const WIDTH = 50;
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(home, "test-"));
  path = join(folder, "model.onnx");
});

function weights(name: string, dims: readonly number[], scale: number): OnnxTensor {
  const size = dims.reduce((product, each) => product * each, 1);
  const values = Float32Array.from({ length: size }, (_, index) => scale * (index % 7));
  return { name, type: "float32", dims, data: new Uint8Array(values.buffer) };
}

const FIRST = weights("first", [1, WIDTH, WIDTH], 1);
const BIAS = weights("bias", [WIDTH], 10);
const SECOND = weights("second", [WIDTH, WIDTH], 0.5);

function modelOf<Initializer extends OnnxTensor | OnnxLazyTensor>(
  initializers: readonly Initializer[],
): OnnxModel<Initializer> {
  const add = (left: string, right: string, output: string): OnnxModel["graph"]["nodes"][number] => ({
    operation: "Add",
    name: output,
    inputs: [left, right],
    outputs: [output],
    attributes: [],
  });
  return {
    graph: {
      name: "sums",
      nodes: [add("first", "bias", "a"), add("a", "second", "y")],
      inputs: [],
      outputs: [{ name: "y", type: "float32", shape: [1, WIDTH, WIDTH] }],
      initializers,
    },
    opsets: [{ domain: "", version: 18 }],
    irVersion: 9,
  };
}

const MODEL: OnnxModel = modelOf([FIRST, BIAS, SECOND]);
const EXPECTED: readonly number[] = Array.from({ length: WIDTH * WIDTH }, (_, at) => {
  return (at % 7) + 10 * ((at % WIDTH) % 7) + 0.5 * (at % 7);
});

function lazy(tensor: OnnxTensor, log: string[] = []): OnnxLazyTensor {
  const read = async (): Promise<Uint8Array> => {
    log.push(tensor.name);
    return tensor.data;
  };
  return { name: tensor.name, type: tensor.type, dims: tensor.dims, read };
}

async function run(file: string): Promise<readonly number[]> {
  const ort = await import("onnxruntime-node");
  const session = await ort.InferenceSession.create(file);
  try {
    const { y } = await session.run({});
    return Array.from((y as { data: unknown } | undefined)?.data as Float32Array);
  } finally {
    await session.release();
  }
}

describe("writeOnnxFile", () => {
  test("one file, the same bytes as encodeOnnx makes, from eager and from lazy weights", async () => {
    const files = await writeOnnxFile(path, MODEL);
    const bytes = encodeOnnx(MODEL);
    assert.deepEqual(files, { path, byteLength: bytes.byteLength, dataPath: undefined, dataByteLength: 0 });
    assert.ok(readFileSync(path).equals(bytes));
    const log: string[] = [];
    await writeOnnxFile(path, modelOf([lazy(FIRST, log), BIAS, lazy(SECOND, log)]), { externalData: "never" });
    assert.ok(readFileSync(path).equals(bytes));
    assert.deepEqual(log, ["first", "second"]);
    assert.deepEqual(readdirSync(folder), ["model.onnx"]);
    assert.deepEqual(await run(path), EXPECTED);
  });

  test("a second file: page-aligned weights in order, small constants stay in the model", async () => {
    const log: string[] = [];
    const model = modelOf([lazy(FIRST, log), lazy(BIAS, log), lazy(SECOND, log)]);
    const files = await writeOnnxFile(path, model, { externalData: "always" });
    assert.deepEqual(readdirSync(folder).sort(), ["model.onnx", "model.onnx_data"]);
    assert.equal(files.dataPath, `${path}_data`);
    assert.equal(files.dataByteLength, statSync(`${path}_data`).size);
    assert.equal(files.byteLength, statSync(path).size);
    assert.ok(files.byteLength < 1000);
    assert.deepEqual([...log].sort(), ["bias", "first", "second"]);
    const data = readFileSync(`${path}_data`);
    assert.equal(data.length, 12288 + 10000);
    assert.ok(data.subarray(0, 10000).equals(FIRST.data));
    assert.ok(data.subarray(10000, 12288).every((byte) => byte === 0));
    assert.ok(data.subarray(12288).equals(SECOND.data));
    assert.deepEqual(await run(path), EXPECTED);
  });

  test("auto decides by the size of the whole file", async () => {
    const { byteLength } = encodeOnnx(MODEL);
    const inside = await writeOnnxFile(path, MODEL, { externalDataAbove: byteLength });
    assert.equal(inside.dataPath, undefined);
    const outside = await writeOnnxFile(path, MODEL, { externalDataAbove: byteLength - 1 });
    assert.equal(outside.dataPath, `${path}_data`);
    assert.deepEqual(await run(path), EXPECTED);
  });

  test("a read that fails, or gives too little, leaves the files that were there and no others", async () => {
    await writeOnnxFile(path, MODEL, { externalData: "always" });
    const before = [readFileSync(path), readFileSync(`${path}_data`)];
    const broken: OnnxLazyTensor = { ...lazy(SECOND), read: () => Promise.reject(new Error("the disk is gone")) };
    const short: OnnxLazyTensor = { ...lazy(SECOND), read: async () => SECOND.data.subarray(4) };
    for (const externalData of ["always", "never"] as const) {
      await assert.rejects(writeOnnxFile(path, modelOf([FIRST, BIAS, broken]), { externalData }), /the disk is gone/);
      await assert.rejects(writeOnnxFile(path, modelOf([FIRST, BIAS, short]), { externalData }), (error: unknown) => {
        assert.ok(error instanceof GraphError);
        assert.equal(error.code, "onnx-tensor-size");
        assert.match(error.message, /"second" .* 10000 bytes, but its data has 9996/);
        return true;
      });
    }
    assert.deepEqual(readdirSync(folder).sort(), ["model.onnx", "model.onnx_data"]);
    assert.ok(readFileSync(path).equals(before[0] ?? Buffer.of()));
    assert.ok(readFileSync(`${path}_data`).equals(before[1] ?? Buffer.of()));
  });

  test("a model that one file cannot hold is refused before anything is read", async () => {
    const read = (): never => assert.fail("nothing may be read");
    const huge: OnnxLazyTensor = { name: "first", type: "float32", dims: [2 ** 29], read };
    await assert.rejects(writeOnnxFile(path, modelOf([huge, BIAS, SECOND]), { externalData: "never" }), {
      code: "onnx-too-large",
      message: /takes 2\.1 GB, but an ONNX file holds 2 GB at most/,
    });
    assert.deepEqual(readdirSync(folder), []);
  });

  test("a wrong model or option touches nothing; missing folders are made", async () => {
    writeFileSync(path, "old");
    await assert.rejects(writeOnnxFile(path, modelOf([FIRST, BIAS])), { code: "onnx-undefined-name" });
    await assert.rejects(writeOnnxFile(path, MODEL, { externalData: JSON.parse('"sometimes"') }), {
      name: "RangeError",
      message: /"sometimes"/,
    });
    assert.equal(readFileSync(path, "utf8"), "old");
    assert.deepEqual(readdirSync(folder), ["model.onnx"]);
    const deep = join(folder, "a", "b", "model.onnx");
    await writeOnnxFile(deep, MODEL, { externalData: "always" });
    assert.deepEqual(await run(deep), EXPECTED);
  });
});
