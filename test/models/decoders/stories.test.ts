/** @file A trained model of 260,000 weights tells a story through our Llama. It skips where the model is not at hand. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import type { Graph } from "../../../src/graph/graph";
import { encodeOnnx } from "../../../src/graph/onnx/encode-onnx";
import { lowerGraph } from "../../../src/graph/onnx/lower-graph";
import type { OnnxTensor } from "../../../src/graph/onnx/onnx-model";
import { LLAMA } from "../../../src/models/decoders/llama";
import type { FedTensor } from "../run-forward";
import { readLlama2c, readLlama2cTokens } from "./llama2c";

const FOLDER = join(__dirname, "..", "..", "..", "..", "shared", "data", "models", "stories260K");
const skip = existsSync(FOLDER) ? false : "stories260K is not there";
const BEGIN = 1;
const LENGTH = 60;

test("a trained Llama tells a story, a token at a time over its cache", { skip }, async () => {
  const model = readLlama2c(join(FOLDER, "stories260K.bin"));
  const config = LLAMA.readConfig(model.config);
  const graph = LLAMA.build(config, { head: "causal-lm", cache: "past", logits: "last" });
  assert.deepEqual([...model.weights.keys()].sort(), [...graph.parameters.keys()].sort());
  const session = await openSession(graph, model.weights);
  const tokens = [BEGIN];
  let past: Record<string, Tensor> = {};
  for (const [name, { shape }] of graph.inputs) {
    if (name.startsWith("past")) past[name] = await floats([1, Number(shape[1]), 0, Number(shape[3])]);
  }
  try {
    while (tokens.length < LENGTH) {
      const found = await session.run({
        input_ids: await whole(tokens.slice(-1)),
        position_ids: await whole([tokens.length - 1]),
        attention_mask: await whole(tokens.map(() => 1)),
        ...past,
      });
      const logits = found.logits?.data as Float32Array;
      tokens.push(logits.reduce((best, value, id) => (value > (logits[best] ?? 0) ? id : best), 0));
      const present = Object.entries(found).filter(([name]) => name.startsWith("present"));
      past = Object.fromEntries(present.map(([name, tensor]) => [name.replace("present", "past_key_values"), tensor]));
    }
  } finally {
    await session.release();
  }
  const words = readLlama2cTokens(join(FOLDER, "tok512.bin"), Number(config.vocab_size));
  const text = tokens
    .slice(1)
    .map((id) => words[id])
    .join("")
    .trim();
  assert.match(text, /^Once upon a time, there was a little girl named Lily\. She loved to play outside in the park\./);
});

async function openSession(graph: Graph, weights: ReadonlyMap<string, FedTensor>): Promise<InferenceSession> {
  const { InferenceSession } = await import("onnxruntime-node");
  const { model } = lowerGraph<OnnxTensor>(graph, {
    initializers: (name, dims) => {
      const data = Float32Array.from(weights.get(name)?.data ?? []);
      return { name, type: "float32", dims, data: new Uint8Array(data.buffer) };
    },
  });
  return InferenceSession.create(encodeOnnx(model), { intraOpNumThreads: 1, logSeverityLevel: 3 });
}

async function whole(row: readonly number[]): Promise<Tensor> {
  const { Tensor } = await import("onnxruntime-node");
  return new Tensor("int64", BigInt64Array.from(row, BigInt), [1, row.length]);
}

async function floats(dims: readonly number[]): Promise<Tensor> {
  const { Tensor } = await import("onnxruntime-node");
  return new Tensor("float32", new Float32Array(0), dims);
}
