/** @file Configurations that no encoder can have are refused by key; first values, names and inputs are Hugging Face's. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import type { Architecture, ForwardOptions } from "../../../src/models/architecture";
import { BERT } from "../../../src/models/encoders/bert";
import { DISTILBERT } from "../../../src/models/encoders/distilbert";
import { ROBERTA } from "../../../src/models/encoders/roberta";
import { ModelError } from "../../../src/models/model-error";

const SMALL = {
  vocab_size: 20,
  hidden_size: 8,
  num_attention_heads: 2,
  num_hidden_layers: 1,
  intermediate_size: 12,
  max_position_embeddings: 9,
};

function refused(architecture: Architecture, raw: Record<string, unknown>, key: string, message: RegExp): void {
  assert.throws(
    () => architecture.readConfig(raw),
    (error) => {
      assert.ok(error instanceof ModelError);
      assert.equal(error.code, "config-invalid");
      assert.equal(error.key, key);
      assert.match(`${error.message} ${error.hint}`, message);
      return true;
    },
  );
}

describe("refused configurations", () => {
  test("a hidden size that its heads do not divide", () => {
    refused(
      BERT,
      { hidden_size: 10, num_attention_heads: 3 },
      "hidden_size",
      /10, which must be a multiple of `num_attention_heads`, which is 3/,
    );
    refused(DISTILBERT, { dim: 10, n_heads: 3 }, "dim", /multiple of `n_heads`/);
  });
  test("an unknown activation, with the nearest", () => {
    refused(BERT, { hidden_act: "gelu_neu" }, "hidden_act", /Did you mean `gelu_new`/);
    refused(DISTILBERT, { activation: "rellu" }, "activation", /Did you mean `relu`/);
  });
  test("relative positions and decoders", () => {
    refused(
      BERT,
      { position_embedding_type: "relative_key" },
      "position_embedding_type",
      /Relative positions are not built/,
    );
    refused(ROBERTA, { is_decoder: true }, "is_decoder", /only false is/);
  });
  test("sizes, rates and ids out of range", () => {
    refused(BERT, { num_hidden_layers: -1 }, "num_hidden_layers", /-1/);
    refused(BERT, { vocab_size: 2 ** 40 }, "vocab_size", /whole number from 1/);
    refused(BERT, { hidden_size: "768" }, "hidden_size", /"768"/);
    refused(BERT, { hidden_dropout_prob: 1 }, "hidden_dropout_prob", /up to but not 1/);
    refused(BERT, { layer_norm_eps: 0 }, "layer_norm_eps", /above 0/);
    refused(DISTILBERT, { vocab_size: 5, pad_token_id: 5 }, "pad_token_id", /from 0 to 4/);
    refused(ROBERTA, { max_position_embeddings: 2 }, "max_position_embeddings", /after `pad_token_id`/);
    refused(ROBERTA, { pad_token_id: null }, "pad_token_id", /counted from it/);
    refused(BERT, { problem_type: "regresion" }, "problem_type", /Did you mean `regression`/);
  });
  test("a head that there is not, and loss options that a head has no use for", () => {
    assert.throws(() => BERT.build(SMALL, { head: "causal-lm" }), { code: "head-missing" });
    const options: ForwardOptions = {
      head: "question-answering",
      loss: "labels",
      lossOptions: { classWeights: "input" },
    };
    assert.throws(() => BERT.build(SMALL, options), { code: "loss-option-invalid" });
    const smoothed: ForwardOptions = {
      head: "sequence-classification",
      loss: "labels",
      lossOptions: { labelSmoothing: 0.1, problemType: "regression" },
    };
    assert.throws(() => BERT.build(SMALL, smoothed), { code: "loss-option-invalid" });
  });
});

describe("graphs", () => {
  test("declare what they read", () => {
    const inputs = (architecture: Architecture, raw: Record<string, unknown>, options: ForwardOptions): string[] => [
      ...architecture.build(architecture.readConfig(raw), options).inputs.keys(),
    ];
    assert.deepEqual(inputs(BERT, SMALL, { head: "base" }), ["input_ids", "token_type_ids", "attention_mask"]);
    assert.deepEqual(inputs(BERT, { ...SMALL, type_vocab_size: 1 }, { head: "base" }), ["input_ids", "attention_mask"]);
    assert.deepEqual(inputs(ROBERTA, { ...SMALL, type_vocab_size: 1 }, { head: "base" }), [
      "input_ids",
      "attention_mask",
    ]);
    assert.deepEqual(
      inputs(DISTILBERT, SMALL, { head: "question-answering", loss: "labels", lossOptions: { divisor: "input" } }),
      ["input_ids", "attention_mask", "start_positions", "end_positions", "loss_divisor"],
    );
  });
  test("have dropout where Hugging Face has it, and only while training", () => {
    const count = (architecture: Architecture, head: ForwardOptions["head"], mode: "inference" | "training"): number =>
      architecture
        .build(architecture.readConfig(SMALL), { head, mode })
        .nodes.filter(({ operation }) => operation === "Dropout").length;
    for (const architecture of [BERT, DISTILBERT, ROBERTA]) assert.equal(count(architecture, "base", "inference"), 0);
    // Embeddings, attention weights, the attention's output (not DistilBERT), the feed-forward part's; then the head's.
    assert.equal(count(BERT, "base", "training"), 4);
    assert.equal(count(DISTILBERT, "base", "training"), 3);
    assert.equal(count(BERT, "sequence-classification", "training"), 5);
    assert.equal(count(ROBERTA, "sequence-classification", "training"), 6);
    assert.equal(count(BERT, "question-answering", "training"), 4);
    assert.equal(count(DISTILBERT, "question-answering", "training"), 4);
    assert.equal(count(BERT, "masked-lm", "training"), 4);
  });
  test("take a decoder of its own where the words are not tied", () => {
    const config = BERT.readConfig({ ...SMALL, tie_word_embeddings: false });
    const names = [...BERT.build(config, { head: "masked-lm" }).parameters.keys()];
    assert.ok(names.includes("cls.predictions.decoder.weight") && !names.includes("cls.predictions.bias"));
    assert.deepEqual(BERT.aliases(config, "masked-lm"), {});
  });
});

describe("weights", () => {
  const first = (
    architecture: Architecture,
    raw: Record<string, unknown>,
    name: string,
    shape: number[],
  ): Float32Array => architecture.initialize(architecture.readConfig(raw), name, shape, defaultRng(1));

  test("begin as in Python", () => {
    assert.deepEqual([...new Set(first(BERT, SMALL, "bert.embeddings.LayerNorm.weight", [8]))], [1]);
    assert.deepEqual(
      [...new Set(first(DISTILBERT, SMALL, "distilbert.transformer.layer.0.sa_layer_norm.weight", [8]))],
      [1],
    );
    assert.deepEqual([...new Set(first(BERT, SMALL, "cls.predictions.bias", [8]))], [0]);
    assert.deepEqual([...new Set(first(ROBERTA, SMALL, "lm_head.bias", [8]))], [0]);
    const words = first(ROBERTA, SMALL, "roberta.embeddings.word_embeddings.weight", [20_000, 8]);
    assert.deepEqual([...words.subarray(8, 16)], new Array(8).fill(0));
    const mean = words.reduce((sum, item) => sum + item, 0) / words.length;
    const deviation = Math.sqrt(words.reduce((sum, item) => sum + (item - mean) ** 2, 0) / words.length);
    assert.ok(Math.abs(mean) < 2e-4 && Math.abs(deviation - 0.02) < 2e-4, `${mean} ${deviation}`);
    const table = first(
      DISTILBERT,
      { ...SMALL, sinusoidal_pos_embds: true },
      "embeddings.position_embeddings.weight",
      [3, 4],
    );
    // numpy: sin(2), cos(2), sin(2 / 100), cos(2 / 100)
    const wanted = [0.9092974268, -0.4161468365, 0.0199986667, 0.9998000067];
    for (const [index, item] of wanted.entries()) assert.ok(Math.abs((table[8 + index] ?? 0) - item) < 1e-7);
  });
  test("have their names from any age", () => {
    const config = BERT.readConfig(SMALL);
    assert.equal(BERT.rename(config, "bert.embeddings.LayerNorm.gamma"), "bert.embeddings.LayerNorm.weight");
    assert.equal(BERT.rename(config, "cls.predictions.decoder.weight"), "bert.embeddings.word_embeddings.weight");
    assert.ok(
      BERT.isBuffer("bert.embeddings.position_ids") && !BERT.isBuffer("bert.embeddings.position_embeddings.weight"),
    );
    assert.deepEqual(
      ["bert.encoder.layer.3.output.dense.weight", "bert.embeddings.LayerNorm.bias", "classifier.weight"].map((name) =>
        BERT.depth(config, name),
      ),
      [4, 0, undefined],
    );
    assert.deepEqual(
      ["classifier.weight", "classifier.bias", "bert.embeddings.LayerNorm.weight", "vocab_layer_norm.weight"].map(
        (name) => BERT.isDecayed(name),
      ),
      [true, false, false, false],
    );
  });
});
