// The oracle is Python's transformers: decoders that no committed fixture has, with their losses and gradients.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import { openRepository } from "../../src/hub/repository";
import type { Head } from "../../src/models/architecture";
import { openWeights } from "../../src/models/weights/weights";
import { DECODERS } from "../models/decoders/decoder-cases";
import { readSafetensors, relativeDistance } from "../models/goldens";
import { type FedTensor, runForward } from "../models/run-forward";
import { root, skipWithout, venvProgram } from "./interop-support";

function withoutTransformers(): string | false {
  const { status } = spawnSync(venvProgram("python"), ["-c", "import torch, transformers"]);
  return status === 0 ? false : ".venv has no torch and transformers";
}
const skip = skipWithout("python") || withoutTransformers();
const folder = mkdtempSync(join(tmpdir(), "caderno-decoders-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("decoders without a fixture compute what transformers computes", { skip }, async (t) => {
  const script = join(root, "test/interop/decoders_oracle.py");
  const made = await runProgram(venvProgram("python"), [script, folder], { timeoutMs: 200_000 });
  assert.equal(made.state, "ok", made.stderr);
  const cases = JSON.parse(made.stdout.trim().split("\n").at(-1) ?? "") as {
    name: string;
    folder: string;
    head: Head;
  }[];
  assert.ok(cases.length > 0);
  for (const item of cases) {
    await t.test(item.name, async () => {
      const place = join(folder, item.folder);
      const raw = JSON.parse(readFileSync(join(place, "config.json"), "utf8")) as Record<string, unknown>;
      const architecture = DECODERS[String(raw.model_type)] ?? assert.fail();
      const config = architecture.readConfig(raw);
      const file = await openWeights(await openRepository(place));
      const weights = new Map<string, FedTensor>();
      for (const key of file.names()) {
        const { data, shape } = await file.read(key);
        weights.set(architecture.rename(config, key), { data: Float32Array.from(data, Number), shape });
      }
      await file.close();
      const golden = readSafetensors(join(place, "goldens.safetensors"));
      const of = (name: string): FedTensor => golden.get(name) ?? assert.fail(name);
      const positions = { data: Array.from({ length: 20 }, (_, index) => index % 10), shape: [2, 10] };
      const names = ["input_ids", "attention_mask", "labels"];
      const result = await runForward(architecture.build(config, { head: item.head, loss: "labels" }), {
        weights,
        inputs: { ...Object.fromEntries(names.map((name) => [name, of(name)])), position_ids: positions },
        gradients: "all",
      });
      const attended = of("logits").shape.length === 3 ? of("attention_mask").data : undefined;
      const far = relativeDistance(result.outputs.get("logits")?.data ?? [], of("logits").data, attended);
      assert.ok(far < 1e-5, `logits: ${far}`);
      assert.ok(relativeDistance(result.outputs.get("loss")?.data ?? [], of("loss").data) < 1e-5);
      const expected = [...golden.keys()].filter((key) => key.startsWith("grad."));
      assert.deepEqual([...result.gradients.keys()].map((key) => `grad.${key}`).sort(), expected.sort());
      for (const [key, gradient] of result.gradients) {
        const distance = relativeDistance(gradient, of(`grad.${key}`).data);
        assert.ok(distance < 1e-5, `gradient of ${key}: ${distance}`);
      }
    });
  }
});
