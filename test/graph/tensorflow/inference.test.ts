/** @file Models run on TensorFlow.js give PyTorch's outputs, hold their weights once and free them. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Graph } from "../../../src/graph/graph";
import { openInference } from "../../../src/graph/inference/open-inference";
import { multiply } from "../../../src/graph/operations/arithmetic";
import { gemm } from "../../../src/graph/operations/gemm";
import { loadTensorFlow } from "../../../src/graph/tensorflow/load-tensorflow";
import { openTensorFlowInference } from "../../../src/graph/tensorflow/tensorflow-inference";
import type { Feeds, FloatTensor } from "../../../src/graph/training/training-session";
import type { ForwardOptions, Head } from "../../../src/models/architecture";
import { ARCHITECTURES } from "../../../src/models/auto/architectures";
import { type GoldenTensor, loadGolden, readSafetensors, relativeDistance } from "../../models/goldens";

/** One model of each kind; what the graphs compute is tested on onnxruntime, what the kernels compute in kernels.test.ts. */
const MODELS: Readonly<Record<string, readonly [batch: string, output: string]>> = {
  "distilbert-sequence-classification": ["padded", "logits"],
  "bert-question-answering": ["padded", "start_logits"],
  "bert-base": ["padded", "pooler_output"],
  "roberta-token-classification": ["single", "logits"],
  "gpt2-causal-lm": ["longest", "logits"],
  "gpt2-sequence-classification": ["left", "logits"],
  llama: ["right", "logits"],
  mistral: ["right", "logits"],
};

function whole({ data, shape }: { data: ArrayLike<number>; shape: readonly number[] }) {
  return { type: "int64", dims: shape, data: BigInt64Array.from(Array.from(data), BigInt) } as const;
}

function openModel(name: string) {
  const golden = loadGolden(name);
  const architecture = ARCHITECTURES.find(({ modelType }) => modelType === golden.json.architecture);
  assert.ok(architecture !== undefined);
  const config = architecture.readConfig(golden.config);
  const weights = new Map<string, FloatTensor>();
  for (const [key, { data, shape }] of readSafetensors(join(golden.folder, "model.safetensors"))) {
    if (!architecture.isBuffer(key))
      weights.set(architecture.rename(config, key), { shape, data: Float32Array.from(data) });
  }
  const head = golden.json.head as Head;
  return {
    golden,
    weights,
    build: (options: Partial<ForwardOptions>) => architecture.build(config, { head, ...options }),
  };
}

function feedsOf(tensor: (name: string) => GoldenTensor | undefined): Feeds {
  const ids = tensor("input_ids");
  assert.ok(ids !== undefined);
  const { shape, data } = ids;
  const columns = shape[1] ?? 1;
  return {
    input_ids: whole(ids),
    attention_mask: whole(tensor("attention_mask") ?? { shape, data: data.map(() => 1) }),
    token_type_ids: whole(tensor("token_type_ids") ?? { shape, data: data.map(() => 0) }),
    position_ids: whole(tensor("position_ids") ?? { shape, data: data.map((_, place) => place % columns) }),
  };
}

describe("outputs are PyTorch's", () => {
  for (const [name, [batch, output]] of Object.entries(MODELS)) {
    test(`${name}: ${output}`, async () => {
      const { golden, weights, build } = openModel(name);
      const { tf, ...rest } = await loadTensorFlow();
      const before = tf.memory().numTensors;
      const session = openTensorFlowInference({ tf, ...rest });
      await session.write(weights);
      const held = tf.memory().numTensors;
      const feeds = feedsOf((key) =>
        golden.keys.includes(`${batch}.${key}`) ? golden.tensor(`${batch}.${key}`) : undefined,
      );
      const found = (await session.run("forward", () => build({}), feeds, { fetch: [output] }))[output];
      assert.equal(tf.memory().numTensors, held, "intermediate results are left in memory");
      const expected = golden.floats(`${batch}.${output}`);
      assert.deepEqual(found?.dims, expected.shape);
      const mask = feeds.attention_mask?.data ?? [];
      const places = expected.shape[1] === feeds.input_ids?.dims[1] ? Array.from(mask, Number) : undefined;
      assert.ok(relativeDistance(Array.from(found?.data ?? [], Number), expected.data, places) < 1e-5);
      await session.close();
      assert.equal(tf.memory().numTensors, before, "weights are left in memory");
    });
  }
});

test("a decoder in steps over its cache, which begins empty, gives what it gives at once", async () => {
  for (const name of ["gpt2-causal-lm", "llama"]) {
    const { golden, weights, build } = openModel(name);
    const session = openTensorFlowInference(await loadTensorFlow());
    await session.write(weights);
    const all = feedsOf((key) => (golden.keys.includes(`cache.${key}`) ? golden.tensor(`cache.${key}`) : undefined));
    const graph = build({ cache: "past" });
    const [rows = 0] = all.input_ids?.dims ?? [];
    let past: Record<string, Feeds[string]> = {};
    for (const [input, { shape }] of graph.inputs) {
      if (!input.startsWith("past_key_values.")) continue;
      past[input] = { type: "float32", dims: [rows, Number(shape[1]), 0, Number(shape[3])], data: new Float32Array() };
    }
    let done = 0;
    for (const [step, length] of [5, 1, 3].entries()) {
      const cut = (key: string, from: number) => {
        const columns = all[key]?.dims[1] ?? 0;
        const data = Array.from(all[key]?.data ?? [], Number).filter((_, place) => {
          const column = place % columns;
          return column >= from && column < done + length;
        });
        return whole({ shape: [rows, done + length - from], data });
      };
      const feeds = { input_ids: cut("input_ids", done), attention_mask: cut("attention_mask", 0) };
      const outputs = await session.run("step", () => build({ cache: "past" }), {
        ...feeds,
        position_ids: cut("position_ids", done),
        ...past,
      });
      const expected = golden.floats(`cache.step.${step}.logits`);
      const attended = Array.from(cut("attention_mask", done).data, Number);
      const ours = Array.from(outputs.logits?.data ?? [], Number);
      assert.ok(relativeDistance(ours, expected.data, attended) < 1e-5, `${name}, step ${step}`);
      past = Object.fromEntries(
        Object.entries(outputs).flatMap(([output, value]) =>
          output.startsWith("present.") ? [[output.replace("present.", "past_key_values."), value]] : [],
        ),
      );
      done += length;
    }
    await session.close();
  }
});

test("weights are set, read, dropped and asked for by name", async () => {
  const { tf, ...rest } = await loadTensorFlow({ native: "never" });
  const session = openTensorFlowInference({ tf, ...rest });
  const build = (): Graph => {
    const graph = new Graph("linear");
    graph.output("y", multiply(gemm(graph.input("x", "float32", ["n", 2]), graph.parameter("w", [2, 2])), 2));
    return graph;
  };
  const feeds: Feeds = { x: { type: "float32", dims: [1, 2], data: Float32Array.of(1, 2) } };
  await assert.rejects(session.run("y", build, feeds), { code: "state-missing", message: /`w`/ });
  const numbers = Float32Array.of(1, 2, 3, 4);
  await session.write(new Map([["w", { shape: [2, 2], data: numbers }]]));
  numbers.fill(0);
  assert.deepEqual((await session.run("y", build, feeds)).y?.data, Float32Array.of(14, 20));
  assert.deepEqual((await session.read(["w"])).get("w"), { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) });
  await assert.rejects(session.run("y", build, feeds, { signal: AbortSignal.abort() }), { code: "aborted" });
  await session.drop(["w", "v"]);
  await assert.rejects(session.read(["w"]), { code: "state-missing" });
  await session.close();
  await assert.rejects(session.read(["w"]), { code: "closed" });
});

test("the memory of a deep graph is that of a few layers", async () => {
  const { tf, ...rest } = await loadTensorFlow({ native: "never" });
  const session = openTensorFlowInference({ tf, ...rest });
  const build = (): Graph => {
    const graph = new Graph("deep");
    let x = graph.input("x", "float32", ["n", 64]);
    for (let layer = 0; layer < 40; layer++) x = multiply(gemm(x, graph.parameter("w", [64, 64])), 0.1);
    graph.output("y", x);
    return graph;
  };
  await session.write(new Map([["w", { shape: [64, 64], data: new Float32Array(64 * 64).fill(0.1) }]]));
  const { peakBytes } = await tf.profile(async () => {
    await session.run("y", build, { x: { type: "float32", dims: [64, 64], data: new Float32Array(64 * 64) } });
    return [];
  });
  const layer = 64 * 64 * 4;
  assert.ok(peakBytes - tf.memory().numBytes < 10 * layer, `${(peakBytes - tf.memory().numBytes) / layer} layers`);
  await session.close();
});

test("a model opened on the engine runs on it where the native library loads", async () => {
  const { backend } = await loadTensorFlow();
  const session = await openInference("tensorflow");
  assert.equal(session.engine, backend === "cpu" ? "onnx" : "tensorflow");
  await session.close();
});
