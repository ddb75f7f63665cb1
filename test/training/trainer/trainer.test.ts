// What a Trainer does when: evaluations, checkpoints, the best model, early stopping, callbacks, and what it says of mistakes.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { Dataset } from "../../../src/datasets/dataset";
import type { PreTrainedModel } from "../../../src/models/pretrained-model";
import type { TrainingArgumentsOptions } from "../../../src/training/arguments/training-argument-fields";
import type { AnyDataset } from "../../../src/training/batches/any-dataset";
import { EarlyStoppingCallback } from "../../../src/training/trainer/early-stopping-callback";
import { Trainer } from "../../../src/training/trainer/trainer";
import type { TrainerCallback } from "../../../src/training/trainer/trainer-callback";
import type { TrainerOptions } from "../../../src/training/trainer/trainer-options";
import type { TrainingError } from "../../../src/training/training-error";
import { evaluationRows, parts, tinyModel, trainRows, weightsOf } from "./tiny-run";

const temporary = mkdtempSync(join(tmpdir(), "caderno-trainer-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

let models: PreTrainedModel | undefined;
after(() => models?.close());

/** One model for all tests here; each begins with whatever weights the last one left. */
async function model(): Promise<PreTrainedModel> {
  models ??= await tinyModel();
  return models;
}

let runs = 0;
async function trainerOf(
  args: Partial<TrainingArgumentsOptions>,
  options: Partial<TrainerOptions> = {},
): Promise<{ trainer: Trainer; folder: string }> {
  const folder = join(temporary, `run-${runs++}`);
  const given = parts({
    perDeviceTrainBatchSize: 8,
    learningRate: 1e-3,
    saveStrategy: "no",
    outputDir: folder,
    ...args,
  });
  return { trainer: new Trainer({ model: await model(), ...given, ...options }), folder };
}

/** Evaluations that say what a test wants, one after another. */
function scripted(values: readonly number[]): Pick<TrainerOptions, "computeMetrics"> {
  let call = 0;
  return { computeMetrics: () => ({ score: values[call++] ?? Number.NaN }) };
}

test("the best model comes back at the end, its checkpoint is kept whatever the limit", async () => {
  const { trainer, folder } = await trainerOf(
    {
      numTrainEpochs: 4,
      evalStrategy: "epoch",
      saveStrategy: "epoch",
      saveTotalLimit: 1,
      loadBestModelAtEnd: true,
      metricForBestModel: "score",
    },
    scripted([0.2, 0.9, 0.5, 0.9]),
  );
  const seen: string[][] = [];
  const atSecond = new Map<string, Buffer>();
  const watcher: TrainerCallback = {
    onSave: async ({ step }, _, { model: trained }) => {
      seen.push(readdirSync(folder).sort());
      if (step === 6)
        for (const [name, bytes] of await weightsOf(trained as PreTrainedModel)) atSecond.set(name, bytes);
    },
  };
  const watched = new Trainer({
    model: trainer.model,
    ...parts(trainer.args),
    ...scripted([0.2, 0.9, 0.5, 0.9]),
    callbacks: [watcher],
  });
  const result = await watched.train();
  assert.equal(result.globalStep, 12);
  assert.deepEqual(seen, [
    ["checkpoint-3"],
    ["checkpoint-6"],
    ["checkpoint-6", "checkpoint-9"],
    ["checkpoint-12", "checkpoint-6"],
  ]);
  assert.deepEqual(readdirSync(folder), ["checkpoint-6"]);
  assert.equal(watched.state.bestMetric, 0.9);
  assert.equal(watched.state.bestModelCheckpoint, join(folder, "checkpoint-6"));
  assert.deepEqual(await weightsOf(watched.model), atSecond, "the first of equals is the best");
});

test("early stopping waits as many evaluations as were asked for, and counts small gains as none", async () => {
  const early = { numTrainEpochs: 9, evalStrategy: "epoch", metricForBestModel: "eval_score" } as const;
  const run = async (values: number[], options: object): Promise<number> => {
    const callbacks = [new EarlyStoppingCallback(options)];
    const { trainer } = await trainerOf(early, { ...scripted(values), callbacks });
    return (await trainer.train()).globalStep / 3;
  };
  assert.equal(await run([1, 2, 1, 3, 1, 1, 4], { earlyStoppingPatience: 2 }), 6);
  assert.equal(await run([1, 1.05, 1.1, 9], { earlyStoppingPatience: 2, earlyStoppingThreshold: 0.1 }), 3);
  const callbacks = [new EarlyStoppingCallback()];
  const { trainer } = await trainerOf({ evalStrategy: "epoch" }, { callbacks });
  await assert.rejects(trainer.train(), /`metricForBestModel` must be given for an EarlyStoppingCallback/);
  assert.throws(() => new EarlyStoppingCallback({ earlyStoppingPatience: 0 }), /earlyStoppingPatience/);
});

test("early stopping goes on counting after a stop", async () => {
  const args = {
    numTrainEpochs: 9,
    evalStrategy: "epoch",
    saveStrategy: "epoch",
    metricForBestModel: "score",
  } as const;
  const stop: TrainerCallback = {
    onSave: ({ step }) => {
      if (step === 9) throw new Error("stop");
    },
  };
  const { trainer } = await trainerOf(args, {
    ...scripted([5, 4, 3]),
    callbacks: [new EarlyStoppingCallback({ earlyStoppingPatience: 4 }), stop],
  });
  await assert.rejects(trainer.train(), /stop/);
  const resumed = new Trainer({
    model: trainer.model,
    ...parts(trainer.args),
    ...scripted([2, 1, 0, 9]),
    callbacks: [new EarlyStoppingCallback({ earlyStoppingPatience: 4 })],
  });
  assert.equal((await resumed.train({ resumeFromCheckpoint: true })).globalStep, 15, "two worse before, two after");
  assert.equal(resumed.state.bestMetric, 5);
});

test('saveStrategy "best" writes after each evaluation that is better', async () => {
  const { trainer, folder } = await trainerOf(
    { numTrainEpochs: 4, evalStrategy: "epoch", saveStrategy: "best", metricForBestModel: "score" },
    scripted([1, 3, 2, 4]),
  );
  await trainer.train();
  assert.deepEqual(readdirSync(folder).sort(), ["checkpoint-12", "checkpoint-3", "checkpoint-6"]);
});

test("steps as shares, the first step, the start, delays, JSON Lines", async () => {
  const { trainer, folder } = await trainerOf({
    maxSteps: 10,
    loggingSteps: 0.25,
    loggingFirstStep: true,
    evalStrategy: "steps",
    evalSteps: 4,
    evalDelay: 5,
    evalOnStart: true,
    saveStrategy: "steps",
    saveSteps: 0.4,
    reportTo: "jsonl",
  });
  await trainer.train();
  const steps = (key: string): number[] => trainer.logHistory.filter((log) => key in log).map(({ step }) => step ?? -1);
  assert.deepEqual(steps("loss"), [1, 3, 6, 9]);
  assert.deepEqual(steps("eval_loss"), [0, 8]);
  assert.deepEqual(readdirSync(folder).sort(), ["checkpoint-10", "checkpoint-4", "checkpoint-8", "log.jsonl"]);
  const lines = readFileSync(join(folder, "log.jsonl"), "utf8").trim().split("\n");
  const logged = lines.map((line) => JSON.parse(line) as Record<string, number>);
  assert.equal(logged.length, 6);
  assert.deepEqual(Object.keys(logged[1] ?? {}), ["time", "step", "epoch", "loss", "grad_norm", "learning_rate"]);
  assert.equal(logged[1]?.loss, trainer.logHistory[1]?.loss);
});

test("evaluate and predict without training, on several data sets, on rows without labels", async () => {
  const { trainer } = await trainerOf({}, { evalDataset: { one: evaluationRows(), two: trainRows() } });
  const metrics = await trainer.evaluate();
  const only = await trainer.evaluate(evaluationRows(), { metricKeyPrefix: "mine" });
  assert.equal(metrics.eval_one_loss, only.mine_loss);
  assert.notEqual(metrics.eval_two_loss, metrics.eval_one_loss);
  assert.equal(trainer.logHistory.length, 2);
  const rows = evaluationRows().removeColumns("label");
  const collate = (batch: readonly Readonly<Record<string, unknown>>[]): never => {
    const lists = batch.map((row) => row.input_ids as number[]);
    const width = Math.max(...lists.map(({ length }) => length));
    const pad = (list: readonly number[], fill: (id: number) => number): number[] =>
      Array.from({ length: width }, (_, place) => (place < list.length ? fill(list[place] ?? 0) : 0));
    return {
      input_ids: lists.map((list) => pad(list, (id) => id)),
      attention_mask: lists.map((list) => pad(list, () => 1)),
    } as never;
  };
  const { trainer: plain } = await trainerOf({}, { dataCollator: collate });
  const predicted = await plain.predict(rows);
  assert.deepEqual(predicted.predictions.dims, [10, 3]);
  assert.equal(predicted.labelIds, undefined);
  assert.deepEqual(Object.keys(predicted.metrics), [
    "test_runtime",
    "test_samples_per_second",
    "test_steps_per_second",
  ]);
  assert.match(inspect(predicted), /^PredictionOutput\(predictions=ModelTensor\(float32, \[10, 3\]\)/);
  const withLabels = await plain.predict(evaluationRows().removeColumns("attention_mask"));
  assert.deepEqual(withLabels.predictions.data, predicted.predictions.data, "in the rows' own order");
});

test("a frozen layer stays as it is, and a group learns at its own pace", async () => {
  const trained = await tinyModel();
  trained.freeze((name) => name.includes("embeddings"));
  const before = await weightsOf(trained);
  const { trainer } = await trainerOf(
    { maxSteps: 3 },
    { model: trained, optimizers: { groups: [{ includes: (name) => name.startsWith("classifier"), scale: 0 }] } },
  );
  await trainer.train();
  const changed = [...(await weightsOf(trained))].filter(([name, bytes]) => before.get(name)?.equals(bytes) === false);
  assert.ok(changed.some(([name]) => name.includes("layer.0")));
  assert.equal(
    changed.find(([name]) => /embeddings|^classifier/.test(name)),
    undefined,
  );
  await trained.close();
});

test("the state and the results show themselves as in Python", async () => {
  const { trainer } = await trainerOf({ maxSteps: 2, loggingSteps: 1 });
  const output = await trainer.train();
  assert.match(
    inspect(output),
    /^TrainOutput\(global_step=2, training_loss=[\d.]+, metrics=\{'train_runtime': [\d.]+, /,
  );
  assert.equal(
    inspect(trainer.state),
    "TrainerState(global_step=2, max_steps=2, epoch=0.6666666666666666, log_history=[3 entries])",
  );
  assert.deepEqual(Object.keys(trainer.logHistory[0] ?? {}), ["loss", "grad_norm", "learning_rate", "epoch", "step"]);
});

test("a run-away training stops at its step, keeps the last good checkpoint, and says how to go on", async () => {
  const fresh = await tinyModel();
  const poison: TrainerCallback = {
    onStepEnd: async ({ step }, _, { model: trained }) => {
      if (step !== 7) return;
      const [[name, value] = []] = await trained.readParameters(["classifier.weight"]);
      if (name === undefined || value === undefined) return;
      const data = Float32Array.from(value.data, (number) => number * 1e38);
      await trained.writeParameters(new Map([[name, { ...value, data }]]));
    },
  };
  const args = { maxSteps: 12, saveStrategy: "steps", saveSteps: 3, loggingSteps: 1 } as const;
  const { trainer, folder } = await trainerOf(args, { model: fresh, callbacks: [poison] });
  await assert.rejects(trainer.train(), (error: TrainingError) => {
    assert.equal(error.code, "loss-not-finite");
    assert.equal(error.step, 8);
    assert.match(error.message, /step 8/);
    assert.match(
      error.hint ?? "",
      /checkpoint-6: `trainer\.train\(\{ resumeFromCheckpoint: true \}\)` goes on from it/,
    );
    return true;
  });
  assert.deepEqual(readdirSync(folder).sort(), ["checkpoint-3", "checkpoint-6"]);
  const again = new Trainer({ model: fresh, ...parts(trainer.args) });
  assert.equal((await again.train({ resumeFromCheckpoint: true })).globalStep, 12);
  assert.ok([...(await weightsOf(fresh)).values()].every((bytes) => bytes.length > 0));
  await fresh.close();
});

const rowsOf = (change: (row: Record<string, unknown>, index: number) => Record<string, unknown>): AnyDataset =>
  Dataset.fromList(
    trainRows()
      .toList()
      .map((row, index) => change({ ...row }, index)),
  );

const MISTAKES: readonly [what: string, rows: () => AnyDataset, message: RegExp][] = [
  [
    "a label out of range",
    () => rowsOf((row, index) => (index === 5 ? { ...row, label: 3 } : row)),
    /`label` of row 5 is 3, but the model has 3 classes: 0 to 2/,
  ],
  ["no rows", () => trainRows().select([]), /The data set has no rows/],
  ["texts instead of ids", () => rowsOf(({ label }) => ({ text: "Olá", label })), /no column `input_ids`/],
  [
    "no label column",
    () => rowsOf(({ label, ...row }) => ({ ...row, stars: label })),
    /no column `label` or `labels` to learn from/,
  ],
  [
    "a text that is too long",
    () =>
      rowsOf((row, index) =>
        index === 2 ? { ...row, input_ids: new Array(40).fill(5), attention_mask: new Array(40).fill(1) } : row,
      ),
    /`input_ids` of row 2 has 40 tokens, but this model has positions for 32/,
  ],
];

for (const [what, rows, message] of MISTAKES) {
  test(`${what}: the error says where, and the model is as it was`, async () => {
    const { trainer: given } = await trainerOf({ maxSteps: 2 });
    const { dataCollator: _, ...others } = parts(given.args);
    const trainer = new Trainer({ model: given.model, ...others, trainDataset: rows() });
    const before = await weightsOf(trainer.model);
    await assert.rejects(trainer.train(), message);
    assert.deepEqual(await weightsOf(trainer.model), before);
  });
}

test("a Trainer that cannot be made says why", async () => {
  const one = await model();
  const make = (options: object) => () => new Trainer({ model: one, ...options } as TrainerOptions);
  assert.throws(make({ model: {} }), /Trainer: `model` must be a model/);
  assert.throws(make({ args: { outputDir: "x" } }), /`args` must be TrainingArguments/);
  assert.throws(make({ trainDataSet: trainRows() }), /no option `trainDataSet`.*Did you mean `trainDataset`/);
  assert.throws(
    make({ ...parts({ outputDir: "x", evalStrategy: "epoch" }), evalDataset: undefined }),
    /`evalDataset` must be given where/,
  );
  await assert.rejects(make({})().train(), /`trainDataset` must be a data set/);
  await assert.rejects(make({})().evaluate(), /`evalDataset` must be a data set/);
  const { trainer } = await trainerOf({}, { computeMetrics: () => ({ matrix: [[1]] }) as never });
  await assert.rejects(trainer.evaluate(), /`computeMetrics` gave object for `matrix`/);
  const { trainer: lacking } = await trainerOf({ evalStrategy: "epoch", metricForBestModel: "f1" });
  await assert.rejects(lacking.train(), /has no `eval_f1`.*chosen/);
});
