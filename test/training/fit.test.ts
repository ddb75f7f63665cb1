// `fit` measures what PyTorch measures with the same weights, rows, groups, schedule and clipping, to the last epoch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import { createOptimizer } from "../../src/training/keras/create-optimizer";
import type { TFPreTrainedModel } from "../../src/training/keras/tf-pretrained-model";
import type { TrainingCallback } from "../../src/training/loop/training-callback";
import { runTraining } from "../../src/training/loop/training-loop";
import { loadGolden } from "../models/goldens";
import { type FitCurve, fitData, GOLDEN, padWithZeros, withModel } from "./fixture";

const NEAR = 1e-4;
const { settings } = GOLDEN;
const STEPS_AN_EPOCH = Math.ceil(GOLDEN.train.length / settings.batchSize);

function optimizerFor(epochs: number) {
  return createOptimizer({
    initLr: settings.learningRate,
    numTrainSteps: epochs * STEPS_AN_EPOCH,
    numWarmupSteps: settings.warmupSteps,
    weightDecayRate: settings.weightDecay,
    clipNorm: settings.clipNorm,
  });
}

function recorder(): TrainingCallback & { loss: number[]; norm: number[]; rate: number[] } {
  const [loss, norm, rate]: [number[], number[], number[]] = [[], [], []];
  return {
    loss,
    norm,
    rate,
    onStepBegin: (state) => void rate.push(state.learningRate),
    onStepEnd: (state) => {
      loss.push(state.loss);
      norm.push(state.gradientNorm);
    },
  };
}

function prepared(model: TFPreTrainedModel) {
  const { train, validation } = fitData();
  const options = { batchSize: settings.batchSize, shuffle: false, collateFn: padWithZeros };
  return { train: model.prepareTfDataset(train, options), validation: model.prepareTfDataset(validation, options) };
}

function near(what: string, ours: readonly number[], theirs: readonly number[], allowed = NEAR): void {
  assert.equal(ours.length, theirs.length, what);
  for (const [place, value] of ours.entries()) {
    const distance = Math.abs(value - (theirs[place] ?? Number.NaN));
    assert.ok(distance <= allowed, `${what}[${place}]: ${value}, and PyTorch has ${theirs[place]}`);
  }
}

function compareSteps(recorded: ReturnType<typeof recorder>, curve: FitCurve): void {
  near("loss", recorded.loss, curve.loss);
  near("learning rate", recorded.rate, curve.learning_rate, 1e-12);
  near("norm", recorded.norm, curve.norm, 1e-3);
}

test("fit: losses, rates, validation loss and accuracy of every epoch, and the logits at the end", async () => {
  await withModel(async (model) => {
    const { train, validation } = prepared(model);
    const recorded = recorder();
    model.compile({ optimizer: optimizerFor(settings.epochs).optimizer, metrics: ["accuracy"] });
    const history = await model.fit(train, {
      validationData: validation,
      epochs: settings.epochs,
      callbacks: [recorded],
      verbose: 0,
    });
    compareSteps(recorded, GOLDEN.plain);
    assert.deepEqual(history.epoch, [0, 1, 2, 3, 4, 5]);
    for (const measure of ["loss", "accuracy", "val_loss", "val_accuracy"]) {
      const theirs = GOLDEN.plain.epochs.map((epoch) => epoch[measure] ?? Number.NaN);
      near(measure, history.history[measure] ?? [], theirs);
    }
    const { logits } = await model.predict(validation);
    near("logits", [...logits.data], GOLDEN.plain.logits.flat(2), 1e-3);
    const { loss, accuracy } = await model.evaluate(validation);
    const last = GOLDEN.plain.epochs.at(-1);
    near("evaluate", [loss ?? 0, accuracy ?? 0], [last?.val_loss ?? 0, last?.val_accuracy ?? 0]);
  });
});

test("fit twice is fit once: the optimizer goes on, and so does the schedule", async () => {
  await withModel(async (model) => {
    const { train } = prepared(model);
    const recorded = recorder();
    model.compile({ optimizer: optimizerFor(settings.epochs).optimizer });
    await model.fit(train, { epochs: 2, callbacks: [recorded], verbose: 0 });
    await model.fit(train, { initialEpoch: 2, epochs: settings.epochs, callbacks: [recorded], verbose: 0 });
    compareSteps(recorded, GOLDEN.plain);
  });
});

test("fit with weights of classes: Keras's mean over rows", async () => {
  await withModel(async (model) => {
    const recorded = recorder();
    model.compile({ optimizer: optimizerFor(1).optimizer });
    await model.fit(prepared(model).train, { classWeight: { 1: 3, 2: 0.5 }, callbacks: [recorded], verbose: 0 });
    compareSteps(recorded, GOLDEN.weighted);
  });
});

test("fit with smoothed labels: Trainer's LabelSmoother", async () => {
  await withModel(async (model) => {
    const recorded = recorder();
    model.compile({ optimizer: optimizerFor(1).optimizer, labelSmoothing: 0.2 });
    await model.fit(prepared(model).train, { callbacks: [recorded], verbose: 0 });
    compareSteps(recorded, GOLDEN.smoothed);
  });
});

test("TensorFlow in JavaScript alone draws the same curve", async () => {
  await withModel(async (model) => {
    const recorded = recorder();
    const { optimizer } = optimizerFor(settings.epochs);
    await runTraining({
      model,
      batches: prepared(model).train,
      schedule: optimizer.schedule,
      maxSteps: 5,
      weightDecay: optimizer.weightDecayRate,
      clipNorm: optimizer.clipNorm,
      callbacks: [recorded],
      session: { engine: "tensorflow", native: "never" },
    });
    near("loss", recorded.loss, GOLDEN.plain.loss.slice(0, 5));
    near("norm", recorded.norm, GOLDEN.plain.norm.slice(0, 5), 1e-3);
  });
});

test("accumulated batches are weighted as Trainer weights them", async () => {
  const { items } = GOLDEN;
  const model = await AutoModelForCausalLM.fromPretrained(loadGolden("gpt2-causal-lm").folder, {
    residPdrop: 0,
    embdPdrop: 0,
    attnPdrop: 0,
  });
  const rows = items.input_ids.map((ids, row) => ({
    input_ids: [ids],
    attention_mask: [items.attention_mask[row] ?? []],
    labels: [items.labels[row] ?? []],
  }));
  const whole = [{ input_ids: items.input_ids, attention_mask: items.attention_mask, labels: items.labels }];
  const losses: number[] = [];
  for (const [batches, accumulationSteps] of [
    [whole, 1],
    [rows, 2],
  ] as const) {
    await runTraining({
      model,
      batches: { length: batches.length, epoch: () => batches },
      schedule: { at: () => 0 },
      accumulationSteps,
      callbacks: [{ onStepEnd: ({ loss }) => void losses.push(loss) }],
    });
  }
  near("loss", losses, [items.loss, items.loss], 1e-5);
  await model.close();
});

test("createOptimizer: the rates of Python's create_optimizer, past the end too", () => {
  for (const { rates, ...options } of GOLDEN.optimizers) {
    const { schedule } = createOptimizer(options);
    near(JSON.stringify(options), schedule.values(rates.length), rates, 1e-12);
  }
});
