import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Graph } from "../../../src/graph/graph";
import { add, multiply } from "../../../src/graph/operations/arithmetic";
import { exp } from "../../../src/graph/operations/elementwise";
import { gather } from "../../../src/graph/operations/gather";
import { reduceSum } from "../../../src/graph/operations/reduce";
import { inPlaceSafe } from "../../../src/graph/training/in-place";
import { createOnnxTrainingSession } from "../../../src/graph/training/onnx-training-session";
import { stepProgram } from "../../../src/graph/training/training-program";
import type { Feeds, FloatTensor, TrainingPlan, TrainingSession } from "../../../src/graph/training/training-session";
import { type Golden, loadGolden, relativeDistance } from "../../models/goldens";

const golden: Golden = loadGolden("functions");
const settings = golden.json.functions?.optimizer;
const start = new Map<string, FloatTensor>();
for (const key of golden.keys) {
  if (key.startsWith("optimizer.start.")) start.set(key.slice("optimizer.start.".length), golden.floats(key));
}

/** A loss whose gradient by each parameter is what it is fed: the sum of products. */
function dotProducts(): Graph {
  const graph = new Graph("given-gradients");
  let loss = reduceSum(multiply(graph.input("zero", "float32", []), 0));
  for (const [name, { shape }] of start) {
    loss = add(loss, reduceSum(multiply(graph.parameter(name, shape), graph.input(`feed.${name}`, "float32", shape))));
  }
  graph.output("loss", loss);
  return graph;
}

const plan: TrainingPlan = {
  training: dotProducts,
  groups: [
    { name: "undecayed", includes: (name) => settings?.undecayed.includes(name) ?? false },
    { name: "decayed", includes: () => true },
  ],
};

function feedsOf(step: number): Feeds {
  const feeds: Record<string, { type: "float32"; dims: readonly number[]; data: Float32Array }> = {
    zero: { type: "float32", dims: [], data: Float32Array.of(0) },
  };
  for (const [name, { shape }] of start) {
    feeds[`feed.${name}`] = {
      type: "float32",
      dims: shape,
      data: golden.floats(`optimizer.${step}.gradient.${name}`).data,
    };
  }
  return feeds;
}

function stepSettings(step: number) {
  return {
    learningRate: settings?.learningRates[step] ?? Number.NaN,
    weightDecay: { decayed: settings?.weightDecay ?? Number.NaN, undecayed: 0 },
    clipNorm: settings?.maxGradientNorm ?? Number.NaN,
  };
}

describe("AdamW on given gradients is PyTorch's", () => {
  for (const [name, options] of [
    ["in place, without a copy", { copyFree: "auto" }],
    ["through copies", { copyFree: "off" }],
  ] as const) {
    test(name, async () => {
      const session = await createOnnxTrainingSession(plan, start, { threads: 1, ...options });
      try {
        const norms = golden.floats("optimizer.norms").data;
        for (const step of norms.keys()) {
          const { gradientNorm } = await session.step(feedsOf(step), stepSettings(step));
          assert.ok(relativeDistance([gradientNorm], [norms[step] ?? Number.NaN]) < 1e-6, `norm of step ${step}`);
          await compare(session, step);
        }
      } finally {
        await session.close();
      }
    });
  }

  test("from accumulated gradients", async () => {
    const session = await createOnnxTrainingSession(plan, start, { threads: 1 });
    try {
      for (const step of golden.floats("optimizer.norms").data.keys()) {
        for (const scale of [0.25, 0.75]) await session.accumulate(feedsOf(step), { scale });
        await session.apply(stepSettings(step));
        await compare(session, step);
      }
    } finally {
      await session.close();
    }
  });

  test("stopped after step 2 and taken up by another session", async () => {
    const first = await createOnnxTrainingSession(plan, start, { threads: 1 });
    for (const step of [0, 1]) await first.step(feedsOf(step), stepSettings(step));
    const [parameters, optimizer] = [await first.readParameters(), await first.readOptimizer()];
    const expected = await carryOn(first);
    assert.equal(optimizer.step, 2);
    const second = await createOnnxTrainingSession(plan, start, { threads: 1 });
    await second.writeParameters(parameters);
    await second.writeOptimizer(optimizer);
    assert.deepEqual(await carryOn(second), expected);
  });
});

test("parameters that are handed over are not held twice", async () => {
  const given = new Map([...start].map(([name, { shape, data }]) => [name, { shape, data: Float32Array.from(data) }]));
  const session = await createOnnxTrainingSession(plan, given, { threads: 1, transfer: true });
  for (const [name, { data }] of await session.readParameters()) {
    assert.deepEqual(data, start.get(name)?.data);
    assert.equal(given.get(name)?.data.length, 0);
  }
  await session.close();
});

describe("what a session is asked", () => {
  let session: TrainingSession;
  before(async () => {
    session = await createOnnxTrainingSession(plan, start, { threads: 1 });
  });
  after(() => session.close());

  test("a misspelt input is refused with the inputs there are", async () => {
    const name = [...start.keys()][0] ?? "";
    const feeds = { ...feedsOf(0), [`fed.${name}`]: feedsOf(0).zero };
    await assert.rejects(session.step(feeds as Feeds, stepSettings(0)), {
      code: "feed-unknown",
      hint: new RegExp(`feed\\.${name}`),
    });
  });

  test("a missing input is named", async () => {
    await assert.rejects(session.step({}, stepSettings(0)), { code: "feed-missing", message: /feed|zero/ });
  });

  test("a learning rate that is no number is refused before anything is changed", async () => {
    const before = await session.readParameters();
    await assert.rejects(session.step(feedsOf(0), { ...stepSettings(0), learningRate: Number.NaN }), TypeError);
    assert.deepEqual(await session.readParameters(), before);
  });

  test("a graph that the plan lacks is an error that lists those there are", async () => {
    await assert.rejects(session.forward("evaluate", {}), { code: "graph-missing" });
  });

  test("training nothing is refused", async () => {
    await assert.rejects(
      session.setTrained(() => false),
      { code: "nothing-trained" },
    );
  });

  test("parameters left out are not changed, and keep out of the norm", async () => {
    const [only = ""] = [...start.keys()];
    await session.setTrained((name) => name === only);
    const before = await session.readParameters();
    const { gradientNorm } = await session.step(feedsOf(0), stepSettings(0));
    const after = await session.readParameters();
    for (const [name, { data }] of after) {
      if (name === only) assert.notDeepEqual(data, before.get(name)?.data);
      else assert.deepEqual(data, before.get(name)?.data);
    }
    const own = Math.hypot(...golden.floats(`optimizer.0.gradient.${only}`).data);
    assert.ok(Math.abs(gradientNorm - own) < 1e-5 * own);
  });
});

test("an update is written in place only where everything that reads the old value comes before it", () => {
  const constants = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  const safeOf = (graph: Graph): string[] => {
    const { outputs, updates } = stepProgram(graph, [...graph.parameters.keys()], plan.groups ?? [], constants);
    const states = new Map([...updates].map(([name, next]) => [graph.states.get(name)?.value ?? next, next]));
    return [...inPlaceSafe(states, [...outputs.values()])].map(({ name }) => name).sort();
  };
  const curved = new Graph("curved");
  const bent = curved.parameter("w", [3]);
  curved.output("loss", reduceSum(exp(bent)));
  assert.deepEqual(safeOf(curved), ["adamw.m.w", "adamw.v.w", "w"]);
  // The gradient of a linear loss does not read the weight: the loss might be computed after the weight was replaced.
  const straight = new Graph("straight");
  straight.output("loss", reduceSum(multiply(straight.parameter("w", [3]), straight.input("x", "float32", [3]))));
  assert.deepEqual(safeOf(straight), ["adamw.m.w", "adamw.v.w"]);
});

test("a table of which few rows are read trains as one whose gradient is written out", async () => {
  const rows = 7;
  const build = (written: boolean) => (): Graph => {
    const graph = new Graph("table");
    const table = graph.parameter("table", [rows, 3]);
    const ids = graph.input("ids", "int64", ["n"]);
    const read = gather(written ? add(table, 0) : table, ids);
    graph.output("loss", reduceSum(multiply(read, read)));
    return graph;
  };
  const data = Float32Array.from({ length: rows * 3 }, (_, place) => Math.sin(place + 1));
  const results: Float32Array[] = [];
  for (const written of [false, true]) {
    const session = await createOnnxTrainingSession(
      { training: build(written) },
      new Map([["table", { shape: [rows, 3], data }]]),
      { threads: 1 },
    );
    for (const ids of [[1n, 1n, 5n], [0n], [5n, 2n, 2n, 2n, 6n, 1n]]) {
      const feeds: Feeds = { ids: { type: "int64", dims: [ids.length], data: BigInt64Array.from(ids) } };
      await session.step(feeds, { learningRate: 0.1, weightDecay: 0.1, clipNorm: 2 });
    }
    results.push((await session.readParameters()).get("table")?.data ?? new Float32Array());
    await session.close();
  }
  assert.ok(relativeDistance(results[0] ?? [], results[1] ?? []) < 1e-6);
});

async function compare(session: TrainingSession, step: number): Promise<void> {
  const parameters = await session.readParameters();
  const { moments } = await session.readOptimizer();
  for (const name of start.keys()) {
    const check = (what: string, ours: Float32Array | undefined): void => {
      const theirs = golden.floats(`optimizer.${step}.${what}.${name}`).data;
      assert.ok(relativeDistance(ours ?? [], theirs) < 2e-6, `${what} of ${name} after step ${step}`);
    };
    check("parameter", parameters.get(name)?.data);
    check("exp_avg", moments.get(name)?.first.data);
    check("exp_avg_sq", moments.get(name)?.second.data);
  }
}

async function carryOn(session: TrainingSession): Promise<Map<string, FloatTensor>> {
  for (const step of [2, 3, 4]) await session.step(feedsOf(step), stepSettings(step));
  const parameters = await session.readParameters();
  await session.close();
  return parameters;
}
