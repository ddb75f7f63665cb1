// A training that stopped goes on with the same numbers: weights, moments, log, order of the data, dropout, bit for bit.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { AutoModelForSequenceClassification } from "../../../src/models/auto/auto-model";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import type { TrainingArgumentsOptions } from "../../../src/training/arguments/training-argument-fields";
import type { CheckpointError } from "../../../src/training/checkpoints/checkpoint-error";
import { Trainer } from "../../../src/training/trainer/trainer";
import type { TrainerCallback } from "../../../src/training/trainer/trainer-callback";
import type { TrainingError } from "../../../src/training/training-error";
import { parts, tinyModel, tinyModelWithDropout, weightsOf } from "./tiny-run";

const temporary = mkdtempSync(join(tmpdir(), "caderno-resume-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

/** 6 batches an epoch, 3 epochs: 18 updates, or 9 of two batches each. */
const RUN: Omit<TrainingArgumentsOptions, "outputDir"> = {
  perDeviceTrainBatchSize: 4,
  learningRate: 2e-3,
  lrSchedulerType: "cosine",
  warmupSteps: 3,
  weightDecay: 0.05,
  loggingSteps: 4,
  evalStrategy: "steps",
  evalSteps: 5,
  saveStrategy: "steps",
  saveSteps: 1000,
  seed: 11,
};

/** Saves after one update, and stops there like a program that ends. */
function stopAfter(step: number): TrainerCallback {
  return {
    onStepEnd: (state, control) => {
      if (state.step === step) control.save();
    },
    onSave: (state) => {
      if (state.step === step) throw new Error("the end of the program");
    },
  };
}

interface Outcome {
  model: PreTrainedModel;
  trainer: Trainer;
}

async function whole(name: string, args: Partial<TrainingArgumentsOptions> = {}): Promise<Outcome> {
  const model = await tinyModelWithDropout();
  const trainer = new Trainer({ model, ...parts({ ...RUN, ...args, outputDir: join(temporary, name) }) });
  await trainer.train();
  return { model, trainer };
}

async function inTwo(name: string, step: number, args: Partial<TrainingArgumentsOptions> = {}): Promise<Outcome> {
  const given = parts({ ...RUN, ...args, outputDir: join(temporary, name) });
  const first = await tinyModelWithDropout();
  const stopped = new Trainer({ model: first, ...given, callbacks: [stopAfter(step)] });
  await assert.rejects(stopped.train(), /the end of the program/);
  await first.close();
  // Another program opens the model anew.
  const model = await tinyModelWithDropout();
  const trainer = new Trainer({ model, ...given });
  await trainer.train({ resumeFromCheckpoint: true });
  return { model, trainer };
}

const timeless = (log: object): object =>
  Object.fromEntries(Object.entries(log).filter(([name]) => !/_runtime$|_per_second$/.test(name)));

async function assertSame(one: Outcome, other: Outcome): Promise<void> {
  assert.deepEqual(other.trainer.logHistory.map(timeless), one.trainer.logHistory.map(timeless));
  const [wanted, found] = [await weightsOf(one.model), await weightsOf(other.model)];
  for (const [name, bytes] of wanted) assert.ok(found.get(name)?.equals(bytes), `${name} differs`);
  assert.equal(found.size, wanted.size);
}

/** What a training of {@link RUN} without a stop gives. When it saves does not matter for the numbers. */
let known: Promise<Outcome> | undefined;
function reference(): Promise<Outcome> {
  known ??= whole("reference");
  return known;
}
after(async () => (await known)?.model.close());

const VARIANTS: readonly [what: string, args: Partial<TrainingArgumentsOptions>, steps: readonly number[]][] = [
  ["in any order of rows", {}, [1, 6, 11, 17]],
  ["with accumulation", { gradientAccumulationSteps: 2, evalSteps: 2 }, [2, 3]],
  ["by length, smoothed", { groupByLength: true, labelSmoothingFactor: 0.1, loggingStrategy: "epoch" }, [7, 12]],
];

for (const [index, [what, args, steps]] of VARIANTS.entries()) {
  test(`a training ${what} stopped after update ${steps.join(", ")} ends with the same weights and log`, async () => {
    const wanted = index === 0 ? await reference() : await whole(`whole-${index}`, args);
    for (const step of steps) {
      const other = await inTwo(`two-${index}-${step}`, step, args);
      await assertSame(wanted, other);
      await other.model.close();
    }
    if (index > 0) await wanted.model.close();
  });
}

test("the seed decides: another one gives other weights", async () => {
  const other = await whole("seed", { seed: 12 });
  const bytes = async ({ model }: Outcome): Promise<string> =>
    String((await weightsOf(model)).get("classifier.weight")?.toString("hex"));
  assert.notEqual(await bytes(other), await bytes(await reference()));
  await other.model.close();
});

test("a checkpoint is a model that opens by itself, with the files that Python's Trainer has", async () => {
  const { model, trainer } = await whole("files", { saveSteps: 9, saveTotalLimit: 1 });
  const folder = join(temporary, "files", "checkpoint-18");
  assert.deepEqual(readdirSync(join(temporary, "files")), ["checkpoint-18"]);
  assert.deepEqual(readdirSync(folder).sort(), [
    "checkpoint.json",
    "config.json",
    "model.safetensors",
    "optimizer",
    "resume.json",
    "trainer_state.json",
    "training_args.json",
  ]);
  const opened = await AutoModelForSequenceClassification.fromPretrained(folder);
  const [wanted, found] = [await weightsOf(model), await weightsOf(opened)];
  for (const [name, bytes] of wanted) assert.ok(found.get(name)?.equals(bytes), name);
  const state = JSON.parse(readFileSync(join(folder, "trainer_state.json"), "utf8")) as Record<string, unknown>;
  assert.equal(state.global_step, 18);
  assert.deepEqual(state.log_history, trainer.logHistory.slice(0, -1));
  const args = JSON.parse(readFileSync(join(folder, "training_args.json"), "utf8")) as Record<string, unknown>;
  assert.equal(args.learningRate, 2e-3);
  for (const one of [model, opened]) await one.close();
});

test("a damaged checkpoint is told, and the one before it is taken", async (context) => {
  const { model: first } = await whole("damaged", { saveSteps: 6 });
  await first.close();
  const folder = join(temporary, "damaged");
  truncateSync(join(folder, "checkpoint-18", "model.safetensors"), 1000);
  truncateSync(join(folder, "checkpoint-12", "optimizer", "model.safetensors"), 1000);
  const warn = context.mock.method(console, "warn", () => undefined);
  const model = await tinyModelWithDropout();
  const given = parts({ ...RUN, saveSteps: 6, outputDir: folder });
  const trainer = new Trainer({ model, ...given });
  await assert.rejects(
    trainer.train({ resumeFromCheckpoint: join(folder, "checkpoint-12") }),
    (error: CheckpointError) => {
      assert.equal(error.code, "checkpoint-damaged");
      assert.equal(error.file, "optimizer/model.safetensors");
      assert.match(error.hint ?? "", /The newest whole one is .*checkpoint-6/);
      return true;
    },
  );
  await trainer.train({ resumeFromCheckpoint: true });
  const warnings = warn.mock.calls.map(({ arguments: [text] }) => String(text));
  assert.equal(warnings.length, 2, warnings.join("\n"));
  assert.match(warnings[0] ?? "", /checkpoint-18 is damaged: `model.safetensors` has 1000 bytes instead of/);
  await assertSame(await reference(), { model, trainer });
  await model.close();
});

test("nothing to go on from, another model, other settings", async (context) => {
  const model = await tinyModelWithDropout();
  const run = async (
    args: Partial<TrainingArgumentsOptions>,
    resumeFromCheckpoint: string | boolean,
  ): Promise<unknown> =>
    new Trainer({ model, ...parts({ ...RUN, outputDir: join(temporary, "other"), ...args }) }).train({
      resumeFromCheckpoint,
    });
  await assert.rejects(run({}, true), /There is no checkpoint to go on from in .*other/);
  await assert.rejects(run({}, join(temporary, "nowhere", "checkpoint-3")), /There is no folder .*checkpoint-3/);
  await run({ saveSteps: 9, maxSteps: 9 }, false);
  const wider = await tinyModel({ numLabels: 4, ignoreMismatchedSizes: true });
  const before = await weightsOf(wider);
  const other = new Trainer({ model: wider, ...parts({ ...RUN, outputDir: join(temporary, "other") }) });
  await assert.rejects(
    other.train({ resumeFromCheckpoint: true }),
    /is another model's: `classifier.weight` has the shape \[3,16\] there/,
  );
  assert.deepEqual(await weightsOf(wider), before, "nothing was written into it");
  const warn = context.mock.method(console, "warn", () => undefined);
  await run({ learningRate: 1e-3, maxSteps: 10 }, true);
  const [warning] = warn.mock.calls.map(({ arguments: [text] }) => String(text));
  assert.match(warning ?? "", /`learningRate` was 0.002 and is 0.001; `maxSteps` was 9 and is 10/);
  await run({ saveOnlyModel: true, saveSteps: 4, maxSteps: 4, overwriteOutputDir: true }, false);
  assert.deepEqual(readdirSync(join(temporary, "other")), ["checkpoint-4"]);
  await assert.rejects(run({}, true), /`resume.json` is missing, as in checkpoints of the model alone/);
  for (const one of [model, wider]) await one.close();
});

test("a stop from outside leaves the last whole update and says where to go on", async () => {
  const folder = join(temporary, "signal");
  const given = parts({ ...RUN, saveSteps: 4, outputDir: folder });
  const controller = new AbortController();
  const stopper: TrainerCallback = { onStepEnd: ({ step }) => (step === 7 ? controller.abort() : undefined) };
  const first = await tinyModelWithDropout();
  const trainer = new Trainer({ model: first, ...given, callbacks: [stopper] });
  await assert.rejects(trainer.train({ signal: controller.signal }), (error: TrainingError) => {
    assert.equal(error.code, "training-stopped");
    assert.equal(error.step, 7);
    assert.match(error.hint ?? "", /The last checkpoint is .*checkpoint-4/);
    return true;
  });
  assert.deepEqual(readdirSync(folder), ["checkpoint-4"]);
  assert.equal(existsSync(folder), true);
  const model = await tinyModelWithDropout();
  const resumed = new Trainer({ model, ...given });
  await resumed.train({ resumeFromCheckpoint: true });
  await assertSame(await reference(), { model, trainer: resumed });
  for (const one of [first, model]) await one.close();
});
