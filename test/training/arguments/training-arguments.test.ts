// The oracle is Python: its arguments and their defaults (test/fixtures/training/arguments.py). Each one is known here, or
// says why it means nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { foreignReason } from "../../../src/training/arguments/foreign-arguments";
import type { TrainingArgumentsOptions } from "../../../src/training/arguments/training-argument-fields";
import { TrainingArguments } from "../../../src/training/arguments/training-arguments";

const python = JSON.parse(readFileSync(join(__dirname, "../../fixtures/training/arguments.json"), "utf8")) as {
  names: string[];
  defaults: Record<string, unknown>;
};

const camel = (name: string): string => name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const make = (options: Record<string, unknown>) => (): TrainingArguments =>
  new TrainingArguments({ outputDir: "run", ...options } as TrainingArgumentsOptions);

/** What is written differently here. */
const OTHERWISE: Readonly<Record<string, unknown>> = { reportTo: "none" };

test("every argument of Python's has its default here, or a reason", () => {
  const args = make({})() as unknown as Record<string, unknown>;
  let [known, foreign] = [0, 0];
  for (const name of python.names) {
    const key = camel(name);
    if (key === "evaluationStrategy") continue;
    if (!(key in args)) {
      assert.notEqual(foreignReason(key), undefined, `${key} is unknown`);
      foreign++;
      continue;
    }
    assert.equal(foreignReason(key), undefined, `${key} is both`);
    assert.deepEqual(args[key], OTHERWISE[key] ?? python.defaults[name], key);
    known++;
  }
  assert.equal(known, Object.keys(args).length);
  assert.equal(known + foreign + 1, python.names.length);
});

test("a foreign argument may ask for nothing, and is an error with its reason where it asks for something", () => {
  for (const name of python.names.map(camel)) {
    const reason = foreignReason(name);
    if (reason === undefined) continue;
    make({ [name]: name === "saveSafetensors" || name === "removeUnusedColumns" })();
    assert.throws(make({ [name]: "something else" }), (error: Error) => error.message.endsWith(reason), name);
  }
  make({ fp16: false, useCpu: true, noCuda: true, pushToHub: false, dataloaderNumWorkers: 0, localRank: -1 })();
  assert.throws(
    make({ fp16: true }),
    /`fp16` must be left out: it means nothing here, but got true\. Both engines compute in float32/,
  );
  assert.throws(make({ deepspeed: "ds.json" }), /One process trains/);
  assert.throws(make({ pushToHub: true }), /trainer\.saveModel/);
  assert.throws(make({ saveSafetensors: false }), /always saved as safetensors/);
});

test("what follows from other arguments is filled in as in Python", () => {
  const best = make({ evalStrategy: "epoch", saveStrategy: "epoch", loadBestModelAtEnd: true })();
  assert.deepEqual([best.metricForBestModel, best.greaterIsBetter], ["loss", false]);
  const accuracy = make({ metricForBestModel: "accuracy" })();
  assert.equal(accuracy.greaterIsBetter, true);
  assert.equal(make({ metricForBestModel: "accuracy", greaterIsBetter: false })().greaterIsBetter, false);
  assert.equal(make({ evalStrategy: "steps", loggingSteps: 7 })().evalSteps, 7);
  assert.equal(make({ evaluationStrategy: "epoch" })().evalStrategy, "epoch");
  assert.equal(make({ learningRate: undefined })().learningRate, 5e-5);
});

const WRONG: readonly [options: Record<string, unknown>, message: RegExp][] = [
  [{ outputDir: undefined }, /`outputDir` must be a folder's path, but got undefined/],
  [
    { per_device_train_batch_size: 4 },
    /no argument `per_device_train_batch_size`\. Did you mean `perDeviceTrainBatchSize`/,
  ],
  [{ lerningRate: 1 }, /Did you mean `learningRate`/],
  [{ zzz: 1 }, /Available arguments: outputDir/],
  [{ learningRate: -1 }, /`learningRate` must be a number, 0 or more, but got -1/],
  [{ learningRate: "1e-4" }, /`learningRate` must be a number/],
  [{ perDeviceTrainBatchSize: 0 }, /must be a whole number, 1 or more, but got 0/],
  [{ lrSchedulerType: "cosin" }, /Did you mean `cosine`/],
  [{ warmupRatio: 1.5 }, /must be a number from 0 to 1/],
  [{ warmupSteps: 0.5 }, /must be a whole number, 0 or more/],
  [{ evalStrategy: "always" }, /must be one of "no", "steps", "epoch", but got "always"/],
  [{ loggingSteps: 0 }, /must be a whole number of updates, or a share of all/],
  [{ saveSteps: 2.5 }, /must be a whole number of updates, or a share of all/],
  [{ maxSteps: 0 }, /must be a whole number of updates, or -1/],
  [{ saveTotalLimit: 0 }, /must be a whole number, 1 or more, or null/],
  [{ reportTo: "wandb" }, /must be "none", "jsonl" or a list of these; no other report is there/],
  [{ optim: "adafactor" }, /must be one of "adamw_torch"/],
  [{ loadBestModelAtEnd: true }, /`evalStrategy` and a `saveStrategy` that are the same/],
  [{ loadBestModelAtEnd: true, evalStrategy: "epoch" }, /they are "epoch" and "steps"/],
  [
    { loadBestModelAtEnd: true, evalStrategy: "steps", evalSteps: 200, saveSteps: 500 },
    /must be a multiple of `evalSteps` \(200\)/,
  ],
  [{ loadBestModelAtEnd: true, evalStrategy: "steps", evalSteps: 0.1, saveSteps: 500 }, /a share where it is/],
  [{ saveStrategy: "best", evalStrategy: "epoch" }, /`metricForBestModel` must be given/],
];

for (const [options, message] of WRONG) {
  test(`${inspect(options)} is refused`, () => assert.throws(make(options), message));
}

test("shares of steps that are multiples of each other pass", () => {
  make({ loadBestModelAtEnd: true, evalStrategy: "steps", evalSteps: 0.1, saveSteps: 0.3 })();
  assert.throws(make({ loadBestModelAtEnd: true, evalStrategy: "steps", evalSteps: 0.2, saveSteps: 0.3 }), /multiple/);
});

test("the arguments show what differs from the defaults, and cannot be changed", () => {
  const args = make({ perDeviceTrainBatchSize: 16, learningRate: 1e-4, adamEpsilon: 1e-6, evalStrategy: "epoch" })();
  const lines = [
    "TrainingArguments('run'), 40 arguments, these not at their defaults:",
    "argument                 value    default",
    "───────────────────────  ───────  ───────",
    "perDeviceTrainBatchSize  16       8",
    "learningRate             0.0001   0.00005",
    "adamEpsilon              1e-6     1e-8",
    'evalStrategy             "epoch"  "no"',
  ];
  assert.deepEqual(inspect(args).split("\n"), lines);
  assert.match(args.toBundle()["text/html"], /<td><code>evalStrategy<\/code><\/td><td>&quot;epoch&quot;<\/td>/);
  assert.equal(inspect(make({})()), "TrainingArguments('run'), 40 arguments, all at their defaults");
  assert.throws(() => Object.assign(args, { learningRate: 1 }), TypeError);
  assert.equal(JSON.parse(JSON.stringify(args)).perDeviceTrainBatchSize, 16);
});
