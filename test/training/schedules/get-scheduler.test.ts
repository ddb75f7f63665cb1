// The oracle is Python: the rates of transformers.get_scheduler, step by step (test/fixtures/training/schedules.py).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  getScheduler,
  SCHEDULER_TYPES,
  type SchedulerKwargs,
  type SchedulerType,
  warmupStepsOf,
} from "../../../src/training/schedules/get-scheduler";

interface Case {
  name: SchedulerType;
  learningRate: number;
  warmup: number;
  total: number;
  kwargs: Record<string, number>;
  rates: number[];
}

const { cases } = JSON.parse(readFileSync(join(__dirname, "../../fixtures/training/schedules.json"), "utf8")) as {
  cases: Case[];
};

for (const { name, learningRate, warmup, total, kwargs, rates } of cases) {
  test(`${name} with a warm-up of ${warmup} and ${JSON.stringify(kwargs)} gives Python's rates`, () => {
    const schedule = getScheduler(name, {
      learningRate,
      numWarmupSteps: warmup,
      numTrainingSteps: total,
      schedulerSpecificKwargs: camelCased(kwargs),
    });
    for (const [step, rate] of rates.entries()) {
      const distance = Math.abs(schedule.at(step) - rate);
      assert.ok(distance <= 1e-15, `step ${step}: ${schedule.at(step)} is not ${rate}`);
    }
  });
}

test("every schedule has a golden", () => {
  assert.deepEqual(
    SCHEDULER_TYPES.filter((name) => !cases.some((item) => item.name === name)),
    [],
  );
});

test("a schedule keeps no state and shows itself", () => {
  const schedule = getScheduler("linear", { learningRate: 1e-3, numWarmupSteps: 1, numTrainingSteps: 5 });
  assert.equal(schedule.at(3), schedule.at(3));
  assert.deepEqual(schedule.values(3), [0, 1e-3, 7.5e-4]);
  assert.equal(
    schedule.toText(),
    "LearningRateSchedule(linear, learningRate=0.001, numWarmupSteps=1, numTrainingSteps=5)",
  );
  assert.throws(() => schedule.at(-1), /`step` must be a whole number of updates, 0 or more, but got -1/);
});

test("the warm-up is a number of steps, or a share of all steps rounded up", () => {
  assert.equal(warmupStepsOf(101, { warmupSteps: 0, warmupRatio: 0.1 }), 11);
  assert.equal(warmupStepsOf(101, { warmupSteps: 3, warmupRatio: 0.1 }), 3);
  assert.equal(warmupStepsOf(101, { warmupSteps: 0, warmupRatio: 0 }), 0);
});

test("wrong schedules say what would be right", () => {
  const make =
    (name: string, options: object = { numTrainingSteps: 10 }) =>
    () =>
      getScheduler(name as SchedulerType, options);
  assert.throws(make("lineal"), /Did you mean `linear`\?/);
  assert.throws(make("reduce_lr_on_plateau"), /depend on the metrics/);
  assert.throws(make("linear", {}), /`numTrainingSteps` must be given for `linear`/);
  assert.throws(
    make("linear", { numTrainingSteps: 10, numWarmupSteps: -1 }),
    /`numWarmupSteps` must be a whole number/,
  );
  assert.throws(
    make("linear", { numTrainingSteps: 10, schedulerSpecificKwargs: { power: 2 } }),
    /takes no `power`\. It takes none/,
  );
  assert.throws(make("polynomial", { numTrainingSteps: 10, learningRate: 1e-8 }), /`lrEnd` must be smaller/);
  assert.throws(make("cosine_with_min_lr"), /either `minLr` or `minLrRate`/);
  assert.throws(make("warmup_stable_decay"), /numStableSteps` must be given/);
  assert.throws(make("cosine", { numTrainingSteps: 10, learningRate: Number.NaN }), /`learningRate` must be a number/);
});

function camelCased(kwargs: Record<string, number>): SchedulerKwargs {
  const entries = Object.entries(kwargs).map(([key, value]) => [
    key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(entries) as SchedulerKwargs;
}
