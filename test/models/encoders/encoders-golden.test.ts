/** @file Encoders with every head compute what PyTorch computes: outputs, hidden states, losses and every gradient. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Architecture, ForwardOptions, Head } from "../../../src/models/architecture";
import { BERT } from "../../../src/models/encoders/bert";
import { DISTILBERT } from "../../../src/models/encoders/distilbert";
import { ROBERTA } from "../../../src/models/encoders/roberta";
import { type Golden, type GoldenTensor, goldenNames, loadGolden, readSafetensors, relativeDistance } from "../goldens";
import { runForward } from "../run-forward";

const ARCHITECTURES = new Map<string, Architecture>([BERT, DISTILBERT, ROBERTA].map((item) => [item.modelType, item]));
const WITHIN = 1e-5;
const GOLDENS = goldenNames().filter((name) => /^(distilbert|bert|roberta)-/.test(name));

function weightsOf({ folder }: Golden): Map<string, GoldenTensor> {
  const files = readdirSync(folder).filter((name) => /^model.*\.safetensors$/.test(name));
  return new Map(files.flatMap((name) => [...readSafetensors(join(folder, name))]));
}

function headOf({ json }: Golden): Head {
  return json.head === "multi-label" || json.head === "regression" ? "sequence-classification" : (json.head as Head);
}

/** A batch's inputs as the graph wants them: a mask and segments where PyTorch was given none, targets `[batch, labels]`. */
function inputsOf(golden: Golden, batch: string): Record<string, GoldenTensor> {
  const inputs: Record<string, GoldenTensor> = {};
  for (const name of golden.json.batches[batch]?.inputs ?? []) inputs[name] = golden.tensor(`${batch}.${name}`);
  const { shape, data } = inputs.input_ids ?? assert.fail("no input_ids");
  inputs.attention_mask ??= { shape, data: new Int32Array(data.length).fill(1) };
  inputs.token_type_ids ??= { shape, data: new Int32Array(data.length) };
  if (golden.json.head === "regression" && inputs.labels !== undefined) {
    inputs.labels = { ...inputs.labels, shape: [inputs.labels.data.length, 1] };
  }
  return inputs;
}

async function check(name: string, batch: string, mode: "inference" | "training", hasChunks: boolean): Promise<void> {
  const golden = loadGolden(name);
  const architecture = ARCHITECTURES.get(golden.json.architecture) ?? assert.fail(golden.json.architecture);
  const expected = golden.json.batches[batch] ?? assert.fail(batch);
  const config = architecture.readConfig(golden.config);
  const options: ForwardOptions = {
    head: headOf(golden),
    mode,
    loss: expected.outputs.includes("loss") ? "labels" : "none",
    hiddenStates: expected.outputs.includes("hidden_states.0") ? "all" : "none",
    lossOptions: {
      ...(expected.inputs.includes("class_weights") ? { classWeights: "input" } : {}),
      ...(hasChunks ? { chunks: 3 } : {}),
    },
  };
  const graph = architecture.build(config, options);
  const weights = weightsOf(golden);
  assert.deepEqual(
    new Set(graph.parameters.keys()),
    new Set([...weights.keys()].map((key) => architecture.rename(config, key))),
  );
  const inputs = inputsOf(golden, batch);
  const found = await runForward(graph, { weights, inputs, gradients: expected.gradients ? "all" : "none" });
  assert.deepEqual(new Set(found.outputs.keys()), new Set(expected.outputs));
  const mask = inputs.attention_mask?.data ?? [];
  for (const output of expected.outputs) {
    const wanted = golden.floats(`${batch}.${output}`);
    const own = found.outputs.get(output) ?? assert.fail(output);
    assert.deepEqual(own.shape, wanted.shape, output);
    const perToken =
      wanted.shape.length >= 2 &&
      wanted.data.length % mask.length === 0 &&
      wanted.shape[1] === inputs.input_ids?.shape[1];
    const distance = relativeDistance(own.data, wanted.data, perToken ? mask : undefined);
    assert.ok(distance <= WITHIN, `${output}: ${distance}`);
  }
  if (!expected.gradients) return;
  for (const parameter of graph.parameters.keys()) {
    const wanted = golden.floats(`${batch}.grad.${parameter}`);
    const own = found.gradients.get(parameter) ?? assert.fail(`no gradient of ${parameter}`);
    const distance = relativeDistance(own, wanted.data);
    assert.ok(distance <= WITHIN, `gradient of ${parameter}: ${distance}`);
  }
}

test("there is a golden for every architecture and head", () => {
  const wanted = [...ARCHITECTURES.values()].flatMap((item) => Object.values(item.classNames));
  assert.deepEqual(new Set(GOLDENS.map((name) => loadGolden(name).json.class)), new Set(wanted));
});

for (const name of GOLDENS) {
  describe(name, () => {
    const { json } = loadGolden(name);
    for (const batch of Object.keys(json.batches)) {
      for (const mode of ["inference", "training"] as const) {
        test(`${batch}, ${mode}`, () => check(name, batch, mode, false));
      }
    }
    if (json.head === "masked-lm") test("the loss in three pieces", () => check(name, "padded", "training", true));
  });
}
