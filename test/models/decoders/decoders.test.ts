/** @file What decoders say of themselves: configurations, names, first values, heads, masks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { Graph } from "../../../src/graph/graph";
import { causalMask } from "../../../src/models/decoders/causal-mask";
import { GPT2 } from "../../../src/models/decoders/gpt2";
import { LLAMA, MISTRAL, QWEN2 } from "../../../src/models/decoders/llama";
import { LOWEST } from "../../../src/models/layers/attention";
import { ModelError } from "../../../src/models/model-error";
import { loadGolden, relativeDistance } from "../goldens";
import { runForward } from "../run-forward";
import { batchInputs, DECODERS, openDecoder } from "./decoder-cases";

const TINY = { hidden_size: 16, num_attention_heads: 4, num_hidden_layers: 2, vocab_size: 20, intermediate_size: 8 };

function refusal(key: string, message: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof ModelError && error.key === key && message.test(`${error.message} ${error.hint}`);
}

test("a configuration that no decoder can have is refused, with its key and the rule", () => {
  assert.throws(
    () => GPT2.readConfig({ n_embd: 10, n_head: 3 }),
    refusal("n_embd", /10.*multiple of `n_head`, which is 3/),
  );
  assert.throws(() => GPT2.readConfig({ add_cross_attention: true }), refusal("add_cross_attention", /true/));
  assert.throws(() => GPT2.readConfig({ activation_function: "gelu_nwe" }), refusal("activation_function", /gelu_new/));
  assert.throws(() => GPT2.readConfig({ pad_token_id: 60000 }), refusal("pad_token_id", /60000.*50256/));
  assert.throws(
    () => LLAMA.readConfig({ ...TINY, num_key_value_heads: 3 }),
    refusal("num_key_value_heads", /3.*divide `num_attention_heads`, which is 4/),
  );
  assert.throws(() => LLAMA.readConfig({ ...TINY, head_dim: 5 }), refusal("head_dim", /5.*even/));
  assert.throws(
    () => LLAMA.readConfig({ ...TINY, rope_scaling: "linear" }),
    refusal("rope_scaling", /"linear".*object/),
  );
  const scaling = (rope_scaling: object) => () => LLAMA.readConfig({ ...TINY, rope_scaling });
  assert.throws(
    scaling({ type: "longrope" }),
    refusal("rope_type", /"longrope".*default, linear, dynamic, llama3, yarn/),
  );
  assert.throws(scaling({ type: "linear" }), refusal("rope_parameters.factor", /undefined.*above 0/));
  assert.throws(scaling({ type: "linear", factor: -2 }), refusal("factor", /-2/));
  assert.throws(
    scaling({ rope_type: "llama3", factor: 8, low_freq_factor: 4, high_freq_factor: 4 }),
    refusal("high_freq_factor", /4.*above `low_freq_factor`/),
  );
  assert.throws(
    () => LLAMA.readConfig({ ...TINY, partial_rotary_factor: 0.5 }),
    refusal("partial_rotary_factor", /0\.5.*whole heads/),
  );
  assert.throws(
    () => QWEN2.readConfig({ ...TINY, num_key_value_heads: 2, layer_types: ["full"] }),
    refusal("layer_types", /2 layers/),
  );
  assert.throws(
    () => QWEN2.readConfig({ ...TINY, num_key_value_heads: 2, layer_types: ["full_attention", "sliding_attention"] }),
    refusal("layer_types", /use_sliding_window/),
  );
});

test("configurations have Hugging Face's defaults", () => {
  const pick = (config: Readonly<Record<string, unknown>>, ...keys: string[]): unknown[] =>
    keys.map((key) => config[key]);
  assert.deepEqual(pick(GPT2.readConfig({}), "n_inner", "vocab_size", "tie_word_embeddings"), [3072, 50257, true]);
  const shape = ["num_key_value_heads", "head_dim", "sliding_window", "attention_bias", "tie_word_embeddings"];
  assert.deepEqual(pick(LLAMA.readConfig({}), ...shape), [32, 128, undefined, false, false]);
  assert.deepEqual(pick(MISTRAL.readConfig({}), ...shape), [8, 128, 4096, false, false]);
  assert.deepEqual(pick(MISTRAL.readConfig({ num_key_value_heads: null }), ...shape), [32, 128, 4096, false, false]);
  assert.deepEqual(pick(MISTRAL.readConfig({ sliding_window: null }), "sliding_window"), [undefined]);
  assert.deepEqual(pick(QWEN2.readConfig({}), ...shape), [32, 128, undefined, true, false]);
  assert.equal(QWEN2.readConfig({}).vocab_size, 151936);
  assert.equal(LLAMA.readConfig({ pad_token_id: -1 }).pad_token_id, undefined);
});

test("of Qwen2, the layers from max_window_layers up slide", () => {
  const wide = { ...TINY, num_hidden_layers: 3, num_key_value_heads: 2, sliding_window: 4, max_window_layers: 1 };
  const types = (raw: Record<string, unknown>): unknown => QWEN2.readConfig(raw).layer_types;
  assert.deepEqual(types(wide), ["full_attention", "full_attention", "full_attention"]);
  const sliding = { ...wide, use_sliding_window: true };
  assert.deepEqual(types(sliding), ["full_attention", "sliding_attention", "sliding_attention"]);
  assert.deepEqual(types({ ...sliding, max_window_layers: 0 }), Array(3).fill("sliding_attention"));
});

test("AdamW decays what Hugging Face's Trainer decays", () => {
  for (const name of ["train-gpt2", "train-llama"]) {
    const { architecture, training } = loadGolden(name).json;
    const decayed = (key: string): boolean | undefined => DECODERS[architecture]?.isDecayed(key);
    assert.ok(training !== undefined && training.decayed.length > 0);
    assert.deepEqual(
      training.decayed.filter((key) => decayed(key) !== true),
      [],
    );
    assert.deepEqual(
      training.undecayed.filter((key) => decayed(key) !== false),
      [],
    );
  }
});

test("tied heads, buffers and depths go by the checkpoint's names", () => {
  const tied = GPT2.readConfig({});
  assert.equal(GPT2.rename(tied, "lm_head.weight"), "transformer.wte.weight");
  assert.deepEqual(GPT2.aliases(tied, "causal-lm"), { "transformer.wte.weight": "lm_head.weight" });
  assert.deepEqual(GPT2.aliases(tied, "base"), {});
  assert.ok(GPT2.isBuffer("h.0.attn.bias") && GPT2.isBuffer("transformer.h.1.attn.masked_bias"));
  assert.ok(!GPT2.isBuffer("h.0.attn.c_attn.bias"));
  assert.ok(LLAMA.isBuffer("model.layers.3.self_attn.rotary_emb.inv_freq"));
  const untied = LLAMA.readConfig(TINY);
  assert.equal(LLAMA.rename(untied, "lm_head.weight"), "lm_head.weight");
  assert.deepEqual(
    ["model.embed_tokens.weight", "model.layers.1.mlp.up_proj.weight", "model.norm.weight", "lm_head.weight"].map(
      (key) => LLAMA.depth(untied, key),
    ),
    [0, 2, 3, undefined],
  );
  assert.deepEqual(
    ["wpe.weight", "h.0.ln_1.bias", "transformer.ln_f.weight", "score.weight"].map((key) => GPT2.depth(tied, key)),
    [0, 1, 13, undefined],
  );
});

test("weights begin as Hugging Face's do", () => {
  const random = defaultRng(7);
  const deviation = (values: Float32Array): number =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  const config = GPT2.readConfig({ n_layer: 8 });
  const wide = GPT2.initialize(config, "h.0.mlp.c_fc.weight", [200, 300], random);
  assert.ok(Math.abs(deviation(wide) / 0.02 - 1) < 0.02);
  const residual = GPT2.initialize(config, "transformer.h.0.attn.c_proj.weight", [200, 300], random);
  assert.ok(Math.abs(deviation(residual) / (0.02 / 4) - 1) < 0.02);
  assert.deepEqual([...GPT2.initialize(config, "h.0.ln_1.weight", [2], random)], [1, 1]);
  assert.deepEqual([...GPT2.initialize(config, "h.0.mlp.c_proj.bias", [2], random)], [0, 0]);
  const llama = LLAMA.readConfig({ ...TINY, pad_token_id: 1 });
  assert.deepEqual([...LLAMA.initialize(llama, "model.norm.weight", [2], random)], [1, 1]);
  assert.deepEqual([...LLAMA.initialize(llama, "layers.0.post_attention_layernorm.weight", [1], random)], [1]);
  const table = LLAMA.initialize(llama, "model.embed_tokens.weight", [3, 2], random);
  assert.deepEqual(
    [...table].map((value) => value === 0),
    [false, false, true, true, false, false],
  );
});

test("the mask sees the past, its own window and no padding; a row of padding sees everything alike", async () => {
  const graph = new Graph("mask");
  const attentionMask = graph.input("attention_mask", "int64", ["batch", "past_sequence+sequence"]);
  graph.input("past", "float32", ["past_sequence"]);
  graph.input("ids", "int64", ["batch", "sequence"]);
  const options = { attentionMask, past: "past_sequence", sequence: "sequence" };
  graph.output("full", causalMask(graph, options));
  graph.output("window", causalMask(graph, { ...options, slidingWindow: 2 }));
  assert.equal(causalMask(graph, options), graph.outputs.get("full"));
  const inputs = {
    attention_mask: { data: [0, 1, 1, 1, 0, 0, 0, 1], shape: [2, 4] },
    past: { data: [0], shape: [1] },
    ids: { data: Array(6).fill(0), shape: [2, 3] },
  };
  const { outputs } = await runForward(graph, { weights: new Map(), inputs });
  const shown = (name: string): string =>
    [...(outputs.get(name)?.data ?? [])].map((value) => (value === 0 ? "x" : value === LOWEST ? "." : "?")).join("");
  assert.equal(shown("full"), [".x..", ".xx.", ".xxx", "....", "....", "...x"].join(""));
  assert.equal(shown("window"), [".x..", ".xx.", "..xx", "....", "....", "...x"].join(""));
});

test("a base model gives last_hidden_state, under names without a prefix", async () => {
  const { golden, architecture, config, weights } = await openDecoder("llama");
  const graph = architecture.build(config, { head: "base" });
  assert.ok([...graph.parameters.keys()].every((key) => !key.startsWith("model.") && key !== "lm_head.weight"));
  const bare = new Map([...weights].map(([key, value]) => [key.replace(/^model\./, ""), value]));
  const { outputs } = await runForward(graph, { weights: bare, inputs: batchInputs(golden, "right") });
  const found = outputs.get("last_hidden_state")?.data ?? [];
  const mask = golden.tensor("right.attention_mask").data;
  assert.ok(relativeDistance(found, golden.floats("right.hidden_states.2").data, mask) < 1e-5);
});

test("a token classifier is a linear layer on the last hidden states", async () => {
  const { golden, architecture, config, weights } = await openDecoder("gpt2-causal-lm");
  const width = 18;
  const weight = Float32Array.from({ length: 2 * width }, (_, index) => Math.sin(index));
  const own = new Map(weights)
    .set("classifier.weight", { data: weight, shape: [2, width] })
    .set("classifier.bias", { data: [0.5, -0.25], shape: [2] });
  const graph = architecture.build(config, { head: "token-classification" });
  const { outputs } = await runForward(graph, { weights: own, inputs: batchInputs(golden, "right") });
  const hidden = golden.floats("right.hidden_states.2");
  const expected = Array.from({ length: (hidden.data.length / width) * 2 }, (_, at) => {
    const row = hidden.data.subarray(Math.floor(at / 2) * width, (Math.floor(at / 2) + 1) * width);
    return row.reduce(
      (sum, value, column) => sum + value * (weight[(at % 2) * width + column] ?? 0),
      at % 2 === 0 ? 0.5 : -0.25,
    );
  });
  const mask = golden.tensor("right.attention_mask").data;
  assert.ok(relativeDistance(outputs.get("logits")?.data ?? [], expected, mask) < 1e-5);
});

test("a classifier needs a padding id, and heads that no decoder has are refused", () => {
  const config = LLAMA.readConfig(TINY);
  assert.throws(() => LLAMA.build(config, { head: "sequence-classification" }), refusal("pad_token_id", /last token/));
  assert.throws(
    () => LLAMA.build(config, { head: "masked-lm" }),
    (error: unknown) =>
      error instanceof ModelError && error.code === "head-missing" && /causal-lm/.test(error.hint ?? ""),
  );
});

test("dropout stands in training graphs at Hugging Face's places", () => {
  const count = (mode: "inference" | "training", raw: Record<string, unknown> = {}): number =>
    GPT2.build(GPT2.readConfig({ n_embd: 4, n_head: 2, n_layer: 2, vocab_size: 5, ...raw }), {
      head: "causal-lm",
      mode,
    }).nodes.filter(({ operation }) => operation === "Dropout").length;
  assert.equal(count("inference"), 0);
  // The embeddings; and in each layer the attention weights and both residual branches.
  assert.equal(count("training"), 1 + 2 * 3);
  assert.equal(count("training", { attn_pdrop: 0 }), 1 + 2 * 2);
  const llama = LLAMA.readConfig({ ...TINY, attention_dropout: 0.1 });
  const nodes = LLAMA.build(llama, { head: "causal-lm", mode: "training" }).nodes;
  assert.equal(nodes.filter(({ operation }) => operation === "Dropout").length, 2);
});

test("a batch without a label has no loss, and a divisor takes the count's place", async () => {
  const { golden, run } = await openDecoder("llama");
  const inputs = batchInputs(golden, "right");
  const none = { ...inputs, labels: { data: Array(24).fill(-100), shape: [3, 8] } };
  const nothing = await run({ loss: "labels", logits: "none" }, none, { gradients: "all" });
  assert.ok(Number.isNaN(nothing.outputs.get("loss")?.data[0]));
  assert.ok([...nothing.gradients.values()].every((values) => values.every((value) => value === 0)));
  const labels = golden.integers("right.labels").data;
  const counted = labels.filter((label, index) => index % 8 !== 0 && label !== -100).length;
  const divided = await run(
    { loss: "labels", logits: "none", lossOptions: { divisor: "input" } },
    { ...inputs, loss_divisor: { data: [2 * counted], shape: [] } },
  );
  const half = (golden.floats("right.loss").data[0] ?? 0) / 2;
  assert.ok(Math.abs((divided.outputs.get("loss")?.data[0] ?? 0) - half) < 1e-5);
});
