// The oracle is PyTorch: every tiny model of test/fixtures/models gives the same outputs through fromPretrained.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AutoModelForCausalLM } from "../../../src/generation/auto-model-for-causal-lm";
import {
  AutoModel,
  type AutoModelClass,
  AutoModelForMaskedLM,
  AutoModelForQuestionAnswering,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
} from "../../../src/models/auto/auto-model";
import type { ModelInputs } from "../../../src/models/model-inputs";
import type { ModelOutput, PastKeyValues } from "../../../src/models/model-output";
import { type Golden, goldenNames, loadGolden, relativeDistance } from "../goldens";

const CLASSES: Record<string, AutoModelClass> = {
  base: AutoModel,
  "sequence-classification": AutoModelForSequenceClassification,
  "token-classification": AutoModelForTokenClassification,
  "question-answering": AutoModelForQuestionAnswering,
  "masked-lm": AutoModelForMaskedLM,
  "causal-lm": AutoModelForCausalLM,
  "multi-label": AutoModelForSequenceClassification,
  regression: AutoModelForSequenceClassification,
};

const names = goldenNames().filter((name) => !name.startsWith("train-") && name !== "functions");

for (const name of names) {
  test(`${name} gives PyTorch's outputs`, async () => {
    const golden = loadGolden(name);
    const { head } = golden.json;
    const autoClass = CLASSES[head];
    assert.ok(autoClass !== undefined, head);
    const model = await autoClass.fromPretrained(golden.folder);
    try {
      assert.equal(model.className, golden.json.class);
      assert.deepEqual(
        Object.fromEntries(model.parameters().map(({ name: own, shape }) => [own, [...shape]])),
        golden.json.parameters,
      );
      let compared = 0;
      for (const [batch, { inputs, outputs }] of Object.entries(golden.json.batches)) {
        if (inputs.includes("class_weights")) continue;
        const given = Object.fromEntries(inputs.map((key) => [key, asInput(golden, `${batch}.${key}`)]));
        const hidden = outputs.some((key) => key.startsWith("hidden_states."));
        const output = await model.forward(given as unknown as ModelInputs, { outputHiddenStates: hidden });
        for (const key of outputs) {
          if (key.includes("past.") || key.includes("step.")) continue;
          const wanted = golden.floats(`${batch}.${key}`);
          const ours = tensorOf(output, key);
          assert.deepEqual([...ours.dims], wanted.shape, `${batch}.${key}`);
          const where = maskFor(golden, batch, inputs, wanted.shape);
          const distance = relativeDistance(ours.data, wanted.data, where);
          assert.ok(distance < 1e-5, `${batch}.${key}: ${distance}`);
          compared++;
        }
      }
      assert.ok(compared > 0);
    } finally {
      await model.close();
    }
  });
}

for (const name of ["gpt2-causal-lm", "llama", "llama-tied", "qwen2", "mistral"]) {
  test(`${name} gives PyTorch's logits in steps over a cache`, async () => {
    const golden = loadGolden(name);
    const model = await AutoModelForCausalLM.fromPretrained(golden.folder);
    try {
      const column = (key: string, from: number, to: number): { dims: number[]; data: Int32Array } => {
        const { data, shape } = golden.integers(`cache.${key}`);
        const [rows = 0, columns = 0] = shape;
        const cut = Array.from({ length: rows }, (_, row) => [...data.slice(row * columns + from, row * columns + to)]);
        return { dims: [rows, to - from], data: Int32Array.from(cut.flat()) };
      };
      let past: PastKeyValues | undefined;
      for (const [step, [from, to]] of [[0, 5] as const, [5, 6] as const, [6, 9] as const].entries()) {
        const attention_mask = column("attention_mask", 0, to);
        const inputs = { input_ids: column("input_ids", from, to), attention_mask, past_key_values: past };
        const output = await model.forward(inputs, { useCache: true });
        const wanted = golden.floats(`cache.step.${step}.logits`);
        const distance = relativeDistance(output.logits.data, wanted.data, column("attention_mask", from, to).data);
        assert.ok(distance < 1e-5, `step ${step}: ${distance}`);
        past = output.past_key_values;
        const last = await model.forward({ ...inputs }, { useCache: true, logits: "last" });
        assert.deepEqual([...last.logits.dims], [2, 1, wanted.shape[2]]);
        assert.ok(relativeDistance(last.logits.at(0).data, output.logits.at(0).at(-1).data) < 1e-6);
      }
      assert.equal(past?.size, 2 * Number(model.config.num_hidden_layers ?? model.config.n_layer));
    } finally {
      await model.close();
    }
  });
}

function asInput(golden: Golden, key: string): { dims: number[]; data: Int32Array | Float32Array } {
  const { data, shape } = golden.tensor(key);
  return { dims: shape, data };
}

function tensorOf(output: ModelOutput, key: string): { data: Float32Array; dims: readonly number[] } {
  const [, layer] = /^hidden_states\.(\d+)$/.exec(key) ?? [];
  const tensor = layer === undefined ? output.get(key) : output.hidden_states[Number(layer)];
  assert.ok(tensor !== undefined, key);
  return tensor;
}

/** Only attended positions mean something in outputs that have one value a position. */
function maskFor(golden: Golden, batch: string, inputs: readonly string[], shape: readonly number[]) {
  if (!inputs.includes("attention_mask")) return undefined;
  const mask = golden.integers(`${batch}.attention_mask`);
  return shape.length >= 2 && shape[0] === mask.shape[0] && shape[1] === mask.shape[1] ? mask.data : undefined;
}
