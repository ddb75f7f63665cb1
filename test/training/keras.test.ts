// compile, fit and History as Keras's users know them: what is refused, what is shown, and the callbacks.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inspect } from "node:util";
import type { KernelChannel } from "../../src/core/kernel-channel";
import { cohenKappaScore } from "../../src/evaluation/cohen-kappa-score";
import { loadMetric } from "../../src/evaluation/load-metric";
import { EarlyStopping } from "../../src/training/callbacks/early-stopping";
import { JsonlLogger } from "../../src/training/callbacks/jsonl-logger";
import { LiveCurve } from "../../src/training/callbacks/live-curve";
import { ModelCheckpoint } from "../../src/training/callbacks/model-checkpoint";
import { ProgressCallback } from "../../src/training/callbacks/progress-callback";
import { AdamWeightDecay } from "../../src/training/keras/adam-weight-decay";
import { createOptimizer } from "../../src/training/keras/create-optimizer";
import { TFAutoModelForSequenceClassification } from "../../src/training/keras/tf-auto-models";
import type { TFPreTrainedModel } from "../../src/training/keras/tf-pretrained-model";
import { fitData, padWithZeros, weightDistance, withModel } from "./fixture";

const temporary = mkdtempSync(join(tmpdir(), "caderno-keras-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

function prepared(model: TFPreTrainedModel) {
  const { train, validation } = fitData();
  const shared = { batchSize: 8, collateFn: padWithZeros };
  return {
    train: model.prepareTfDataset(train, { ...shared, seed: 1 }),
    validation: model.prepareTfDataset(validation, { ...shared, shuffle: false }),
  };
}

const rate = (learningRate: number): AdamWeightDecay => new AdamWeightDecay({ learningRate });

test("compile: what is wrong is named, with the next step", async () => {
  await withModel(async (model) => {
    const { train } = prepared(model);
    await assert.rejects(model.fit(train), { code: "not-compiled", hint: /model\.compile/ });
    const pair = createOptimizer({ initLr: 1e-3, numTrainSteps: 4, numWarmupSteps: 0 });
    const refuse = (options: object, expected: RegExp | object): void =>
      assert.throws(() => model.compile(options as never), expected);
    refuse({ optimizer: pair }, /const \{ optimizer \} = createOptimizer/);
    refuse({ optimizer: "sgd" }, /must be an optimizer, "adam" or "adamw", but got "sgd"/);
    refuse({ optimizer: "adam", metrics: ["acuracy"] }, /Did you mean `accuracy`/);
    refuse({ optimizer: "adam", loss: "mse" }, { code: "loss-other", hint: /problemType: "regression"/ });
    refuse({ optimizer: "adam", loss: "hinge" }, /Available losses: auto, sparse_categorical_crossentropy/);
    refuse({}, /createOptimizer\(\{ initLr: 2e-5/);
    model.compile({ optimizer: "adamw", loss: "sparse_categorical_crossentropy" });
    await assert.rejects(model.fit(train, { epochs: 1.5 }), /`epochs` must be a whole number/);
    await assert.rejects(model.fit(train, { classWeight: { 5: 1 } }), /`classWeight\[5\]` must .* from 0 to 2/);
    await assert.rejects(model.fit(train, { verbose: 3 as never }), /`verbose` must be 0, 1, 2 or "auto"/);
    await assert.rejects(async () => model.predict(train, { verbose: 3 as never }), /model\.predict: `verbose` must/);
    await assert.rejects(model.evaluate(train, { verbose: 3 as never }), /model\.evaluate: `verbose` must/);
  });
});

test("createOptimizer: what is wrong is named; what it gives shows itself", () => {
  const good = { initLr: 2e-5, numTrainSteps: 100, numWarmupSteps: 10 };
  assert.throws(
    () => createOptimizer({ ...good, numWarmupSteps: 100 }),
    /must be less than numTrainSteps, 100, but got 100/,
  );
  assert.throws(() => createOptimizer({ ...good, numTrainSteps: 0.5 }), /`numTrainSteps` must be a whole number/);
  assert.throws(() => createOptimizer({ ...good, initLr: Number.NaN }), /`initLr` must be a number/);
  assert.equal(
    inspect(createOptimizer({ ...good, weightDecayRate: 0.01, clipNorm: 1 }).optimizer),
    "AdamWeightDecay(learningRate=LearningRateSchedule(polynomial, learningRate=0.00002, numTrainSteps=100, numWarmupSteps=10, " +
      "minLrRatio=0, power=1), weightDecayRate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8, clipNorm=1)",
  );
});

test("metrics: names, functions, and those of loadMetric, on training and validation data", async () => {
  await withModel(async (model) => {
    const { train, validation } = prepared(model);
    const qwk = ({ references, predictions }: { references: number[]; predictions: number[] }): number =>
      cohenKappaScore(references, predictions, { weights: "quadratic" });
    model.compile({ optimizer: rate(3e-3), metrics: ["accuracy", qwk, loadMetric("matthews_correlation")] });
    const history = await model.fit(train, { validationData: validation, epochs: 6, verbose: 0 });
    assert.deepEqual(Object.keys(history.history), [
      ...["loss", "accuracy", "qwk", "matthews_correlation"],
      ...["val_loss", "val_accuracy", "val_qwk", "val_matthews_correlation"],
    ]);
    const output = await model.predict(validation);
    const right = output.references.filter((label, row) => label === output.predictions[row]).length;
    assert.equal(history.history.val_accuracy?.at(-1), right / output.numRows);
    assert.equal(history.history.val_qwk?.at(-1), qwk(output));
    assert.deepEqual(output.references, fitData().validation.column("label"));
    assert.match(inspect(history), /^epoch +loss +accuracy +qwk/);
    assert.match(history.plot("accuracy").toText(), /best epoch/);
    assert.throws(() => history.plot("f1"), { code: "measure-unknown", hint: /loss, accuracy, qwk/ });
  });
});

test("EarlyStopping ends the training and brings the best weights back", async () => {
  await withModel(async (model) => {
    const { train, validation } = prepared(model);
    const stopping = new EarlyStopping({ monitor: "val_loss", patience: 2, restoreBestWeights: true });
    const weights: Map<string, { data: Float32Array }>[] = [];
    model.compile({ optimizer: rate(2e-2) });
    const history = await model.fit(train, {
      validationData: validation,
      epochs: 40,
      verbose: 0,
      callbacks: [stopping, { onEvaluate: async () => void weights.push(await model.readParameters()) }],
    });
    const best = history.best("val_loss") ?? -1;
    assert.equal(stopping.bestEpoch, best + 1);
    assert.equal(stopping.best, history.history.val_loss?.[best]);
    assert.equal(stopping.stoppedEpoch, best + 3);
    assert.equal(history.epoch.length, best + 3);
    assert.equal(await weightDistance(model, weights[best] ?? new Map()), 0);
    assert.equal((await model.evaluate(validation)).loss, stopping.best);
    const unknown = new EarlyStopping({ monitor: "val_acc" });
    await assert.rejects(model.fit(train, { epochs: 3, verbose: 0, callbacks: [unknown] }), {
      code: "measure-unknown",
      hint: "Available measures: loss, gradientNorm, learningRate. `validationData` brings those with `val_`.",
    });
  });
});

test("ModelCheckpoint keeps the best and the last model, whole; JsonlLogger every line", async () => {
  await withModel(async (model) => {
    const { train, validation } = prepared(model);
    const folder = join(temporary, "run");
    const saved = new ModelCheckpoint(folder);
    const file = join(folder, "log.jsonl");
    model.compile({ optimizer: rate(2e-2) });
    const history = await model.fit(train, {
      validationData: validation,
      epochs: 8,
      verbose: 0,
      callbacks: [saved, new JsonlLogger(file)],
    });
    assert.deepEqual(readdirSync(folder).sort(), ["best", "last", "log.jsonl"]);
    const best = await TFAutoModelForSequenceClassification.fromPretrained(join(folder, "best"));
    best.compile({ optimizer: "adam" });
    assert.equal((await best.evaluate(validation)).loss, Math.min(...(history.history.val_loss ?? [])));
    await best.close();
    const last = await TFAutoModelForSequenceClassification.fromPretrained(join(folder, "last"));
    assert.equal(await weightDistance(last, await model.readParameters()), 0);
    await last.close();
    const lines = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.equal(lines.length, 16);
    assert.deepEqual(Object.keys(lines[0]), ["time", "step", "epoch", "loss", "gradientNorm", "learningRate"]);
    assert.equal(lines[1].val_loss, history.history.val_loss?.[0]);
    assert.ok(!existsSync(join(temporary, "best")));
  });
});

test("in a notebook: one display that is updated, and that ends without a time", async () => {
  await withModel(async (model) => {
    const { train, validation } = prepared(model);
    const ends: unknown[] = [];
    for (const _ of [0, 1]) {
      const shown = new Map<string, unknown[]>();
      await inNotebook(shown, async () => {
        model.compile({ optimizer: rate(0) });
        const callbacks = [new LiveCurve()];
        await model.fit(train, { validationData: validation, epochs: 2, callbacks });
      });
      assert.equal(shown.size, 2);
      ends.push([...shown.values()].map((bundles) => bundles.at(-1)));
      const [progress] = [...shown.values()].filter((bundles) => JSON.stringify(bundles).includes("Trained"));
      const text = JSON.stringify(progress?.at(-1));
      assert.match(text, /Trained: 10 steps, 2 epochs/);
      assert.match(text, /val_loss/);
      assert.doesNotMatch(text, /left|elapsed|<progress/);
      assert.match(JSON.stringify(progress?.[0]), /epoch 0\.2\/2 {2}step 1\/10 {2}loss [\d.]+ {2}learning rate/);
    }
    assert.deepEqual(ends[0], ends[1]);
  });
});

test("on a terminal one line is rewritten, in a log only the epochs' lines stand", async () => {
  await withModel(async (model) => {
    const { train, validation } = prepared(model);
    model.compile({ optimizer: rate(1e-3) });
    for (const isTTY of [true, false]) {
      const [written, lines]: [string[], string[]] = [[], []];
      let time = 0;
      const progress = new ProgressCallback({
        unit: "epoch",
        stream: { isTTY, columns: 60, write: (text) => written.push(text) },
        log: (line) => lines.push(line),
        now: () => (time += 200),
      });
      await model.fit(train, { validationData: validation, epochs: 2, verbose: 0, callbacks: [progress] });
      assert.equal(lines.length, 2);
      assert.match(lines[0] ?? "", /^epoch 1\/2 {2}loss 1\.\d{4} {2}val_loss 1\.\d{4}$/);
      if (!isTTY) assert.deepEqual(written, []);
      else assert.match(written.join(""), /\repoch 0\.4\/2 {2}step 2\/10 {2}loss [\d.]+ {2}learning rate /);
    }
  });
});

async function inNotebook(shown: Map<string, unknown[]>, work: () => Promise<void>): Promise<void> {
  const place = globalThis as { [key: symbol]: KernelChannel | undefined };
  const key = Symbol.for("caderno.kernel");
  place[key] = {
    kernel: "test",
    clearOutput: () => undefined,
    display: (bundle, options) => {
      const id = options?.displayId ?? "";
      assert.equal(options?.update === true, shown.has(id));
      shown.set(id, [...(shown.get(id) ?? []), bundle]);
    },
  };
  try {
    await work();
  } finally {
    delete place[key];
  }
}
