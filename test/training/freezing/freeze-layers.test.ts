/** @file Freezing by depth and name, and training that unfreezes from the top: what the engine trains is what was said. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { inspect } from "node:util";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import { EmissionsCallback } from "../../../src/training/energy/emissions-callback";
import { freezeBody, freezeLayers, unfreezeLayers } from "../../../src/training/freezing/freeze-layers";
import { GradualUnfreezing, type GradualUnfreezingOptions } from "../../../src/training/freezing/gradual-unfreezing";
import { trainableParameters } from "../../../src/training/freezing/trainable-parameters";
import { runTraining } from "../../../src/training/loop/training-loop";
import { LoraConfig } from "../../../src/training/lora/lora-config";
import { getPeftModel } from "../../../src/training/lora/peft-model";
import { openBase } from "../lora/lora-goldens";

const BATCH = {
  input_ids: [
    [4, 9, 17, 33],
    [5, 12, 50, 7],
  ],
  labels: [3, 8],
};
const models: PreTrainedModel[] = [];
let model: PreTrainedModel;
let gpt2: PreTrainedModel;
before(async () => {
  model = await openBase("distilbert-sequence-classification");
  gpt2 = await openBase("gpt2-causal-lm");
  models.push(model, gpt2);
});
beforeEach(() => {
  model.unfreeze();
  gpt2.unfreeze();
});
after(async () => {
  for (const each of models) await each.close();
});

function trained(of: PreTrainedModel): string[] {
  const names = of
    .parameters()
    .filter(({ state }) => state === "trained")
    .map(({ name }) => name);
  return [
    ...new Set(
      names.map((name) => /layer\.\d|h\.\d|embeddings|w[tp]e|ln_f|pre_classifier|classifier/.exec(name)?.[0] ?? name),
    ),
  ];
}

test("the lowest layers, layers by number, names", () => {
  const left = freezeLayers(model, { embeddings: true, layers: 1 });
  assert.deepEqual(trained(model), ["layer.1", "pre_classifier", "classifier"]);
  assert.equal(inspect(left), inspect(trainableParameters(model)));
  assert.match(model.summary().toText(), /layer\.0\.attention\.q_lin .*frozen/);
  unfreezeLayers(model, { layers: "all" });
  assert.deepEqual(trained(model), ["layer.0", "layer.1", "pre_classifier", "classifier"]);
  freezeLayers(model, { layers: [1] });
  assert.deepEqual(trained(model), ["layer.0", "pre_classifier", "classifier"]);
  freezeLayers(model, { layers: 2, names: "pre_classifier" });
  assert.deepEqual(trained(model), ["classifier"]);
  unfreezeLayers(model, { layers: 1 });
  assert.deepEqual(trained(model), ["layer.1", "classifier"], "unfreezing counts from the top");
  unfreezeLayers(model, { names: ["distilbert.transformer.layer.0.ffn", "q_lin"] });
  const zero = model.parameters().filter(({ name, state }) => /layer\.0/.test(name) && state === "trained");
  assert.deepEqual(
    zero.map(({ name }) => name.replace(/.*layer\.0\./, "")),
    [
      "attention.q_lin.weight",
      "attention.q_lin.bias",
      "ffn.lin1.weight",
      "ffn.lin1.bias",
      "ffn.lin2.weight",
      "ffn.lin2.bias",
    ],
  );
});

test("the body as a whole", () => {
  assert.equal(inspect(freezeBody(model)), "trainable params: 551 || all params: 6,777 || trainable%: 8.1304");
  assert.throws(() => freezeBody(gpt2), { code: "head-missing" });
  freezeLayers(gpt2, { layers: 2 });
  assert.deepEqual(trained(gpt2), ["wte", "wpe", "ln_f"], "a last normalization is no layer");
});

test("what the model does not have is listed", () => {
  assert.throws(() => freezeLayers(model, { layers: 3 }), { code: "layers-unknown", message: /3.*only 2 layers/ });
  assert.throws(() => freezeLayers(model, { layers: [2] }), { code: "layers-unknown", hint: /from 0 to 1/ });
  assert.throws(() => freezeLayers(model, { layers: -1 }), { code: "layers-unknown" });
  assert.throws(() => freezeLayers(model, { names: "clasifier" }), {
    code: "layers-unknown",
    hint: /Did you mean `classifier`/,
  });
  assert.throws(() => freezeLayers(model, {}), TypeError);
  assert.throws(() => freezeLayers(model, { layer: 2 } as never), /no option `layer`.*`layers`/);
  assert.deepEqual(trained(model).length, 5, "nothing was frozen");
});

async function stages(of: PreTrainedModel, epochs: number, options?: GradualUnfreezingOptions): Promise<string[][]> {
  const seen: string[][] = [];
  await runTraining({
    model: of,
    batches: { length: 1, epoch: () => [of === gpt2 ? { ...BATCH, labels: BATCH.input_ids } : BATCH] },
    schedule: { at: () => 0.001 },
    epochs,
    callbacks: [
      new GradualUnfreezing(options),
      { onStepEnd: (_state, _control, { session }) => void seen.push([...session.trained]) },
    ],
  });
  return seen.map((names) => [
    ...new Set(
      names.map((name) => /layer\.\d|h\.\d|embeddings|w[tp]e|ln_f|pre_classifier|classifier/.exec(name)?.[0] ?? name),
    ),
  ]);
}

test("gradual unfreezing reaches one layer deeper each epoch, and puts the model's marks back", async () => {
  const before = new Map(await model.readParameters());
  const seen = await stages(model, 5);
  const head = ["pre_classifier", "classifier"];
  const whole = ["embeddings", "layer.0", "layer.1", ...head];
  assert.deepEqual(seen, [head, ["layer.1", ...head], ["layer.0", "layer.1", ...head], whole, whole]);
  assert.equal(trained(model).length, 5);
  const now = await model.readParameters();
  assert.notDeepEqual(
    now.get("distilbert.embeddings.word_embeddings.weight"),
    before.get("distilbert.embeddings.word_embeddings.weight"),
  );
  assert.deepEqual(await stages(model, 3, { epochsPerLayer: 2, layersAtOnce: 2, embeddings: "never" }), [
    head,
    head,
    ["layer.0", "layer.1", ...head],
  ]);
  freezeLayers(model, { layers: [1], embeddings: true });
  assert.deepEqual(
    await stages(model, 3),
    [head, ["layer.0", ...head], ["layer.0", ...head]],
    "what was frozen stays so",
  );
  assert.deepEqual(await stages(gpt2, 3), [
    ["h.1", "ln_f"],
    ["h.0", "h.1", "ln_f"],
    ["wte", "wpe", "h.0", "h.1", "ln_f"],
  ]);
  assert.throws(() => new GradualUnfreezing({ epochsPerLayer: 0 }), RangeError);
  assert.throws(() => new GradualUnfreezing({ embeddings: "first" as never }), RangeError);
});

test("the training loop trains an adapter without knowing, and its emissions are estimated", async () => {
  const start = await model.readParameters();
  const adapted = await getPeftModel(model, new LoraConfig({ r: 2, loraDropout: 0.2, bias: "lora_only" }), { seed: 3 });
  const emissions = new EmissionsCallback({ grid: "world" });
  const losses: number[] = [];
  await runTraining({
    model: adapted,
    batches: { length: 1, epoch: () => [BATCH] },
    schedule: { at: () => 0.02 },
    epochs: 12,
    callbacks: [emissions, { onStepEnd: ({ loss }) => void losses.push(loss) }],
  });
  assert.ok((losses.at(-1) ?? 9) < (losses[0] ?? 0) / 2, losses.join(" "));
  const { loss } = await adapted.forward(BATCH);
  assert.ok(Number(loss?.item()) < (losses[0] ?? 0) / 2);
  const ends = await model.readParameters();
  for (const [name, { data }] of start) {
    const isTrained = /^(pre_)?classifier|(q|v)_lin\.bias/.test(name);
    assert.equal(ends.get(name)?.data.join() === data.join(), !isTrained, name);
  }
  assert.ok((emissions.report?.run.cpuSeconds ?? 0) > 0);
  assert.equal(emissions.report, emissions.report, "after the end it stands still");
  await adapted.mergeAndUnload();
  assert.ok(Math.abs(Number((await model.forward(BATCH)).loss?.item()) - Number(loss?.item())) < 1e-5);
});
