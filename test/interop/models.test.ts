// The oracle is Python: transformers opens what savePretrained wrote, onnxruntime what exportOnnx wrote, with the same outputs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runProgram } from "../../src/cli/lab-program";
import { AutoModelForCausalLM } from "../../src/generation/auto-model-for-causal-lm";
import {
  AutoModel,
  type AutoModelClass,
  AutoModelForMaskedLM,
  AutoModelForQuestionAnswering,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
} from "../../src/models/auto/auto-model";
import type { ModelInputs } from "../../src/models/model-inputs";
import type { NestedList } from "../../src/models/model-tensor";
import { MODEL_FIXTURES } from "../models/goldens";
import { root, skipWithout, venvProgram } from "./interop-support";

const folder = mkdtempSync(join(tmpdir(), "caderno-models-python-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function withoutTransformers(): string | false {
  const { status } = spawnSync(venvProgram("python"), ["-c", "import torch, transformers, onnxruntime"]);
  return status === 0 ? false : ".venv has no torch, transformers and onnxruntime";
}
const skip = skipWithout("python") || withoutTransformers();

const CASES: [fixture: string, open: AutoModelClass][] = [
  ["distilbert-base", AutoModel],
  ["bert-base", AutoModel],
  ["distilbert-sequence-classification", AutoModelForSequenceClassification],
  ["distilbert-multi-label", AutoModelForSequenceClassification],
  ["bert-token-classification", AutoModelForTokenClassification],
  ["roberta-question-answering", AutoModelForQuestionAnswering],
  ["distilbert-masked-lm", AutoModelForMaskedLM],
  ["bert-masked-lm", AutoModelForMaskedLM],
  ["roberta-masked-lm", AutoModelForMaskedLM],
  ["gpt2-causal-lm", AutoModelForCausalLM],
  ["gpt2-sequence-classification", AutoModelForSequenceClassification],
  ["llama", AutoModelForCausalLM],
  ["llama-tied", AutoModelForCausalLM],
  ["llama-rope-llama3", AutoModelForCausalLM],
  ["mistral", AutoModelForCausalLM],
  ["qwen2", AutoModelForCausalLM],
];

const IDS = [
  [4, 9, 17, 33, 8, 6],
  [5, 12, 50, 7, 11, 20],
];
const MASK = IDS.map((row) => row.map(() => 1));
const POSITIONS = IDS.map((row) => row.map((_, index) => index));

interface Told {
  readonly missing: string[];
  readonly unexpected: string[];
  readonly labels: string[];
  readonly inputs: string[];
  readonly names: string[];
  readonly outputs: Readonly<Record<string, NestedList>>;
}

describe("Python opens what is saved and exported here", { skip, timeout: 240_000 }, () => {
  const told = new Map<string, { transformers: Told; onnx: Told }>();
  const ours = new Map<string, Map<string, NestedList>>();

  before(async () => {
    const jobs: object[] = [];
    for (const [fixture, open] of CASES) {
      // A weight that is not the fixture's proves that the saved one is read.
      const model = await open.fromPretrained(join(MODEL_FIXTURES, fixture));
      const [first] = await model.readParameters([String(model.parameters()[0]?.name)]);
      assert.ok(first !== undefined);
      await model.writeParameters(
        new Map([[first[0], { shape: first[1].shape, data: first[1].data.map((value) => value * 1.5) }]]),
      );
      const isDecoder = /gpt2|llama|mistral|qwen2/.test(fixture);
      const inputs: ModelInputs = { input_ids: IDS, attention_mask: MASK };
      const output = await model.forward(inputs);
      ours.set(fixture, new Map(output.keys().map((key) => [key, output.get(key).tolist()])));
      const target = join(folder, fixture);
      await model.savePretrained(target, { onnx: true, ...(fixture === "llama" ? { maxShardSize: "4KB" } : {}) });
      await model.close();
      const file = join(target, "onnx", "model.onnx");
      const fed = { ...inputs, token_type_ids: IDS.map((row) => row.map(() => 0)), position_ids: POSITIONS };
      jobs.push({ kind: "transformers", class: model.className, folder: target, inputs });
      jobs.push({
        kind: isDecoder && fixture !== "gpt2-sequence-classification" ? "steps" : "onnxruntime",
        file,
        inputs: fed,
      });
    }
    writeFileSync(join(folder, "jobs.json"), JSON.stringify(jobs));
    const oracle = join(root, "test", "interop", "models_oracle.py");
    const result = await runProgram(
      venvProgram("python"),
      [oracle, join(folder, "jobs.json"), join(folder, "told.json")],
      {
        timeoutMs: 200_000,
      },
    );
    assert.equal(result.state, "ok", result.stderr);
    const results = JSON.parse(readFileSync(join(folder, "told.json"), "utf8")) as Told[];
    for (const [index, [fixture]] of CASES.entries()) {
      const [transformers, onnx] = results.slice(2 * index, 2 * index + 2);
      if (transformers !== undefined && onnx !== undefined) told.set(fixture, { transformers, onnx });
    }
  });

  for (const [fixture] of CASES) {
    test(`${fixture} in transformers`, () => {
      const python = told.get(fixture)?.transformers ?? assert.fail();
      assert.deepEqual(python.missing, []);
      assert.deepEqual(python.unexpected, []);
      for (const [name, values] of ours.get(fixture) ?? []) assertNear(values, python.outputs[name], 1e-5, name);
    });

    test(`${fixture} in onnxruntime`, () => {
      const python = told.get(fixture)?.onnx ?? assert.fail();
      for (const [name, values] of ours.get(fixture) ?? []) assertNear(values, python.outputs[name], 1e-4, name);
      assert.deepEqual(python.inputs.slice(0, 1), ["input_ids"]);
      if (python.inputs.some((name) => name.startsWith("past"))) {
        assert.deepEqual(python.inputs.slice(3, 5), ["past_key_values.0.key", "past_key_values.0.value"]);
        assert.deepEqual(python.names.slice(0, 3), ["logits", "present.0.key", "present.0.value"]);
      }
    });
  }

  test("shards were written, and nothing was left over", () => {
    const files = readdirSync(join(folder, "llama")).sort();
    assert.ok(files.filter((name) => /^model-\d{5}-of-\d{5}\.safetensors$/.test(name)).length > 1);
    assert.deepEqual(
      files.filter((name) => !name.startsWith("model-")),
      ["config.json", "generation_config.json", "model.safetensors.index.json", "onnx"],
    );
    assert.deepEqual(readdirSync(join(folder, "bert-base")).sort(), ["config.json", "model.safetensors", "onnx"]);
  });
});

function assertNear(first: NestedList, second: NestedList | undefined, within: number, name: string): void {
  const [ours, theirs] = [[first].flat(9) as number[], [second].flat(9) as number[]];
  assert.equal(ours.length, theirs.length, name);
  const scale = Math.max(1, ...theirs.map(Math.abs));
  const distance = Math.max(...ours.map((value, index) => Math.abs(value - (theirs[index] ?? Number.NaN)))) / scale;
  assert.ok(distance < within, `${name}: ${distance}`);
}
