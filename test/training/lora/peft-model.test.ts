/** @file Putting an adapter onto a model: defaults, first values, classes, names that do not fit, files that cannot be used. */
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inspect } from "node:util";
import type { Head } from "../../../src/models/architecture";
import { autoModelClassOf } from "../../../src/models/auto/auto-model";
import { PreTrainedModel } from "../../../src/models/pretrained-model";
import { LoraConfig } from "../../../src/training/lora/lora-config";
import { getPeftModel, PeftModel } from "../../../src/training/lora/peft-model";
import { MODEL_FIXTURES } from "../../models/goldens";
import { LORA_FIXTURES, openBase } from "./lora-goldens";

const folder = mkdtempSync(join(tmpdir(), "caderno-peft-"));
const INPUTS = { input_ids: [[4, 9, 17, 33, 8, 6]] };
let base: PreTrainedModel;
before(async () => {
  base = await openBase("distilbert-sequence-classification");
});
after(async () => {
  await base.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a new adapter changes nothing, is drawn from its seed by PEFT's rule, and trains queries, values and the head", async () => {
  const before = (await base.forward(INPUTS)).logits?.tolist();
  const adapted = await getPeftModel(base, new LoraConfig({ r: 4, loraAlpha: 16 }), { seed: 7 });
  assert.deepEqual((await adapted.forward(INPUTS)).logits?.tolist(), before);
  const trained = adapted.parameters().filter(({ state }) => state === "trained");
  assert.deepEqual(
    trained.filter(({ name }) => !name.includes("lora_")).map(({ name }) => name),
    ["pre_classifier.weight", "pre_classifier.bias", "classifier.weight", "classifier.bias"],
  );
  const layers = [0, 1].flatMap((layer) =>
    ["q_lin", "v_lin"].map((part) => `distilbert.transformer.layer.${layer}.attention.${part}`),
  );
  assert.deepEqual(
    trained
      .filter(({ name }) => name.includes("lora_"))
      .map(({ name }) => name)
      .sort(),
    layers.flatMap((name) => [`${name}.lora_A.weight`, `${name}.lora_B.weight`]).sort(),
  );
  const down = (await adapted.readParameters([`${layers[0]}.lora_A.weight`])).get(`${layers[0]}.lora_A.weight`);
  assert.deepEqual(down?.shape, [4, 18]);
  const values = [...(down?.data ?? [])];
  const bound = 1 / Math.sqrt(18);
  assert.ok(values.every((value) => Math.abs(value) <= bound) && Math.max(...values.map(Math.abs)) > 0.9 * bound);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  assert.ok(Math.abs(deviation - bound / Math.sqrt(3)) < 0.15 * bound, "uniform, not normal");
  const again = await getPeftModel(base, new LoraConfig({ r: 4, loraAlpha: 16 }), { seed: 7 });
  assert.deepEqual(
    (await again.readParameters([`${layers[0]}.lora_A.weight`])).get(`${layers[0]}.lora_A.weight`),
    down,
  );
  const { trainable, all } = adapted.printTrainableParameters();
  assert.equal(
    trainable,
    trained.reduce((sum, { size }) => sum + size, 0),
  );
  assert.equal(all, adapted.numParameters);
  assert.match(
    inspect(adapted),
    /^PeftModel\(DistilBertForSequenceClassification, trainable params: 1,127 \|\| all params: 7,353 \|\| trainable%: 15\.3271/,
  );
  assert.match(adapted.summary().toText(), /q_lin +\[18, 18\] \[18\] +342 +frozen/);
});

test("all-linear takes every linear layer but those that are trained whole", async () => {
  const adapted = await getPeftModel(base, new LoraConfig({ r: 2, targetModules: "all-linear" }), { seed: 1 });
  const { targetModules, excludeModules } = adapted.peftConfig;
  assert.deepEqual(targetModules, ["k_lin", "lin1", "lin2", "out_lin", "pre_classifier", "q_lin", "v_lin"]);
  assert.deepEqual(excludeModules, ["pre_classifier", "classifier"]);
  assert.equal(adapted.parameters().filter(({ name }) => name.includes("lora_A")).length, 2 * 6);
});

test("the adapted model is of its base's class, with all that the class can do", async () => {
  class Trainable extends PreTrainedModel {
    fit(): string {
      return `fits ${this.parameters().filter(({ state }) => state === "trained").length} weights`;
    }
  }
  const head: Head = "sequence-classification";
  const model = await autoModelClassOf(head, Trainable).fromPretrained(
    join(MODEL_FIXTURES, "distilbert-sequence-classification"),
  );
  const adapted = await getPeftModel(model, new LoraConfig({ r: 1 }), { seed: 1 });
  assert.ok(adapted instanceof Trainable);
  assert.equal(adapted.fit(), "fits 12 weights");
  assert.equal(await adapted.mergeAndUnload(), model);
  await model.close();
});

test("options that no adapter can have", () => {
  assert.throws(() => new LoraConfig({ r: 0 }), /`r` must be a whole number from 1 to 65536, but got 0/);
  assert.throws(() => new LoraConfig({ loraDropout: 1 }), RangeError);
  assert.throws(() => new LoraConfig({ lora_alpha: 8 } as never), /no option `lora_alpha`.*Did you mean `loraAlpha`/);
  assert.throws(() => new LoraConfig({ bias: "some" as never }), /"none", "all" or "lora_only"/);
  assert.throws(() => new LoraConfig({ targetModules: [] }), TypeError);
  assert.throws(() => new LoraConfig({ rankPattern: { q_lin: 0 } }), RangeError);
  assert.equal(
    inspect(new LoraConfig({ r: 4, loraAlpha: 16, targetModules: ["q_lin", "v_lin"] })),
    "LoraConfig { r: 4, loraAlpha: 16, loraDropout: 0, bias: 'none', targetModules: [ 'q_lin', 'v_lin' ] }",
  );
});

test("names that fit nothing are refused with those there are", async () => {
  const wrong = (options: ConstructorParameters<typeof LoraConfig>[0]) =>
    getPeftModel(base, new LoraConfig(options), { seed: 1 });
  await assert.rejects(wrong({ targetModules: ["q_lim"] }), {
    code: "modules-unknown",
    hint: /Available linear layers: q_lin, k_lin, v_lin, out_lin, lin1, lin2, pre_classifier, classifier\. Did you mean `q_lin`\?/,
  });
  await assert.rejects(wrong({ targetModules: "nothing.*" }), { code: "nothing-adapted" });
  await assert.rejects(wrong({ targetModules: ["q_lin"], excludeModules: ["q_lin"] }), { code: "nothing-adapted" });
  await assert.rejects(wrong({ layersToTransform: 9 }), { code: "nothing-adapted" });
  await assert.rejects(wrong({ targetModules: "(" }), { code: "pattern-invalid" });
  await assert.rejects(wrong({ modulesToSave: ["clasifier"] }), {
    code: "modules-unknown",
    hint: /`classifier`|`pre_classifier`/,
  });
  await assert.rejects(wrong({ taskType: "CAUSAL_LM" }), { code: "task-mismatched" });
  await assert.rejects(getPeftModel({} as never), TypeError);
  await assert.rejects(getPeftModel(base, { r: 8 } as never), /must be a LoraConfig/);
  const adapted = await getPeftModel(base, new LoraConfig(), { seed: 1 });
  await assert.rejects(getPeftModel(adapted), { code: "adapter-twice" });
});

test("a pattern that backtracks without end is stopped", async () => {
  const started = performance.now();
  const config = new LoraConfig({ targetModules: "(.*)*(.*)*(.*)*(.*)*!" });
  await assert.rejects(getPeftModel(base, config, { seed: 1 }), (error: Error) =>
    /pattern-invalid|nothing-adapted/.test((error as never as { code: string }).code),
  );
  assert.ok(performance.now() - started < 10_000);
});

test("adapters of other models, of other methods, and broken ones", async () => {
  const other = await openBase("distilbert-regression");
  const at = (name: string): string => join(LORA_FIXTURES, name);
  await assert.rejects(PeftModel.fromPretrained(other, at("distilbert-usual")), {
    code: "adapter-foreign",
    message: /`classifier\.weight` is \[11, 18\] in the file and \[1, 18\] in the model/,
    hint: /It was made for distilbert-sequence-classification/,
  });
  await assert.rejects(PeftModel.fromPretrained(base, at("bert-all-linear")), { code: "modules-unknown" });
  await assert.rejects(PeftModel.fromPretrained(base, at("gpt2-patterns")), { code: "task-mismatched" });
  await other.close();

  const changed = (name: string, change: (config: Record<string, unknown>) => void): string => {
    const target = join(folder, name);
    mkdirSync(target);
    copyFileSync(join(at("distilbert-usual"), "adapter_model.safetensors"), join(target, "adapter_model.safetensors"));
    const config = JSON.parse(readFileSync(join(at("distilbert-usual"), "adapter_config.json"), "utf8")) as Record<
      string,
      unknown
    >;
    change(config);
    writeFileSync(join(target, "adapter_config.json"), JSON.stringify(config));
    return target;
  };
  const opens = (path: string) => PeftModel.fromPretrained(base, path);
  const set = (key: string, value: unknown) => (config: Record<string, unknown>) =>
    void Object.assign(config, { [key]: value });
  await assert.rejects(opens(changed("dora", set("use_dora", true))), {
    code: "adapter-unsupported",
    message: /use_dora/,
  });
  await assert.rejects(opens(changed("ia3", set("peft_type", "IA3"))), {
    code: "adapter-unsupported",
    message: /"IA3"/,
  });
  await assert.rejects(opens(changed("pissa", set("init_lora_weights", "pissa"))), { code: "adapter-unsupported" });
  await assert.rejects(opens(changed("rank", set("r", -3))), { code: "adapter-invalid", message: /`r` must be/ });
  await assert.rejects(opens(changed("fewer", set("target_modules", ["q_lin"]))), {
    code: "adapter-foreign",
    message: /the model has no place for `.*v_lin\.lora_A\.weight`/,
  });
  const cut = changed("cut", () => undefined);
  writeFileSync(
    join(cut, "adapter_model.safetensors"),
    readFileSync(join(cut, "adapter_model.safetensors")).subarray(0, 2000),
  );
  await assert.rejects(opens(cut), { name: "WeightsError" });
  rmSync(join(cut, "adapter_model.safetensors"));
  await assert.rejects(opens(cut), { code: "adapter-invalid", message: /has no adapter_model/ });
  writeFileSync(join(cut, "adapter_config.json"), "[]");
  await assert.rejects(opens(cut), { code: "adapter-invalid" });
  await assert.rejects(opens(join(folder, "nowhere")), { code: "repository-missing" });
  assert.equal((await base.forward(INPUTS)).logits?.dims.join(), "1,11", "the base is as it was");
});
