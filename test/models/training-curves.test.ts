/** @file The losses, gradient norms and final weights of training are PyTorch's, step by step, on both engines. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadTensorFlow } from "../../src/graph/tensorflow/load-tensorflow";
import { createTensorFlowTrainingSession } from "../../src/graph/tensorflow/tensorflow-training-session";
import { createOnnxTrainingSession } from "../../src/graph/training/onnx-training-session";
import type { TrainingSession } from "../../src/graph/training/training-session";
import { type Curve, type CurveResult, drawCurve, isNoise, readCurve } from "./curves";
import { goldenNames } from "./goldens";

const CURVES = goldenNames().filter((name) => name.startsWith("train-"));
/** Of losses and weights, and relative of norms. PyTorch's own float32 lies up to 2e-6 from its float64. */
const NEAR = 1e-5;
/** How many steps JavaScript's own backend does, and of which curves. */
const FEW = { steps: 3, curves: ["train-sequence-classification", "train-llama", "train-accumulated-items"] };

test("there is a curve for each way of training", () => {
  const kinds = ["accumulated-items", "accumulated-mean", "gpt2", "head-only", "llama", "masked-lm"];
  const all = [...kinds, "sequence-classification", "upper-layers"];
  assert.deepEqual(
    CURVES,
    all.map((kind) => `train-${kind}`),
  );
});

for (const name of CURVES) {
  test(`${name}: which weights decay is what Hugging Face says`, () => {
    const { architecture, training } = readCurve(name);
    for (const parameter of training.decayed) assert.ok(architecture.isDecayed(parameter), parameter);
    for (const parameter of training.undecayed) assert.ok(!architecture.isDecayed(parameter), parameter);
  });
}

describe("onnx", () => {
  for (const name of CURVES) {
    test(`${name}: every step is PyTorch's`, async () => {
      const curve = readCurve(name);
      await compare(
        curve,
        await createOnnxTrainingSession(curve.plan, curve.start, { threads: 1 }),
        curve.training.steps,
      );
    });
  }
});

describe("tensorflow", () => {
  for (const name of CURVES) {
    test(`${name}: every step is PyTorch's, on the native library or the first ones without it`, async (t) => {
      const curve = readCurve(name);
      const { backend, reason } = await loadTensorFlow();
      if (backend === "cpu" && !FEW.curves.includes(name)) return t.skip(reason);
      const steps = backend === "cpu" ? FEW.steps : curve.training.steps;
      await compare(curve, await createTensorFlowTrainingSession(curve.plan, curve.start), steps);
    });
  }
});

test("tensorflow in JavaScript alone: the first steps are PyTorch's", async () => {
  const curve = readCurve("train-sequence-classification");
  const session = await createTensorFlowTrainingSession(curve.plan, curve.start, { native: "never" });
  await compare(curve, session, FEW.steps);
});

async function compare(curve: Curve, session: TrainingSession, steps: number): Promise<void> {
  const { golden, training } = curve;
  try {
    const result = await drawCurve(session, curve, steps);
    compareSteps(curve, result);
    const ends = await session.readParameters();
    for (const name of training.frozen) assert.deepEqual(ends.get(name)?.data, curve.start.get(name)?.data, name);
    if (steps < training.steps) return;
    for (const name of Object.keys(training.finalRoundoff)) {
      if (!golden.keys.includes(`final.${name}`)) continue;
      const end = ends.get(name)?.data ?? new Float32Array();
      const theirs = golden.floats(`final.${name}`).data;
      assert.equal(end.length, theirs.length, name);
      for (const [place, value] of theirs.entries()) {
        if (isNoise(name, place, theirs.length)) continue;
        const distance = Math.abs((end[place] ?? Number.NaN) - value);
        assert.ok(distance <= NEAR, `${name}[${place}] ends ${distance} away`);
      }
    }
  } finally {
    await session.close();
  }
}

function compareSteps({ golden }: Curve, { loss, norm, microLoss }: CurveResult): void {
  const check = (what: string, ours: readonly number[], allowed: (theirs: number) => number): void => {
    const theirs = golden.floats(`curve.${what}`).data;
    assert.ok(ours.length > 0);
    for (const [step, value] of ours.entries()) {
      const expected = theirs[step] ?? Number.NaN;
      const distance = Math.abs(value - expected);
      assert.ok(distance <= allowed(expected), `${what} of step ${step}: ${value}, and PyTorch has ${expected}`);
    }
  };
  check("loss", loss, () => NEAR);
  check("micro_loss", microLoss, () => NEAR);
  check("norm", norm, (theirs) => theirs * NEAR);
}
