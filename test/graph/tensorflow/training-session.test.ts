/** @file Both engines keep the training session's promises alike: interrupts, errors, state in and out, memory. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Graph, type Value } from "../../../src/graph/graph";
import { crossEntropy } from "../../../src/graph/losses/cross-entropy";
import { linearCrossEntropy } from "../../../src/graph/losses/linear-cross-entropy";
import { dropout } from "../../../src/graph/operations/dropout";
import { tanh } from "../../../src/graph/operations/elementwise";
import { gather } from "../../../src/graph/operations/gather";
import { gemm } from "../../../src/graph/operations/gemm";
import { loadTensorFlow } from "../../../src/graph/tensorflow/load-tensorflow";
import { type OpenTrainingOptions, openTrainingSession } from "../../../src/graph/training/open-training-session";
import type { Feeds, FloatTensor, TrainingPlan, TrainingSession } from "../../../src/graph/training/training-session";
import { relativeDistance } from "../../models/goldens";

const ROWS = 7;
const CLASSES = 3;

function build(rate: number): Graph {
  const graph = new Graph("words");
  const ids = graph.input("ids", "int64", ["n"]);
  const labels = graph.input("labels", "int64", ["n"]);
  graph.parameter("idle", [2]);
  const read = dropout(gather(graph.parameter("table", [ROWS, 4]), ids), rate);
  const hidden = tanh(gemm(read, graph.parameter("inner", [5, 4]), graph.parameter("bias", [5]), { transB: true }));
  const logits = gemm(hidden, graph.parameter("outer", [CLASSES, 5]), undefined, { transB: true });
  graph.output("logits", logits);
  graph.output("loss", crossEntropy(logits, labels));
  return graph;
}

function planOf(rate = 0): TrainingPlan {
  return {
    training: () => build(rate),
    forward: { evaluate: () => build(0) },
    groups: [
      { name: "matrices", includes: (name) => name !== "bias" },
      { name: "others", includes: () => true },
    ],
  };
}

const start = new Map<string, FloatTensor>(
  [...build(0).parameters].map(([name, value], index) => {
    const shape = value.shape as readonly number[];
    const size = shape.reduce((product, axis) => product * axis, 1);
    return [name, { shape, data: Float32Array.from({ length: size }, (_, place) => Math.sin(place * 1.7 + index)) }];
  }),
);
const settings = {
  learningRate: { matrices: 0.05, others: 0.02 },
  weightDecay: { matrices: 0.1, others: 0 },
  clipNorm: 0.5,
};

function feeds(...ids: readonly number[]): Feeds {
  const whole = (list: readonly number[]) =>
    ({ type: "int64", dims: [list.length], data: BigInt64Array.from(list, BigInt) }) as const;
  return { ids: whole(ids), labels: whole(ids.map((id) => Math.abs(id) % CLASSES)) };
}

/** Tiny steps: JavaScript's own backend does them as well as the native library does. */
const ENGINES: Readonly<Record<string, OpenTrainingOptions>> = {
  onnx: { engine: "onnx", threads: 1 },
  tensorflow: { engine: "tensorflow", native: "never" },
};

async function withSession<T>(
  options: OpenTrainingOptions,
  work: (session: TrainingSession) => Promise<T>,
  plan: TrainingPlan = planOf(),
): Promise<T> {
  const session = await openTrainingSession(plan, start, options);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

for (const [engine, options] of Object.entries(ENGINES)) {
  describe(engine, () => {
    test("an index out of range is an error that changes nothing, and the next step goes on", async () => {
      const plain = await withSession(options, async (session) => {
        await session.step(feeds(1, 2), settings);
        await session.accumulate(feeds(3));
        await session.apply(settings);
        return session.readParameters();
      });
      await withSession(options, async (session) => {
        await session.step(feeds(1, 2), settings);
        const before = { parameters: await session.readParameters(), optimizer: await session.readOptimizer() };
        await assert.rejects(session.step(feeds(1, ROWS), settings), { code: "run-failed", state: "unchanged" });
        await session.accumulate(feeds(4));
        await assert.rejects(session.accumulate(feeds(-ROWS - 1)), {
          code: "run-failed",
          state: "unchanged",
          message: /Gather.*The gradients gathered for this update are dropped\.$/,
        });
        assert.deepEqual(await session.readParameters(), before.parameters);
        assert.deepEqual(await session.readOptimizer(), before.optimizer);
        await session.accumulate(feeds(3));
        await session.apply(settings);
        assert.deepEqual(await session.readParameters(), plain);
      });
    });

    test("an interrupt takes effect within one step", async () => {
      await withSession(options, async (session) => {
        const controller = new AbortController();
        const steps = [0, 1, 2, 3].map((id) => session.step(feeds(id), { ...settings, signal: controller.signal }));
        const ends = Promise.allSettled(steps);
        await steps[0];
        controller.abort();
        const rejected = (await ends).flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
        assert.ok(rejected.length >= 2, `${rejected.length} of 4 steps were stopped`);
        assert.ok(rejected.every((code) => code === "aborted"));
        const { step } = await session.readOptimizer();
        assert.ok(step <= 2, `${step} steps were done`);
      });
    });

    test("a signal that has fired before stops the step before it begins", async () => {
      await withSession(options, async (session) => {
        const signal = AbortSignal.abort();
        await assert.rejects(session.step(feeds(0), { ...settings, signal }), { code: "aborted", state: "unchanged" });
        await assert.rejects(session.forward("evaluate", feeds(0), { signal }), { code: "aborted" });
        assert.deepEqual((await session.readParameters()).get("outer")?.data, start.get("outer")?.data);
      });
    });

    test("what cannot be run is refused by name", async () => {
      await withSession(options, async (session) => {
        const whole = feeds(0, 1);
        await assert.rejects(session.step({ ...whole, idz: whole.ids } as Feeds, settings), { code: "feed-unknown" });
        await assert.rejects(session.step({ ids: whole.ids } as Feeds, settings), {
          code: "feed-missing",
          message: /labels/,
        });
        await assert.rejects(session.step({ ...whole, labels: feeds(0).labels } as Feeds, settings), {
          code: "feed-mismatch",
          message: /labels.* with n = 2.*\[1\]/,
        });
        await assert.rejects(session.step(whole, { learningRate: { matrices: 1 } }), TypeError);
        await assert.rejects(session.forward("evaluat", whole), { code: "graph-missing", hint: /evaluate/ });
        await assert.rejects(session.forward("evaluate", whole, { fetch: ["logit"] }), {
          code: "program-invalid",
          message: /logits/,
        });
        assert.throws(() => session.readParameters(["tabel"]), { code: "parameter-missing", hint: /table/ });
        await assert.rejects(
          session.setTrained(() => false),
          { code: "nothing-trained" },
        );
        const wrong = new Map([["bias", { shape: [4], data: new Float32Array(4) }]]);
        await assert.rejects(session.writeParameters(wrong), { code: "shape-mismatch" });
      });
      const missing = new Map([...start].slice(1));
      await assert.rejects(openTrainingSession(planOf(), missing, options), { code: "parameter-missing" });
      const homeless = { ...planOf(), groups: [{ name: "none", includes: () => false }] };
      await assert.rejects(openTrainingSession(homeless, start, options), { code: "group-missing" });
    });

    test("dropout begins anew with its seed, and differs from batch to batch", async () => {
      await withSession(
        options,
        async (session) => {
          const losses = async (): Promise<number[]> => {
            await session.writeParameters(start);
            const found: number[] = [];
            for (let step = 0; step < 3; step++) found.push((await session.accumulate(feeds(1, 2, 3, 4))).loss);
            return found;
          };
          const first = await losses();
          assert.equal(new Set(first).size, 3);
          assert.notDeepEqual(await losses(), first);
          await session.reseed(0);
          assert.deepEqual(await losses(), first);
          await session.reseed(1);
          assert.notDeepEqual(await losses(), first);
        },
        planOf(0.5),
      );
    });

    test("a closed session says so", async () => {
      const session = await openTrainingSession(planOf(), start, options);
      await session.close();
      await assert.rejects(session.step(feeds(0), settings), { code: "closed" });
      const forced = await openTrainingSession(planOf(), start, options);
      const step = forced.step(feeds(0), settings);
      const ended = step.then(
        () => "done",
        (error: { code: string }) => error.code,
      );
      await forced.close({ force: true });
      assert.match(await ended, /^(?:done|closed)$/);
    });
  });
}

test("both engines come to the same state by every way there is", async () => {
  const results = [];
  for (const options of Object.values(ENGINES)) {
    results.push(
      await withSession(options, async (session) => {
        const told: number[] = [];
        const first = await session.step(feeds(0, 1, 2, 1), settings);
        told.push(first.loss, first.gradientNorm);
        await session.setTrained((name) => name === "table" || name === "bias");
        for (const scale of [0.25, 0.75]) told.push((await session.accumulate(feeds(5, 5, 6), { scale })).loss);
        told.push((await session.apply(settings)).gradientNorm, (await session.apply(settings)).gradientNorm);
        await session.setTrained(() => true);
        const saved = { parameters: await session.readParameters(), optimizer: await session.readOptimizer() };
        const last = await session.step(feeds(4, 0), settings);
        const end = await session.readParameters();
        await session.writeParameters(saved.parameters);
        await session.writeOptimizer(saved.optimizer);
        assert.deepEqual(await session.step(feeds(4, 0), settings), last);
        assert.deepEqual(await session.readParameters(), end);
        const { logits } = await session.forward("evaluate", { ...feeds(3, 2), more: feeds(0).ids } as Feeds, {
          fetch: ["logits"],
        });
        assert.deepEqual(logits?.dims, [2, CLASSES]);
        told.push(last.loss, last.gradientNorm, ...Array.from(logits?.data ?? [], Number));
        return { told, end, optimizer: await session.readOptimizer() };
      }),
    );
  }
  const [onnx, tensorflow] = results;
  assert.ok(onnx !== undefined && tensorflow !== undefined);
  assert.ok(relativeDistance(tensorflow.told, onnx.told) < 2e-6, `${tensorflow.told} and ${onnx.told}`);
  assert.equal(tensorflow.optimizer.step, onnx.optimizer.step);
  for (const [name, { data }] of onnx.end) {
    assert.ok(relativeDistance(tensorflow.end.get(name)?.data ?? [], data) < 2e-6, name);
    const [ours, theirs] = [tensorflow.optimizer.moments.get(name), onnx.optimizer.moments.get(name)];
    assert.ok(relativeDistance(ours?.first.data ?? [], theirs?.first.data ?? []) < 2e-6, name);
    assert.ok(relativeDistance(ours?.second.data ?? [], theirs?.second.data ?? []) < 2e-6, name);
  }
  // Nothing depends on `idle`: it only decays, once in each of the four updates that it had a part in.
  const [idle, began] = [tensorflow.end.get("idle")?.data, start.get("idle")?.data ?? new Float32Array()];
  assert.ok(
    relativeDistance(
      idle ?? [],
      began.map((value) => value * (1 - 0.05 * 0.1) ** 2),
    ) < 1e-6,
  );
});

for (const native of ["auto", "never"] as const) {
  test(`tensorflow's memory does not grow, and closing frees it all, native: ${native}`, async () => {
    const { tf } = await loadTensorFlow({ native });
    const before = tf.memory().numTensors;
    const session = await openTrainingSession(planOf(0.1), start, {
      engine: "tensorflow",
      native,
      log: () => undefined,
    });
    const counts: number[] = [];
    for (let step = 0; step < 12; step++) {
      await session.step(feeds(step % ROWS, 1), settings);
      await session.accumulate(feeds(2));
      await session.apply(settings);
      await session.forward("evaluate", feeds(2, 3));
      await assert.rejects(session.step(feeds(ROWS), settings), { code: "run-failed" });
      counts.push(tf.memory().numTensors);
    }
    assert.equal(new Set(counts).size, 1, `${counts}`);
    await session.close();
    assert.equal(tf.memory().numTensors, before);
  });
}

for (const [engine, options] of Object.entries(ENGINES)) {
  test(`${engine}: where nothing is labelled the loss is NaN, and the weights only decay, as in PyTorch`, async () => {
    const heads = {
      whole: (hidden: Value, weight: Value, labels: Value) =>
        crossEntropy(gemm(hidden, weight, undefined, { transB: true }), labels),
      "in pieces": (hidden: Value, weight: Value, labels: Value) =>
        linearCrossEntropy({ hidden, weight, labels }, { chunks: 2 }),
    };
    for (const [name, head] of Object.entries(heads)) {
      const training = (): Graph => {
        const graph = new Graph("unlabelled");
        const [ids, labels] = [graph.input("ids", "int64", ["n"]), graph.input("labels", "int64", ["n"])];
        const hidden = gather(graph.parameter("table", [ROWS, 5]), ids);
        graph.output("loss", head(hidden, graph.parameter("outer", [CLASSES, 5]), labels));
        return graph;
      };
      const outer = start.get("outer") as FloatTensor;
      const table = { shape: [ROWS, 5], data: Float32Array.from({ length: ROWS * 5 }, (_, place) => Math.cos(place)) };
      const session = await openTrainingSession({ training }, new Map(Object.entries({ outer, table })), options);
      const none = BigInt64Array.of(-100n, -100n);
      const unlabelled: Feeds = { ...feeds(1, 2), labels: { type: "int64", dims: [2], data: none } };
      const { loss, gradientNorm } = await session.step(unlabelled, { learningRate: 0.5, weightDecay: 0.5 });
      assert.ok(Number.isNaN(loss), `${name}: ${loss}`);
      assert.equal(gradientNorm, 0, name);
      for (const [parameter, { data }] of await session.readParameters()) {
        const before = parameter === "outer" ? outer.data : table.data;
        assert.deepEqual(
          data,
          before.map((value) => value * 0.75),
          `${name}: ${parameter}`,
        );
      }
      await session.close();
    }
  });
}

test("tensorflow lets the event loop turn between steps", async () => {
  await withSession(ENGINES.tensorflow ?? {}, async (session) => {
    let turns = 0;
    const steps = Promise.all([0, 1, 2, 3].map((id) => session.step(feeds(id), settings)));
    const timer = setInterval(() => turns++, 0);
    await steps;
    clearInterval(timer);
    assert.ok(turns >= 2, `${turns} turns`);
  });
});

test("whole numbers that TensorFlow.js cannot hold are refused", async () => {
  await withSession(ENGINES.tensorflow ?? {}, async (session) => {
    await assert.rejects(session.step(feeds(2 ** 31), settings), { code: "feed-mismatch", message: /2147483648/ });
  });
});

test("the engine is onnx unless another is asked for, and an unknown one is refused", async () => {
  assert.equal(await withSession({ threads: 1 }, async ({ engine }) => engine), "onnx");
  assert.equal(await withSession(ENGINES.tensorflow ?? {}, async ({ engine }) => engine), "tensorflow");
  await assert.rejects(openTrainingSession(planOf(), start, { engine: "torch" as never }), RangeError);
});

test("without the native library one line says that onnx trains instead", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "caderno-engine-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const lines: string[] = [];
  const places = { folder, packageFolder: folder };
  const options = { engine: "tensorflow", threads: 1, places, log: (line: string) => lines.push(line) } as const;
  assert.equal(await withSession(options, async ({ engine }) => engine), "onnx");
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? "", /^TensorFlow: .*"onnx".*the numbers are the same\.$/);
  await assert.rejects(openTrainingSession(planOf(), start, { ...options, native: "required" }), {
    code: "tensorflow-native",
  });
});
