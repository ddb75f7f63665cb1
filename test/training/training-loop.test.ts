// The loop itself: resumed trainings end bit for bit as whole ones, and the model has its weights back whatever happens.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { PreTrainedModel } from "../../src/models/pretrained-model";
import type { TrainingBatches } from "../../src/training/loop/training-batches";
import type { TrainingCallback } from "../../src/training/loop/training-callback";
import { runTraining } from "../../src/training/loop/training-loop";
import type { RunTrainingOptions } from "../../src/training/loop/training-options";
import { TrainingError } from "../../src/training/training-error";
import { GOLDEN, padWithZeros, weightDistance, withModel } from "./fixture";

const temporary = mkdtempSync(join(tmpdir(), "caderno-loop-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

const WITH_DROPOUT = { dropout: 0.2, attentionDropout: 0.1, seqClassifDropout: 0.2 };
const ROWS = GOLDEN.train.slice(0, 28).map((row) => ({ ...row }));

/** Seven batches of four, in another order each epoch. */
function batches(): TrainingBatches {
  const all = Array.from({ length: 7 }, (_, index) => ROWS.slice(index * 4, index * 4 + 4));
  const collate = padWithZeros as (rows: readonly object[]) => never;
  return {
    length: 7,
    epoch: (epoch, skip = 0) => all.map((_, index) => collate(all[(index * 3 + epoch) % 7] ?? [])).slice(skip),
  };
}

function options(model: PreTrainedModel, others: Partial<RunTrainingOptions>): RunTrainingOptions {
  const schedule = { at: (step: number) => 2e-3 * (1 - step / 30) };
  return { model, batches: batches(), schedule, weightDecay: 0.05, clipNorm: 1, seed: 7, epochs: 3, ...others };
}

function losses(): TrainingCallback & { values: number[] } {
  const values: number[] = [];
  return { values, onStepEnd: ({ loss }) => void values.push(loss) };
}

for (const [what, accumulationSteps, stops] of [
  ["every batch an update", 1, [5, 7]],
  ["three batches an update", 3, [4]],
] as const) {
  test(`${what}: a training that stops anywhere and is resumed ends with the same bits`, async () => {
    const whole = losses();
    await withModel(async (model) => {
      await runTraining(options(model, { accumulationSteps, callbacks: [whole] }));
      const ends = await model.readParameters();
      for (const stop of stops) {
        await withModel(async (other) => {
          const parts = losses();
          const shared = { accumulationSteps, callbacks: [parts] };
          const first = await runTraining(options(other, { ...shared, maxSteps: stop }), "keep-optimizer");
          assert.equal(first.state.step, stop);
          // As a checkpoint has it: plain JSON beside the moments.
          const position = JSON.parse(JSON.stringify(first.position));
          assert.ok(first.optimizer !== undefined);
          const resume = { position, optimizer: first.optimizer };
          const second = await runTraining(options(other, { ...shared, resume }));
          assert.deepEqual(parts.values, whole.values);
          assert.equal(await weightDistance(other, ends), 0);
          assert.equal(second.meanLoss, whole.values.reduce((sum, loss) => sum + loss, 0) / whole.values.length);
        }, WITH_DROPOUT);
      }
    }, WITH_DROPOUT);
  });
}

test("evaluating between the steps changes nothing", async () => {
  const [plain, disturbed] = [losses(), losses()];
  for (const [recorded, evaluates] of [
    [plain, "never"],
    [disturbed, "often"],
  ] as const) {
    await withModel(async (model) => {
      const asking: TrainingCallback = {
        onStepEnd: async (state, control) => {
          if (evaluates === "never") return;
          control.evaluate();
          if (state.step === 2)
            await model.savePretrained(`${process.env.TMPDIR ?? "/tmp"}/caderno-loop-${process.pid}`);
        },
      };
      let measured = 0;
      await runTraining(
        options(model, {
          epochs: 1,
          callbacks: [recorded, asking],
          evaluate: async ({ model: same }) => {
            measured++;
            const { logits } = await same.forward({ input_ids: [[2, 5, 3]] });
            return { first: logits.data[0] ?? Number.NaN };
          },
        }),
      );
      assert.equal(measured, evaluates === "never" ? 0 : 7);
    }, WITH_DROPOUT);
  }
  assert.deepEqual(disturbed.values, plain.values);
});

test("a loss that is no number stops the training before anything is updated", async () => {
  await withModel(async (model) => {
    const rates = [1e-3, 1e-3, 1e38, 1e-3, 1e-3, 1e-3];
    const before: Map<string, { data: Float32Array }>[] = [];
    const callback: TrainingCallback = { onStepEnd: async () => void before.push(await model.readParameters()) };
    const run = runTraining(
      options(model, { schedule: { at: (step) => rates[step] ?? 0 }, weightDecay: 0, callbacks: [callback] }),
    );
    await assert.rejects(run, (error: unknown) => {
      assert.ok(error instanceof TrainingError);
      assert.equal(error.code, "loss-not-finite");
      assert.equal(error.step, 4);
      assert.match(error.message, /^The loss of step 4 is (NaN|-?Infinity): .* The model has the weights of step 3\.$/);
      assert.match(error.hint ?? "", /Lower the learning rate/);
      return true;
    });
    assert.equal(await weightDistance(model, before[2] ?? new Map()), 0);
    for (const { data } of (await model.readParameters()).values()) assert.ok(data.every(Number.isFinite));
  });
});

test("gradients that are not finite change nothing on TensorFlow either", async () => {
  await withModel(async (model) => {
    const session = { engine: "tensorflow", native: "never" } as const;
    const schedule = { at: (step: number) => (step === 0 ? 1e38 : 1e-3) };
    await assert.rejects(runTraining(options(model, { schedule, weightDecay: 0, session })), {
      code: "loss-not-finite",
      step: 2,
    });
    for (const { data } of (await model.readParameters()).values()) assert.ok(data.every(Number.isFinite));
  });
});

test("a batch without a label is named", async () => {
  await withModel(async (model) => {
    const [first] = batches().epoch(0) as Iterable<{ input_ids: number[][] }>;
    const unlabelled = { ...first, input_ids: first?.input_ids ?? [], labels: [-100, -100, -100, -100] };
    const run = runTraining(options(model, { batches: { length: 1, epoch: () => [unlabelled] } }));
    await assert.rejects(run, { code: "labels-missing", message: /None of the rows of step 1 has a label/ });
  });
});

test("an abort ends after a whole update, and says which", async () => {
  await withModel(async (model) => {
    const controller = new AbortController();
    let weights = new Map<string, { data: Float32Array }>();
    const callback: TrainingCallback = {
      onStepEnd: async ({ step }) => {
        if (step !== 5) return;
        weights = await model.readParameters();
        controller.abort();
      },
    };
    await assert.rejects(runTraining(options(model, { signal: controller.signal, callbacks: [callback] })), {
      code: "training-stopped",
      message: "The training was stopped after step 5 of 21; the model has the weights of that step.",
    });
    assert.equal(await weightDistance(model, weights), 0);
    assert.equal((await model.forward({ input_ids: [[2, 5, 3]] })).logits.dims[1], 3);
  });
});

test("an error of a callback, of the data or of the evaluation gives the model back, and closes the callbacks", async () => {
  await withModel(async (model) => {
    const broken = new Error("broken");
    const fails = (): never => {
      throw broken;
    };
    let closed = 0;
    const closing: TrainingCallback = { onClose: () => void closed++ };
    const ways: Partial<RunTrainingOptions>[] = [
      { callbacks: [closing, { onTrainBegin: fails }] },
      { callbacks: [closing, { onStepEnd: fails }] },
      { callbacks: [closing, { onEpochEnd: (_, control) => control.evaluate() }], evaluate: async () => fails() },
      {
        callbacks: [closing],
        batches: {
          length: 7,
          *epoch() {
            yield* (batches().epoch(0) as never[]).slice(0, 2);
            fails();
          },
        },
      },
    ];
    for (const way of ways) {
      await assert.rejects(runTraining(options(model, way)), broken);
      assert.ok((await model.forward({ input_ids: [[2, 5, 3]] })).logits.data.every(Number.isFinite));
    }
    assert.equal(closed, ways.length);
  });
});

test("a model cannot be trained twice at once", async () => {
  await withModel(async (model) => {
    const nested: TrainingCallback = { onStepEnd: async () => void (await runTraining(options(model, {}))) };
    await assert.rejects(runTraining(options(model, { callbacks: [nested] })), { code: "weights-taken" });
  });
});

test("weights that a callback unfreezes between epochs learn from then on, with dropout's numbers going on", async () => {
  await withModel(async (model) => {
    model.freeze((name) => !name.startsWith("classifier"));
    const before = await model.readParameters();
    const moved: string[][] = [];
    const thaw: TrainingCallback = {
      onEpochBegin: ({ epoch }) => {
        if (epoch === 1) model.unfreeze((name) => name.startsWith("pre_classifier"));
      },
      onEpochEnd: async () => {
        const now = await model.readParameters();
        const changed = [...now].filter(([name, { data }]) =>
          data.some((value, at) => value !== before.get(name)?.data[at]),
        );
        moved.push(changed.map(([name]) => name));
      },
    };
    await runTraining(options(model, { epochs: 2, callbacks: [thaw] }));
    assert.deepEqual(moved[0], ["classifier.weight", "classifier.bias"]);
    assert.deepEqual(moved[1]?.sort(), [
      "classifier.bias",
      "classifier.weight",
      "pre_classifier.bias",
      "pre_classifier.weight",
    ]);
  }, WITH_DROPOUT);
});

test("groups of weights have a pace of their own", async () => {
  await withModel(async (model) => {
    const before = await model.readParameters();
    const groups = [{ includes: (name: string) => name.startsWith("distilbert."), scale: 0 }];
    await runTraining(options(model, { maxSteps: 2, groups }));
    for (const [name, { data }] of await model.readParameters()) {
      const isSame = data.every((value, at) => value === before.get(name)?.data[at]);
      assert.equal(isSame, name.startsWith("distilbert."), name);
    }
  });
});

test("what cannot be trained is said before the weights are touched", async () => {
  await withModel(async (model) => {
    await assert.rejects(runTraining(options(model, { batches: { length: 0, epoch: () => [] } })), {
      code: "data-empty",
    });
    await assert.rejects(runTraining(options(model, { batches: { length: undefined, epoch: () => [] } })), {
      code: "data-empty",
    });
    await assert.rejects(runTraining(options(model, { epochs: -1 })), /`epochs` must be a number of at least 0/);
    await assert.rejects(runTraining(options(model, { classWeights: [1, 2] })), /each of the 3 classes/);
    model.freeze(() => true);
    await assert.rejects(runTraining(options(model, {})), { code: "nothing-trained", message: /All \d+ weights/ });
  });
});
