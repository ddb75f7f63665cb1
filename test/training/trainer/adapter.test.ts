// A model with a LoRA adapter is trained by a Trainer like any other: its checkpoints are adapters, and it resumes bit for bit.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import { LoraConfig } from "../../../src/training/lora/lora-config";
import { getPeftModel, PeftModel } from "../../../src/training/lora/peft-model";
import { Trainer } from "../../../src/training/trainer/trainer";
import type { TrainerCallback } from "../../../src/training/trainer/trainer-callback";
import type { TrainerOptions } from "../../../src/training/trainer/trainer-options";
import { parts, tinyModelWithDropout, weightsOf } from "./tiny-run";

const temporary = mkdtempSync(join(tmpdir(), "caderno-adapter-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

async function adapted(): Promise<{ base: PreTrainedModel; model: PreTrainedModel }> {
  const base = await tinyModelWithDropout();
  return {
    base,
    model: await getPeftModel(base, new LoraConfig({ r: 2, loraAlpha: 4, loraDropout: 0.1 }), { seed: 3 }),
  };
}

function given(name: string): Omit<TrainerOptions, "model"> {
  return parts({
    outputDir: join(temporary, name),
    perDeviceTrainBatchSize: 8,
    numTrainEpochs: 3,
    learningRate: 5e-3,
    evalStrategy: "epoch",
    saveStrategy: "epoch",
    loadBestModelAtEnd: true,
    metricForBestModel: "score",
  });
}

/** The second epoch is the best. */
function scores(from: number): Pick<TrainerOptions, "computeMetrics"> {
  let epoch = from;
  return { computeMetrics: () => ({ score: [0, 5, 1][epoch++] ?? 0 }) };
}

test("an adapter stopped after an epoch ends with the best weights that it would have had", async () => {
  const whole = await adapted();
  const start = await weightsOf(whole.base);
  await new Trainer({ model: whole.model, ...given("whole"), ...scores(0) }).train();
  const wanted = await weightsOf(whole.model);
  const folder = join(temporary, "whole", "checkpoint-6");
  assert.deepEqual(
    readdirSync(folder)
      .filter((name) => /model/.test(name))
      .sort(),
    ["adapter_model.safetensors"],
  );

  const first = await adapted();
  const stop: TrainerCallback = {
    onSave: ({ step }) => {
      if (step === 3) throw new Error("stop");
    },
  };
  const stopped = new Trainer({ model: first.model, ...given("two"), ...scores(0), callbacks: [stop] });
  await assert.rejects(stopped.train(), /stop/);
  const second = await adapted();
  await new Trainer({ model: second.model, ...given("two"), ...scores(1) }).train({ resumeFromCheckpoint: true });
  const found = await weightsOf(second.model);
  assert.equal(found.size, wanted.size);
  for (const [name, bytes] of wanted) assert.ok(found.get(name)?.equals(bytes), name);

  const changed = [...wanted].filter(([name, bytes]) => start.get(name)?.equals(bytes) !== true).map(([name]) => name);
  assert.ok(
    changed.every((name) => /lora_|classifier/.test(name)),
    changed.join(", "),
  );
  assert.ok(changed.some((name) => name.includes("lora_B")));

  const other = await tinyModelWithDropout();
  const opened = await weightsOf(await PeftModel.fromPretrained(other, folder));
  for (const name of changed) assert.ok(opened.get(name)?.equals(wanted.get(name) ?? Buffer.alloc(0)), `${name} opens`);
  for (const { base } of [whole, first, second]) await base.close();
  await other.close();
});
