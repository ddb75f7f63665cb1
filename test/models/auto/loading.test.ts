// The oracle is Python: loading.json holds what its from_pretrained reports as missing, unexpected and of another shape.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, mock, test } from "node:test";
import { AutoModelForCausalLM } from "../../../src/generation/auto-model-for-causal-lm";
import { AutoConfig } from "../../../src/models/auto/auto-config";
import {
  AutoModel,
  type AutoModelClass,
  AutoModelForMaskedLM,
  AutoModelForQuestionAnswering,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
} from "../../../src/models/auto/auto-model";
import { saveSafetensors } from "../../../src/models/weights/save-safetensors";
import { loadGolden, MODEL_FIXTURES } from "../goldens";

const temporary = mkdtempSync(join(tmpdir(), "caderno-loading-"));
after(() => rmSync(temporary, { recursive: true, force: true }));
const warn = mock.method(console, "warn", () => undefined);
after(() => warn.mock.restore());

interface LoadingCase {
  class: string;
  folder: string;
  options: { num_labels?: number; ignore_mismatched_sizes?: boolean; use_safetensors?: boolean };
  missing: string[];
  unexpected: string[];
  mismatched: [string, number[], number[]][];
}

const { cases } = JSON.parse(readFileSync(join(MODEL_FIXTURES, "loading.json"), "utf8")) as { cases: LoadingCase[] };

const ENDINGS: [RegExp, AutoModelClass][] = [
  [/ForSequenceClassification$/, AutoModelForSequenceClassification],
  [/ForTokenClassification$/, AutoModelForTokenClassification],
  [/ForQuestionAnswering$/, AutoModelForQuestionAnswering],
  [/ForMaskedLM$/, AutoModelForMaskedLM],
  [/(ForCausalLM|LMHeadModel)$/, AutoModelForCausalLM],
  [/Model$/, AutoModel],
];

/** GPT-2's first checkpoints hold constants that Python has no use for and calls unexpected; here they are buffers. */
const BUFFERS = /\.attn\.(masked_)?bias$/;

describe("what Python reports of a checkpoint", () => {
  for (const { class: name, folder, options, missing, unexpected, mismatched } of cases) {
    test(`${name} from ${folder} ${JSON.stringify(options)}`, async () => {
      const found = ENDINGS.find(([ending]) => ending.test(name))?.[1];
      assert.ok(found !== undefined);
      const { num_labels: numLabels, use_safetensors, ignore_mismatched_sizes: ignoreMismatchedSizes } = options;
      const model = await found.fromPretrained(join(MODEL_FIXTURES, folder), {
        seed: 1,
        fromPt: use_safetensors === false,
        ...(numLabels === undefined ? {} : { numLabels }),
        ...(ignoreMismatchedSizes === undefined ? {} : { ignoreMismatchedSizes }),
      });
      try {
        assert.equal(model.className, name);
        const report = model.loadingReport;
        assert.deepEqual(report?.missing, missing);
        assert.deepEqual(
          report?.unexpected,
          unexpected.filter((weight) => !BUFFERS.test(weight)),
        );
        assert.deepEqual(
          report?.mismatched.map((weight) => [weight.name, weight.found, weight.wanted]),
          mismatched,
        );
        assert.equal(report?.format, use_safetensors === false ? "pytorch" : "safetensors");
      } finally {
        await model.close();
      }
    });
  }
});

const source = join(MODEL_FIXTURES, "distilbert-sequence-classification");

/** The fixture with another config.json or other weights. */
function variant(name: string, config: unknown): string {
  const folder = join(temporary, name);
  cpSync(source, folder, { recursive: true });
  writeFileSync(join(folder, "config.json"), typeof config === "string" ? config : JSON.stringify(config));
  return folder;
}
const readConfig = (): Record<string, unknown> => JSON.parse(readFileSync(join(source, "config.json"), "utf8"));

test("weights that are new are told in one line, and seeded", async () => {
  warn.mock.resetCalls();
  const folder = join(MODEL_FIXTURES, "distilbert-base");
  const [first, second, third] = await Promise.all(
    [5, 5, 6].map((seed) => AutoModelForSequenceClassification.fromPretrained(folder, { numLabels: 3, seed })),
  );
  const read = async (model: typeof first) =>
    (await model?.readParameters(["classifier.weight"]))?.get("classifier.weight");
  assert.deepEqual(await read(first), await read(second));
  assert.notDeepEqual(await read(first), await read(third));
  assert.deepEqual((await read(first))?.shape, [3, 18]);
  assert.equal(warn.mock.callCount(), 3);
  assert.match(
    String(warn.mock.calls[0]?.arguments),
    /DistilBertForSequenceClassification.*classifier\.bias, classifier\.weight, pre_classifier/,
  );
  assert.match(String(first?.loadingReport?.toText()), /missing +classifier\.bias/);
  for (const model of [first, second, third]) await model?.close();
});

test("a checkpoint that fits is loaded without a word", async () => {
  warn.mock.resetCalls();
  const model = await AutoModelForSequenceClassification.fromPretrained(source);
  assert.equal(warn.mock.callCount(), 0);
  const { parameters } = loadGolden("distilbert-sequence-classification").json;
  const sizes = Object.values(parameters).map((shape) => shape.reduce((product, size) => product * size, 1));
  assert.equal(
    model.numParameters,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  await model.close();
});

test("shapes that differ are an error that names them", async () => {
  await assert.rejects(AutoModelForSequenceClassification.fromPretrained(source, { numLabels: 4 }), {
    code: "weights-mismatched",
    message: /`classifier\.weight` is \[11, 18\] in the file and \[4, 18\] in the model/,
    hint: /ignoreMismatchedSizes/,
  });
});

test("weights with NaN are loaded with a warning", async () => {
  const folder = variant("nan", readConfig());
  const model = await AutoModelForSequenceClassification.fromPretrained(source);
  const weights = await model.readParameters();
  await model.close();
  weights.get("classifier.bias")?.data.fill(Number.NaN, 0, 2);
  await saveSafetensors(folder, [...weights]);
  warn.mock.resetCalls();
  const damaged = await AutoModelForSequenceClassification.fromPretrained(folder);
  assert.match(String(warn.mock.calls[0]?.arguments), /classifier\.bias has 2 NaN/);
  assert.equal(damaged.loadingReport?.nonFinite.length, 1);
  await damaged.close();
});

test("weights of another model are refused", async () => {
  const folder = variant("foreign", readConfig());
  await saveSafetensors(folder, [["encoder.block.0.weight", { data: new Float32Array(4), shape: [2, 2] }]]);
  await assert.rejects(AutoModelForSequenceClassification.fromPretrained(folder), {
    code: "weights-foreign",
    hint: /encoder\.block\.0\.weight/,
  });
});

test("a model that has no such head says which ones it has", async () => {
  await assert.rejects(AutoModelForCausalLM.fromPretrained(source), {
    code: "head-missing",
    hint: /AutoModelForMaskedLM/,
  });
  await assert.rejects(AutoModelForMaskedLM.fromPretrained(join(MODEL_FIXTURES, "llama")), {
    code: "head-missing",
    hint: /AutoModelForCausalLM/,
  });
});

test("config.json that is missing, broken, or of an unknown model", async () => {
  const broken = variant("broken", '{"model_type": "distilbert",');
  await assert.rejects(AutoModel.fromPretrained(broken), { code: "not-json" });
  rmSync(join(broken, "config.json"));
  await assert.rejects(AutoModel.fromPretrained(broken), { code: "file-missing" });
  await assert.rejects(AutoModel.fromPretrained(variant("list", "[1]")), { code: "config-invalid" });
  await assert.rejects(AutoModel.fromPretrained(variant("untyped", "{}")), { code: "architecture-unknown" });
  await assert.rejects(AutoModel.fromPretrained(variant("unknown", { model_type: "distillbert" })), {
    code: "architecture-unknown",
    hint: /distilbert, bert, roberta.*Did you mean `distilbert`/,
  });
  await assert.rejects(AutoModel.fromPretrained(variant("wrong", { ...readConfig(), n_layers: "many" })), {
    code: "config-invalid",
    message: /n_layers/,
  });
  await assert.rejects(AutoModel.fromPretrained(join(temporary, "nowhere")), { code: "repository-missing" });
});

test("overrides in either spelling, and their mistakes", async () => {
  const config = await AutoConfig.fromPretrained(source, { seqClassifDropout: 0.3, activation: "relu", numLabels: 3 });
  assert.equal(config.seq_classif_dropout, 0.3);
  assert.equal(config.activation, "relu");
  assert.deepEqual(config.id2label, { 0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2" });
  await assert.rejects(AutoConfig.fromPretrained(source, { activation: "swoosh" }), { code: "config-invalid" });
  await assert.rejects(AutoConfig.fromPretrained(source, { numLabel: 3 }), {
    code: "override-unknown",
    message: /numLabel/,
  });
  const relu = await AutoModelForSequenceClassification.fromPretrained(source, { activation: "relu" });
  const gelu = await AutoModelForSequenceClassification.fromPretrained(source);
  const inputs = { input_ids: [[1, 2, 3]] };
  assert.notDeepEqual((await relu.forward(inputs)).logits.data, (await gelu.forward(inputs)).logits.data);
  const again = await AutoModelForSequenceClassification.fromPretrained(source, { config: relu.config });
  assert.deepEqual((await relu.forward(inputs)).logits.data, (await again.forward(inputs)).logits.data);
  for (const model of [relu, gelu, again]) await model.close();
});
