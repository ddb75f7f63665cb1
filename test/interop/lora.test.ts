// The oracle is Python's peft: it opens adapters that were made, trained and saved here, with the same logits.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import type { NestedList } from "../../src/models/model-tensor";
import { runTraining } from "../../src/training/loop/training-loop";
import { LoraConfig, type LoraOptions } from "../../src/training/lora/lora-config";
import { getPeftModel } from "../../src/training/lora/peft-model";
import { distance, openBase } from "../training/lora/lora-goldens";
import { root, skipWithout, venvProgram } from "./interop-support";

const folder = mkdtempSync(join(tmpdir(), "caderno-lora-python-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function withoutPeft(): string | false {
  const { status } = spawnSync(venvProgram("python"), ["-c", "import torch, transformers, peft"]);
  return status === 0 ? false : ".venv has no torch, transformers and peft";
}
const skip = skipWithout("python") || withoutPeft();

const CASES: [base: string, options: LoraOptions][] = [
  ["distilbert-sequence-classification", { r: 4, loraAlpha: 16 }],
  ["bert-sequence-classification", { r: 2, targetModules: "all-linear", bias: "lora_only" }],
  ["roberta-sequence-classification", { r: 3, targetModules: ["value", "dense"], useRslora: true }],
  ["distilbert-multi-label", { r: 2, targetModules: ["lin1"], layersToTransform: [0], bias: "all" }],
  [
    "gpt2-causal-lm",
    { r: 4, targetModules: ["c_attn", "c_proj"], rankPattern: { c_attn: 6 }, alphaPattern: { "mlp.c_proj": 2 } },
  ],
  ["llama-tied", { r: 2, targetModules: "model\\.layers\\.1\\..*(q|v|up)_proj" }],
  ["qwen2", {}],
];
const IDS = [
  [4, 9, 17, 33, 8, 6],
  [5, 12, 50, 7, 11, 20],
];
const INPUTS = { input_ids: IDS, attention_mask: IDS.map((row) => row.map(() => 1)) };

interface Told {
  readonly logits: NestedList;
  readonly merged: NestedList;
  readonly plain: NestedList;
  readonly names: string[];
}

describe("Python's peft opens what is saved here", { skip, timeout: 240_000 }, () => {
  const ours = new Map<string, number[]>();
  const told = new Map<string, Told>();

  before(async () => {
    const jobs: object[] = [];
    for (const [fixture, options] of CASES) {
      const base = await openBase(fixture);
      const target = join(folder, fixture);
      await base.savePretrained(target);
      // All random, so that every weight counts; one is trained besides.
      const adapted = await getPeftModel(base, new LoraConfig({ ...options, initLoraWeights: false }), { seed: 5 });
      if (fixture === "distilbert-sequence-classification") {
        const batches = { length: 1, epoch: () => [{ ...INPUTS, labels: [3, 8] }] };
        await runTraining({ model: adapted, batches, schedule: { at: () => 0.02 }, epochs: 5 });
      }
      const { logits } = await adapted.forward(INPUTS);
      ours.set(fixture, [...(logits?.data ?? [])]);
      const adapter = join(target, "adapter");
      await adapted.savePretrained(adapter);
      jobs.push({ class: base.className, base: target, adapter, inputs: INPUTS });
      await base.close();
    }
    writeFileSync(join(folder, "jobs.json"), JSON.stringify(jobs));
    const oracle = join(root, "test", "interop", "lora_oracle.py");
    const given = [oracle, join(folder, "jobs.json"), join(folder, "told.json")];
    const result = await runProgram(venvProgram("python"), given, { timeoutMs: 200_000 });
    assert.equal(result.state, "ok", result.stderr);
    const results = JSON.parse(readFileSync(join(folder, "told.json"), "utf8")) as Told[];
    for (const [index, [fixture]] of CASES.entries()) told.set(fixture, results[index] ?? assert.fail());
  });

  for (const [fixture] of CASES) {
    test(fixture, () => {
      const python = told.get(fixture) ?? assert.fail();
      const theirs = [python.logits].flat(9) as number[];
      assert.ok(distance(ours.get(fixture) ?? [], theirs) < 1e-5);
      assert.ok(distance([python.merged].flat(9) as number[], theirs) < 1e-4);
      assert.ok(distance([python.plain].flat(9) as number[], theirs) > 1e-3, "the adapter does something");
    });
  }
});
