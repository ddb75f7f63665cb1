// The oracle is Python's Trainer: what it logs, evaluates and predicts (test/fixtures/training/trainer/make.py).
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { argmax } from "../../../src/evaluation/argmax";
import type { TrainingArgumentsOptions } from "../../../src/training/arguments/training-argument-fields";
import type { EvalPrediction } from "../../../src/training/trainer/train-output";
import { evaluationRows, FIXTURES, InOrder, parts, tinyModel } from "./tiny-run";

interface Golden {
  args: Record<string, unknown>;
  log_history: Record<string, number>[];
  global_step: number;
  training_loss: number;
  predictions: number[][];
  label_ids: number[];
  test: Record<string, number>;
  classifier_bias: number[];
}

const { cases } = JSON.parse(readFileSync(join(FIXTURES, "goldens.json"), "utf8")) as { cases: Record<string, Golden> };
const outputDir = join(mkdtempSync(join(tmpdir(), "caderno-trainer-")), "run");
after(() => rmSync(join(outputDir, ".."), { recursive: true, force: true }));

const TOLERANCE = 1e-4;

function accuracy({ predictions, labelIds }: EvalPrediction): { accuracy: number } {
  const right = argmax(predictions).filter((label, row) => label === labelIds.data[row]).length;
  return { accuracy: right / labelIds.data.length };
}

for (const [name, golden] of Object.entries(cases)) {
  test(`${name}: losses, rates, norms and metrics are those of Python's Trainer to the end`, async () => {
    const model = await tinyModel();
    const args = { ...camelCased(golden.args), outputDir, saveStrategy: "no" } as TrainingArgumentsOptions;
    const trainer = new InOrder({ model, ...parts(args), computeMetrics: accuracy });
    const result = await trainer.train();
    assert.equal(result.globalStep, golden.global_step);
    near(result.trainingLoss, golden.training_loss, "training_loss");
    assert.equal(trainer.logHistory.length, golden.log_history.length);
    for (const [index, expected] of golden.log_history.entries()) {
      const found = trainer.logHistory[index] ?? {};
      for (const [key, value] of Object.entries(expected)) near(found[key], value, `log ${index}: ${key}`);
    }
    const { predictions, labelIds, metrics } = await trainer.predict(evaluationRows());
    const rows = golden.predictions.length;
    assert.deepEqual(predictions.dims, [rows, 3]);
    for (const [place, value] of golden.predictions.flat().entries())
      near(predictions.data[place], value, "prediction");
    assert.deepEqual([...(labelIds?.data ?? [])], golden.label_ids);
    for (const [key, value] of Object.entries(golden.test)) near(metrics[key], value, key);
    const bias = (await model.readParameters(["classifier.bias"])).get("classifier.bias");
    for (const [place, value] of golden.classifier_bias.entries()) near(bias?.data[place], value, "classifier.bias");
    assert.equal(existsSync(outputDir), false, "nothing is written where nothing was asked for");
    await model.close();
  });
}

function near(found: number | undefined, expected: number, what: string): void {
  const distance = Math.abs((found ?? Number.NaN) - expected);
  assert.ok(distance <= TOLERANCE, `${what}: ${found} is not ${expected}`);
}

function camelCased(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      typeof value === "object" && value !== null ? camelCased(value as Record<string, unknown>) : value,
    ]),
  );
}
