import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { GPT2 } from "../../../src/models/decoders/gpt2";
import { decoderFeeds } from "../../../tools/models/feeds";
import { batchRandom, type Recipe, rateAt, trainModel } from "../../../tools/models/training-run";

const work = mkdtempSync(join(tmpdir(), "caderno-training-"));
after(() => rmSync(work, { recursive: true, force: true }));

const recipe: Recipe = {
  name: "tiny",
  architecture: GPT2,
  config: {
    vocab_size: 12,
    n_positions: 8,
    n_embd: 8,
    n_layer: 1,
    n_head: 2,
    resid_pdrop: 0,
    embd_pdrop: 0,
    attn_pdrop: 0,
  },
  head: "causal-lm",
  seed: 3,
  steps: 30,
  learningRate: 1e-2,
  batch: (step) => {
    const random = batchRandom(3, step);
    const rows = Array.from({ length: 4 }, () => {
      const first = random.integers(0, 12);
      return Array.from({ length: 8 }, (_, place) => (first + 5 * place) % 12);
    });
    return decoderFeeds(rows, rows);
  },
};

test("a training that was stopped goes on to the same parameters", async () => {
  const lines: string[] = [];
  const place = { threads: 1, log: (line: string) => void lines.push(line) };
  const whole = await trainModel(recipe, { ...place, work: join(work, "whole") });
  await trainModel({ ...recipe, until: 12 }, { ...place, work: join(work, "halves") });
  const resumed = await trainModel(recipe, { ...place, work: join(work, "halves") });
  assert.ok(lines.includes("tiny: goes on after step 12"));
  assert.deepEqual(resumed, whole);
  const losses = lines.flatMap((line) => /step 30\/30, loss ([\d.]+)/.exec(line)?.[1] ?? []).map(Number);
  assert.ok(losses.length === 2 && losses.every((loss) => loss < Math.log(12)), lines.join("\n"));
});

test("what is frozen stays as it begins, also after a stop", async () => {
  const frozen = "transformer.wpe.weight";
  const table = { shape: [8, 8], data: Float32Array.from({ length: 64 }, (_, index) => Math.sin(index)) };
  const partly: Recipe = { ...recipe, initial: new Map([[frozen, table]]), isFrozen: (name) => name === frozen };
  const place = { threads: 1, log: () => undefined };
  const whole = await trainModel({ ...partly, until: 6 }, { ...place, work: join(work, "frozen") });
  const half = await trainModel({ ...partly, until: 3 }, { ...place, work: join(work, "thawed") });
  const resumed = await trainModel({ ...partly, until: 6 }, { ...place, work: join(work, "thawed") });
  assert.deepEqual(resumed, whole);
  assert.deepEqual(whole.get(frozen)?.data, table.data);
  assert.notDeepEqual(whole.get("transformer.wte.weight"), half.get("transformer.wte.weight"));
});

test("a checkpoint of another recipe is not taken up", async () => {
  const lines: string[] = [];
  const place = { threads: 1, log: (line: string) => void lines.push(line), work: join(work, "other") };
  await trainModel({ ...recipe, until: 2 }, place);
  await trainModel({ ...recipe, until: 3, seed: 4 }, place);
  assert.ok(!lines.some((line) => line.includes("goes on")));
});

test("the rate rises for a twentieth of the steps and falls to a twentieth of itself", () => {
  assert.equal(rateAt(0, 100, 1), 0.2);
  assert.equal(rateAt(5, 100, 1), 1);
  assert.ok(Math.abs(rateAt(100, 100, 1) - 0.05) < 1e-12);
  for (let step = 6; step < 100; step++) assert.ok(rateAt(step, 100, 1) < rateAt(step - 1, 100, 1));
});
